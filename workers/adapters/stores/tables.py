"""The tables of the sink, as SQLAlchemy sees them. The migrations make them."""

from typing import Any

from sqlalchemy import BigInteger, Column, Float, Integer, MetaData, String, Table, Text

from workers.adapters.stores.instants import Instant, Words

HEAD = "0003"
"""The newest revision of the tables: the last file in `migrations/versions`."""

METADATA = MetaData()


def _record_columns() -> "tuple[Column[Any], ...]":
    """Which record a row was read from; `offset` and `partition` are words of SQL itself."""
    return (
        Column("record_topic", String(249), nullable=False),
        Column("record_partition", Integer, nullable=False),
        Column("record_offset", BigInteger, nullable=False),
    )


ARTICLES = Table(
    "articles",
    METADATA,
    Column("article_id", String(256), primary_key=True),
    Column("revision", String(256), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("url", Words),
    Column("title", Words),
    Column("publisher_domain", Words),
    Column("origin_name", Words),
    Column("origin_domain", Words),
    Column("language", Words),
    Column("access", String(16), nullable=False),
    Column("published_at", Instant),
    Column("modified_at", Instant),
    Column("ingested_at", Instant, nullable=False),
    Column("word_count", BigInteger),
    Column("source_record", Text, nullable=False),
    *_record_columns(),
    Column("document", Text, nullable=False),
)

ARTICLE_ENTITIES = Table(
    "article_entities",
    METADATA,
    Column("article_id", String(256), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Words, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("mentions", Integer, nullable=False),
)

ARTICLE_QUOTES = Table(
    "article_quotes",
    METADATA,
    Column("article_id", String(256), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("speaker", Words),
    Column("text", Words, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("start_char", BigInteger, nullable=False),
)

STORIES = Table(
    "stories",
    METADATA,
    Column("story_id", String(256), primary_key=True),
    Column("title", Words),
    Column("language", Text, nullable=False),
    Column("first_seen_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("articles", BigInteger, nullable=False),
    Column("origins", Words, nullable=False),  # a JSON list of domains
    Column("independent_origins", BigInteger, nullable=False),
    Column("merged_into", String(256)),
    *_record_columns(),
    Column("document", Text, nullable=False),
)

STORY_ARTICLES = Table(
    "story_articles",
    METADATA,
    Column("article_id", String(256), primary_key=True),
    Column("story_id", String(256), nullable=False),
    Column("similarity", Float, nullable=False),
    Column("near_duplicate_of", String(256)),
    Column("containment", Float),
    *_record_columns(),
)

SINK_OFFSETS = Table(
    "sink_offsets",
    METADATA,
    Column("topic", String(249), primary_key=True),
    Column("partition", Integer, primary_key=True, autoincrement=False),
    Column("next_offset", BigInteger, nullable=False),
)
