"""Brokers and databases that go away while workers work: they wait, say so, and go on."""

import asyncio
import sqlite3
import urllib.request
from pathlib import Path

import pytest

from tests.broker.running import RunningBroker, free_port
from tests.chaos.counter import count
from tests.chaos.line import LineUnderTest
from tests.chaos.posts import RawRecord, article_of, title_of

from .test_exactly_once import good, numbered, rows
from .test_worker_ends import log_has

pytestmark = pytest.mark.broker

SLOW = "0.01"  # seconds a post: the broker goes in the middle of a transaction


async def test_a_worker_outlives_a_broker_that_has_ended_its_transaction(
    broker: RunningBroker, line: LineUnderTest
) -> None:
    await line.make_topics(2)
    sent = numbered(400)
    await line.publish(sent)
    port = free_port()
    told = {"COPYDESK_TRANSACTION_TIMEOUT_SECONDS": "2", "COPYDESK_CHUNK_SECONDS": "0.2"}
    worker = line.start("normalize", 0, SLOW, COPYDESK_METRICS_PORT=str(port), **told)
    others = [line.start(stage, 0, **told) for stage in ("enrich", "sink")]
    await rows(line, 50)
    pids = [each.process.pid for each in (worker, *others)]
    broker.kill()
    await log_has(line, "normalize-0", "broker_unavailable")
    assert 'copydesk_waiting{outside="broker",stage="normalize"} 1.0' in await metrics(port)
    await asyncio.to_thread(broker.start)
    log = await log_has(line, "normalize-0", "broker_available")
    assert log.count("broker_unavailable") == 1
    await rows(line, good(sent))
    assert 'copydesk_waiting{outside="broker",stage="normalize"} 0.0' in await metrics(port)
    assert [each.process.pid for each in (worker, *others)] == pids, "nobody was started again"
    assert set(line.stop().values()) == {0}
    for step in await count(broker.bootstrap, line.store, sent):
        assert step.clean, f"{step.name}: {step.lost=} {step.doubled=} {step.wrong=}"


async def test_a_database_put_back_from_a_backup_is_filled_again_without_a_gap(
    embedded: RunningBroker, tmp_path: Path
) -> None:
    line = LineUnderTest(embedded, tmp_path, "real")
    await line.make_topics(2)
    sent = numbered(240)
    for stage in ("normalize", "enrich", "sink"):
        line.start(stage)
    try:
        await line.publish(sent[:80])
        await rows(line, 1)
        backup = tmp_path / "backup.db"
        _copy(line.database, backup)
        await line.publish(sent[80:160])
        await titles(line, sent[:160])
        for log in ("articles.db-wal", "articles.db-shm"):
            (tmp_path / log).unlink()
        backup.rename(line.database)
        await line.publish(sent[160:])
        await titles(line, sent)
        assert line.exits == [70], "the sink, once"
    finally:
        line.stop()
    assert "and held it up to" in (tmp_path / "sink-0.log").read_text()


def _copy(database: Path, copy: Path) -> None:
    here, there = sqlite3.connect(database), sqlite3.connect(copy)
    here.backup(there)
    here.close()
    there.close()


async def titles(line: LineUnderTest, sent: list[RawRecord]) -> None:
    """Until the last version of every article is a row."""
    last = {article_of(post.number): post.number for post in sent if not post.poisoned}
    wanted = {title_of(number) for number in last.values()}
    for _ in range(600):
        if wanted <= {title for (title,) in line.store.ask("select title from articles")}:
            return
        line.start_again()
        await asyncio.sleep(0.1)
    raise AssertionError("rows are missing")


async def metrics(port: int) -> str:
    def ask() -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            return str(answer.read().decode())

    return await asyncio.to_thread(ask)
