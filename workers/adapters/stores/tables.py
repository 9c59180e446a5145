"""The tables of the sink, as SQLAlchemy sees them. The migrations make them."""

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

from workers.adapters.stores.instants import Instant, Words

HEAD = "0002"
"""The newest revision of the tables: the last file in `migrations/versions`."""

METADATA = MetaData()

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
    # `offset` and `partition` are words of SQL itself
    Column("record_topic", String(249), nullable=False),
    Column("record_partition", Integer, nullable=False),
    Column("record_offset", BigInteger, nullable=False),
    Column("document", Text, nullable=False),
)

SINK_OFFSETS = Table(
    "sink_offsets",
    METADATA,
    Column("topic", String(249), primary_key=True),
    Column("partition", Integer, primary_key=True, autoincrement=False),
    Column("next_offset", BigInteger, nullable=False),
)
