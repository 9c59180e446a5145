import sqlite3
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.stores.rows import TOPIC, row, titles
from workers.adapters.stores import open_store
from workers.domain.rows import ArticleRow, ArticleStore, StoreError
from workers.domain.versions import Access, newest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "folder" / "articles.db"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[ArticleStore]:
    store = open_store(f"sqlite:///{path}")
    await store.open()
    yield store
    await store.close()


async def surveyed(store: ArticleStore) -> tuple[dict[str, ArticleRow], dict[tuple[str, int], int]]:
    rows: dict[str, ArticleRow] = {}
    offsets = await store.survey(lambda row: rows.update({row.article_id: row}))
    return rows, dict(offsets)


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_a_new_store_has_read_nothing(store: ArticleStore) -> None:
    assert await store.next_offset(TOPIC, 0) == 0
    assert await surveyed(store) == ({}, {})


async def test_rows_come_back_as_they_were_written(store: ArticleStore) -> None:
    bare = replace(
        row("b", 1), url="https://harbour.example/é", title=None, published_at=None,
        modified_at=None, word_count=None, language=None, document='{"text":"🌉\\u0000"}',
    )  # fmt: skip
    await store.write(TOPIC, 0, 2, [row("a", 0), bare])
    assert await surveyed(store) == ({"a": row("a", 0), "b": bare}, {(TOPIC, 0): 2})


async def test_instants_stand_as_the_contract_writes_them(store: ArticleStore, path: Path) -> None:
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT published_at, modified_at, ingested_at FROM articles")
    assert found.fetchone() == ("2026-03-02T08:30:00Z",) * 3
    connection.close()


async def test_an_offset_moves_without_rows(store: ArticleStore) -> None:
    await store.write(TOPIC, 1, 7, [])
    assert await store.next_offset(TOPIC, 1) == 7
    assert await store.next_offset(TOPIC, 0) == 0


async def test_a_chunk_that_is_written_again_changes_nothing(
    store: ArticleStore, path: Path
) -> None:
    await store.write(TOPIC, 0, 2, [row("a", 0, title="first"), row("b", 1)])
    await store.write(TOPIC, 0, 2, [row("a", 0, title="again", day=9), row("b", 1)])
    assert titles(path)["a"] == "first"


async def test_rows_below_the_stored_offset_are_skipped(store: ArticleStore, path: Path) -> None:
    await store.write(TOPIC, 0, 2, [row("a", 0), row("b", 1)])
    await store.write(TOPIC, 0, 4, [row("a", 1, title="replayed", day=9), row("c", 2)])
    assert titles(path) == {"a": "A title", "b": "A title", "c": "A title"}
    assert await store.next_offset(TOPIC, 0) == 4


async def test_a_store_that_is_further_on_is_left_alone(store: ArticleStore, path: Path) -> None:
    await store.write(TOPIC, 0, 9, [row("a", 8)])
    await store.write(TOPIC, 0, 5, [row("z", 4)])
    assert titles(path) == {"a": "A title"}
    assert await store.next_offset(TOPIC, 0) == 9


async def test_an_older_version_does_not_replace_a_newer_one(
    store: ArticleStore, path: Path
) -> None:
    await store.write(TOPIC, 0, 1, [row("a", 0, title="new", day=3)])
    await store.write(TOPIC, 0, 2, [row("a", 1, title="old", day=1)])
    assert titles(path) == {"a": "new"}
    await store.write(TOPIC, 0, 3, [row("a", 2, title="newest", day=4)])
    assert titles(path) == {"a": "newest"}


async def test_a_withheld_version_does_not_replace_an_open_one(
    store: ArticleStore, path: Path
) -> None:
    await store.write(TOPIC, 0, 1, [row("a", 0, title="open")])
    await store.write(TOPIC, 0, 2, [row("a", 1, title="held", access="withheld", day=5)])
    assert titles(path) == {"a": "open"}


async def test_of_versions_in_one_chunk_the_newest_stands(store: ArticleStore, path: Path) -> None:
    chunk = [row("a", 0, title="1", day=1), row("a", 1, title="3", day=3), row("a", 2, title="2")]
    await store.write(TOPIC, 0, 3, chunk)
    assert titles(path) == {"a": "3"}


async def test_more_articles_than_a_query_has_parameters_are_written(
    store: ArticleStore, path: Path
) -> None:
    chunk = [row(f"a{number}", number) for number in range(1700)]
    await store.write(TOPIC, 0, 1700, chunk)
    newer = [replace(each, offset=each.offset + 1700, title="newer") for each in chunk]
    await store.write(TOPIC, 0, 3400, newer)
    assert titles(path) == {each.article_id: "newer" for each in chunk}


async def test_a_row_of_another_partition_is_refused(store: ArticleStore) -> None:
    with pytest.raises(ValueError, match="does not hold"):
        await store.write(TOPIC, 0, 1, [row("a", 0, partition=3)])
    with pytest.raises(ValueError, match="does not hold"):
        await store.write(TOPIC, 0, 1, [row("a", 1)])
    assert await store.next_offset(TOPIC, 0) == 0


async def test_a_closed_store_can_be_opened_again(store: ArticleStore) -> None:
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    await store.close()
    with pytest.raises(StoreError, match="not open"):
        await store.next_offset(TOPIC, 0)
    await store.open()
    assert await store.next_offset(TOPIC, 0) == 1


async def test_a_store_that_was_never_opened_holds_nothing_and_is_not_made(
    path: Path, tmp_path: Path
) -> None:
    store = open_store(f"sqlite:///{path}")
    assert await surveyed(store) == ({}, {})
    await store.close()
    assert files_in(tmp_path) == []


chunks = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.lists(
            st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.sampled_from(get_args(Access))),
            max_size=4,
        ),
        st.booleans(),
    ),
    max_size=6,
)


@given(chunks)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_whatever_is_written_however_often_the_newest_version_of_each_article_stands(
    tmp_path_factory: pytest.TempPathFactory,
    chunks: Sequence[tuple[int, Sequence[tuple[str, int, Access]], bool]],
) -> None:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('law') / 'a.db'}")
    await store.open()
    written: dict[str, list[ArticleRow]] = {}
    ends = {0: 0, 1: 0}
    for partition, versions, twice in chunks:
        rows = [
            row(name, ends[partition] + place, partition=partition, day=day, access=access)
            for place, (name, day, access) in enumerate(versions)
        ]
        ends[partition] += len(rows)
        for _ in range(1 + twice):
            await store.write(TOPIC, partition, ends[partition], rows)
        for each in rows:
            written.setdefault(each.article_id, []).append(each)
    standing, _ = await surveyed(store)
    await store.close()
    assert {name: each.version for name, each in standing.items()} == {
        name: newest(each.version for each in rows) for name, rows in written.items()
    }
