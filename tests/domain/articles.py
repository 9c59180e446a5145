"""Enriched articles for tests of what reads them."""

from datetime import UTC, datetime

from schemas import Article, EnrichedArticle
from schemas.article import Origin, Publisher
from schemas.enriched_article import DetectedLanguage
from workers.domain.versions import Access

MONDAY = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def enriched_article(
    article_id: str = "a1",
    *,
    title: str | None = "Harbour bridge reopens",
    text: str = "The bridge opened.",
    access: Access = "open",
    published_at: datetime | None = MONDAY,
    modified_at: datetime | None = None,
    ingested_at: datetime = MONDAY,
) -> EnrichedArticle:
    article = Article(
        article_id=article_id,
        revision="r1",
        kind="wordpress_post",
        url="https://harbour.example/bridge",
        canonical_url=None,
        title=title,
        standfirst=None,
        text=text,
        blocks=(),
        authors=(),
        published_at=published_at,
        modified_at=modified_at,
        ingested_at=ingested_at,
        date_claims=(),
        publisher=Publisher(name=None, domain="harbour.example"),
        origin=Origin(name="Wire", domain="wire.example", evidence=(), confidence=0.9),
        sections=(),
        tags=(),
        images=(),
        links=(),
        declared_language=None,
        access=access,
        claims=(),
        removed=(),
        source_record="raw-posts/0/7",
    )
    return EnrichedArticle(
        article_id=article_id,
        article=article,
        detected_language=DetectedLanguage(code="en", script="Latn", confidence=0.99),
        entities=(),
        quotes=(),
        cited_sources=(),
        keyphrases=(),
        summary=(),
        word_count=3,
        parts=(),
    )
