"""One post in our shape: what a source published, parsed and cleaned."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from .base import CharIndex, Confidence, Identifier, Instant, Message

PostKind = Literal["wordpress_post", "plain_text", "feed_entry", "html_page", "mastodon_status"]

BlockKind = Literal[
    "paragraph", "heading", "list_item", "quote", "caption", "table", "code", "embed"
]

EvidenceKind = Literal[
    "attribution_tail",
    "byline",
    "canonical_link",
    "cms_markup",
    "dateline",
    "feed_source",
    "image_host",
    "licence_notice",
    "release_wire",
    "signature",
    "source_line",
    "structured_data",
]

AccessKind = Literal["open", "truncated", "withheld", "withdrawn"]

WallTime = Annotated[
    str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$")
]


class Block(Message):
    """One block of the text. Blocks are in order and parted by one blank line.

    No block holds a blank line, so splitting `text` at blank lines gives the blocks, one for one.
    """

    kind: BlockKind
    """What the block is to a reader."""
    start_char: CharIndex
    """Its first code point in `text`."""
    end_char: CharIndex
    """The code point after its last one in `text`."""


class Author(Message):
    """Someone the source names as author."""

    name: str
    """The name as the source writes it, without `By`."""
    url: str | None
    """A page about the author, or null when the source gives none."""


class DateClaim(Message):
    """One statement about a date, whether or not it could be turned into an instant."""

    role: Literal["published", "modified", "created"]
    """What is said to have happened."""
    instant: Instant | None
    """The moment in UTC, or null when the statement does not fix one."""
    wall_time: WallTime | None
    """The local time as written, ISO 8601 without a zone and cut to its precision, or null."""
    precision: Literal["year", "month", "day", "minute", "second"]
    """The smallest unit that was written."""
    zone_known: bool
    """Whether the zone is known; without one there is no instant."""
    whose: Literal["publisher", "origin"]
    """Whether the claim is about this copy or about the text it was taken from."""
    source: str
    """Where it stands: a JSON Pointer (RFC 6901) into the raw post."""
    written: str
    """The words of the source, at most 80 characters."""
    doubt: Literal["in_the_future"] | None
    """Why the statement is not believed, or null. A date more than a day ahead sets no instant."""


class Publisher(Message):
    """Who published this copy."""

    name: str | None
    """The name the source gives itself, or null when it gives none."""
    domain: str | None
    """The host it publishes at, without `www.`, or null when unknown."""


class Evidence(Message):
    """One reason to believe that a text was first published elsewhere."""

    kind: EvidenceKind
    """What sort of trace it is."""
    text: str
    """The words or the markup of the source, at most 240 characters."""
    source: str
    """Where it stands: a JSON Pointer (RFC 6901) into the raw post."""


class Origin(Message):
    """The publisher a text was first published by, where a site republishes it."""

    name: str
    """The outlet's name; the domain where no name is known for it."""
    domain: str | None
    """The outlet's registrable domain, or null when only the name is known."""
    evidence: tuple[Evidence, ...]
    """Every trace that was found, the strongest first."""
    confidence: Confidence
    """How sure the strongest trace makes us, from 0 to 1."""


class Term(Message):
    """A section or a tag. A source may tell the slug, the name, or both."""

    slug: str | None
    """The name in URLs, such as `world-news`, or null when the source gives none."""
    name: str | None
    """The name that readers see, or null when the source gives none."""


class Image(Message):
    """A picture that belongs to the article."""

    url: str
    """Where the picture is, as an absolute http or https URL."""
    alt: str | None
    """The alternative text, or null when the source gives none."""
    caption: str | None
    """The caption, or null when the source gives none."""


class Link(Message):
    """A link that stands in the text."""

    url: str
    """Where it leads, as an absolute http, https or mailto URL."""
    text: str
    """The words that carry the link; empty for a picture."""


class Claim(Message):
    """Where a field's value came from, when it was not simply copied."""

    field: str
    """The field, as a path in this message: `origin`, `sections`, `date_claims.1`."""
    source: str
    """Where it was read: a JSON Pointer (RFC 6901) into the raw post."""
    rule: str
    """The name of the rule that read it."""
    confidence: Confidence
    """How sure the rule is, from 0 to 1."""


class Removed(Message):
    """Something that stood in the source and was kept out of the text."""

    rule: str
    """The name of the rule that removed it."""
    text: str
    """What was removed, as a reader would have seen it, at most 500 characters."""


class Article(Message):
    """An article: one post of any source, parsed, cleaned and typed.

    `null` means that the source did not say; an empty list means that there is none.
    """

    article_id: Identifier
    """The article's id and the record's key. It stays when the post is changed or moves."""
    revision: Identifier
    """A hash of what a reader would see: it changes when, and only when, that changes."""
    kind: PostKind
    """The shape in which the post arrived."""
    url: str | None
    """Where the post is published, as its source writes it, or null."""
    canonical_url: str | None
    """The URL that the source calls canonical, or null. It may be another host's."""
    title: str | None
    """The headline as plain text, or null when the source has none. Never made up."""
    standfirst: str | None
    """The editor's own summary under the headline, or null. Never an excerpt cut from the text."""
    text: str
    """The article as plain text: its blocks, parted by blank lines.
    Empty when it was withheld or withdrawn."""
    blocks: tuple[Block, ...]
    """The blocks of `text`, in order. The title and the standfirst are none of them."""
    authors: tuple[Author, ...]
    """Who the source names as authors, in its order."""
    published_at: Instant | None
    """When this copy was published, in UTC, or null when the source does not fix the moment."""
    modified_at: Instant | None
    """When this copy was last changed, in UTC, or null when the source does not fix the moment."""
    ingested_at: Instant
    """When the raw post came onto its topic, in UTC. Never in the future."""
    date_claims: tuple[DateClaim, ...]
    """Every statement about a date, the ones that fix no moment among them."""
    publisher: Publisher | None
    """Who published this copy, or null when nothing tells."""
    origin: Origin | None
    """Who published the text first, where that is another publisher; null when nothing says so."""
    sections: tuple[Term, ...]
    """The sections (WordPress: categories) that the source files it under."""
    tags: tuple[Term, ...]
    """The source's own tags."""
    images: tuple[Image, ...]
    """The pictures, the leading one first."""
    links: tuple[Link, ...]
    """The links of the text, in order."""
    declared_language: str | None
    """The language that the source declares, as a BCP 47 tag, or null."""
    access: AccessKind
    """How much of it the source showed: all, a part, nothing (a password), or taken back."""
    claims: tuple[Claim, ...]
    """Where each value came from that was not simply copied."""
    removed: tuple[Removed, ...]
    """What was kept out of the text, and by which rule."""
    source_record: str
    """The raw post as `topic/partition/offset`, and `#index` where one record held many."""
