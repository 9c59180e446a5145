import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import replace

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import encode
from tests.adapters.stores.rows import MONDAY, TOPIC, row
from tests.adapters.stores.story_rows import QUERIES, STANDS, fill
from tests.adapters.stores.test_migrations import OPEN
from tests.adapters.stores.test_sql_store import surveyed
from tests.domain.articles import enriched_article
from tests.postgres.server import PostgresServer
from workers.adapters.stores import open_store
from workers.adapters.stores.sql_store import SqlStore
from workers.adapters.stores.tables import METADATA
from workers.adapters.stores.transactions import LoopTransactions
from workers.domain.rows import ArticleRow, ArticleStore, StoreUnavailable
from workers.domain.versions import newest

pytestmark = pytest.mark.broker


def name_of(url: str) -> str:
    return url.rpartition("/")[2]


async def test_rows_come_back_as_they_were_written(store: ArticleStore) -> None:
    bare = replace(
        row("b", 1), url="https://harbour.example/é", title=None, published_at=None,
        modified_at=None, word_count=None, language=None, document='{"text":"🌉\\u0000", "a": 1.0}',
    )  # fmt: skip
    await store.write(TOPIC, 0, 2, [row("a", 0), bare])
    assert await surveyed(store) == ({"a": row("a", 0), "b": bare}, {(TOPIC, 0): 2})


async def test_rows_below_the_offset_are_skipped_and_a_store_that_is_past_is_left_alone(
    store: ArticleStore,
) -> None:
    await store.write(TOPIC, 0, 3, [row("a", 0, title="old"), row("b", 2)])
    await store.write(TOPIC, 0, 3, [row("a", 1, title="again", day=9)])
    await store.write(TOPIC, 0, 5, [row("a", 2, title="below", day=9), row("c", 4)])
    rows, offsets = await surveyed(store)
    assert {name: each.title for name, each in rows.items()} == {
        "a": "old", "b": "A title", "c": "A title",
    }  # fmt: skip
    assert offsets == {(TOPIC, 0): 5}


async def test_moments_json_and_words_are_of_postgresqls_own_types(
    store: ArticleStore, server: PostgresServer, url: str
) -> None:
    document = encode(enriched_article("a")).decode()
    at = "2026-03-02 08:30:00+00"
    await store.write(TOPIC, 0, 2, [row("a", 0, document=document), row("b", 1, day=1)])

    def ask(what: str) -> list[list[str]]:
        return server.ask(name_of(url), f"SET TimeZone = 'UTC'; SELECT {what}")

    of_a = "FROM articles WHERE article_id = 'a'"
    assert ask(f"published_at, pg_typeof(ingested_at) {of_a}") == [[at, "timestamp with time zone"]]
    assert ask("article_id FROM articles WHERE modified_at > '2026-03-02T20:00:00Z'") == [["b"]]
    (name,) = ask(f"message #>> '{{article,publisher,domain}}' {of_a}")
    assert name == [json.loads(document)["article"]["publisher"]["domain"]]
    word = json.loads(document)["article"]["text"].split()[0]
    query = f"search @@ plainto_tsquery('simple', '{word}')"
    assert ask(f"article_id FROM articles WHERE {query}") == [["a"]]


async def test_a_nul_and_an_endless_address_and_text_are_no_reason_to_stop(
    store: ArticleStore, server: PostgresServer, url: str
) -> None:
    article = enriched_article("a").article
    words = "word9 " + " ".join(f"word{number}" for number in range(200_000))
    message = enriched_article("a").model_copy(
        update={"article": article.model_copy(update={"text": f"\0 {words}"})}
    )
    hostile = replace(
        row("a", 0, title="NUL \0 here", document=encode(message).decode()),
        url="https://harbour.example/" + "a" * 100_000,
    )
    await store.write(TOPIC, 0, 1, [hostile])
    rows, _ = await surveyed(store)
    assert rows["a"].document == hostile.document
    assert rows["a"].url == hostile.url
    assert rows["a"].title == "NUL \N{REPLACEMENT CHARACTER} here"
    query = "SELECT count(*) FROM articles WHERE search @@ plainto_tsquery('simple', 'word9')"
    assert server.ask(name_of(url), query) == [["1"]]


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("publisher_domain = 'a.example' ORDER BY published_at DESC LIMIT 5", "publisher_domain"),
        ("origin_domain = 'a.example' ORDER BY published_at DESC LIMIT 5", "origin_domain"),
        ("language = 'fi' ORDER BY published_at DESC LIMIT 5", "language"),
        ("published_at > '2026-03-01'", "published_at"),
        ("ingested_at > '2026-03-01'", "ingested_at"),
        ("url = 'https://a.example/x'", "url"),
        ("search @@ plainto_tsquery('simple', 'ferry')", "words"),
    ],
)
async def test_an_index_serves_each_question_that_people_ask(
    store: ArticleStore, server: PostgresServer, url: str, question: str, index: str
) -> None:
    # with few rows a scan is always cheaper: asked is whether an index can serve
    plan = server.ask(
        name_of(url), f"SET enable_seqscan = off; EXPLAIN SELECT 1 FROM articles WHERE {question}"
    )
    assert f"articles_by_{index}" in str(plan), plan


