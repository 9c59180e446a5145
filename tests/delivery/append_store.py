"""A store that shows a double: rows are appended, never replaced, by one article id or another."""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from workers.domain.rows import ArticleRow, Position, Row, StoreUnavailable

TABLES = """
create table if not exists articles(
    article_id text, record_topic text, record_partition integer, record_offset integer);
create table if not exists sink_offsets(
    topic text, partition integer, next_offset integer, primary key (topic, partition));
"""


class AppendStore:
    """An `ArticleStore` with the same two tables and no key on the first."""

    def __init__(self, database: Path) -> None:
        self._database = database

    async def open(self) -> None:
        await asyncio.to_thread(self._do, lambda _: None)

    async def next_offset(self, topic: str, partition: int) -> int:
        return await asyncio.to_thread(self._do, lambda c: _standing(c, topic, partition))

    async def write(
        self, topic: str, partition: int, next_offset: int, rows: Sequence[Row], since: int = 0
    ) -> None:
        def work(connection: sqlite3.Connection) -> int:
            standing = _standing(connection, topic, partition)
            assert standing >= since
            if standing >= next_offset:
                return standing
            connection.executemany(
                "insert into articles values (?, ?, ?, ?)",
                [
                    (row.article_id, row.topic, row.partition, row.offset)
                    for row in rows
                    if isinstance(row, ArticleRow) and row.offset >= standing
                ],
            )
            connection.execute(
                "insert or replace into sink_offsets values (?, ?, ?)",
                (topic, partition, next_offset),
            )
            return next_offset

        await asyncio.to_thread(self._do, work)

    async def survey(self, visit: Callable[[ArticleRow], None]) -> Mapping[Position, int]:
        raise NotImplementedError("rows without a document cannot be shown")

    async def close(self) -> None:
        """Nothing is kept open."""

    def _do(self, work: Callable[[sqlite3.Connection], int | None]) -> int:
        connection = sqlite3.connect(self._database, isolation_level=None, timeout=0.5)
        try:
            connection.execute("pragma journal_mode=wal")
            connection.executescript(TABLES)
            connection.execute("begin immediate")
            done = work(connection) or 0
            connection.execute("commit")
        except sqlite3.OperationalError as error:
            raise StoreUnavailable(str(error)) from error
        finally:
            connection.close()
        return done


def _standing(connection: sqlite3.Connection, topic: str, partition: int) -> int:
    found = connection.execute(
        "select next_offset from sink_offsets where topic = ? and partition = ?",
        (topic, partition),
    ).fetchone()
    return int(found[0]) if found else 0
