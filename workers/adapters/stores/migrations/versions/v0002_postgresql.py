"""What PostgreSQL can do and SQLite cannot: moments, JSON and full text as types of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENTS = ("published_at", "modified_at", "ingested_at")

# `document` stays what it is, the message byte for byte, for proofs; `message` is for questions.
# jsonb takes no NUL, so its escape is replaced there.
_MESSAGE = r"replace(document, '\u0000', '\ufffd')::jsonb"

# In words of no language, for there are many. The title and how the text begins: the words of a
# whole text cost three times as much CPU as everything else of a row together (decision 0033)
_SEARCH = rf"""
    to_tsvector('simple',
        left(coalesce(title, ''), 1000) || ' ' ||
        left(coalesce({_MESSAGE} #>> '{{article,text}}', ''), 1000))
"""
_LARGE = ("document", "message", "search")
_HAS_LZ4 = """
    SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'
"""
_PENDING_KB = 16 << 10  # words that wait to be sorted in: more are quicker to write in bulk


def upgrade() -> None:
    """Gives the tables PostgreSQL's own types and indices; elsewhere nothing changes."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for name in _MOMENTS:
        op.alter_column(
            "articles",
            name,
            type_=sa.TIMESTAMP(timezone=True),
            postgresql_using=f"{name}::timestamptz",
        )
    op.execute(f"ALTER TABLE articles ADD message jsonb GENERATED ALWAYS AS ({_MESSAGE}) STORED")
    op.execute(f"ALTER TABLE articles ADD search tsvector GENERATED ALWAYS AS ({_SEARCH}) STORED")
    if op.get_bind().scalar(sa.text(_HAS_LZ4)):  # a third of the CPU of PostgreSQL's own
        for name in _LARGE:
            op.execute(f"ALTER TABLE articles ALTER COLUMN {name} SET COMPRESSION lz4")
    op.create_index(
        "articles_by_words",
        "articles",
        ["search"],
        postgresql_using="gin",
        postgresql_with={"gin_pending_list_limit": _PENDING_KB},
    )
    # a B-tree takes no address of more than 2,700 bytes
    op.drop_index("articles_by_url", "articles")
    op.create_index("articles_by_url", "articles", ["url"], postgresql_using="hash")
