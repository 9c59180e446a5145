"""Points for a name of several words, by the words themselves."""

from typing import Final

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    OTHER,
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
    IS_ORGANIZATION,
    IS_PLACE,
    LAST,
    OFTEN,
    ORGANIZATION_NOUN,
    OTHER_NOUN,
    PLACE_NOUN,
    PLACE_OPENER,
)
from workers.domain.enrichment.entities.vocabulary.organizations import NATIONAL_BODIES
from workers.domain.enrichment.entities.vocabulary.people import FAMILY_LINKS, LATER
from workers.domain.enrichment.entities.vocabulary.places import NAMES_BEFORE_DE

_PURE_OPENERS: Final = frozenset("San Los Las Santa St. Mount Fort Port Lake El Puerto Rio".split())
"""Words before the names of places that are little else."""
_ORDINARY: Final = OFTEN | FUNCTION | DEMONYM | IS_PLACE
_SMALL: Final = frozenset(("of", "for", "and"))
_BEHIND_NOUNS: Final = frozenset(
    "of for de del della di do da du des".split()  # Banco do Larn
)


def score_several_words(candidate: Candidate) -> None:
    """Adds what the first word, the last, and those between say about the name."""
    _by_last_noun(candidate)
    _by_small_words(candidate)
    _by_known_parts(candidate)
    _by_place_opener(candidate)
    _by_peoples_names(candidate)
    _by_places_inside(candidate)
    _by_common_words(candidate)
    if _weight(candidate.words) > 4:
        candidate.points[PERSON] -= 1.5
        candidate.points[ORGANIZATION] += 0.6


def _by_last_noun(candidate: Candidate) -> None:
    opens, closes, points = candidate.opens, candidate.closes, candidate.points
    if closes & ORGANIZATION_NOUN and not (closes & LAST and opens & FIRST and not closes & COMMON):
        points[ORGANIZATION] += 3.0
    elif closes & PLACE_NOUN and not (
        opens & FIRST
        and closes & LAST
        and len(candidate.words) == 2
        and not opens & IS_PLACE
        and candidate.before != "the"  # the Larn Sea
    ):
        points[PLACE] += 1.8 if closes & LAST else 2.6
    elif closes & OTHER_NOUN and not opens & FIRST:
        points[OTHER] += 2.6


def _by_small_words(candidate: Candidate) -> None:
    opens, points, words = candidate.opens, candidate.points, candidate.words
    second = words[1] if len(words) > 2 else ""
    if opens & ORGANIZATION_NOUN and second in _BEHIND_NOUNS:
        points[ORGANIZATION] += 3.0
        points[PLACE] -= 1.0
    elif opens & PLACE_NOUN and second == "of":
        points[PLACE] += 2.5
    elif opens & OTHER_NOUN and second in ("of", "de", "du", "di"):
        points[OTHER] += 4.0
    elif words[0] in NAMES_BEFORE_DE and words[1] in ("de", "del", "do", "da", "di", "des", "du"):
        points[PLACE] += 3.0
    elif " ".join(words[1:]) in NATIONAL_BODIES:
        points[ORGANIZATION] += 3.0
    elif not _SMALL.isdisjoint(words):
        points[ORGANIZATION] += 1.0
        points[OTHER] += 0.8
        points[PERSON] -= 1.5
    if "&" in words:
        points[ORGANIZATION] += 3.0
    elif len(words) <= 5 and not opens & FIRST:
        points[ORGANIZATION] += any(known & ORGANIZATION_NOUN for known in candidate.known[:-1])
    if not opens & FIRST:
        points[ORGANIZATION] += any(
            known & CAPITALS and len(word) > 2 and not known & (FIRST | LAST) and word != "III"
            for known, word in zip(candidate.known, words, strict=True)
        )


