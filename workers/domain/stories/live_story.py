"""A story while it lives: its articles and the sums that new ones are compared with.

Everything here is a function of the articles that it holds, in whole numbers, so neither the order
in which they came nor a restart can change it.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from math import sqrt
from typing import Final

from workers.domain.stories.filed import FiledArticle, Vector
from workers.domain.stories.settings import StorySettings


class Sums:
    """The vectors of several articles, added up."""

    __slots__ = ("_names_length", "head", "names", "weights")

    def __init__(self) -> None:
        self.weights: dict[str, int] = {}
        self.names: Counter[str] = Counter()
        """How many articles hold a term as a name."""
        self.head: dict[str, int] = {}
        """Title and lede alone, each article's at length one."""
        self._names_length: float | None = None

    def add(self, vector: Vector, sign: int = 1) -> list[str]:
        """Adds an article's vector, or takes it away (-1).

        The terms that the sums did not hold before, or do not hold any more.
        """
        changed = []
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            before = self.weights.get(term, 0)
            after = before + sign * weight
            if after:  # every weight is 1 at least, so what adds up to 0 is held by nobody
                self.weights[term] = after
            else:
                del self.weights[term]
            if not (before and after):
                changed.append(term)
        for term in vector.terms[: vector.names]:
            self.names[term] += sign
            if not self.names[term]:
                del self.names[term]
        for term, weight in head_of(vector):
            self.head[term] = self.head.get(term, 0) + sign * weight
            if not self.head[term]:
                del self.head[term]
        self._names_length = None
        return changed

    @property
    def head_names(self) -> dict[str, int]:
        """The names among the terms of title and lede."""
        return {term: weight for term, weight in self.head.items() if term in self.names}

    @property
    def names_length(self) -> float:
        """The length of the part of the sum that is names."""
        if self._names_length is None:
            weights = self.weights
            self._names_length = sqrt(sum(weights[term] ** 2 for term in self.names))
        return self._names_length


_NO_DAYS: Final[Counter[int]] = Counter()


class Times:
    """When the articles of a story came and were published, and which days they name."""

    __slots__ = (
        "days",
        "first_arrival",
        "first_published",
        "last_arrival",
        "last_published",
        "naming",
    )

    def __init__(self, articles: Collection[FiledArticle]) -> None:
        """Of at least one article, withdrawn ones among them: they came as well."""
        arrivals = [each.ingested_at for each in articles]
        self.first_arrival, self.last_arrival = min(arrivals), max(arrivals)
        counted = [each for each in articles if not each.is_withdrawn]
        published = [each.published_at for each in counted if each.published_at is not None]
        self.first_published = min(published, default=None)
        self.last_published = max(published, default=None)
        days = Counter(day for each in counted for day in each.month_days)
        self.days = days or _NO_DAYS
        """How many articles name a day."""
        self.naming = sum(1 for each in counted if each.month_days)
        """How many name any."""


class LiveStory:
    """The articles of one story, by id, in the order in which they were first filed."""

    __slots__ = ("_sums", "_times", "gone", "language_code", "members", "story_id")

    def __init__(self, story_id: str, language_code: str) -> None:
        self.story_id = story_id
        self.language_code = language_code
        self.members: dict[str, FiledArticle] = {}
        self.gone: dict[str, FiledArticle] = {}
        """Withdrawn ones: they count nowhere, and are remembered as long as the story."""
        self._sums: Sums | None = None
        self._times: Times | None = None

    def __len__(self) -> int:
        return len(self.members)

    def add(self, article: FiledArticle) -> list[str]:
        """Takes an article in; the terms that the story did not hold before."""
        self._times = None
        if article.is_withdrawn:
            self.gone[article.article_id] = article
            return []
        before = list(self.members.values())
        self.members[article.article_id] = article
        if not before:
            return list(article.vector.terms)
        if before[-1].filed_number > article.filed_number:
            ordered = sorted(self.members.values(), key=lambda each: each.filed_number)
            self.members = {each.article_id: each for each in ordered}
        if self._sums is None:
            self._sums = _added(before)
        return self._sums.add(article.vector)

    def remove(self, article_id: str) -> list[str]:
        """Lets an article go; the terms that the story does not hold any more."""
        self._times = None
        if self.gone.pop(article_id, None) is not None:
            return []
        article = self.members.pop(article_id)
        if self._sums is None:
            return list(article.vector.terms)
        lost = self._sums.add(article.vector, -1)
        if len(self.members) < 2:
            self._sums = None
        return lost

    def ends_at(self, settings: StorySettings) -> int:
        """When it ends, by the clock of arrivals: so long after its last article came.

        It takes articles for so long only, so one that never rests ends too, and comes again.
        """
        times = self.times
        longest = times.first_arrival + settings.open_seconds
        return min(times.last_arrival, longest) + settings.window_seconds

    def is_alive(self, clock: int, settings: StorySettings) -> bool:
        """Whether it takes copies of its articles still."""
        return len(self.members) < settings.most_articles and self.ends_at(settings) >= clock

    def is_open(self, clock: int, settings: StorySettings) -> bool:
        """Whether it takes articles still."""
        opened = self.times.first_arrival
        return self.is_alive(clock, settings) and opened + settings.open_seconds >= clock

    @property
    def everyone(self) -> list[FiledArticle]:
        """Its articles and those withdrawn, in the order in which they were first filed."""
        both = (*self.members.values(), *self.gone.values())
        return sorted(both, key=lambda each: each.filed_number)

    @property
    def sums(self) -> Sums:
        """The sums of its members; those of one article are made anew, for memory's sake."""
        return self._sums or _added(self.members.values())

    @property
    def times(self) -> Times:
        """The times of its articles."""
        if self._times is None:
            self._times = Times((*self.members.values(), *self.gone.values()))
        return self._times


def head_of(vector: Vector) -> list[tuple[str, int]]:
    """The terms of title and lede with their weights, scaled to length one (1,000)."""
    groups, names = vector.groups, vector.names
    terms = vector.terms[: groups[0]] + vector.terms[names : names + groups[2]]
    weights = vector.weights[: groups[0]] + vector.weights[names : names + groups[2]]
    length = sqrt(sum(weight * weight for weight in weights)) or 1.0
    scaled = [round(1000 * weight / length) for weight in weights]
    return [each for each in zip(terms, scaled, strict=True) if each[1]]


def _added(articles: Iterable[FiledArticle]) -> Sums:
    sums = Sums()
    for article in articles:
        sums.add(article.vector)
    return sums