async def test_the_migrations_make_the_tables_that_the_code_describes(store: ArticleStore) -> None:
    assert isinstance(store, SqlStore)
    transactions = store._transactions
    assert isinstance(transactions, LoopTransactions)
    differences = await transactions.run(
        lambda connection: compare_metadata(MigrationContext.configure(connection), METADATA)
    )
    # what only PostgreSQL has, the code does not name
    kinds = {(each[0], getattr(each[-1], "name", "")) for each in differences}
    assert {name for kind, name in kinds if kind == "remove_column"} == {"message", "search"}
    assert {kind for kind, _ in kinds} == {"remove_column", "remove_index"}


async def test_processes_that_open_a_new_database_at_once_do_not_collide(
    server: PostgresServer, url: str
) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", OPEN, url, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(4)
    ]
    outputs = await asyncio.gather(*(each.communicate() for each in processes))
    assert [each.returncode for each in processes] == [0] * 4, outputs


async def test_two_sinks_that_write_one_partition_do_it_once(url: str) -> None:
    """A zombie that wakes up: its rows are in already, or its write comes first."""
    first, second = open_store(url), open_store(url)
    await first.open()
    await second.open()

    async def patiently(store: ArticleStore, title: str) -> None:
        for start in range(0, 60, 3):
            rows = [row(f"a{start + n}", start + n, title=title) for n in range(3)]
            while True:
                try:
                    await store.write(TOPIC, 0, start + 3, rows)
                except StoreUnavailable:
                    await asyncio.sleep(0.01)
                else:
                    break

    await asyncio.gather(patiently(first, "first"), patiently(second, "second"))
    rows, offsets = await surveyed(first)
    assert offsets == {(TOPIC, 0): 60}
    assert set(rows) == {f"a{number}" for number in range(60)}
    for start in range(0, 60, 3):  # each chunk is of one of them, whole
        assert len({rows[f"a{start + n}"].title for n in range(3)}) == 1
    await first.close()
    await second.close()


async def test_two_partitions_that_write_one_article_at_once_leave_the_newest(url: str) -> None:
    stores = [open_store(url) for _ in range(2)]
    for store in stores:
        await store.open()

    async def write(partition: int, order: Sequence[int]) -> None:
        for offset, day in enumerate(order):
            fresh = row("a", offset, partition=partition, title=f"day {day}", day=day)
            while True:
                try:
                    await stores[partition].write(TOPIC, partition, offset + 1, [fresh])
                except StoreUnavailable:
                    await asyncio.sleep(0.01)
                else:
                    break

    await asyncio.gather(write(0, [1, 9, 2, 8]), write(1, [7, 3, 5, 4]))
    rows, _ = await surveyed(stores[0])
    assert rows["a"].title == "day 9"
    for store in stores:
        await store.close()


versions = st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.integers(0, 1))


@given(st.lists(st.lists(versions, max_size=4), max_size=5))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_whatever_is_written_the_newest_version_of_each_article_stands(
    server: PostgresServer, chunks: list[list[tuple[str, int, int]]]
) -> None:
    store = open_store(server.new_database())
    await store.open()
    written: dict[str, list[ArticleRow]] = {}
    end = 0
    for chunk in chunks:
        rows = [
            row(name, end + place, day=day, access=("open", "withheld")[held])
            for place, (name, day, held) in enumerate(chunk)
        ]
        end += len(rows)
        await store.write(TOPIC, 0, end, rows)
        for each in rows:
            written.setdefault(each.article_id, []).append(each)
    standing, _ = await surveyed(store)
    await store.close()
    assert {name: each.version for name, each in standing.items()} == {
        name: newest(each.version for each in rows) for name, rows in written.items()
    }


async def test_a_locked_row_is_unavailable_and_works_again_when_it_is_free(
    store: ArticleStore, url: str
) -> None:
    await store.write(TOPIC, 0, 1, [row("a", 0)])
    other = await asyncpg.connect(url)
    async with other.transaction():
        await other.execute("SELECT * FROM articles FOR UPDATE")
        with pytest.raises(StoreUnavailable, match="locked"):
            await store.write(TOPIC, 0, 2, [row("a", 1, title="newer", day=1)])
    await other.close()
    await store.write(TOPIC, 0, 2, [row("a", 1, title="newer", day=1)])
    rows, _ = await surveyed(store)
    assert rows["a"].title == "newer"
    assert rows["a"].published_at == MONDAY


async def test_stories_entities_and_quotes_stand_as_they_do_in_sqlite(
    store: ArticleStore, url: str
) -> None:
    await fill(store)
    connection = await asyncpg.connect(url)
    try:
        found = {
            table: [tuple(record) for record in await connection.fetch(query)]
            for table, query in QUERIES.items()
        }
    finally:
        await connection.close()
    assert found == STANDS
