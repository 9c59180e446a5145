"""Points for a name by what the text calls it: `the charity Harbour Aid`, `Veltrix, a maker of`."""

from typing import Final

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    OTHER,
    PERSON,
    PLACE,
    Candidate,
)
from workers.domain.enrichment.entities.vocabulary.organizations import (
    CALLED_ORGANIZATIONS,
    CALLED_OTHER,
    STAKES,
)
from workers.domain.enrichment.entities.vocabulary.people import (
    JOBS,
    MEMBERS,
    RULERS,
    STAFF,
    TITLES,
)
from workers.domain.enrichment.entities.vocabulary.places import CALLED_PLACES

_DETERMINERS: Final = frozenset("a an the its his her their our my one".split())
_HEAD_ENDS: Final = frozenset(
    "of in for which who that whose where at on from with to near and or by told said is".split()
)
_FARTHEST: Final = 6
"""Words in which the head of an apposition is looked for."""


def score_appositions(candidate: Candidate) -> None:
    """Adds what the nouns before the name and behind its comma call it."""
    if not candidate.is_known:
        _by_noun_before(candidate)
        _by_staff(candidate)
    if candidate.after == "," and not candidate.is_known:
        _add(candidate, _head(candidate), 2.0)


def _by_noun_before(candidate: Candidate) -> None:
    before = candidate.before
    line, first = candidate.line, candidate.first
    if before and line.words[first - 1] == before:  # in small letters
        kind = _kind_called(before)
        if kind == PERSON and before in TITLES:
            return  # scored as a title
        _add(candidate, before, 2.2)


def _by_staff(candidate: Candidate) -> None:
    """`analysts at Kessler`, `director of the Harbour Trust`, `the mayor of Larnholm`."""
    line, points = candidate.line, candidate.points
    place = candidate.first - 1
    if line.before(place + 1) in ("the", "a"):
        place -= 1
    if place <= line.first:
        return
    small, who = line.words[place], line.before(place)
    if small == "of" and who in RULERS:
        points[PLACE] += 2.4
    elif small == "of" and who in MEMBERS:
        points[ORGANIZATION] += 2.6
    elif small == "in" and who in STAKES:
        points[ORGANIZATION] += 2.0
        points[PLACE] -= 1.7
    elif small in ("at", "for", "of", "with") and who in STAFF:
        sure = small == "at" or who.startswith("spokes")
        points[ORGANIZATION] += 2.6 if sure else 1.2
        points[PLACE] -= 1.2 if small == "at" else 0.0


def _head(candidate: Candidate) -> str:
    """The noun behind a comma: the maker of `, a drug maker from Larn`; nothing where none is."""
    line, place = candidate.line, candidate.end + 1
    if line.at(place) in _DETERMINERS:
        place += 1
    head = ""
    for word in line.words[place : min(place + _FARTHEST, line.end)]:
        if word in _HEAD_ENDS or not word[0].isalnum():
            return head
        if word[0].isupper():
            return ""  # `, the Unite union said`: another name
        head = word
    return ""


def _add(candidate: Candidate, noun: str, weight: float) -> None:
    kind = _kind_called(noun)
    if kind is not None:
        candidate.points[kind] += weight


def _kind_called(noun: str) -> int | None:
    if noun in CALLED_ORGANIZATIONS or (noun.endswith("maker") and len(noun) > 8):
        return ORGANIZATION
    if noun in CALLED_PLACES:
        return PLACE
    if noun in CALLED_OTHER:
        return OTHER
    if noun in JOBS or noun in TITLES:
        return PERSON
    return None
