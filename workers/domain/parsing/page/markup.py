"""What a page's markup says, before anyone decides what to believe."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from pydantic import JsonValue

MarkKind = Literal["author", "date", "change", "section", "tag"]
"""An author, a day of publication or of a change, or what the story is filed under."""


class Line(NamedTuple):
    """A run of text that stands on a line of its own, in the order of the page."""

    tag: str
    """The element that begins it."""
    text: str
    region: int
    """The innermost side bar, footer, comment or card that it stands in; 0 for none."""
    byline: bool
    """Whether its markup says that it is about the author."""


class Mark(NamedTuple):
    """An element whose markup says that it holds an author or a date."""

    kind: MarkKind
    rule: str
    """By what it was known: `microdata`, `rdfa`, `time_element`, `author_class` …"""
    text: str
    """What a reader sees of it, on one line."""
    stated: str
    """What its attributes say for machines; empty where they say nothing."""
    region: int
    line: int
    """How many lines begin before it."""


class Heading(NamedTuple):
    """A heading of the first or second level."""

    level: int
    text: str
    region: int
    line: int


@dataclass(frozen=True, slots=True)
class PageMarkup:
    """Everything in a page that may tell what it is. Texts are on one line, none is empty."""

    language: str | None
    metas: Mapping[str, tuple[str, ...]]
    """By lower-case `property`, `name` or `itemprop`: the contents, in order."""
    links: Mapping[str, tuple[str, ...]]
    """By lower-case `rel`: the addresses as written."""
    json_links: tuple[str, ...]
    """Addresses of the page's own JSON, such as WordPress announces them."""
    document_title: str | None
    json_ld: tuple[Mapping[str, JsonValue], ...]
    """The objects of all JSON-LD scripts, graphs and lists unfolded, in order."""
    articles: tuple[Mapping[str, JsonValue], ...]
    """Those of them that are about the page's own story, not about another one."""
    body_classes: tuple[str, ...]
    post_ids: tuple[str, ...]
    """The `id` of each `article` element, such as `post-12`."""
    lean: str
    """The markup without scripts, menus and side bars: well-formed, whatever came."""
    bodies: tuple[str, ...]
    """The markup inside each element that WordPress' themes call the content of the entry."""
    headings: tuple[Heading, ...]
    marks: tuple[Mark, ...]
    filed: tuple[Mark, ...]
    """Links that say that they are a section or a tag."""
    post_classes: tuple[str, ...]
    """The classes of the first `article` that WordPress gave its own: `category-news`."""
    lines: tuple[Line, ...]
    copyright_line: str | None
    """The last line that holds a copyright sign."""
    regions: tuple[int, ...]
    """For each region that may lie outside the story: the one around it. The first is the page."""
    frames: frozenset[int]
    """The regions that frame other stories on most pages, and the byline on some."""

    def regions_around(self, region: int) -> frozenset[int]:
        """The region and all around it, the page itself left out."""
        found: set[int] = set()
        while region:
            found.add(region)
            region = self.regions[region]
        return frozenset(found)

    def first_meta(self, *names: str) -> tuple[str, str] | None:
        """The name and the content of the first of these metas that is there."""
        return next(self.all_metas(*names), None)

    def all_metas(self, *names: str) -> Iterator[tuple[str, str]]:
        """Names and contents of these metas, by the order of the names."""
        for name in names:
            for content in self.metas.get(name, ()):
                yield name, content

    def first_link(self, rel: str) -> str | None:
        """The first address of this relation."""
        return next(iter(self.links.get(rel, ())), None)
