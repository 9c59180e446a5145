"""Points for a name by the words around it."""

import re
from typing import Final

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    PERSON,
    PLACE,
    Candidate,
)
from workers.domain.enrichment.entities.lexicon import (
    CAPITALS,
    FIRST,
    IN_CALENDAR,
    IS_PLACE,
    SAYING,
    TITLE,
)
from workers.domain.enrichment.entities.vocabulary.english import PEOPLE_DO
from workers.domain.enrichment.entities.vocabulary.organizations import (
    AFTER_ORGANIZATIONS,
    BEFORE_ORGANIZATIONS,
    CALLED_ORGANIZATIONS,
    DOES,
    JOINED,
)
from workers.domain.enrichment.entities.vocabulary.places import (
    AFTER_PLACES,
    BEFORE_PLACES,
    DONE_TO_PLACES,
    TO_PLACES,
    TRAVELLING,
)

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_SURE_PREPOSITIONS: Final = frozenset(
    "in near off at northern southern eastern western central downtown".split()
)
_WAYS: Final = ("from", "to")
_PERSONAL: Final = frozenset("he she his her himself herself who whose".split())
_PRONOUNS_WITHIN: Final = 7
"""Words behind a name in which a pronoun is likely its own."""
_ROLES: Final = frozenset(
    "who son daughter aged president chairman director minister head leader professor chief"
    " spokesman former".split()
)
"""What follows the comma behind a person's name."""


def score_surroundings(candidate: Candidate) -> None:
    """Adds what the neighbours of the name say about it."""
    points = candidate.points
    if _is_dateline(candidate):
        points[PLACE] += 4.0
    of_title = candidate.kind_of_place and candidate.line.lexicon[candidate.after or ","] & TITLE
    if candidate.titled and not candidate.is_known and not of_title:  # former Larn Gov.
        points[PERSON] += 2.5 if points[ORGANIZATION] < 3.0 else 0.5
    _by_word_before(candidate)
    if candidate.after:
        _by_word_after(candidate)
    _by_brackets(candidate)
    if not candidate.is_known and candidate.kind_of_place is None:
        _by_pronoun(candidate)


def _by_pronoun(candidate: Candidate) -> None:
    """`Veltrix said it`, `Veltrix cut its`; `Vale said he`, `Vale and her`."""
    line, end = candidate.line, candidate.end
    for word in line.words[end : min(end + _PRONOUNS_WITHIN, line.end)]:
        if word in ("it", "its"):
            candidate.points[ORGANIZATION] += 0.8
            return
        if word in _PERSONAL:
            candidate.points[PERSON] += 0.6
            return
        if not word[0].islower():
            return


def _is_dateline(candidate: Candidate) -> bool:
    """`LARNHOLM, Dec 3`, `LARNHOLM (Reuters) -`: in capitals, at the start of a line."""
    line, words = candidate.line, candidate.words
    if candidate.first != line.first or line.is_table or len(candidate.name) <= 3:
        return False
    if not (words[0].isupper() and words[-1].isupper()):
        return False
    after = candidate.after
    return (
        after in ("—", "--", "–", "-", "(")
        or _DATE.match(after) is not None
        or (
            after == ","
            and (
                candidate.next in line.lexicon.places
                or bool(line.lexicon[candidate.next or ","] & IN_CALENDAR)
            )
        )
    )


def _by_word_before(candidate: Candidate) -> None:
    before, points, line = candidate.before, candidate.points, candidate.line
    if before in TO_PLACES:
        points[PLACE] += _by_preposition(before, line.before(candidate.first - 1))
    elif before in BEFORE_PLACES or (
        before == "of" and line.before(candidate.first - 1) in BEFORE_PLACES
    ):
        points[PLACE] += 2.4
    elif before in DONE_TO_PLACES:
        points[PLACE] += 1.3
    elif before in BEFORE_ORGANIZATIONS:
        points[ORGANIZATION] += 0.2 if before == "by" else 1.8
    elif before in ("the", "a", "an"):
        points[PERSON] -= 1.6
        points[ORGANIZATION] += 0.6
    elif before in JOINED:
        points[ORGANIZATION] += 1.5
    elif before == "against" and candidate.sport:
        points[ORGANIZATION] += 0.5
    elif before in ("v", "vs", "vs.") and candidate.kind_of_place in ("city", "state"):
        points[ORGANIZATION] += 2.8


def _by_preposition(preposition: str, before: str) -> float:
    if preposition in _SURE_PREPOSITIONS or (preposition in _WAYS and before in TRAVELLING):
        return 1.7
    return 1.0 if preposition == "from" else 0.5


def _by_word_after(candidate: Candidate) -> None:
    after, following, points = candidate.after, candidate.next, candidate.points
    small = after.lower()
    if candidate.line.lexicon[after] & SAYING and after[0].islower():
        points[PERSON] += 1.0 if small in ("said", "says", "told", "added") else 0.7
    elif small in PEOPLE_DO:
        points[PERSON] += 0.9
    elif small in AFTER_PLACES:
        points[PLACE] += 1.0
    elif small in AFTER_ORGANIZATIONS or (
        small in ("general", "chief", "managing")
        and following in ("manager", "executive", "director")
    ):
        points[ORGANIZATION] += 1.8 if len(candidate.words) == 1 else 1.0
    elif (
        small in CALLED_ORGANIZATIONS
        and candidate.before == "the"
        and candidate.kind_of_place is None
    ):
        points[ORGANIZATION] += 2.0
    elif small in DOES:
        points[ORGANIZATION] += 0.8
    elif after in ("'s", "’s"):
        later = candidate.line.at(candidate.end + 2)
        if following in AFTER_ORGANIZATIONS or later in AFTER_ORGANIZATIONS:
            points[ORGANIZATION] += 0.7
    elif after == "," and following:
        _by_comma(candidate)


def _by_comma(candidate: Candidate) -> None:
    following, points = candidate.next, candidate.points
    if following.isdigit() and len(following) == 2:
        points[PERSON] += 1.5  # an age
    elif following in _ROLES:
        points[PERSON] += 0.9
    elif following in candidate.line.lexicon.places and candidate.before != ",":
        behind = candidate.line.at(candidate.end + 2)
        is_state = candidate.line.lexicon.places[following] == "state"
        points[PLACE] += 2.4 if is_state and behind in (",", ".") else 1.4


def _by_brackets(candidate: Candidate) -> None:
    line, points, lexicon = candidate.line, candidate.points, candidate.line.lexicon
    if candidate.after == "(" and candidate.next:
        inside = lexicon[candidate.next]
        if (inside & IS_PLACE or candidate.next in ("R", "D", "I")) and not candidate.kind_of_place:
            points[PERSON] += 1.5
        elif inside & CAPITALS and line.at(candidate.end + 2) == ")":
            points[ORGANIZATION] += 1.5
    if candidate.before != "(" or candidate.after != ")" or candidate.is_organization:
        return
    owner = line.at(candidate.first - 2) if candidate.first - 2 >= line.first else ""
    if not owner[:1].isupper() or (candidate.opens & CAPITALS and not candidate.kind_of_place):
        return
    if candidate.kind_of_place:
        points[PLACE] += 1.0
    else:
        is_list = line.is_table and not line.at(candidate.end + 1)[:1].isupper()
        points[PLACE] += 2.5 if is_list and not candidate.opens & FIRST else 0.3
