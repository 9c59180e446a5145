"""JSON Feed, versions 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from pydantic import JsonValue

from schemas.article import Term
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.dates import Role
from workers.domain.parsing.feeds.entry import Body, Entry, FeedFacts, FoundDate, Person, Written
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.json_array import elements_of_member
from workers.domain.parsing.json_values import as_object, items_of, text_of
from workers.domain.parsing.pictures import FoundImage
from workers.domain.parsing.post import TakenFrom

_MOST: Final = 500
_Object = Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class JsonFeed:
    """A JSON Feed that was read; its items are read one by one."""

    facts: FeedFacts
    items: tuple[JsonValue, ...]
    at: str
    """JSON Pointer to the items."""
    single: bool
    body: bytes
    """The record, for the bytes of one item."""
    elements: list[bytes] = field(default_factory=list, compare=False)
    """The bytes of every item, once somebody has asked for those of one: one look, not many."""

    def __len__(self) -> int:
        return len(self.items)

    def entry(self, index: int) -> Entry:
        """The entry of this number."""
        at = self.at if self.single else f"{self.at}/{index}"
        return read_json_entry(as_object(self.items[index]), at)

    def letter(self, index: int) -> bytes:
        """The item of this number, byte for byte."""
        if not self.elements:
            self.elements.extend(elements_of_member(self.body, b'"items"'))
        return self.elements[index] if len(self.elements) == len(self.items) else self.body


def is_json_feed(value: JsonValue) -> bool:
    """Whether a JSON value is a feed."""
    feed = as_object(value)
    version = feed.get("version")
    return (
        isinstance(version, str)
        and "jsonfeed.org" in version
        and isinstance(feed.get("items"), list)
    )


def is_json_entry(value: _Object) -> bool:
    """Whether an object without an envelope is an item of a JSON Feed."""
    if "_links" in value or isinstance(value.get("content"), dict):
        return False
    return "content_html" in value or ("content_text" in value and "id" in value)


def read_json_feed(feed: _Object, body: bytes, at: str = "") -> JsonFeed:
    """The feed in a JSON object that `is_json_feed`."""
    facts = FeedFacts(
        title=tidy_line(text_of(feed.get("title")) or "") or None,
        home=text_of(feed.get("home_page_url")),
        address=text_of(feed.get("feed_url")),
        language=text_of(feed.get("language")),
        authors=tuple(_people(feed, at)),
        at=at,
    )
    return JsonFeed(facts, tuple(items_of(feed.get("items"))), f"{at}/items", False, body)


def single_json_entry(item: _Object, address: str | None, at: str) -> JsonFeed:
    """One item that came without its feed."""
    return JsonFeed(FeedFacts(address=address, at=at), (dict(item),), at, True, b"")


def read_json_entry(item: _Object, at: str) -> Entry:
    """The entry that an item is. Fields of the wrong type are read as absent."""
    url, external = text_of(item.get("url")), text_of(item.get("external_url"))
    place, address = ("url", url) if url else ("external_url", external)
    identifier = item.get("id")
    numbered = isinstance(identifier, int | float) and not isinstance(identifier, bool)
    return Entry(
        at=at,
        guid=f"{identifier:.15g}" if numbered else text_of(identifier),
        url=Written(address, f"{at}/{place}", "link" if url else "external_url")
        if address
        else None,
        canonical=None,
        title=plain_title(text_of(item.get("title"))),
        bodies=tuple(_bodies(item, at)),
        people=tuple(_people(item, at)),
        dates=tuple(_dates(item, at)),
        publisher=None,
        sections=(),
        tags=tuple(_tags(item)),
        terms_source=f"{at}/tags",
        pictures=tuple(_pictures(item)),
        language=text_of(item.get("language")),
        taken_from=TakenFrom(None, external, f"{at}/external_url", 0.6)
        if url and external
        else None,
    )


def plain_title(title: str | None) -> str | None:
    """A title as one line. It is plain text; what stands encoded in it all the same is decoded."""
    if title is None:
        return None
    return (plain_text_of(title) if "&" in title and "<" not in title else tidy_line(title)) or None


def _bodies(item: _Object, at: str) -> Iterable[Body]:
    for name, is_html, rule in (
        ("content_html", True, "content_html"),
        ("content_text", False, "content_text"),
        ("summary", False, "summary"),
    ):
        if (text := text_of(item.get(name))) is not None:
            yield Body(text, is_html, f"{at}/{name}", rule, None)


def _people(item: _Object, at: str) -> Iterable[Person]:
    people = list(islice(items_of(item.get("authors")), _MOST)) or [item.get("author")]
    for person in people:
        name = text_of(as_object(person).get("name"))
        if name is not None:
            yield Person(name, text_of(as_object(person).get("url")), f"{at}/authors")


def _dates(item: _Object, at: str) -> Iterable[FoundDate]:
    fields: tuple[tuple[str, Role], ...] = (
        ("date_published", "published"),
        ("date_modified", "modified"),
    )
    for name, role in fields:
        if (text := text_of(item.get(name))) is not None:
            yield FoundDate(role, text, f"{at}/{name}")


def _tags(item: _Object) -> Iterable[Term]:
    for tag in dict.fromkeys(
        t for t in islice(items_of(item.get("tags")), _MOST) if isinstance(t, str)
    ):
        if name := tidy_line(tag):
            yield Term(slug=None, name=name)


def _pictures(item: _Object) -> Iterable[FoundImage]:
    for name in ("image", "banner_image"):
        if (src := text_of(item.get(name))) is not None:
            yield FoundImage(src, None)
    for attachment in islice(items_of(item.get("attachments")), _MOST):
        medium = as_object(attachment)
        kind, src = text_of(medium.get("mime_type")), text_of(medium.get("url"))
        if src is not None and kind is not None and kind.startswith("image/"):
            yield FoundImage(src, tidy_line(text_of(medium.get("title")) or "") or None)
