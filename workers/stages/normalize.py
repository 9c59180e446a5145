"""Raw posts in, articles out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from pydantic import JsonValue

from schemas.article import Article
from schemas.codec import encode
from schemas.dead_letter import Reason
from schemas.raw_post import HtmlPage, PlainText
from schemas.topics import ARTICLES, RAW_POSTS
from workers.domain.article import assemble
from workers.domain.parsing.json_array import element_bytes
from workers.domain.parsing.page.parse import parse_page
from workers.domain.parsing.plain_text import parse_plain_text
from workers.domain.parsing.post import ParsedPost
from workers.domain.parsing.recognise import FoundPost, ManyPosts, OnePost, open_record, recognise
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
            case ManyPosts(values=values):
                return tuple(self._many(record, values, ingested_at))

    def _open(self, record: Record, value: bytes) -> OnePost | ManyPosts:
        if len(value) > self.max_post_bytes:
            raise PostRejected(
                Reason.TOO_LARGE, f"{len(value)} bytes, the limit is {self.max_post_bytes}"
            )
        content_type = header_of(record.headers, "content-type")
        opened = open_record(value, (content_type or b"").decode("latin-1"))
        if isinstance(opened, ManyPosts) and len(opened.values) > self.max_posts:
            raise PostRejected(
                Reason.TOO_LARGE, f"{len(opened.values)} posts, the limit is {self.max_posts}"
            )
        return opened

    def _one(self, record: Record, post: OnePost, ingested_at: datetime) -> Outcome:
        try:
            return _forward(record, post, ingested_at)
        except PostRejected as rejected:
            return Bury(rejected.reason, rejected.detail)

    def _many(
        self, record: Record, values: tuple[JsonValue, ...], ingested_at: datetime
    ) -> Iterator[Outcome]:
        posts = len(values)
        elements: tuple[bytes, ...] = ()
        for index, value in enumerate(values):
            try:
                post = OnePost(value, is_text=False)
                yield _forward(record, post, ingested_at, index, posts)
            except PostRejected as rejected:
                elements = elements or element_bytes(record.value or b"")
                yield Bury(rejected.reason, rejected.detail, index, posts, elements[index])


def arrival(timestamp_ms: int, now: datetime) -> datetime:
    """When a record came onto its topic: its own timestamp, but never later than now.

    In whole seconds, and the same when the record is read again. A record without a timestamp
    (Kafka's -1) came now.
    """
    if 0 <= timestamp_ms < now.timestamp() * 1_000:
        now = datetime.fromtimestamp(timestamp_ms // 1_000, UTC)
    return now.replace(microsecond=0)


def normalize(post: OnePost, source_record: str, ingested_at: datetime) -> Article:
    """The article that one post is.

    Raises:
        PostRejected: it can never become one.
    """
    return assemble(_parsed(recognise(post)), source_record, ingested_at)


def _parsed(found: FoundPost) -> ParsedPost:
    match found.post:
        case PlainText():
            return parse_plain_text(found.post, found.at)
        case HtmlPage():
            return parse_page(found.post, found.at)
        case _:
            return parse_wordpress(found.post, found.at)


def _forward(
    record: Record,
    post: OnePost,
    ingested_at: datetime,
    index: int | None = None,
    posts: int | None = None,
) -> Forward:
    article = normalize(post, source_of(record, index), ingested_at)
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
