"""What the terms of an article weigh, among the stories that live now."""

from array import array
from collections.abc import Iterator
from itertools import chain, repeat
from math import log, sqrt
from sys import intern
from typing import Final

from schemas.story import StoryCandidate
from workers.domain.stories.background import ARTICLES, background_of
from workers.domain.stories.filed import Vector
from workers.domain.stories.postings import Postings
from workers.domain.stories.settings import StorySettings

NAME_FACTOR: Final = 1.5
"""Names tell events apart; a pair of names is weighed as a word, for its parts count too."""
_LISTED: Final = 64
_LOGS: Final = tuple(1 + log(mentions or 1) for mentions in range(_LISTED))
_COMMONEST: Final = 0.01
"""The rarity of a term that all stories hold."""


def weigh(
    candidate: StoryCandidate, postings: Postings, stories: int, settings: StorySettings
) -> Vector:
    """The heaviest terms of an article as a vector of length one.

    (1 + ln mentions) x ln(N / df): df is the number of live stories that hold the term, N that of
    all, and the background adds to both, so that a young window knows what is common.
    """
    table = background_of(candidate.language_code)
    share = settings.background_share
    total = stories + 2 + (share * ARTICLES if table else settings.background_floor)
    common = table.get
    weighed: list[tuple[float, str, int]] = []
    for term, mentions, holding, group in zip(
        candidate.terms,
        candidate.term_counts,
        postings.counts(candidate.terms),
        _groups(candidate.term_groups),
        strict=True,
    ):
        frequency = 0.5 + holding + share * common(term, 0)
        weight = _LOGS[mentions] if mentions < _LISTED else _LOGS[-1]
        weight *= log(total / frequency) if frequency < total else _COMMONEST
        if group < 2 and " " not in term:
            weight *= NAME_FACTOR
        weighed.append((-weight, term, group))
    weighed.sort()
    return _vector(weighed[: settings.heaviest_terms])


def _groups(sizes: tuple[int, ...]) -> Iterator[int]:
    """Of each term, the number of the group that it stands in."""
    return chain.from_iterable(repeat(group, size) for group, size in enumerate(sizes))


def _vector(weighed: list[tuple[float, str, int]]) -> Vector:
    length = sqrt(sum(weight * weight for weight, _, _ in weighed)) or 1.0
    groups: tuple[list[tuple[str, int]], ...] = ([], [], [], [])
    for weight, term, group in weighed:
        thousandths = round(-1000 * weight / length)
        if thousandths:
            groups[group].append((intern(term), thousandths))  # one object for all articles
    flat = [each for group in groups for each in group]
    return Vector(
        terms=tuple(term for term, _ in flat),
        groups=tuple(map(len, groups)),
        weights=array("H", [weight for _, weight in flat]),
    )
