"""Articles in an SQL database, through SQLAlchemy Core.

SQLAlchemy's calls block, so they run on one thread of the store's own; the port is asynchronous.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from workers.adapters.stores import schema_versions, statements
from workers.adapters.stores.tables import HEAD
from workers.domain.rows import ArticleRow, Position, StoreError

T = TypeVar("T")


class Database(Protocol):
    """What a store needs to know of a database product."""

    def exists(self) -> bool:
        """Whether there is anything to read."""

    def writing(self) -> Engine:
        """An engine whose transactions cannot fail for a lock once they have begun."""

    def reading(self) -> Engine:
        """An engine for reading one moment."""

    def explain(self, error: DBAPIError) -> StoreError:
        """`StoreUnavailable` for what passes by itself, `StoreError` for the rest."""


class SqlStore:
    """An `ArticleStore` (`workers.domain.rows`) on any database that SQLAlchemy speaks to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thread: ThreadPoolExecutor | None = None
        self._engine: Engine | None = None

    async def open(self) -> None:
        """Makes the store ready, and brings its tables to this version's form."""
        try:
            await self._on_thread(self._open)
        except StoreError:
            await self.close()
            raise

    async def next_offset(self, topic: str, partition: int) -> int:
        """Up to which offset (exclusive) the partition's records are in the store; 0 if none."""
        return await self._on_thread(
            lambda: self._transaction(lambda c: statements.next_offset(c, topic, partition) or 0)
        )

    async def write(
        self, topic: str, partition: int, next_offset: int, rows: Sequence[ArticleRow]
    ) -> None:
        """Takes the rows of one partition and moves its offset, both or neither."""
        for row in rows:
            if (row.topic, row.partition) != (topic, partition) or row.offset >= next_offset:
                raise ValueError(f"{topic}/{partition} up to {next_offset} does not hold {row!r}")

        def work(connection: Connection) -> None:
            standing = statements.next_offset(connection, topic, partition)
            if standing is not None and standing >= next_offset:
                return
            fresh = [row for row in rows if standing is None or row.offset >= standing]
            statements.put_newest(connection, fresh)
            statements.move_offset(connection, topic, partition, standing, next_offset)

        await self._on_thread(lambda: self._transaction(work))

    async def survey(self, visit: Callable[[ArticleRow], None]) -> Mapping[Position, int]:
        """Shows every row and returns every next offset, all as of one moment."""
        return await self._on_thread(lambda: self._survey(visit))

    async def close(self) -> None:
        """Gives everything back. A closed store may be opened again."""
        engine, self._engine = self._engine, None
        if engine is not None:
            await self._on_thread(engine.dispose)
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None

    async def _on_thread(self, work: Callable[[], T]) -> T:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "articles")
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _open(self) -> None:
        if self._engine is None:
            engine = self._database.writing()
            try:
                self._in_transaction(engine, schema_versions.upgrade)
            except StoreError:
                engine.dispose()
                raise
            self._engine = engine

    def _survey(self, visit: Callable[[ArticleRow], None]) -> Mapping[Position, int]:
        if not self._database.exists():
            return {}

        def work(connection: Connection) -> Mapping[Position, int]:
            standing = schema_versions.standing_revision(connection)
            if standing is None:
                return {}
            if standing != HEAD:
                raise StoreError(
                    f"the database has tables of another version of Copydesk (revision {standing},"
                    f" this one reads {HEAD}); start the sink once to upgrade it"
                )
            offsets = statements.next_offsets(connection)
            for row in statements.every_row(connection):
                visit(row)
            return offsets

        engine = self._database.reading()
        try:
            return self._in_transaction(engine, work)
        finally:
            engine.dispose()

    def _transaction(self, work: Callable[[Connection], T]) -> T:
        if self._engine is None:
            raise StoreError("the store is not open")
        return self._in_transaction(self._engine, work)

    def _in_transaction(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        try:
            with engine.begin() as connection:
                return work(connection)
        except DBAPIError as error:
            raise self._database.explain(error) from error
