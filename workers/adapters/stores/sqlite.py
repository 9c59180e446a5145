"""SQLite: how to connect, and what its errors mean."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError

from workers.adapters.stores.transactions import ThreadTransactions, Transactions
from workers.domain.rows import StoreError, StoreUnavailable

BUSY_SECONDS = 5.0
"""How long one statement waits for another process's lock before `StoreUnavailable`."""

# NORMAL syncs the disk at checkpoints, not at commits. A killed process loses nothing; a power cut
# may take back the last commits, rows and offset together, and the sink reads them from Kafka
# again. FULL would cost a sync a chunk for nothing.
_SYNCHRONOUS = "NORMAL"

# a volume that broke or was taken away; before the first success it is the settings that are wrong
_AWAY = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY})

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

    def explain(self, error: Exception, *, opened: bool) -> StoreError:
        """What a failed statement means to a person."""
        cause = getattr(error, "orig", None)
        code = getattr(cause, "sqlite_errorcode", None)
        primary = None if code is None else code & _PRIMARY
        if opened and primary in _AWAY:
            return StoreUnavailable(f"the database {self.path} cannot be reached: {cause}")
        match primary:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                return StoreUnavailable(f"the database {self.path} is locked by another process")
            case sqlite3.SQLITE_FULL:
                return StoreUnavailable(
                    f"the disk of the database {self.path} is full: free some space"
                )
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
        file = _File(Path(self.path).absolute(), mode)
        engine = create_engine("sqlite://", creator=file.connect, poolclass=StaticPool)

        def on_checkout(*_: object) -> None:
            if not file.is_the_one_opened():
                raise DisconnectionError  # the pool connects anew

        def on_begin(connection: Connection) -> None:
            connection.exec_driver_sql(begin)

        event.listen(engine, "checkout", on_checkout)
        event.listen(engine, "begin", on_begin)
        return engine


class _File:
    """A file, and which one it was when it was opened.

    SQLite goes on with what it has opened, although that was moved away or another file has taken
    its place: rows would go where nobody looks for them.
    """

    def __init__(self, path: Path, mode: str) -> None:
        self._path = path
        self._mode = mode
        self._opened: tuple[int, int] | None = None

    def connect(self) -> sqlite3.Connection:
        """A connection to the file, which is made only the first time."""
        mode = self._mode if self._opened is None else self._mode.removesuffix("c")
        # Without an isolation level the driver begins nothing by itself: SQLAlchemy does
        connection = sqlite3.connect(
            f"{self._path.as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        if self._mode == "rwc":
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA synchronous={_SYNCHRONOUS}")
        self._opened = self._standing()
        return connection

    def is_the_one_opened(self) -> bool:
        """Whether the path still leads to it."""
        return self._standing() == self._opened

    def _standing(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
