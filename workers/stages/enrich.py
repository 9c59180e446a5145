"""Articles in, enriched articles out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from schemas.article import Article
from schemas.codec import DecodeError, decode, encode
from schemas.dead_letter import Reason
from schemas.enriched_article import EnrichedArticle, Part
from schemas.topics import ARTICLES, ENRICHED_ARTICLES
from workers.domain.enrichment.language import detect_language
from workers.domain.enrichment.words import count_words
from workers.domain.rejection import PostRejected
from workers.stages.headers import output_headers
from workers.stages.outcome import Bury, Drop, Forward, Outcome, OutputRecord, Record
from workers.stages.sizes import refuse_too_large

PARTS: Final = (Part(name="detected_language", version="2"), Part(name="word_count", version="1"))
"""What is attempted. A part's version grows when the same text may get another answer."""


@dataclass(frozen=True, slots=True)
class EnrichStage:
    """Adds to an article what can be known from its text."""

    name: Literal["enrich"] = "enrich"
    reads: str = ARTICLES.name

    def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:  # noqa: ARG002
        """One outcome, never an exception. `now` does not matter here: articles are dated."""
        if record.value is None:
            return (Drop("tombstone"),)
        try:
            return (_forward(record, decode(Article, record.value)),)
        except DecodeError as error:
            return (Bury(Reason.CONTRACT_VIOLATION, str(error)),)
        except PostRejected as rejected:
            return (Bury(rejected.reason, rejected.detail),)


def enrich(article: Article) -> EnrichedArticle:
    """The article with its language and its length; the parts that nobody looks for stay empty."""
    words = f"{article.title or ''}\n{article.text}" if len(article.text) < 200 else article.text
    return EnrichedArticle(
        article_id=article.article_id,
        article=article,
        detected_language=detect_language(words, article.declared_language),
        entities=(),
        quotes=(),
        cited_sources=(),
        keyphrases=(),
        summary=(),
        word_count=count_words(article.text),
        parts=PARTS,
    )


def _forward(record: Record, article: Article) -> Forward:
    value = encode(enrich(article))
    refuse_too_large(value, ENRICHED_ARTICLES)
    headers = output_headers(
        record,
        stage="enrich",
        topic=ENRICHED_ARTICLES.name,
        message="enriched-article",
        ingested_at=article.ingested_at,
    )
    key, at = article.article_id.encode(), record.timestamp_ms
    return Forward((OutputRecord(ENRICHED_ARTICLES.name, key, value, headers, at),))
