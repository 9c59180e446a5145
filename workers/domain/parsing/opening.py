"""What a raw record holds: one post, a list of posts, or a feed."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from pydantic import JsonValue

from schemas.codec import TooDeep, UnreadableJson, parse_json
from schemas.dead_letter import Reason
from workers.domain.parsing.charsets import decode
from workers.domain.parsing.feeds.feed import Feed
from workers.domain.parsing.feeds.json_feed import (
    is_json_feed,
    read_json_feed,
)
from workers.domain.parsing.feeds.prologue import (
    feed_behind_junk,
    is_feed_root,
    is_wide,
    root_of,
)
from workers.domain.parsing.feeds.xml_feed import read_xml_feed
from workers.domain.parsing.json_array import element_bytes, elements_of_member
from workers.domain.parsing.mastodon.shapes import collection_key
from workers.domain.parsing.page.charset import decode_page
from workers.domain.parsing.post import Flaw
from workers.domain.rejection import PostRejected

PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
"""The content types of pages."""

_LIKE_JSON: Final = re.compile(
    rb'\s*(?:\{\s*["}]|\[\s*(?:[\[{"\]]|-?\d+\s*[,\]]|(?:true|false|null)\s*[,\]]))'
)
_SCALAR_START: Final = b'"-0123456789tfn'
_MARKUP: Final = re.compile(rb"\s*<(?:!doctype|!--|[a-z][a-z0-9:-]*[\s/>])", re.IGNORECASE)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)


class OnePost(NamedTuple):
    """The record is one post: a JSON value, or text that is no JSON."""

    value: JsonValue
    is_text: bool
    at: str = ""
    flaw: Flaw | None = None
    is_page: bool = False
    """Whether the text is the markup of a whole page."""


@dataclass(frozen=True, slots=True)
class ManyPosts:
    """The record is a list of posts."""

    values: tuple[JsonValue, ...]
    key: str | None = None
    """The member of the record's object that is the list; None where the record is the list."""

    def bytes_in(self, record: bytes) -> tuple[bytes, ...]:
        """The bytes of each post in the record."""
        if self.key is None:
            return element_bytes(record)
        return elements_of_member(record, f'"{self.key}"'.encode())


def open_record(value: bytes, content_type: str | None) -> OnePost | ManyPosts | Feed:
    """The post, the list of posts, or the feed in a record's value.

    A content type (CloudEvents' binary mode, or any producer's header) decides where it is given;
    without one the first characters do.

    Raises:
        PostRejected: the record as a whole can never work.
    """
    body = value.removeprefix(b"\xef\xbb\xbf")
    kind, _, parameters = (content_type or "").partition(";")
    kind = kind.strip().lower()
    charset = _charset_in(parameters)
    if not body or body.isspace():
        raise PostRejected(Reason.EMPTY, "the record's value is empty")
    if kind == "text/plain":
        return _text(body, charset)
    if kind in PAGE_TYPES:
        return _page(body, content_type or "")
    if kind.endswith(("xml", "rss", "atom")):
        return _feed(body, charset)
    if kind.endswith("json"):
        structured = kind.startswith("application/cloudevents")
        return _json_record(_parsed(body), body, structured=structured)
    return _sniffed(body, charset)


def _sniffed(body: bytes, charset: str | None) -> OnePost | ManyPosts | Feed:
    raw = body
    if is_wide(raw):
        body = decode(raw, charset).text.encode("utf-8", "replace")
        if is_feed_root(root_of(body)):
            return _feed(raw, charset)
    first = body.lstrip()[:1]
    if first in b"{[":
        try:
            return _json_record(_parsed(body), body, structured=False)
        except PostRejected:
            if _LIKE_JSON.match(body):
                raise
    elif first == b"<":
        return _markup(body, charset)
    elif first in _SCALAR_START and len(body) < 10_000 and (scalar := _scalar(body)) is not None:
        return scalar
    elif (begins := feed_behind_junk(body)) > 0:
        return _feed(body[begins:], charset)
    return _text(raw, charset)


