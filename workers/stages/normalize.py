"""Raw posts in, articles out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from schemas.article import Article
from schemas.codec import encode
from schemas.dead_letter import Reason
from schemas.raw_post import HtmlPage, PlainText
from schemas.topics import ARTICLES, RAW_POSTS
from workers.domain.article import assemble
from workers.domain.parsing.feeds.entry_post import parse_entry
from workers.domain.parsing.feeds.feed import Feed, FeedPost, post_of
from workers.domain.parsing.feeds.json_feed import JsonFeed
from workers.domain.parsing.feeds.xml_feed import XmlFeed
from workers.domain.parsing.limits import DEFAULT, Limits
from workers.domain.parsing.mastodon.shapes import Status
from workers.domain.parsing.mastodon.status import parse_status
from workers.domain.parsing.opening import ManyPosts, OnePost, open_record
from workers.domain.parsing.page.parse import parse_page
from workers.domain.parsing.post import ParsedPost
from workers.domain.parsing.recognise import FoundPost, recognise
from workers.domain.parsing.sources import SourcePost
from workers.domain.parsing.text.plain_text import parse_plain_text
from workers.domain.parsing.wordpress import parse_wordpress
from workers.domain.rejection import PostRejected
from workers.stages.headers import header_of, output_headers, source_of
from workers.stages.outcome import Bury, Drop, Forward, Outcome, OutputRecord, Record
from workers.stages.sizes import refuse_too_large


@dataclass(frozen=True, slots=True)
class NormalizeStage:
    """Makes an article of every post of a record, whatever its kind."""

    max_post_bytes: int
    """Records with a larger value are buried as `too_large`."""
    max_posts: int
    """Records with more posts than this are buried as `too_large`, as one."""
    limits: Limits = DEFAULT
    """How much of one post is read."""

    name: Literal["normalize"] = "normalize"
    reads: str = RAW_POSTS.name

    def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:
        """One outcome for each post of the record, in order; never none, never an exception."""
        if record.value is None:
            return (Drop("tombstone"),)
        try:
            opened = self._open(record, record.value)
        except PostRejected as rejected:
            return (Bury(rejected.reason, rejected.detail),)
        ingested_at = arrival(record.timestamp_ms, now)
        match opened:
            case OnePost():
                return (self._one(record, opened, ingested_at),)
            case ManyPosts():
                return tuple(self._many(record, opened, ingested_at))
            case XmlFeed() | JsonFeed():
                return tuple(self._entries(record, opened, ingested_at))

    def _open(self, record: Record, value: bytes) -> OnePost | ManyPosts | Feed:
        if len(value) > self.max_post_bytes:
            raise PostRejected(
                Reason.TOO_LARGE, f"{len(value)} bytes, the limit is {self.max_post_bytes}"
            )
        content_type = header_of(record.headers, "content-type")
        opened = open_record(value, (content_type or b"").decode("latin-1"))
        posts = len(opened.values) if isinstance(opened, ManyPosts) else 1
        if isinstance(opened, XmlFeed | JsonFeed):
            posts = len(opened)
        if posts > self.max_posts:
            raise PostRejected(Reason.TOO_LARGE, f"{posts} posts, the limit is {self.max_posts}")
        return opened

    def _one(self, record: Record, post: OnePost, ingested_at: datetime) -> Outcome:
        try:
            return self._forward(record, recognise(post), ingested_at)
        except PostRejected as rejected:
            return Bury(rejected.reason, rejected.detail)

    def _many(self, record: Record, many: ManyPosts, ingested_at: datetime) -> Iterator[Outcome]:
        posts = len(many.values)
        elements: tuple[bytes, ...] = ()
        for index, value in enumerate(many.values):
            try:
                found = recognise(OnePost(value, is_text=False))
                yield self._forward(record, found, ingested_at, index, posts)
            except PostRejected as rejected:
                elements = elements or many.bytes_in(record.value or b"")
                yield Bury(rejected.reason, rejected.detail, index, posts, elements[index])

    def _entries(self, record: Record, feed: Feed, ingested_at: datetime) -> Iterator[Outcome]:
        posts = None if feed.single else len(feed)
        for index in range(len(feed)):
            at = None if feed.single else index
            try:
                found = FoundPost(post_of(feed, index), feed.at)
                yield self._forward(record, found, ingested_at, at, posts)
            except PostRejected as rejected:
                letter = None if feed.single else feed.letter(index)
                yield Bury(rejected.reason, rejected.detail, at, posts, letter)

    def _forward(
        self,
        record: Record,
        found: FoundPost,
        ingested_at: datetime,
        index: int | None = None,
        posts: int | None = None,
    ) -> Forward:
        article = normalize(found, source_of(record, index), ingested_at, self.limits)
        value = encode(article)
        refuse_too_large(value, ARTICLES)
        headers = output_headers(
            record,
            stage="normalize",
            topic=ARTICLES.name,
            message="article",
            ingested_at=ingested_at,
            index=index,
            posts=posts,
            begins_line=True,
        )
        key = article.article_id.encode()
        return Forward((OutputRecord(ARTICLES.name, key, value, headers, record.timestamp_ms),))


def arrival(timestamp_ms: int, now: datetime) -> datetime:
    """When a record came onto its topic: its own timestamp, but never later than now.

    In whole seconds, and the same when the record is read again. A record without a timestamp
    (Kafka's -1) came now.
    """
    if 0 <= timestamp_ms < now.timestamp() * 1_000:
        return datetime.fromtimestamp(timestamp_ms // 1_000, UTC)
    return now.replace(microsecond=0)


def normalize(
    found: FoundPost, source_record: str, ingested_at: datetime, limits: Limits = DEFAULT
) -> Article:
    """The article that one post is.

    Raises:
        PostRejected: it can never become one.
    """
    post = _parsed(found, limits)
    links = sum(len(block.links) for block in post.blocks)
    if links > limits.links:
        raise PostRejected(Reason.TOO_LARGE, f"{links} links, the limit is {limits.links}")
    return assemble(post, source_record, ingested_at)


def _parsed(found: FoundPost, limits: Limits) -> ParsedPost:
    match found.post:
        case PlainText():
            return parse_plain_text(found.post, found.at, found.flaw)
        case HtmlPage():
            return parse_page(found.post, found.at, limits)
        case FeedPost(entry=entry, feed=feed):
            return parse_entry(entry, feed)
        case Status():
            return parse_status(found.post, found.at)
        case SourcePost(source=source, value=value):
            return source.parse(value, found.at)
        case _:
            return parse_wordpress(found.post, found.at)
