"""The tables of the sink, as SQLAlchemy sees them. The migrations make them."""

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

from workers.adapters.stores.instants import InstantText

HEAD = "0001"
"""The newest revision of the tables: the last file in `migrations/versions`."""

METADATA = MetaData()

ARTICLES = Table(
    "articles",
    METADATA,
    Column("article_id", String(256), primary_key=True),
    Column("revision", String(256), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("publisher_domain", Text),
    Column("origin_name", Text),
    Column("origin_domain", Text),
    Column("language", Text),
    Column("access", String(16), nullable=False),
    Column("published_at", InstantText),
    Column("modified_at", InstantText),
    Column("ingested_at", InstantText, nullable=False),
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