def _markup(body: bytes, charset: str | None) -> OnePost | Feed:
    root = root_of(body)
    if is_feed_root(root):
        return _feed(body, charset)
    if (begins := feed_behind_junk(body)) > 0:
        return _feed(body[begins:], charset)
    if body.lstrip()[:5].lower() == b"<?xml" and root != "html":
        raise PostRejected(Reason.UNSUPPORTED_KIND, "an XML document that is no feed")
    if root == "html" or _MARKUP.match(body[:4_096]):
        return _page(body, "")
    return _text(body, charset)


def _feed(body: bytes, charset: str | None) -> Feed:
    feed = read_xml_feed(body, charset)
    if not len(feed):
        raise PostRejected(Reason.EMPTY, "a feed that holds no entry")
    return feed


def _scalar(body: bytes) -> OnePost | None:
    """The one JSON string, number or constant that this is; None for text that begins like one."""
    try:
        return OnePost(parse_json(body), is_text=False)
    except UnreadableJson:
        return None


def _json_record(value: JsonValue, body: bytes, *, structured: bool) -> OnePost | ManyPosts | Feed:
    if isinstance(value, list):
        if not value:
            raise PostRejected(Reason.EMPTY, "a list that holds no post")
        if not any(isinstance(item, dict) for item in value):
            raise PostRejected(Reason.UNKNOWN_SHAPE, "a list that holds no object")
        return ManyPosts(tuple(value))
    if structured or (isinstance(value, dict) and "specversion" in value):
        return _event_data(value, body)
    if isinstance(value, dict):
        return _object_record(value, body, "")
    return OnePost(value, is_text=False)


def _object_record(value: dict[str, JsonValue], body: bytes, at: str) -> OnePost | ManyPosts | Feed:
    """A feed, a page of a collection, or one post."""
    if is_json_feed(value):
        feed = read_json_feed(value, body, at)
        if not len(feed):
            raise PostRejected(Reason.EMPTY, "a feed that holds no entry")
        return feed
    key = collection_key(value)
    items = value.get(key) if key is not None else None
    if isinstance(items, list) and items:
        return ManyPosts(tuple(items), key)
    return OnePost(value, is_text=False, at=at)


def _event_data(event: JsonValue, body: bytes) -> OnePost | ManyPosts | Feed:
    """What a CloudEvent in structured mode carries under `data`."""
    if not isinstance(event, dict) or "data" not in event:
        raise PostRejected(Reason.UNKNOWN_SHAPE, "a CloudEvent without data")
    match event["data"]:
        case list() as data:
            opened = _json_record(data, body, structured=False)
            return ManyPosts(opened.values, "data") if isinstance(opened, ManyPosts) else opened
        case dict() as data:
            return _object_record(data, body, "/data")
        case str() as data if is_feed_root(root_of(data.encode("utf-8", "replace"))):
            return read_xml_feed(data.encode("utf-8", "replace"), "utf-8", at="/data")
        case data:
            return OnePost(data, is_text=isinstance(data, str), at="/data")


def _page(body: bytes, content_type: str) -> OnePost:
    return OnePost(decode_page(body, content_type), is_text=True, is_page=True)


def _parsed(body: bytes) -> JsonValue:
    try:
        return parse_json(body)
    except UnreadableJson as error:
        reason = Reason.TOO_DEEP if isinstance(error, TooDeep) else Reason.UNREADABLE_JSON
        raise PostRejected(reason, str(error)) from None


def _text(body: bytes, charset: str | None) -> OnePost:
    decoded = decode(body, charset)
    flaw = Flaw(decoded.rule, decoded.confidence) if decoded.rule is not None else None
    return OnePost(decoded.text, is_text=True, flaw=flaw)


def _charset_in(parameters: str) -> str | None:
    found = _CHARSET.search(parameters) if parameters else None
    return found[1] if found is not None else None
