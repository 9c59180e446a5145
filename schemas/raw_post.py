"""What producers may put on `raw-posts`: the envelopes.

A bare payload is as good as an envelope: a WordPress object or list of objects, a feed, a page, a
status or plain text may be sent just as its source gave it, and is recognised by its shape.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, JsonValue, TypeAdapter


class Envelope(BaseModel):
    """What all envelopes share. Fields that we do not know are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)

    fetched_at: datetime | None = None
    """When the post was fetched from its source, or null."""


class NamedPublisher(BaseModel):
    """Who published a text that does not say so itself."""

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)

    name: str | None = None
    """The publisher's name, or null."""
    domain: str | None = None
    """The host it publishes at, or null."""


class WordPressPost(Envelope):
    """A post of the WordPress REST API, as `/wp-json/wp/v2/posts` gives it."""

    kind: Literal["wordpress_post"]
    """`wordpress_post`"""
    post: dict[str, JsonValue]
    """The post object, unchanged."""


class PlainText(Envelope):
    """The text of an article, without markup."""

    kind: Literal["plain_text"]
    """`plain_text`"""
    text: str
    """The text, its paragraphs on lines of their own."""
    title: str | None = None
    """The headline, when it is known apart from the text."""
    url: str | None = None
    """Where it was published."""
    publisher: NamedPublisher | None = None
    """Who published it."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    published_at: str | None = None
    """When it was published: ISO 8601, with a zone if one is known."""


class FeedEntry(Envelope):
    """One entry of an RSS, Atom or JSON feed."""

    kind: Literal["feed_entry"]
    """`feed_entry`"""
    feed_url: str | None = None
    """The feed it stood in."""
    entry_xml: str | None = None
    """The entry as XML (RSS `<item>`, Atom `<entry>`)."""
    entry_json: dict[str, JsonValue] | None = None
    """The entry as JSON Feed has it."""


class HtmlPage(Envelope):
    """A whole web page."""

    kind: Literal["html_page"]
    """`html_page`"""
    html: str
    """The page's markup."""
    url: str
    """Where the page was found."""


class MastodonStatus(Envelope):
    """A Mastodon status, as its REST API gives it."""

    kind: Literal["mastodon_status"]
    """`mastodon_status`"""
    status: dict[str, JsonValue]
    """The status object, unchanged."""


RawPost = Annotated[
    WordPressPost | PlainText | FeedEntry | HtmlPage | MastodonStatus, Discriminator("kind")
]

RAW_POST: TypeAdapter[RawPost] = TypeAdapter(RawPost)
