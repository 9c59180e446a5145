"""SQLite: how to connect, and what its errors mean."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from workers.adapters.stores.transactions import ThreadTransactions, Transactions
from workers.domain.rows import StoreError, StoreUnavailable

BUSY_SECONDS = 5.0
"""How long one statement waits for another process's lock before `StoreUnavailable`."""

# NORMAL syncs the disk at checkpoints, not at commits. A killed process loses nothing; a power cut
# may take back the last commits, rows and offset together, and the sink reads them from Kafka
# again. FULL would cost a sync a chunk for nothing.
_SYNCHRONOUS = "NORMAL"

_PRIMARY = 0xFF  # the low byte of an extended result code (sqlite.org/rescode.html)


@dataclass(frozen=True, slots=True)
class Sqlite:
    """A database file, its folder made when needed."""

    path: str

    def exists(self) -> bool:
        """Whether there is a file to read."""
        return Path(self.path).exists()

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        """What using it may raise."""
        return (DBAPIError,)

    def writing(self) -> Transactions:
        """One connection, whose transactions take the write lock as they begin.

        Raises:
            StoreError: the folder cannot be made.
        """
        try:
            Path(self.path).absolute().parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"cannot make the folder of the database {self.path}: {error.strerror}"
            ) from None
        return ThreadTransactions(self._engine("rwc", "BEGIN IMMEDIATE"))

    def reading(self) -> Transactions:
        """One connection that cannot change anything and sees one moment in each transaction."""
        return ThreadTransactions(self._engine("ro", "BEGIN"))

    def explain(self, error: Exception) -> StoreError:
        """What a failed statement means to a person."""
        cause = getattr(error, "orig", None)
        code = getattr(cause, "sqlite_errorcode", None)
        match None if code is None else code & _PRIMARY:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return StoreUnavailable(f"the database {self.path} is locked by another process")
            case sqlite3.SQLITE_FULL:
                return StoreError(f"the disk of the database {self.path} is full; free some space")
            case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
                return StoreError(
                    f"{self.path} is not an SQLite database, or a damaged one; "
                    "choose another file or restore it"
                )
            case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
                return StoreError(f"the database {self.path} may not be written; check its rights")
            case sqlite3.SQLITE_CANTOPEN:
                return StoreError(
                    f"the database {self.path} cannot be opened; check that it is a file and "
                    "that its folder may be written"
                )
            case _:
                return StoreError(f"the database {self.path} failed: {cause}")

    def _engine(self, mode: str, begin: str) -> Engine:
        uri = f"{Path(self.path).absolute().as_uri()}?mode={mode}"

        def connect() -> sqlite3.Connection:
            # Without an isolation level the driver begins nothing by itself: SQLAlchemy does
            connection = sqlite3.connect(
                uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            if mode == "rwc":
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute(f"PRAGMA synchronous={_SYNCHRONOUS}")
            return connection

        engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

        def on_begin(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        event.listen(engine, "begin", on_begin)
        return engine
