"""Articles in an SQL database, through SQLAlchemy Core."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from workers.adapters.stores import schema_versions, statements
from workers.adapters.stores.putting import put
from workers.adapters.stores.tables import HEAD
from workers.adapters.stores.transactions import Transactions
from workers.domain.rows import ArticleRow, Position, Row, StoreError, StoreWentBack

T = TypeVar("T")


class Database(Protocol):
    """What a store needs to know of a database product."""

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        """What using it may raise."""

    def exists(self) -> bool:
        """Whether there is anything to read."""

    def writing(self) -> Transactions:
        """Transactions in which rows and offsets are written."""

    def reading(self) -> Transactions:
        """Transactions that each see one moment."""

    def explain(self, error: Exception, *, opened: bool) -> StoreError:
        """`StoreUnavailable` for what passes, `StoreError` for the rest.

        A database that was `opened` once is set up rightly: what it cannot do later is away.
        """


class SqlStore:
    """An `ArticleStore` (`workers.domain.rows`) on any database that SQLAlchemy speaks to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._transactions: Transactions | None = None

    async def open(self) -> None:
        """Makes the store ready, and brings its tables to this version's form."""
        if self._transactions is None:
            transactions = self._database.writing()
            try:
                await self._run(transactions, schema_versions.upgrade)
            except BaseException:
                await transactions.close()
                raise
            self._transactions = transactions

    async def next_offset(self, topic: str, partition: int) -> int:
        """Up to which offset (exclusive) the partition's records are in the store; 0 if none."""
        return await self._write(lambda c: statements.next_offset(c, topic, partition) or 0)

    async def write(
        self, topic: str, partition: int, next_offset: int, rows: Sequence[Row], since: int = 0
    ) -> None:
        """Takes the rows of one partition and moves its offset, both or neither."""
        for row in rows:
            if (row.topic, row.partition) != (topic, partition) or row.offset >= next_offset:
                raise ValueError(f"{topic}/{partition} up to {next_offset} does not hold {row!r}")

        def work(connection: Connection) -> None:
            standing = statements.next_offset(connection, topic, partition)
            if (standing or 0) < since:
                raise StoreWentBack(
                    f"the database holds {topic}/{partition} up to {standing or 0}, and held it"
                    f" up to {since} before"
                )
            if standing is not None and standing >= next_offset:
                return
            fresh = [row for row in rows if standing is None or row.offset >= standing]
            put(connection, fresh)
            statements.move_offset(connection, topic, partition, standing, next_offset)

        await self._write(work)

    async def survey(self, visit: Callable[[ArticleRow], None]) -> Mapping[Position, int]:
        """Shows every row and returns every next offset, all as of one moment."""

        def look(connection: Connection) -> Mapping[Position, int]:
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

        return await self._read(look) or {}

    async def standing_revision(self) -> str | None:
        """The revision of the tables that are there; None where there are none yet."""
        return await self._read(schema_versions.standing_revision)

    async def close(self) -> None:
        """Gives everything back. A closed store may be opened again."""
        transactions, self._transactions = self._transactions, None
        if transactions is not None:
            await transactions.close()

    async def _write(self, work: Callable[[Connection], T]) -> T:
        if self._transactions is None:
            raise StoreError("the store is not open")
        return await self._run(self._transactions, work)

    async def _read(self, work: Callable[[Connection], T]) -> T | None:
        if not self._database.exists():
            return None
        transactions = self._database.reading()
        try:
            return await self._run(transactions, work)
        finally:
            await transactions.close()

    async def _run(self, transactions: Transactions, work: Callable[[Connection], T]) -> T:
        try:
            return await transactions.run(work)
        except self._database.failures as error:
            opened = self._transactions is not None
            raise self._database.explain(error, opened=opened) from error
