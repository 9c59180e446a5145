"""The sink's pure half: one record of `enriched-articles` in, one row out."""

from schemas import EnrichedArticle, Reason, decode
from schemas.codec import DecodeError
from schemas.topics import ENRICHED_ARTICLES
from workers.domain.rows import ArticleRow
from workers.stages.outcome import Bury, Drop, Record


class SinkStage:
    """Reads enriched articles as rows. Whether a row is newer than what stands, the store says."""

    name = "sink"
    reads = ENRICHED_ARTICLES.name

    def read(self, record: Record) -> ArticleRow | Bury | Drop:
        """The record's row; what is no enriched article is buried, a tombstone dropped."""
        if record.value is None:
            return Drop("tombstone")
        try:
            message = decode(EnrichedArticle, record.value)
        except DecodeError as error:
            return Bury(Reason.CONTRACT_VIOLATION, str(error))
        return _disagreement(message, record.key) or _row(message, record, record.value)


def _disagreement(message: EnrichedArticle, key: bytes | None) -> Bury | None:
    """Why the ids of a readable message cannot be trusted, if they cannot."""
    if message.article.article_id != message.article_id:
        return Bury(Reason.CONTRACT_VIOLATION, "article.article_id differs from article_id")
    if key != message.article_id.encode():
        return Bury(Reason.CONTRACT_VIOLATION, "the record's key differs from article_id")
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
    )
