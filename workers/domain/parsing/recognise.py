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
from workers.domain.parsing.page.charset import decode_page
from workers.domain.parsing.shapes import ENVELOPES, refuse_other_shapes
from workers.domain.rejection import PostRejected, quoted


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A WordPress object, a plain text or a page, and where in the raw post it stands."""

    post: Mapping[str, JsonValue] | PlainText | HtmlPage
    at: str
    """JSON Pointer to the object, to the text or to the markup."""


@dataclass(frozen=True, slots=True)
class OnePost:
    """The record is one post: a JSON value, or text that is no JSON."""

    value: JsonValue
    is_text: bool
    at: str = ""
    is_page: bool = False
    """Whether the text is the markup of a whole page."""


@dataclass(frozen=True, slots=True)
class ManyPosts:
    """The record is a list of posts."""

    values: tuple[JsonValue, ...]


def open_record(value: bytes, content_type: str | None) -> OnePost | ManyPosts:
    """The post, or the list of posts, in a record's value.

    A content type (CloudEvents' binary mode, or any producer's header) decides where it is given;
    without one the first characters do.

    Raises:
        PostRejected: the record as a whole can never work.
    """
    body = value.removeprefix(b"\xef\xbb\xbf")
    kind = (content_type or "").partition(";")[0].strip().lower()
    if not body or body.isspace():
        raise PostRejected(Reason.EMPTY, "the record's value is empty")
    if kind == "text/plain":
        return OnePost(_decoded(body), is_text=True)
    if kind in PAGE_TYPES:
        return _page(body, content_type or "")
    if kind and (what := _unsupported_type(kind)) is not None:
        raise PostRejected(Reason.UNSUPPORTED_KIND, f"content type {kind}: {what}")
    if kind.endswith("json"):
        return _json_record(_parsed(body), structured=kind.startswith("application/cloudevents"))
    return _sniffed(body)


def recognise(post: OnePost) -> FoundPost:
    """The kind of one post, by its envelope or by its shape.

    Raises:
        PostRejected: it is no post, or one of a kind that is not read yet.
    """
    if post.is_page:
        return FoundPost(HtmlPage(kind="html_page", html=str(post.value), url=""), post.at)
    if post.is_text:
        return FoundPost(PlainText(kind="plain_text", text=str(post.value)), post.at)
    value = post.value
    if not isinstance(value, dict):
        raise PostRejected(
            Reason.UNKNOWN_SHAPE, f"expected a post as a JSON object, got {_name(value)}"
        )
    kind = value.get("kind")
    if isinstance(kind, str) and kind in ENVELOPES:
        return _unwrapped(_envelope(value), post.at)
    refuse_other_shapes(value)
    return FoundPost(value, post.at)


def _unwrapped(envelope: RawPost, at: str) -> FoundPost:
    match envelope:
        case WordPressPost(post=inner):
            refuse_other_shapes(inner)
            return FoundPost(inner, f"{at}/post")
        case PlainText():
            return FoundPost(envelope, f"{at}/text")
        case HtmlPage():
            return FoundPost(envelope, f"{at}/html")
        case FeedEntry() | MastodonStatus():
            raise PostRejected(Reason.UNSUPPORTED_KIND, f"an envelope of kind {envelope.kind}")


def _envelope(value: dict[str, JsonValue]) -> RawPost:
    try:
        return RAW_POST.validate_python(value)
    except ValidationError as error:
        raise PostRejected(
            Reason.CONTRACT_VIOLATION, describe(error, "raw post envelope")
        ) from None


PAGE_TYPES = ("text/html", "application/xhtml+xml")
"""The content types of pages."""

_LIKE_JSON = re.compile(
    rb'\s*(?:\{\s*["}]|\[\s*(?:[\[{"\]]|-?\d+\s*[,\]]|(?:true|false|null)\s*[,\]]))'
)
_SCALAR_START = b'"-0123456789tfn'
_FEED = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:\?xml|rss|feed|rdf:rdf|item|entry|channel)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(rb"\s*<(?:!doctype|!--|[a-z][a-z0-9:-]*[\s/>])", re.IGNORECASE)


def _sniffed(body: bytes) -> OnePost | ManyPosts:
    first = body.lstrip()[:1]
    if first in b"{[":
        try:
            return _json_record(_parsed(body), structured=False)
        except PostRejected:
            if _LIKE_JSON.match(body):
                raise
    elif first == b"<":
        head = body[:4_096]
        if _FEED.match(head):
            raise PostRejected(Reason.UNSUPPORTED_KIND, "a feed or another XML document")
        if _MARKUP.match(head):
            return _page(body, "")
    elif first in _SCALAR_START and len(body) < 10_000 and (scalar := _scalar(body)) is not None:
        return scalar
    return OnePost(_decoded(body), is_text=True)


def _scalar(body: bytes) -> OnePost | None:
    """The one JSON string, number or constant that this is; None for text that begins like one."""
    try:
        return OnePost(parse_json(body), is_text=False)
    except UnreadableJson:
        return None


def _json_record(value: JsonValue, *, structured: bool) -> OnePost | ManyPosts:
    if isinstance(value, list):
        if not value:
            raise PostRejected(Reason.EMPTY, "a list that holds no post")
        if not any(isinstance(item, dict) for item in value):
            raise PostRejected(Reason.UNKNOWN_SHAPE, "a list that holds no object")
        return ManyPosts(tuple(value))
    if structured or (isinstance(value, dict) and "specversion" in value):
        return _event_data(value)
    return OnePost(value, is_text=False)


def _event_data(event: JsonValue) -> OnePost | ManyPosts:
    """What a CloudEvent in structured mode carries under `data`."""
    if not isinstance(event, dict) or "data" not in event:
        raise PostRejected(Reason.UNKNOWN_SHAPE, "a CloudEvent without data")
    data = event["data"]
    if isinstance(data, list):
        return _json_record(data, structured=False)
    return OnePost(data, is_text=isinstance(data, str), at="/data")


def _unsupported_type(kind: str) -> str | None:
    if kind.endswith(("xml", "rss", "atom")) or kind == "application/feed+json":
        return "a feed or another XML document"
    return None


def _page(body: bytes, content_type: str) -> OnePost:
    return OnePost(decode_page(body, content_type), is_text=True, is_page=True)


def _parsed(body: bytes) -> JsonValue:
    try:
        return parse_json(body)
    except TooDeep as error:
        raise PostRejected(Reason.TOO_DEEP, str(error)) from None
    except UnreadableJson as error:
        raise PostRejected(Reason.UNREADABLE_JSON, str(error)) from None


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"0x{body[error.start]:02x}"
        raise PostRejected(
            Reason.UNDECODABLE_TEXT, f"byte {byte} at {error.start} is not UTF-8"
        ) from None


def _name(value: JsonValue) -> str:
    return "a text" if isinstance(value, str) else quoted(value)
