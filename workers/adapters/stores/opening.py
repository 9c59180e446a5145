"""From a database URL to a store."""

import importlib
from types import ModuleType

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from workers.adapters.stores.postgres import Postgres
from workers.adapters.stores.sql_store import SqlStore
from workers.adapters.stores.sqlite import Sqlite
from workers.domain.rows import StoreError

EXPECTED = "expected sqlite:///path or postgresql://user:password@host/database"


def open_store(url: str) -> SqlStore:
    """The store that a URL such as `sqlite:///folder/copydesk.db` names; nothing is touched yet.

    Raises:
        StoreError: the URL names no database that this version can write.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError(f"the database URL cannot be read; {EXPECTED}") from None
    match parsed.drivername:
        case "sqlite":
            return SqlStore(_sqlite(parsed))
        case "postgresql" | "postgres":
            return SqlStore(_postgres(parsed))
        case other:
            raise StoreError(f"{other!r} is no database for articles; {EXPECTED}")


def _sqlite(url: URL) -> Sqlite:
    if not url.database or url.database == ":memory:":
        raise StoreError(f"the database needs a file; {EXPECTED}")
    return Sqlite(url.database)


def _postgres(url: URL) -> Postgres:
    if not url.database:
        raise StoreError(f"the database needs a name; {EXPECTED}")
    return Postgres(url, _asyncpg())


def _asyncpg() -> ModuleType:
    try:
        importlib.import_module("greenlet")
        return importlib.import_module("asyncpg")
    except ImportError:
        raise StoreError(
            "PostgreSQL needs two more packages: pip install 'copydesk[postgres]'"
        ) from None
