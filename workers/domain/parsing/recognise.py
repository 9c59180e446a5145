"""Of which kind a post is: by its envelope, or by its shape."""

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import JsonValue, ValidationError

from schemas.codec import describe
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
from workers.domain.parsing.feeds.feed import FeedPost, post_of
from workers.domain.parsing.feeds.json_feed import (
    is_json_entry,
    single_json_entry,
)
from workers.domain.parsing.feeds.xml_feed import read_xml_feed
from workers.domain.parsing.mastodon.shapes import Status, is_status
from workers.domain.parsing.opening import OnePost
from workers.domain.parsing.post import Flaw
from workers.domain.parsing.shapes import ENVELOPES, refuse_other_shapes
from workers.domain.parsing.sources import SourcePost, source_of
from workers.domain.rejection import PostRejected, quoted


class FoundPost(NamedTuple):
    """A post of a kind that is known, and where in the raw post it stands."""

    post: Mapping[str, JsonValue] | PlainText | FeedPost | Status | SourcePost | HtmlPage
    """A bare object is one of WordPress."""
    at: str
    """JSON Pointer to the object, to the text or to the markup."""
    flaw: Flaw | None = None
    """What was wrong with the bytes of a text, where it could be read all the same."""


def recognise(post: OnePost) -> FoundPost:
    """The kind of one post, by its envelope or by its shape.

    Raises:
        PostRejected: it is no post, or one of a kind that is not read yet.
    """
    if post.is_page:
        return FoundPost(HtmlPage(kind="html_page", html=str(post.value), url=""), post.at)
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
            return FoundPost(envelope, f"{at}/html")


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


def _name(value: JsonValue) -> str:
    return "a text" if isinstance(value, str) else quoted(value)
