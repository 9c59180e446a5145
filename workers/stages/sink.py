"""The sink's pure half: one record of a topic for consumers in, one row out."""

from datetime import UTC, datetime

from schemas import EnrichedArticle, Reason, decode
from schemas.codec import DecodeError
from schemas.dead_letter import SOURCE_RECORD_HEADER
from schemas.story import Story, StoryArticle
from schemas.topics import STORIES, STORY_ARTICLES
from workers.domain.rows import (
    ArticleRow,
    LeftStoryRow,
    NamedRow,
    Row,
    SaidRow,
    StoryArticleRow,
    StoryEndRow,
    StoryRow,
)
from workers.stages.headers import header_of
from workers.stages.outcome import Bury, Drop, Record


class SinkStage:
    """Reads messages as rows. Whether a row is newer than what stands, the store says."""

    name = "sink"

    def read(self, record: Record) -> Row | Bury | Drop:
        """The record's row; what is not its topic's message is buried."""
        try:
            match record.topic:
                case STORIES.name:
                    return _story(record)
                case STORY_ARTICLES.name:
                    return _place(record)
                case _:
                    return _article(record)
        except DecodeError as error:
            return Bury(Reason.CONTRACT_VIOLATION, str(error))


def _article(record: Record) -> ArticleRow | Bury | Drop:
    if record.value is None:
        return Drop("tombstone")
    message = decode(EnrichedArticle, record.value)
    if message.article.article_id != message.article_id:
        return Bury(Reason.CONTRACT_VIOLATION, "article.article_id differs from article_id")
    return _foreign_key(record, message.article_id) or _row(message, record, record.value)


def _foreign_key(record: Record, expected: str) -> Bury | None:
    """Why the id of a readable message cannot be trusted, if it cannot."""
    if record.key != expected.encode():
        return Bury(Reason.CONTRACT_VIOLATION, "the record's key differs from the message's id")
    return None


def _row(message: EnrichedArticle, record: Record, value: bytes) -> ArticleRow:
    article = message.article
    publisher, origin, language = article.publisher, article.origin, message.detected_language
    return ArticleRow(
        article_id=message.article_id,
        revision=article.revision,
        kind=article.kind,
        url=article.url,
        title=article.title,
        publisher_domain=publisher.domain if publisher else None,
        origin_name=origin.name if origin else None,
        origin_domain=origin.domain if origin else None,
        language=language.code if language else None,
        access=article.access,
        published_at=article.published_at,
        modified_at=article.modified_at,
        ingested_at=article.ingested_at,
        word_count=message.word_count,
        source_record=article.source_record,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        document=value.decode(),
        named=tuple(
            NamedRow(entity.name, entity.kind, len(entity.mentions)) for entity in message.entities
        ),
        said=tuple(
            SaidRow(quote.speaker, quote.text, quote.kind, quote.start_char)
            for quote in message.quotes
        ),
    )


def _story(record: Record) -> StoryRow | StoryEndRow | Bury:
    place = (record.topic, record.partition, record.offset)
    if record.value is None:
        return StoryEndRow(_key(record), _moment(record.timestamp_ms), *place)
    story = decode(Story, record.value)
    return _foreign_key(record, story.story_id) or StoryRow(
        story.story_id,
        story.title,
        story.language_code,
        story.first_seen_at,
        story.last_seen_at,
        len(story.article_ids),
        story.origins,
        story.independent_origins,
        story.merged_into,
        *place,
        record.value.decode(),
    )


def _place(record: Record) -> StoryArticleRow | LeftStoryRow | Bury | Drop:
    place = (record.topic, record.partition, record.offset)
    if record.value is None:
        if header_of(record.headers, SOURCE_RECORD_HEADER) is None:
            # its story ended, which is told on `stories`; that it was in it stays true
            return Drop("story ended")
        return LeftStoryRow(_key(record), *place)
    told = decode(StoryArticle, record.value)
    return _foreign_key(record, told.article_id) or StoryArticleRow(
        told.article_id,
        told.story_id,
        told.similarity,
        told.near_duplicate_of,
        told.containment,
        *place,
    )


def _key(record: Record) -> str:
    return (record.key or b"").decode("utf-8", "replace")


def _moment(timestamp_ms: int) -> datetime:
    return datetime.fromtimestamp(max(timestamp_ms, 0) // 1000, UTC)
