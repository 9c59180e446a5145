"""An invented article, whole and enriched, for tests of how things are shown."""

from datetime import UTC, datetime

from schemas.article import (
    Article,
    Author,
    Block,
    BlockKind,
    Claim,
    DateClaim,
    Evidence,
    Image,
    Link,
    Origin,
    Publisher,
    Removed,
    Term,
)
from schemas.enriched_article import DetectedLanguage, EnrichedArticle, Part

BLOCKS = (
    "The old lighthouse will be lit again.",
    "What the keepers said",
    "“We never lost the key,” they said.",
)
TAIL = "This story was first published by Harbour Gazette."


def article(**changes: object) -> Article:
    text = "\n\n".join(BLOCKS)
    places = [text.index(block) for block in BLOCKS]
    kinds: tuple[BlockKind, ...] = ("paragraph", "heading", "paragraph")
    fields: dict[str, object] = {
        "article_id": "3f1c",
        "revision": "77aa",
        "kind": "wordpress_post",
        "url": "https://coast.example/lighthouse/",
        "canonical_url": "https://gazette.example/lighthouse",
        "title": "Lighthouse to shine again",
        "standfirst": None,
        "text": text,
        "blocks": tuple(
            Block(kind=kind, start_char=place, end_char=place + len(block))
            for kind, place, block in zip(kinds, places, BLOCKS, strict=True)
        ),
        "authors": (Author(name="Ada Mirren", url=None),),
        "published_at": datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        "modified_at": None,
        "ingested_at": datetime(2026, 3, 2, tzinfo=UTC),
        "date_claims": (
            DateClaim(
                role="published",
                instant=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
                wall_time="2026-03-01T08:30:00",
                precision="second",
                zone_known=True,
                whose="publisher",
                source="/date_gmt",
                written="2026-03-01T08:30:00",
                doubt=None,
            ),
            DateClaim(
                role="modified",
                instant=None,
                wall_time="2026-03-01T12:49",
                precision="minute",
                zone_known=False,
                whose="origin",
                source="/content/rendered",
                written="Updated: March 1, 2026, 12:49 PM",
                doubt=None,
            ),
        ),
        "publisher": Publisher(name="Coast Today", domain="coast.example"),
        "origin": Origin(
            name="Harbour Gazette",
            domain="gazette.example",
            evidence=(Evidence(kind="attribution_tail", text=TAIL, source="/content/rendered"),),
            confidence=0.95,
        ),
        "sections": (Term(slug="sea", name="Sea"),),
        "tags": (),
        "images": (Image(url="https://coast.example/a.jpg", alt="The tower", caption=None),),
        "links": (Link(url="https://coast.example/b", text="the keepers"),),
        "declared_language": None,
        "access": "open",
        "claims": (
            Claim(field="sections", source="/class_list", rule="class_list_slugs", confidence=0.9),
        ),
        "removed": (Removed(rule="attribution_tail", text=TAIL),),
        "source_record": "raw-posts/0/7",
    }
    return Article.model_validate(fields | changes)


def enriched(**changes: object) -> EnrichedArticle:
    whole = article(**changes)
    return EnrichedArticle(
        article_id=whole.article_id,
        article=whole,
        detected_language=DetectedLanguage(code="en", script="Latn", confidence=0.99),
        entities=(),
        quotes=(),
        cited_sources=(),
        keyphrases=(),
        summary=(),
        word_count=18,
        parts=(Part(name="detected_language", version="1"), Part(name="word_count", version="1")),
    )
