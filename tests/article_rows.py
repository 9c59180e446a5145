"""Rows for tests that care for little but where they came from."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from workers.domain.rows import ArticleRow
from workers.stages.outcome import Record

MARCH = datetime(2026, 3, 1, tzinfo=UTC)


def row_of(record: Record, article_id: str, **changes: Any) -> ArticleRow:
    """The row of a record, with nothing in its columns that the changes do not put there."""
    bare = ArticleRow(
        article_id=article_id,
        revision="1",
        kind="plain_text",
        url=None,
        title=None,
        publisher_domain=None,
        origin_name=None,
        origin_domain=None,
        language=None,
        access="open",
        published_at=None,
        modified_at=None,
        ingested_at=MARCH,
        word_count=None,
        source_record=record.source,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        document="{}",
    )
    return replace(bare, **changes)
