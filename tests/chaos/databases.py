"""The databases under test: looked into without the store's code, and injured from outside."""

import contextlib
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Protocol

from tests.postgres.server import PostgresServer

from .volume import Volume

Rows = list[tuple[str, ...]]


class Database(Protocol):
    """What a test may ask of the sink's database, and do to it."""

    @property
    def url(self) -> str:
        """The address for the settings."""

    def ask(self, query: str) -> Rows:
        """The rows of a query, every value as text; none while there is nothing to ask."""

    def take_away(self) -> None:
        """Nobody can reach it until `bring_back`."""

    def bring_back(self) -> None:
        """It is where it was, with all that was committed."""

    def lock(self, seconds: float) -> None:
        """Nobody else can write to it for so long; returns afterwards."""

    def fill(self) -> None:
        """Its disk is full until `make_room`."""

    def make_room(self) -> None:
        """Its disk has room again."""


class SqliteFile:
    """A file in a folder of its own, perhaps on a volume."""

    def __init__(self, path: Path, volume: Volume | None = None) -> None:
        self.path = path
        self._volume = volume
        self._elsewhere = path.parent.with_name(f"{path.parent.name}-away")

    @property
    def url(self) -> str:
        return f"sqlite:///{self.path}"

    def ask(self, query: str) -> Rows:
        try:
            connection = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=5)
        except sqlite3.Error:
            return []
        try:
            return [tuple(map(str, row)) for row in connection.execute(query)]
        except sqlite3.Error:
            return []
        finally:
            connection.close()

    def take_away(self) -> None:
        """Moves its folder, as a volume that is not mounted."""
        self.path.parent.rename(self._elsewhere)

    def bring_back(self) -> None:
        """Moves the folder back over whatever was made in its place."""
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(self.path.parent)
        self._elsewhere.rename(self.path.parent)

    def lock(self, seconds: float) -> None:
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=30)
        try:
            connection.execute("begin exclusive")
            time.sleep(seconds)
            connection.execute("rollback")
        finally:
            connection.close()

    def fill(self) -> None:
        assert self._volume is not None
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=30)
        # what the log holds already could be written over
        connection.execute("pragma wal_checkpoint(truncate)")
        connection.close()
        self._volume.fill()

    def make_room(self) -> None:
        assert self._volume is not None
        self._volume.empty()


class PostgresDatabase:
    """A database of a PostgreSQL server, its tables on a volume."""

    def __init__(self, server: PostgresServer, volume: Volume) -> None:
        self._server = server
        self._volume = volume
        tables = volume.folder / "tables"
        tables.mkdir(exist_ok=True)
        shutil.chown(tables, "postgres", "postgres")
        self.url = server.new_database()
        self._name = self.url.rpartition("/")[2]
        server.ask("postgres", f"CREATE TABLESPACE small LOCATION '{tables}'")
        server.ask("postgres", f"ALTER DATABASE {self._name} SET TABLESPACE small")

    def ask(self, query: str) -> Rows:
        try:
            return [tuple(row) for row in self._server.ask(self._name, query)]
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return []

    def take_away(self) -> None:
        """Kills the server."""
        self._server.kill()

    def bring_back(self) -> None:
        """Starts it: it recovers first."""
        self._server.start()

    def lock(self, seconds: float) -> None:
        tables = "sink_offsets, articles"  # in the order that the sink takes them, lest both wait
        lock = f"BEGIN; LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE"
        self._server.ask(self._name, f"{lock}; SELECT pg_sleep({seconds:.1f}); ROLLBACK")

    def fill(self) -> None:
        self._volume.fill()

    def make_room(self) -> None:
        self._volume.empty()
