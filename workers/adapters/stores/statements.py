"""The few statements that the store makes, in SQL that every database understands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from workers.adapters.stores.tables import ARTICLES, SINK_OFFSETS
from workers.domain.rows import ArticleRow, Position
from workers.domain.versions import Access, Version

_IDS_A_QUERY = 500  # SQLite takes 999 parameters and more, PostgreSQL 65,535

_ROWS_A_FETCH = 200  # of about 5 KB each

_VERSION_COLUMNS = (
    ARTICLES.c.article_id,
    ARTICLES.c.access,
    ARTICLES.c.published_at,
    ARTICLES.c.modified_at,
    ARTICLES.c.ingested_at,
    ARTICLES.c.record_partition,
    ARTICLES.c.record_offset,
)

_FIELD_OF_COLUMN = {column.name: column.name.removeprefix("record_") for column in ARTICLES.columns}

_SAME_OFFSET = (SINK_OFFSETS.c.topic == bindparam("t")) & (
    SINK_OFFSETS.c.partition == bindparam("p")
)
# locked until the end where the database has such locks: a frozen worker that wakes up must wait
_NEXT_OFFSET = select(SINK_OFFSETS.c.next_offset).where(_SAME_OFFSET).with_for_update()
_MOVE_OFFSET = update(SINK_OFFSETS).where(_SAME_OFFSET)
_REPLACE = update(ARTICLES).where(ARTICLES.c.article_id == bindparam("replaced"))


def next_offset(connection: Connection, topic: str, partition: int) -> int | None:
    """The partition's stored offset; None when nothing of it was ever stored."""
    found = connection.execute(_NEXT_OFFSET, {"t": topic, "p": partition}).scalar()
    return cast("int | None", found)


def next_offsets(connection: Connection) -> Mapping[Position, int]:
    """Every partition's stored offset."""
    found = connection.execute(select(SINK_OFFSETS))
    return {(topic, partition): offset for topic, partition, offset in found}


def move_offset(
    connection: Connection, topic: str, partition: int, standing: int | None, offset: int
) -> None:
    """Stores the partition's offset; `standing` is the one stored before."""
    if standing is None:
        row = {"topic": topic, "partition": partition, "next_offset": offset}
        connection.execute(insert(SINK_OFFSETS), row)
    else:
        connection.execute(_MOVE_OFFSET, {"t": topic, "p": partition, "next_offset": offset})


def put_newest(connection: Connection, rows: Sequence[ArticleRow]) -> list[ArticleRow]:
    """Keeps the newest version of each article, among these rows and what stands; gives those kept.

    The decision is made here and not by the database, so that all databases decide alike.
    """
    newest: dict[str, ArticleRow] = {}
    for row in rows:
        standing = newest.get(row.article_id)
        if standing is None or row.version.supersedes(standing.version):
            newest[row.article_id] = row
    newest = dict(sorted(newest.items()))
    known = _standing(connection, tuple(newest))
    fresh = [row for row in newest.values() if row.article_id not in known]
    newer = [
        row
        for row in newest.values()
        if row.article_id in known and row.version.supersedes(known[row.article_id])
    ]
    if fresh:
        connection.execute(insert(ARTICLES), [_values(row) for row in fresh])
    if newer:
        replacing = [{**_values(row), "replaced": row.article_id} for row in newer]
        connection.execute(_REPLACE, replacing)
    return fresh + newer


def every_row(connection: Connection) -> Iterator[ArticleRow]:
    """All rows, streamed."""
    found = connection.execute(select(ARTICLES).execution_options(yield_per=_ROWS_A_FETCH))
    for row in found.mappings():
        yield _row(row)


def _standing(connection: Connection, ids: Sequence[str]) -> dict[str, Version]:
    found: dict[str, Version] = {}
    for start in range(0, len(ids), _IDS_A_QUERY):
        chosen = ARTICLES.c.article_id.in_(ids[start : start + _IDS_A_QUERY])
        standing = select(*_VERSION_COLUMNS).where(chosen)
        # in one order and locked, so that writers of the same articles take turns
        locked = standing.order_by(ARTICLES.c.article_id).with_for_update()
        found |= _versions(connection.execute(locked).mappings())
    return found


def _versions(rows: Iterable[RowMapping]) -> dict[str, Version]:
    return {
        row["article_id"]: Version(
            access=cast("Access", row["access"]),
            published_at=row["published_at"],
            modified_at=row["modified_at"],
            ingested_at=row["ingested_at"],
            partition=row["record_partition"],
            offset=row["record_offset"],
        )
        for row in rows
    }


def _values(row: ArticleRow) -> dict[str, object]:
    return {column: getattr(row, field) for column, field in _FIELD_OF_COLUMN.items()}


def _row(row: RowMapping) -> ArticleRow:
    return ArticleRow(**{field: row[column] for column, field in _FIELD_OF_COLUMN.items()})