def _by_known_parts(candidate: Candidate) -> None:
    """`Tesco Ireland`, `Penske Mercedes-Benz`."""
    opens, closes, lexicon = candidate.opens, candidate.closes, candidate.line.lexicon
    if candidate.words[-1] in lexicon.organizations:
        candidate.points[ORGANIZATION] += 1.5
    if not closes & (PLACE_NOUN | OTHER_NOUN | LAST) and (
        " ".join(candidate.words[:-1]) in lexicon.places and len(candidate.words) > 2
    ):
        candidate.points[ORGANIZATION] += 2.5  # San Diego Wave
    if opens & IS_ORGANIZATION and not opens & (FIRST | LAST | COMMON):
        candidate.points[ORGANIZATION] += 2.0


def _by_place_opener(candidate: Candidate) -> None:
    closes, words = candidate.closes, candidate.words
    if (
        len(words) != 2
        or not candidate.opens & PLACE_OPENER
        or closes & (ORGANIZATION_NOUN | OTHER_NOUN)
    ):
        return
    is_place = closes & IS_PLACE or not closes & (LAST | COMMON)
    candidate.points[PLACE] += (1.8 if is_place else 0.9) + (words[0] in _PURE_OPENERS)


def _by_peoples_names(candidate: Candidate) -> None:
    opens, closes, points, words = (
        candidate.opens,
        candidate.closes,
        candidate.points,
        candidate.words,
    )
    size = _weight(words)
    if any(map(str.isdigit, "".join(words))):
        points[PERSON] -= 2.0
    if opens & FIRST and (closes & LAST or not opens & PLACE_OPENER):
        points[PERSON] += 1.0 if opens & COMMON else 1.6
    elif _is_initials(words[0]):
        points[PERSON] += 2.2
    if closes & LAST and size <= 4:
        points[PERSON] += 0.5 if closes & COMMON and opens & COMMON else 1.0
    if size == 3 and len(words[1]) == 2 and words[1][1] == ".":
        points[PERSON] += 2.5
    points[PERSON] += 2.0 * (words[-1] in LATER)
    points[PERSON] += 0.0 if FAMILY_LINKS.isdisjoint(words[1:-1]) else 1.5
    if size in (2, 3, 4):
        if not any(known & (_ORDINARY | COMMON) for known in candidate.known):
            points[PERSON] += {2: 1.2, 3: 0.8, 4: 0.5}[size]
        elif not any(known & _ORDINARY for known in candidate.known):
            points[PERSON] += 0.7


def _weight(words: list[str]) -> int:
    """How many words, but for the small ones: `Luiz da Silva` has two."""
    return sum([word not in FAMILY_LINKS for word in words])


def _is_initials(word: str) -> bool:
    return (len(word) == 2 and word[1] == ".") or (len(word) == 4 and word[1] == "." == word[3])


def _by_places_inside(candidate: Candidate) -> None:
    opens, closes, points = candidate.opens, candidate.closes, candidate.points
    if opens & IS_PLACE and not opens & FIRST:
        points[ORGANIZATION] += 1.0
        points[PERSON] -= 0.8
    if opens & DEMONYM:
        points[ORGANIZATION] += 0.6
        points[OTHER] += 0.9
        points[PERSON] -= 1.0
    if closes & IS_PLACE and not opens & (FIRST | PLACE_OPENER) and len(candidate.words) == 2:
        points[ORGANIZATION] += 0.3
        points[PLACE] += 0.6


def _by_common_words(candidate: Candidate) -> None:
    opens, closes, points = candidate.opens, candidate.closes, candidate.points
    if all(known & OFTEN for known in candidate.known) and not candidate.titled:
        points[PERSON] -= 1.2  # Oral Cancer
    if all(known & COMMON for known in candidate.known):
        points[PERSON] -= 0.0 if opens & FIRST else 0.6
        points[OTHER] += 1.0
        points[ORGANIZATION] += 0.6
    elif closes & COMMON and not closes & LAST:
        points[ORGANIZATION] += 0.5
        points[OTHER] += 0.5
        points[PERSON] -= 0.8 if closes & OFTEN and not opens & FIRST else 0.3
