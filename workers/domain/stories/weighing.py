"""What the terms of an article weigh, among the stories that live now."""

from array import array
from collections.abc import Mapping
from math import log, sqrt
from typing import Final

from schemas.story import StoryCandidate
from workers.domain.stories.background import ARTICLES, background_of
from workers.domain.stories.filed import Vector
from workers.domain.stories.postings import Postings
from workers.domain.stories.settings import StorySettings

NAME_FACTOR: Final = 1.5
"""Names tell events apart; a pair of names is weighed as a word, for its parts count too."""
_LOGS: Final = tuple(1 + log(count or 1) for count in range(64))


def weigh(
    candidate: StoryCandidate, postings: Postings, stories: int, settings: StorySettings
) -> Vector:
    """The heaviest terms of an article as a vector of length one.

    (1 + ln mentions) x ln(N / df): df is the number of live stories that hold the term, N that of
    all, and the background adds to both, so that a young window knows what is common.
    """
    table = background_of(candidate.language_code)
    share = settings.background_share if table else 0.0
    total = stories + 2 + (share * ARTICLES if table else settings.background_floor)
    weighed: list[tuple[float, str, int]] = []
    place = 0
    for group, size in enumerate(candidate.term_groups):
        for term, mentions in zip(
            candidate.terms[place : place + size],
            candidate.term_counts[place : place + size],
            strict=True,
        ):
            weight = _LOGS[min(mentions, 63)] * _rarity(term, postings, table, share, total)
            if group < 2 and " " not in term:
                weight *= NAME_FACTOR
            weighed.append((-weight, term, group))
        place += size
    weighed.sort()
    return _vector(weighed[: settings.heaviest_terms])


def _rarity(
    term: str, postings: Postings, table: Mapping[str, int], share: float, total: float
) -> float:
    holding = 0.5 + postings.count(term) + share * table.get(term, 0)
    return log(total / holding) if holding < total else 0.01


def _vector(weighed: list[tuple[float, str, int]]) -> Vector:
    length = sqrt(sum(weight * weight for weight, _, _ in weighed)) or 1.0
    groups: tuple[list[tuple[str, int]], ...] = ([], [], [], [])
    for weight, term, group in weighed:
        thousandths = round(-1000 * weight / length)
        if thousandths:
            groups[group].append((term, thousandths))
    flat = [each for group in groups for each in group]
    return Vector(
        terms=tuple(term for term, _ in flat),
        groups=tuple(map(len, groups)),
        weights=array("H", [weight for _, weight in flat]),
    )
