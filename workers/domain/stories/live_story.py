"""A story while it lives: its articles and the sums that new ones are compared with.

Everything here is a function of the articles that it holds, in whole numbers, so neither the order
in which they came nor a restart can change it.
"""

from collections import Counter
from collections.abc import Iterable
from math import sqrt

from workers.domain.stories.filed import FiledArticle, Vector


class Sums:
    """The vectors of several articles, added up."""

    __slots__ = ("_names_length", "head", "held", "names", "weights")

    def __init__(self) -> None:
        self.weights: dict[str, int] = {}
        self.names: Counter[str] = Counter()
        """How many articles hold a term as a name."""
        self.head: dict[str, int] = {}
        """Title and lede alone, each article's at length one."""
        self.held: dict[str, int] = {}
        """How many articles hold a term."""
        self._names_length: float | None = None

    def add(self, vector: Vector, sign: int = 1) -> list[str]:
        """Adds an article's vector, or takes it away (-1).

        The terms that the sums did not hold before, or do not hold any more.
        """
        changed = []
        for term, weight in zip(vector.terms, vector.weights, strict=True):
            held = self.held.get(term, 0)
            if held + sign:
                self.held[term] = held + sign
                self.weights[term] = self.weights.get(term, 0) + sign * weight
            else:
                del self.held[term], self.weights[term]
            if not (held and held + sign):
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
    def names_length(self) -> float:
        """The length of the part of the sum that is names."""
        if self._names_length is None:
            weights = self.weights
            self._names_length = sqrt(sum(weights[term] ** 2 for term in self.names))
        return self._names_length


class LiveStory:
    """The articles of one story, by id."""

    __slots__ = ("_sums", "gone", "language_code", "members", "story_id")

    def __init__(self, story_id: str, language_code: str) -> None:
        self.story_id = story_id
        self.language_code = language_code
        self.members: dict[str, FiledArticle] = {}
        self.gone: dict[str, FiledArticle] = {}
        """Withdrawn ones: they count nowhere, and are remembered as long as the story."""
        self._sums: Sums | None = None

    def __len__(self) -> int:
        return len(self.members)

    def add(self, article: FiledArticle) -> list[str]:
        """Takes an article in; the terms that the story did not hold before."""
        if article.is_withdrawn:
            self.gone[article.article_id] = article
            return []
        self.members[article.article_id] = article
        if len(self.members) == 1:
            self._sums = None
            return list(article.vector.terms)
        return self._kept_sums(without=article.article_id).add(article.vector)

    def remove(self, article_id: str) -> list[str]:
        """Lets an article go; the terms that the story does not hold any more."""
        if self.gone.pop(article_id, None) is not None:
            return []
        article = self.members.pop(article_id)
        if not self.members:
            self._sums = None
            return list(article.vector.terms)
        return self._kept_sums(plus=article).add(article.vector, -1)

    def sums(self) -> Sums:
        """The sums of its members; those of one article are made anew, for memory's sake."""
        return self._sums or _added(self.members.values())

    def _kept_sums(self, without: str = "", plus: FiledArticle | None = None) -> Sums:
        if self._sums is None:
            members = [each for key, each in self.members.items() if key != without]
            self._sums = _added([*members, plus] if plus else members)
        return self._sums

    def in_order(self) -> list[FiledArticle]:
        """Its articles, in the order in which they were first filed."""
        return sorted(self.members.values(), key=lambda each: each.filed_number)

    @property
    def everyone(self) -> list[FiledArticle]:
        """Its articles and those withdrawn, in the order in which they were first filed."""
        both = (*self.members.values(), *self.gone.values())
        return sorted(both, key=lambda each: each.filed_number)


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
