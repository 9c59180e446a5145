import asyncio
from pathlib import Path

import asyncpg
import pytest

from tests.adapters.stores.rows import TOPIC, row
from tests.broker.process import free_port
from tests.cli.running import run
from tests.postgres.server import PASSWORD, USER, PostgresServer
from workers.adapters.stores import open_store
from workers.adapters.stores.tables import HEAD
from workers.domain.rows import ArticleStore, StoreError, StoreUnavailable

pytestmark = pytest.mark.broker


async def failure_of(url: str) -> StoreError:
    with pytest.raises(StoreError) as failure:
        await open_store(url).open()
    assert "\n" not in str(failure.value)
    assert "secret" not in str(failure.value)
    assert PASSWORD not in str(failure.value)
    return failure.value


async def test_a_wrong_password_is_said_and_not_printed(server: PostgresServer) -> None:
    failure = await failure_of(server.url("postgres", "the secret one"))
    assert not isinstance(failure, StoreUnavailable)
    assert str(failure) == (
        f"the database 127.0.0.1:{server.port}/postgres refuses the user name or the password"
    )


async def test_a_missing_database_is_said(server: PostgresServer) -> None:
    failure = await failure_of(server.url("nowhere"))
    assert not isinstance(failure, StoreUnavailable)
    assert "has no such database" in str(failure)


async def test_a_server_that_is_not_there_is_unavailable(server: PostgresServer) -> None:
    port = free_port()
    failure = await failure_of(server.url("postgres").replace(str(server.port), str(port)))
    assert isinstance(failure, StoreUnavailable)
    assert f"127.0.0.1:{port}/postgres does not answer" in str(failure)


async def test_a_user_who_may_not_write_is_told(server: PostgresServer, url: str) -> None:
    name = url.rpartition("/")[2]
    server.ask(name, f"CREATE ROLE reader_of_{name} LOGIN PASSWORD 'secret'")
    failure = await failure_of(
        f"postgresql://reader_of_{name}:secret@127.0.0.1:{server.port}/{name}"
    )
    assert not isinstance(failure, StoreUnavailable)
    assert "does not let this user write" in str(failure)


async def test_a_server_without_a_connection_to_spare_is_unavailable_until_it_has_one(
    mortal: PostgresServer,
) -> None:
    url = mortal.new_database()
    name = url.rpartition("/")[2]
    mortal.ask(name, "CREATE ROLE plain LOGIN PASSWORD 'secret'")
    mortal.ask(name, "GRANT ALL ON SCHEMA public TO plain")
    plain = url.replace(USER, "plain", 1).replace(PASSWORD.replace(" ", "%20"), "secret")
    others = []
    try:
        while True:
            others.append(await asyncpg.connect(plain))
    except asyncpg.TooManyConnectionsError:
        assert len(others) > 20
    failure = await failure_of(plain)
    assert isinstance(failure, StoreUnavailable)
    assert "no connection to spare" in str(failure)
    for other in others:
        await other.close()
    store = open_store(plain)
    await store.open()
    await store.close()


async def test_a_database_of_something_else_is_refused(server: PostgresServer, url: str) -> None:
    server.ask(url.rpartition("/")[2], "CREATE TABLE articles (sku TEXT)")
    assert "already has tables" in str(await failure_of(url))


async def test_tables_of_a_later_version_are_refused_and_left_alone(
    server: PostgresServer, url: str
) -> None:
    name = url.rpartition("/")[2]
    server.ask(name, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    server.ask(name, "INSERT INTO alembic_version VALUES ('9999')")
    assert "later version of Copydesk" in str(await failure_of(url))
    with pytest.raises(StoreError, match="another version"):
        await open_store(url).survey(lambda _: None)
    tables = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    assert server.ask(name, tables) == [["alembic_version"]]


async def test_a_server_that_was_killed_is_unavailable_and_nothing_of_the_write_is_there(
    mortal: PostgresServer,
) -> None:
    url = mortal.new_database()
    store: ArticleStore = open_store(url)
    await store.open()
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    mortal.kill()
    for _ in range(3):  # the broken connection, and then no server
        with pytest.raises(StoreUnavailable):
            await store.write(TOPIC, 0, 2, [row("b", 1)])
    mortal.start()
    assert await store.next_offset(TOPIC, 0) == 1
    await store.write(TOPIC, 0, 2, [row("b", 1)])
    assert await store.next_offset(TOPIC, 0) == 2
    await store.close()


@pytest.mark.parametrize(
    ("state", "words", "kind"),
    [
        ("57P01", "going down", StoreUnavailable),
        ("40P01", "in the way", StoreUnavailable),
        ("25006", "read only", StoreUnavailable),
        ("08006", "does not answer", StoreUnavailable),
        ("53100", "no disk space left: free some", StoreUnavailable),
        ("22P02", "failed: PostgresError 22P02", StoreError),
    ],
)
def test_each_failure_has_words_and_says_whether_it_passes(
    state: str, words: str, kind: type[StoreError]
) -> None:
    failure = asyncpg.PostgresError("the server's words about secret rows")
    failure.sqlstate = state
    explained = open_store("postgresql://u:secret@h/d")._database.explain(failure, opened=True)
    assert type(explained) is kind
    assert words in str(explained)
    assert "secret" not in str(explained)


async def test_the_doctor_looks_into_the_database_and_makes_nothing(
    server: PostgresServer, url: str, tmp_path: Path
) -> None:
    async def doctor(database: str) -> str:
        settings = {"COPYDESK_DATABASE": database}
        done = await asyncio.to_thread(run, "doctor", folder=tmp_path, settings=settings)
        assert PASSWORD not in done.stdout + done.stderr
        return done.stdout

    assert "no tables yet: the sink makes them" in await doctor(url)
    tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
    assert server.ask(url.rpartition("/")[2], tables) == [["0"]]
    store = open_store(url)
    await store.open()
    await store.close()
    assert f"tables {HEAD}" in await doctor(url)
    wrong = await doctor(server.url("postgres", "the secret one"))
    assert "refuses the user name or the password" in wrong
    assert "secret" not in wrong
