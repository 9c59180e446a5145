"""Stories, places in them, entities and quotes, in a file that anyone can query."""

import sqlite3
from pathlib import Path

import pytest

from tests.adapters.stores.story_rows import QUERIES, STANDS, fill, place, story
from workers.adapters.stores import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "articles.db"


def asked(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("table", QUERIES)
async def test_what_was_told_last_of_each_key_stands(path: Path, table: str) -> None:
    store = open_store(f"sqlite:///{path}")
    await store.open()
    await fill(store)
    await store.close()
    assert asked(path, QUERIES[table]) == STANDS[table]


async def test_a_replay_changes_nothing(path: Path) -> None:
    store = open_store(f"sqlite:///{path}")
    await store.open()
    await fill(store)
    await fill(store)
    await store.close()
    assert {table: asked(path, query) for table, query in QUERIES.items()} == STANDS


async def test_the_offset_of_each_topic_is_its_own(path: Path) -> None:
    store = open_store(f"sqlite:///{path}")
    await store.open()
    await store.write("stories", 0, 5, [story("s1", 4)])
    await store.write("story-articles", 0, 1, [place("a", "s1", 0)])
    assert await store.next_offset("stories", 0) == 5
    assert await store.next_offset("story-articles", 0) == 1
    with pytest.raises(ValueError, match="does not hold"):
        await store.write("stories", 0, 9, [place("a", "s1", 0)])
    await store.close()
