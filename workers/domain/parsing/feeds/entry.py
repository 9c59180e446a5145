"""An entry and its feed as they were written: the same for XML and for JSON, nothing judged yet."""

from dataclasses import dataclass
from typing import NamedTuple

from schemas.article import Term
from workers.domain.parsing.dates import Role
from workers.domain.parsing.pictures import FoundImage
from workers.domain.parsing.post import Flaw, TakenFrom


class Written(NamedTuple):
    """A value as the source writes it, and where it stands."""

    text: str
    source: str
    """JSON Pointer; the elements of XML count as members, repeated ones by their number."""
    rule: str
    """The name of the rule that chose this place."""


class Body(NamedTuple):
    """A text of the entry: markup, or plain text."""

    text: str
    is_html: bool
    source: str
    rule: str
    base: str | None
    """What relative addresses in it are relative to, where the feed says so."""


class Person(NamedTuple):
    """Someone whom a feed names, as it names them: perhaps with an address behind the name."""

    name: str
    url: str | None
    source: str


class FoundDate(NamedTuple):
    """A date as written."""

    role: Role
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """What a feed says of itself."""

    title: str | None = None
    home: str | None = None
    """The page that it belongs to."""
    address: str | None = None
    """Where it was found, or says that it is."""
    language: str | None = None
    authors: tuple[Person, ...] = ()
    at: str = ""
    """JSON Pointer to the feed's own fields."""
    flaws: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry."""

    at: str
    guid: str | None
    url: Written | None
    """Its page, perhaps relative."""
    canonical: Written | None
    title: str | None
    """As one line of plain text."""
    bodies: tuple[Body, ...]
    """Its texts, the fullest first."""
    people: tuple[Person, ...]
    dates: tuple[FoundDate, ...]
    publisher: str | None
    sections: tuple[Term, ...]
    tags: tuple[Term, ...]
    terms_source: str
    pictures: tuple[FoundImage, ...]
    language: str | None
    taken_from: TakenFrom | None
