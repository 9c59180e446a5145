"""Stories, which articles are in them, and what articles name and quote."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables, and the indices for what people ask: who, who said, which story."""
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    moment = sa.TIMESTAMP(timezone=True) if on_postgresql else sa.String(20)
    op.create_table(
        "stories",
        sa.Column("story_id", sa.String(256), primary_key=True),
        sa.Column("title", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("first_seen_at", moment, nullable=False),
        sa.Column("last_seen_at", moment, nullable=False),
        sa.Column("ended_at", moment),
        sa.Column("articles", sa.BigInteger, nullable=False),
        sa.Column("origins", sa.Text, nullable=False),
        sa.Column("independent_origins", sa.BigInteger, nullable=False),
        sa.Column("merged_into", sa.String(256)),
        *_record(),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.create_index("stories_by_last_seen_at", "stories", ["last_seen_at"])
    op.create_table(
        "story_articles",
        sa.Column("article_id", sa.String(256), primary_key=True),
        sa.Column("story_id", sa.String(256), nullable=False),
        sa.Column("similarity", sa.Float, nullable=False),
        sa.Column("near_duplicate_of", sa.String(256)),
        sa.Column("containment", sa.Float),
        *_record(),
    )
    op.create_index("story_articles_by_story_id", "story_articles", ["story_id"])
    op.create_table(
        "article_entities",
        *_part_of_article(),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("mentions", sa.Integer, nullable=False),
    )
    op.create_table(
        "article_quotes",
        *_part_of_article(),
        sa.Column("speaker", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("start_char", sa.BigInteger, nullable=False),
    )
    # hashes on PostgreSQL: a B-tree takes no name of more than 2,700 bytes
    for table, column in (("article_entities", "name"), ("article_quotes", "speaker")):
        op.create_index(f"{table}_by_{column}", table, [column], postgresql_using="hash")


def _record() -> list[sa.Column[object]]:
    return [
        sa.Column("record_topic", sa.String(249), nullable=False),
        sa.Column("record_partition", sa.Integer, nullable=False),
        sa.Column("record_offset", sa.BigInteger, nullable=False),
    ]


def _part_of_article() -> list[sa.Column[object]]:
    return [
        sa.Column("article_id", sa.String(256), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    ]
