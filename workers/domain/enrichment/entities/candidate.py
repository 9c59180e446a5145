"""A stretch of words that may be a name, what stands around it, and the points for each kind."""

from dataclasses import dataclass
from typing import Final

from schemas.enriched_article import EntityKind
from workers.domain.enrichment.entities.lexicon import Lexicon

PERSON: Final = 0
ORGANIZATION: Final = 1
PLACE: Final = 2
OTHER: Final = 3
KINDS: Final[tuple[EntityKind, ...]] = ("person", "organization", "place", "other")
Points = list[float]
"""For each kind, in the order of `KINDS`."""


@dataclass(slots=True, eq=False)
class Line:
    """One line of the text and what it looks like."""

    words: list[str]
    """The words of the whole text."""
    lexicon: Lexicon
    first: int
    end: int
    capitals: list[int]
    """Which of its words begin with a capital."""
    is_table: bool
    sport: int
    """How much of it is about sport: 2 and more are enough."""

    def before(self, place: int) -> str:
        """The word before a place in small letters, or nothing at the start of the line."""
        return self.words[place - 1].lower() if place > self.first else ""

    def at(self, place: int) -> str:
        """The word at a place, or nothing beyond the end of the line."""
        return self.words[place] if place < self.end else ""


class Mention:
    """One stretch that is scored: words `first` to `end` (not included)."""

    __slots__ = ("by_words", "end", "first", "name", "points", "sport", "titled")

    def __init__(
        self, first: int, end: int, name: str, points: Points, *, titled: bool = False
    ) -> None:
        self.first = first
        self.end = end
        self.name = name
        self.points = points
        self.by_words = points
        """The points for the name's own words, before what stands around them."""
        self.sport = False
        """Whether sport is spoken of around it."""
        self.titled = titled
        """Whether a title stands before it."""

    def dismiss(self) -> None:
        """Takes all points from it: a name only where the text names somebody so elsewhere."""
        self.points = self.by_words = [0.0, 0.0, 0.0, 0.0]


class Candidate(Mention):
    """A mention while it is being scored."""

    __slots__ = (
        "after",
        "before",
        "closes",
        "is_known",
        "is_organization",
        "kind_of_place",
        "known",
        "line",
        "next",
        "opens",
        "starts",
        "words",
    )

    def __init__(
        self,
        line: Line,
        first: int,
        end: int,
        name: str,
        *,
        titled: bool,
        starts: bool,
    ) -> None:
        super().__init__(first, end, name, [0.0, 0.0, 0.0, 0.0], titled=titled)
        self.line = line
        self.words = line.words[first:end]
        self.known = [line.lexicon[word] for word in self.words]
        self.opens, self.closes = self.known[0], self.known[-1]
        self.before = line.before(first)
        self.after = line.at(end)
        self.next = line.at(end + 1)
        self.starts = starts
        """Whether it opens a sentence, where a capital tells nothing."""
        self.sport = line.sport >= 2
        self.kind_of_place = line.lexicon.places.get(name)
        self.is_organization = name in line.lexicon.organizations
        if name == "Amazon" and self.before == "the":  # the river; the company has no article
            self.is_organization, self.kind_of_place = False, "region"
        self.is_known = self.is_organization or (
            self.kind_of_place in ("country", "region") or name in line.lexicon.sure_places
        )
        """Whether the name alone tells what it is."""
