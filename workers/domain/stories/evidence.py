"""What speaks for an article belonging to a story, and how much."""

from collections.abc import Mapping
from math import log
from operator import mul
from typing import Final, NamedTuple

from workers.domain.stories.filed import Vector
from workers.domain.stories.live_story import LiveStory, Times, head_of
from workers.domain.stories.settings import DAY, Coefficients
from workers.domain.stories.spellings import DIGIT_SIGNS

_LONGEST_APART: Final = 14 * DAY
_PAIR_LENGTH: Final = 6.0  # that of an article of 400 words
_UNIT: Final = 1_000_000
"""A product of two weights, each in thousandths."""


class Evidence(NamedTuple):
    """The kinds of evidence, each named and explained in `Coefficients`."""

    mean_cosine: float
    head_cosine: float
    names_cosine: float
    names_foreign: float
    numbers_shared: float
    numbers_foreign: float
    days_shared: float
    days_foreign: float
    days_apart: float
    days_unknown: float
    length: float

    def score(self, coefficients: Coefficients) -> float:
        """Above 0: more likely than not."""
        worths = (getattr(coefficients, name) for name in self._fields)
        score: float = sum(map(mul, self, worths), start=coefficients.bias)
        return score


class Query:
    """An article, ready to be held against many stories."""

    def __init__(
        self,
        vector: Vector,
        month_days: tuple[int, ...],
        published_at: int | None,
        word_count: int,
    ) -> None:
        pairs = list(zip(vector.terms, vector.weights, strict=True))
        self._names, others = pairs[: vector.names], pairs[vector.names :]
        self._numbers = [each for each in others if each[0][0] in DIGIT_SIGNS]
        self._words = [each for each in others if each[0][0] not in DIGIT_SIGNS]
        self._weights = dict(pairs)
        self._head = head_of(vector)
        self._head_names = dict(pairs[: vector.groups[0]])
        self._names_length = sum(weight * weight for _, weight in self._names) ** 0.5
        self._month_days = month_days
        self._published_at = published_at
        self._length = log(30 + word_count)

    def evidence(self, story: LiveStory) -> Evidence | None:
        """What speaks for it belonging to the story; None where they share no term."""
        sums = story.sums
        weights, members = sums.weights, len(story)
        names = _product(self._names, weights)
        shared = sum(weight for term, weight in self._numbers if term in weights)
        numbers = _product(self._numbers, weights)
        whole = names + numbers + _product(self._words, weights)
        if not whole:
            return None
        lengths = self._names_length * sums.names_length
        times = story.times
        days_shared, days_foreign = self._days(times, members)
        return Evidence(
            mean_cosine=whole / (members * _UNIT),
            head_cosine=_product(self._head, sums.head) / (members * _UNIT),
            names_cosine=names / lengths if lengths else 0.0,
            names_foreign=_foreign(sums.head_names, self._weights)
            * _foreign(self._head_names, weights),
            numbers_shared=shared / 1000,
            numbers_foreign=sum(weight for _, weight in self._numbers) / 1000 - shared / 1000,
            days_shared=days_shared,
            days_foreign=days_foreign,
            days_apart=self._days_apart(times),
            days_unknown=float((self._published_at is None) != (times.first_published is None)),
            length=self._length,
        )

    def _days(self, times: Times, members: int) -> tuple[float, float]:
        """The share of members that name a day that this one names, and that name only others."""
        if not self._month_days or not times.naming:
            return 0.0, 0.0
        shared = max(times.days[day] for day in self._month_days)
        return shared / members, (times.naming - shared) / members

    def _days_apart(self, times: Times) -> float:
        if self._published_at is None:
            return 0.0
        return days_apart((self._published_at, self._published_at), times)


def story_evidence(one: LiveStory, other: LiveStory) -> Evidence | None:
    """What speaks for two stories being one: their mean articles, held against each other."""
    less, more = sorted((one, other), key=lambda each: len(each.sums.weights))
    ours, theirs = less.sums, more.sums
    pairs = len(less) * len(more)
    whole = _product(list(ours.weights.items()), theirs.weights)
    if not whole:
        return None
    names = sum(ours.weights[term] * theirs.weights.get(term, 0) for term in ours.names)
    lengths = ours.names_length * theirs.names_length
    days = less.times.days
    shared = max(
        (min(count / len(less), more.times.days[day] / len(more)) for day, count in days.items()),
        default=0.0,
    )
    first = less.times.first_published, less.times.last_published
    return Evidence(
        mean_cosine=whole / (pairs * _UNIT),
        head_cosine=_product(list(ours.head.items()), theirs.head) / (pairs * _UNIT),
        names_cosine=names / lengths if lengths else 0.0,
        names_foreign=_foreign(ours.head_names, theirs.weights)
        * _foreign(theirs.head_names, ours.weights),
        numbers_shared=0.0,
        numbers_foreign=0.0,
        days_shared=shared,
        days_foreign=0.0,
        days_apart=0.0
        if first[0] is None or first[1] is None
        else days_apart((first[0], first[1]), more.times),
        days_unknown=float((first[0] is None) != (more.times.first_published is None)),
        length=_PAIR_LENGTH,
    )


def days_apart(published: tuple[int, int], times: Times) -> float:
    """How many days lie between a time and that of a story, at most 14; 0 where it has none."""
    if times.first_published is None or times.last_published is None:
        return 0.0
    apart = max(0, times.first_published - published[1], published[0] - times.last_published)
    return min(apart, _LONGEST_APART) / DAY


def _foreign(names: Mapping[str, int], weights: Mapping[str, int]) -> float:
    """The share of these names, by the square of their weight, that the others do not know."""
    total = foreign = 0
    for name, weight in names.items():
        square = weight * weight
        total += square
        if name not in weights:
            foreign += square
    return foreign / total if total else 0.0


def _product(terms: list[tuple[str, int]], weights: dict[str, int]) -> int:
    total = 0
    for term, weight in terms:
        other = weights.get(term)
        if other:
            total += weight * other
    return total
