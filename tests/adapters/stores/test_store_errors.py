import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from tests.adapters.stores.rows import TOPIC, row, titles
from workers.adapters.stores import open_store, sqlite
from workers.adapters.stores.sqlite import Sqlite
from workers.adapters.stores.transactions import ThreadTransactions
from workers.domain.rows import StoreError, StoreUnavailable, StoreWentBack


async def failure_of_opening(url: str) -> str:
    with pytest.raises(StoreError) as failure:
        await open_store(url).open()
    assert not isinstance(failure.value, StoreUnavailable)
    assert "\n" not in str(failure.value)
    return str(failure.value)


@pytest.mark.parametrize(
    "url",
    [
        *("", "articles.db", "sqlite://", "sqlite:///:memory:"),
        *("mysql://u:secret@h/d", "postgresql://u:secret@h", "postgresql+psycopg://u:secret@h/d"),
    ],
)
async def test_a_url_of_no_file_is_refused_and_says_what_is_expected(url: str) -> None:
    message = await failure_of_opening(url)
    assert "expected sqlite:///path" in message
    assert "secret" not in message


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"Buy milk and eggs. " * 100)
    assert "is not an SQLite database" in await failure_of_opening(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"Buy milk")


async def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in await failure_of_opening(f"sqlite:///{tmp_path}")


async def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    message = await failure_of_opening(f"sqlite:///{tmp_path}/file/articles.db")
    assert "cannot make the folder" in message


@pytest.mark.parametrize(
    ("code", "words", "kind"),
    [
        (sqlite3.SQLITE_READONLY, "may not be written", StoreError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "may not be written", StoreError),
        (sqlite3.SQLITE_CORRUPT, "damaged", StoreError),
        (sqlite3.SQLITE_IOERR_WRITE, "failed: words of SQLite", StoreError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked", StoreUnavailable),
        (sqlite3.SQLITE_FULL, "free some space", StoreUnavailable),
    ],
)
def test_each_failure_of_sqlite_has_words_and_says_whether_it_passes(
    code: int, words: str, kind: type[StoreError]
) -> None:
    failure = sqlite3.OperationalError("words of SQLite")
    failure.sqlite_errorcode = code
    explained = Sqlite("a.db").explain(DBAPIError("SELECT", {}, failure), opened=False)
    assert type(explained) is kind
    assert words in str(explained)
    assert "a.db" in str(explained)


async def test_tables_of_a_later_version_are_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.commit()
    message = await failure_of_opening(f"sqlite:///{path}")
    assert "later version of Copydesk" in message
    with pytest.raises(StoreError, match="another version"):
        await open_store(f"sqlite:///{path}").survey(lambda _: None)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert tables == [("alembic_version",)]
    connection.close()


async def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE articles (sku TEXT)")
    connection.close()
    assert "already exists" in await failure_of_opening(f"sqlite:///{path}")


async def test_a_locked_database_is_unavailable_and_works_again_when_it_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    path = tmp_path / "articles.db"
    store = open_store(f"sqlite:///{path}")
    await store.open()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreUnavailable, match="locked"):
        await store.write(TOPIC, 0, 1, [row("a", 0)])
    other.execute("ROLLBACK")
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    assert titles(path) == {"a": "A title"}
    other.close()
    await store.close()


async def test_a_database_that_was_moved_away_is_waited_for_and_not_made_anew(
    tmp_path: Path,
) -> None:
    folder, elsewhere = tmp_path / "desk", tmp_path / "elsewhere"
    store = open_store(f"sqlite:///{folder}/articles.db")
    await store.open()
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    folder.rename(elsewhere)
    folder.mkdir()
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            await store.write(TOPIC, 0, 2, [row("b", 1)], since=1)
    folder.rmdir()
    elsewhere.rename(folder)
    await store.write(TOPIC, 0, 2, [row("b", 1)], since=1)
    assert titles(folder / "articles.db") == {"a": "A title", "b": "A title"}
    await store.close()


async def test_a_database_put_back_from_a_backup_takes_no_rows_over_the_gap(
    tmp_path: Path,
) -> None:
    path, backup = tmp_path / "articles.db", tmp_path / "backup.db"
    store = open_store(f"sqlite:///{path}")
    await store.open()
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    with sqlite3.connect(path) as here, sqlite3.connect(backup) as there:
        here.backup(there)
    here.close()
    there.close()
    await store.write(TOPIC, 0, 2, [row("b", 1)], since=1)
    for log in ("articles.db-wal", "articles.db-shm"):
        (tmp_path / log).unlink()
    backup.rename(path)
    with pytest.raises(StoreWentBack, match="up to 1, and held it up to 2 before"):
        await store.write(TOPIC, 0, 3, [row("c", 2)], since=2)
    assert await store.next_offset(TOPIC, 0) == 1
    await store.close()


async def test_a_full_disk_is_said_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    store = open_store(f"sqlite:///{path}")
    await store.open()
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    # as a full disk does: SQLite may not add another page
    transactions = store._transactions  # the seam of this one test
    assert isinstance(transactions, ThreadTransactions)
    engine = transactions.engine
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(StoreUnavailable, match="is full: free some space"):
        await store.write(TOPIC, 0, 2, [row("b", 1, document="x" * 200_000)])
    assert titles(path) == {"a": "A title"}
    assert await store.next_offset(TOPIC, 0) == 1
    await store.close()
