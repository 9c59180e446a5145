import os
from collections.abc import AsyncIterator, Iterator

import pytest

from tests.postgres.server import PostgresServer, postgres_missing
from workers.adapters.stores import open_store
from workers.domain.rows import ArticleStore


def _require() -> None:
    if reason := postgres_missing():
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """One PostgreSQL for all tests that leave it running."""
    _require()
    with PostgresServer() as running:
        yield running


@pytest.fixture
def mortal() -> Iterator[PostgresServer]:
    """One for a test that kills it."""
    _require()
    with PostgresServer() as running:
        yield running


@pytest.fixture
def url(server: PostgresServer) -> str:
    """An empty database."""
    return server.new_database()


@pytest.fixture
async def store(url: str) -> AsyncIterator[ArticleStore]:
    store = open_store(url)
    await store.open()
    yield store
    await store.close()
