"""From a database URL to a store."""

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from workers.adapters.stores.sql_store import SqlStore
from workers.adapters.stores.sqlite import Sqlite
from workers.domain.rows import ArticleStore, StoreError


def open_store(url: str) -> ArticleStore:
    """The store that a URL such as `sqlite:///folder/copydesk.db` names; nothing is touched yet.

    Raises:
        StoreError: the URL names no database that this version can write.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError("the database URL cannot be read; expected sqlite:///path") from None
    if parsed.get_backend_name() != "sqlite":
        raise StoreError(
            f"{parsed.get_backend_name()!r} is no database for articles yet; "
            "expected sqlite:///path"
        )
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError("the database needs a file; expected sqlite:///path")
    return SqlStore(Sqlite(parsed.database))
