"""Rows, and a plain look into a database that shares no code with the store."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workers.domain.rows import ArticleRow
from workers.domain.versions import Access

TOPIC = "enriched-articles"
MONDAY = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def row(
    article_id: str,
    offset: int,
    *,
    partition: int = 0,
    title: str = "A title",
    access: Access = "open",
    day: int = 0,
    document: str = "{}",
) -> ArticleRow:
    return ArticleRow(
        article_id=article_id,
        revision=f"r{offset}",
        kind="wordpress_post",
        url=None,
        title=title,
        publisher_domain="harbour.example",
        origin_name=None,
        origin_domain=None,
        language="en",
        access=access,
        published_at=MONDAY,
        modified_at=MONDAY + timedelta(days=day),
        ingested_at=MONDAY,
        word_count=2,
        source_record=f"raw-posts/0/{offset}",
        topic=TOPIC,
        partition=partition,
        offset=offset,
        document=document,
    )


def titles(path: Path) -> dict[str, str]:
    with sqlite3.connect(path) as connection:
        found = dict(connection.execute("SELECT article_id, title FROM articles"))
    connection.close()
    return found
