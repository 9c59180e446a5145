"""Points for a name of one word, by the word itself."""

from typing import Final, Literal

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    PERSON,
    PLACE,
    Candidate,
)
from workers.domain.enrichment.entities.lexicon import (
    CAPITALS,
    COMMON,
    DEMONYM,
    FIRST,
    FUNCTION,
    IN_CALENDAR,
    IS_PLACE,
    LAST,
    OFTEN,
    ORGANIZATION_NOUN,
    OTHER_NOUN,
    PLACE_NOUN,
)
from workers.domain.enrichment.entities.vocabulary.english import NOT_NAMES
from workers.domain.enrichment.entities.vocabulary.organizations import (
    AFTER_ORGANIZATIONS,
    CALLED_ORGANIZATIONS,
)
from workers.domain.enrichment.entities.vocabulary.places import BEFORE_PLACES
from workers.domain.enrichment.entities.vocabulary.sport import BEATS, NICKNAMES

Verdict = Literal["no name", "unlikely", "scored"]
"""`unlikely` is a name only where the text names somebody so elsewhere."""

_NOUNS: Final = ORGANIZATION_NOUN | OTHER_NOUN | PLACE_NOUN
_OWNERS: Final = frozenset("the a his her their our my your".split())
_IDEAS: Final = ("ism", "itis", "osis")
"""What teachings and diseases end in."""
_INNER_CAPITALS: Final = ("Mc", "Mac", "O'", "O’", "De", "Di", "La", "Le", "Van")
"""How names of people begin that have a second capital."""


def score_lone_word(candidate: Candidate) -> Verdict:
    """Adds the points of the word, and says whether there is any use in looking around it."""
    known, word = candidate.opens, candidate.name
    if known & DEMONYM:
        return "no name"
    if "-" in word and not known & (FIRST | LAST | IS_PLACE) and _is_compound(candidate):
        return "no name"
    if known & CAPITALS and not known & IS_PLACE:
        return _capitals(candidate)
    if known & COMMON and not known & IS_PLACE:
        return _common(candidate)
    if known & FUNCTION or len(word) == 1 or word in NOT_NAMES:
        return "no name"
    if known & _NOUNS:  # the Treasury, but not Committee
        if candidate.before != "the" or not known & ORGANIZATION_NOUN:
            return "unlikely"
        candidate.points[ORGANIZATION] += 0.4
        return "scored"
    return _rare(candidate)


def _is_compound(candidate: Candidate) -> bool:
    lexicon = candidate.line.lexicon
    parts = candidate.name.split("-")
    return bool(candidate.opens & COMMON) or all(
        part in lexicon.places or lexicon[part] & DEMONYM or part[:1].islower() for part in parts
    )


def _capitals(candidate: Candidate) -> Verdict:
    word, lexicon, points = candidate.name, candidate.line.lexicon, candidate.points
    if word in NOT_NAMES or (candidate.before == "(" and len(word) < 3 and candidate.line.is_table):
        return "no name"
    is_word = lexicon[word[0] + word[1:].lower()] & COMMON
    if word in lexicon.places_in_capitals and len(word) > 3:
        points[PLACE] += 3.0
    elif len(word) <= 6 and not (is_word and len(word) > 3):
        points[ORGANIZATION] += 2.0
    elif is_word:
        return "no name"
    else:
        points[ORGANIZATION] += 0.8
    return "scored"


def _common(candidate: Candidate) -> Verdict:
    """A word that is mostly none: a name by what stands around it, or not at all."""
    known, points = candidate.opens, candidate.points
    inside = not candidate.starts
    after = candidate.after.lower()
    if candidate.titled and inside and known & (FIRST | LAST):
        points[PERSON] += 2.5
    elif (
        known & (FIRST | LAST)
        and after in ("said", "says", "told")
        and candidate.before not in ("the", "a")
    ):
        points[PERSON] += 1.0
    elif known & FIRST and inside and candidate.before not in _OWNERS:
        points[PERSON] += 0.3
    elif (
        inside and known & LAST and not known & (OFTEN | _NOUNS) and candidate.before not in _OWNERS
    ):
        points[PERSON] += 0.6
    elif candidate.sport and _is_side(candidate, after):
        points[ORGANIZATION] += 0.0 if candidate.name in NICKNAMES else 1.0
    elif inside and candidate.before == "the" and after in CALLED_ORGANIZATIONS:
        points[ORGANIZATION] += 1.0  # the Unite union
    elif inside and not known & _NOUNS and _is_somewhere(candidate):
        points[PLACE] += 0.5
    else:
        return "unlikely"
    return "scored"


def _is_side(candidate: Candidate, after: str) -> bool:
    inside, the = not candidate.starts, candidate.before == "the"
    follows = after in AFTER_ORGANIZATIONS
    if candidate.name in NICKNAMES:
        return inside or the or follows or after in BEATS
    return (
        inside
        and candidate.name[-1] == "s"
        and not candidate.opens & (_NOUNS | IN_CALENDAR)
        and (the or follows)
    )


def _is_somewhere(candidate: Candidate) -> bool:
    before, first = candidate.before, candidate.first
    if before in ("in", "near", "at"):
        return candidate.name[1:].islower()
    return before == "of" and candidate.line.before(first - 1) in BEFORE_PLACES


def _rare(candidate: Candidate) -> Verdict:
    """A word of no list, or a known name: most such words are people's."""
    known, word, points = candidate.opens, candidate.name, candidate.points
    is_listed = known & (FIRST | LAST)
    if not is_listed and not known & IS_PLACE and word.endswith(_IDEAS):
        return "no name"
    points[PERSON] += 0.8 * bool(known & LAST) + 0.8 * bool(known & FIRST)
    if known & IS_PLACE:
        return "scored"
    if candidate.starts and candidate.after == ":" and not is_listed:
        points[PERSON] = 0.0
        return "unlikely"
    points[PERSON] += 0.6 if candidate.starts else 0.7
    if not is_listed:
        points[ORGANIZATION] += 0.45
        points[PLACE] += 0.1
    if any(map(str.isdigit, word)):
        points[ORGANIZATION] += 0.6
        points[PERSON] -= 0.6
    elif "-" not in word and any(map(str.isupper, word[1:])):
        points[ORGANIZATION] += 0.0 if word.startswith(_INNER_CAPITALS) else 1.5
    return "scored"
