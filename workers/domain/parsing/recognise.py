"""What a raw record holds: which posts, and of which kind each of them is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue, ValidationError

from schemas.codec import TooDeep, UnreadableJson, describe, parse_json
from schemas.dead_letter import Reason
from schemas.raw_post import (
    RAW_POST,
    FeedEntry,
    HtmlPage,
    MastodonStatus,
    PlainText,
    RawPost,
    WordPressPost,
)
from workers.domain.parsing.charsets import decode
from workers.domain.parsing.feeds.feed import Feed, FeedPost, post_of
from workers.domain.parsing.feeds.json_feed import (
    is_json_entry,
    is_json_feed,
    read_json_feed,
    single_json_entry,
)
from workers.domain.parsing.feeds.prologue import (
    feed_behind_junk,
    is_feed_root,
    is_wide,
    root_of,
)
from workers.domain.parsing.feeds.xml_feed import read_xml_feed
from workers.domain.parsing.json_array import element_bytes, elements_of_member
from workers.domain.parsing.mastodon.shapes import Status, collection_key, is_status
from workers.domain.parsing.post import Flaw
from workers.domain.parsing.shapes import ENVELOPES, refuse_other_shapes
from workers.domain.parsing.sources import SourcePost, source_of
from workers.domain.rejection import PostRejected, quoted


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post of a kind that is known, and where in the raw post it stands."""

    post: Mapping[str, JsonValue] | PlainText | FeedPost | Status | SourcePost
    """A bare object is one of WordPress."""
    at: str
    """JSON Pointer to the object or to the text."""
    flaw: Flaw | None = None
    """What was wrong with the bytes of a text, where it could be read all the same."""


@dataclass(frozen=True, slots=True)
class OnePost:
    """The record is one post: a JSON value, or text that is no JSON."""

    value: JsonValue
    is_text: bool
    at: str = ""
    flaw: Flaw | None = None


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
    if kind and (what := _unsupported_type(kind)) is not None:
        raise PostRejected(Reason.UNSUPPORTED_KIND, f"content type {kind}: {what}")
    if kind.endswith(("xml", "rss", "atom")):
        return _feed(body, charset)
    if kind.endswith("json"):
        structured = kind.startswith("application/cloudevents")
        return _json_record(_parsed(body), body, structured=structured)
    return _sniffed(body, charset)


def recognise(post: OnePost) -> FoundPost:
    """The kind of one post, by its envelope or by its shape.

    Raises:
        PostRejected: it is no post, or one of a kind that is not read yet.
    """
    if post.is_text:
        return FoundPost(PlainText(kind="plain_text", text=str(post.value)), post.at, post.flaw)
    value = post.value
    if not isinstance(value, dict):
        raise PostRejected(
            Reason.UNKNOWN_SHAPE, f"expected a post as a JSON object, got {_name(value)}"
        )
    kind = value.get("kind")
    if isinstance(kind, str) and kind in ENVELOPES:
        return _unwrapped(_envelope(value), post.at)
    return _bare(value, post.at)


def _bare(value: dict[str, JsonValue], at: str) -> FoundPost:
    """The kind of an object that came without an envelope, by its shape."""
    if is_status(value):
        return FoundPost(Status(value), at)
    if is_json_entry(value):
        return FoundPost(post_of(single_json_entry(value, None, at), 0), at)
    if (own := source_of(value)) is not None:
        return FoundPost(own, at)
    refuse_other_shapes(value)
    return FoundPost(value, at)


def _unwrapped(envelope: RawPost, at: str) -> FoundPost:
    match envelope:
        case WordPressPost(post=inner):
            refuse_other_shapes(inner)
            return FoundPost(inner, f"{at}/post")
        case PlainText():
            return FoundPost(envelope, f"{at}/text")
        case FeedEntry():
            return FoundPost(_entry_of(envelope, at), at)
        case MastodonStatus(status=status):
            if not is_status(status):
                raise PostRejected(Reason.UNKNOWN_SHAPE, "status: an object of no known shape")
            return FoundPost(Status(status), f"{at}/status")
        case HtmlPage():
            raise PostRejected(Reason.UNSUPPORTED_KIND, f"an envelope of kind {envelope.kind}")


def _entry_of(envelope: FeedEntry, at: str) -> FeedPost:
    """The one entry of an envelope.

    Raises:
        PostRejected: contract_violation, where it holds none or several.
    """
    if envelope.entry_json is not None:
        item = envelope.entry_json
        return post_of(single_json_entry(item, envelope.feed_url, f"{at}/entry_json"), 0)
    if envelope.entry_xml is None:
        raise PostRejected(
            Reason.CONTRACT_VIOLATION, "feed_entry: neither entry_xml nor entry_json"
        )
    body = envelope.entry_xml.encode("utf-8", "replace")
    feed = read_xml_feed(body, "utf-8", envelope.feed_url, f"{at}/entry_xml")
    if len(feed) != 1:
        raise PostRejected(
            Reason.CONTRACT_VIOLATION, f"entry_xml: got {len(feed)} entries, expected one"
        )
    return post_of(feed, 0)


def _envelope(value: dict[str, JsonValue]) -> RawPost:
    try:
        return RAW_POST.validate_python(value)
    except ValidationError as error:
        raise PostRejected(
            Reason.CONTRACT_VIOLATION, describe(error, "raw post envelope")
        ) from None


_LIKE_JSON = re.compile(
    rb'\s*(?:\{\s*["}]|\[\s*(?:[\[{"\]]|-?\d+\s*[,\]]|(?:true|false|null)\s*[,\]]))'
)
_SCALAR_START = b'"-0123456789tfn'
_MARKUP = re.compile(rb"\s*<(?:!doctype|!--|[a-z][a-z0-9:-]*[\s/>])", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)


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
        raise PostRejected(Reason.UNSUPPORTED_KIND, "an HTML page")
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


def _unsupported_type(kind: str) -> str | None:
    if kind in ("text/html", "application/xhtml+xml"):
        return "an HTML page"
    return None


def _parsed(body: bytes) -> JsonValue:
    try:
        return parse_json(body)
    except TooDeep as error:
        raise PostRejected(Reason.TOO_DEEP, str(error)) from None
    except UnreadableJson as error:
        raise PostRejected(Reason.UNREADABLE_JSON, str(error)) from None


def _text(body: bytes, charset: str | None) -> OnePost:
    decoded = decode(body, charset)
    flaw = Flaw(decoded.rule, decoded.confidence) if decoded.rule is not None else None
    return OnePost(decoded.text, is_text=True, flaw=flaw)


def _charset_in(parameters: str) -> str | None:
    found = _CHARSET.search(parameters)
    return found[1] if found is not None else None


def _name(value: JsonValue) -> str:
    return "a text" if isinstance(value, str) else quoted(value)
