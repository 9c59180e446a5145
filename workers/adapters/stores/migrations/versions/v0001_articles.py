"""Articles and the offsets that they were read up to."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes `articles`, `sink_offsets` and the indices that people search by."""
    op.create_table(
        "articles",
        sa.Column("article_id", sa.String(256), primary_key=True),
        sa.Column("revision", sa.String(256), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("publisher_domain", sa.Text),
        sa.Column("origin_name", sa.Text),
        sa.Column("origin_domain", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("access", sa.String(16), nullable=False),
        sa.Column("published_at", sa.String(20)),
        sa.Column("modified_at", sa.String(20)),
        sa.Column("ingested_at", sa.String(20), nullable=False),
        sa.Column("word_count", sa.BigInteger),
        sa.Column("source_record", sa.Text, nullable=False),
        sa.Column("record_topic", sa.String(249), nullable=False),
        sa.Column("record_partition", sa.Integer, nullable=False),
        sa.Column("record_offset", sa.BigInteger, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
    )
    for columns in (
        ["published_at"],
        ["ingested_at"],
        ["url"],
        ["publisher_domain", "published_at"],
        ["origin_domain", "published_at"],
        ["language", "published_at"],
    ):
        op.create_index(f"articles_by_{'_and_'.join(columns)}", "articles", columns)
    op.create_table(
        "sink_offsets",
        sa.Column("topic", sa.String(249), primary_key=True),
        sa.Column("partition", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("next_offset", sa.BigInteger, nullable=False),
    )
