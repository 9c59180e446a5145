"""How workers begin and end: what they say, and with which exit code."""

import asyncio
import json
import signal
import sqlite3
import time
import urllib.error
import urllib.request

import pytest

from tests.broker.running import RunningBroker, free_port
from tests.chaos.counter import Records, everything
from tests.chaos.line import LineUnderTest
from tests.chaos.posts import RawRecord

pytestmark = pytest.mark.broker

SECRET = "what somebody wrote"


def post(number: int, **more: str) -> RawRecord:
    value = json.dumps({"id": f"{number:04d}", **more}).encode()
    return RawRecord(number, b"%d" % number, value, (), int(time.time() * 1000), poisoned=False)


async def log_has(line: LineUnderTest, name: str, words: str, within_seconds: float = 30) -> str:
    log = line.folder / f"{name}.log"
    deadline = time.monotonic() + within_seconds
    while time.monotonic() < deadline:
        if log.exists() and words in (said := log.read_text()):
            return said
        await asyncio.sleep(0.1)
    raise AssertionError(f"{words!r} is not in the log:\n{log.read_text()[-2000:]}")


async def dead_letters(line: LineUnderTest, wanted: int) -> Records:
    for _ in range(100):
        letters = await everything(line.broker.bootstrap, "raw-posts-dlq")
        if len(letters) >= wanted:
            return letters
        await asyncio.sleep(0.2)
    raise AssertionError(f"{len(letters)} of {wanted} dead letters")


async def test_a_post_that_the_stage_fails_on_is_buried_as_bug_and_its_text_not_logged(
    embedded_line: LineUnderTest,
) -> None:
    line = embedded_line
    await line.make_topics()
    await line.publish([post(1), post(2, bug=SECRET), post(3)])
    line.start("normalize")
    [letter] = await dead_letters(line, 1)
    assert dict(letter.headers)["copydesk-reason"] == b"bug"
    log = await log_has(line, "normalize-0", "stage_failed")
    assert "LookupError" in log
    assert SECRET not in log
    assert set(line.stop().values()) == {0}


async def test_an_open_breaker_halts_the_worker_which_stays_and_says_so(
    embedded_line: LineUnderTest,
) -> None:
    line = embedded_line
    await line.make_topics()
    await line.publish([post(number, bug=SECRET) for number in range(200)])
    port = free_port()
    breaker = {"COPYDESK_BREAKER_WINDOW": "20", "COPYDESK_METRICS_PORT": str(port)}
    worker = line.start("normalize", 0, **breaker)
    log = await log_has(line, "normalize-0", "worker_halted")
    assert log.count("worker_halted") == 1
    before = len(await everything(line.broker.bootstrap, "raw-posts-dlq"))
    await asyncio.sleep(2)
    assert worker.process.poll() is None
    assert len(await everything(line.broker.bootstrap, "raw-posts-dlq")) == before < 20
    assert _get(port, "/readyz") == (503, "halted\n")
    assert _get(port, "/healthz") == (200, "alive\n")
    status, metrics = _get(port, "/metrics")
    assert status == 200
    assert 'copydesk_buried_total{reason="bug",stage="normalize"}' in metrics
    assert set(line.stop().values()) == {0}


async def test_a_halted_worker_commits_nothing_more_and_a_mended_one_goes_on_from_there(
    embedded_line: LineUnderTest,
) -> None:
    line = embedded_line
    await line.make_topics(1)
    await line.publish([post(number, bug=SECRET) for number in range(30)])
    breaker = {"COPYDESK_BREAKER_WINDOW": "20", "COPYDESK_CHUNK_RECORDS": "4"}
    worker = line.start("normalize", 0, **breaker)
    log = await log_has(line, "normalize-0", "worker_halted")
    assert "11 of the last 11 posts were buried as bug or contract_violation" in log
    assert "copydesk dead-letters replay" in log
    assert SECRET not in log
    await line.publish([post(number) for number in range(30, 40)])
    await asyncio.sleep(2)
    buried = await everything(line.broker.bootstrap, "raw-posts-dlq")
    assert len(buried) == 8, "two chunks of four were committed before the eleventh opened it"
    assert await everything(line.broker.bootstrap, "articles") == []
    assert worker.process.poll() is None
    worker.kill()
    line.start("normalize", 0, COPYDESK_BREAKER_SHARE="1")
    await dead_letters(line, 30)
    for _ in range(100):
        if len(forwarded := await everything(line.broker.bootstrap, "articles")) == 10:
            break
        await asyncio.sleep(0.2)
    assert len(forwarded) == 10
    assert len(await dead_letters(line, 30)) == 30, "none is buried twice"
    assert set(line.stop().values()) == {0}


async def test_the_sink_halts_too_and_stores_nothing_more(embedded_line: LineUnderTest) -> None:
    line = embedded_line
    await line.make_topics(1)
    await line.publish([post(number, unstorable="yes") for number in range(30)])
    for stage in ("normalize", "enrich"):
        line.start(stage)
    port = free_port()
    breaker = {"COPYDESK_BREAKER_WINDOW": "20", "COPYDESK_CHUNK_RECORDS": "4"}
    worker = line.start("sink", 0, COPYDESK_METRICS_PORT=str(port), **breaker)
    await log_has(line, "sink-0", "worker_halted")
    before = await everything(line.broker.bootstrap, "enriched-articles-dlq")
    await line.publish([post(number) for number in range(30, 40)])
    await asyncio.sleep(3)
    assert await everything(line.broker.bootstrap, "enriched-articles-dlq") == before
    assert line.rows() == 0
    assert worker.process.poll() is None
    assert _get(port, "/readyz") == (503, "halted\n")
    assert set(line.stop().values()) == {0}


def _get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


async def test_a_worker_without_its_topics_ends_with_one_line_that_says_what_to_do(
    embedded_line: LineUnderTest,
) -> None:
    line = embedded_line
    worker = line.start("normalize")
    assert await asyncio.to_thread(worker.ended, 30) == 1
    log = (line.folder / "normalize-0.log").read_text()
    assert len(log.splitlines()) == 1
    assert "topics are missing" in log
    assert "articles, raw-posts, raw-posts-dlq" in log
    assert "copydesk topics --apply" in log


async def test_a_worker_waits_for_its_broker_and_then_works(
    embedded: RunningBroker, embedded_line: LineUnderTest
) -> None:
    line = embedded_line
    await line.make_topics()
    await line.publish([post(1)])
    embedded.stop()
    worker = line.start("normalize")
    await log_has(line, "normalize-0", "broker_unavailable")
    assert worker.process.poll() is None
    embedded.start()
    await log_has(line, "normalize-0", "worker_started")
    assert set(line.stop().values()) == {0}


async def test_a_worker_that_waits_for_its_broker_stops_when_it_is_told(
    embedded: RunningBroker, embedded_line: LineUnderTest
) -> None:
    embedded.stop()
    worker = embedded_line.start("normalize")
    await log_has(embedded_line, "normalize-0", "broker_unavailable")
    worker.tell()
    assert await asyncio.to_thread(worker.ended, 5) == 0


async def test_a_second_signal_ends_the_worker_at_once(embedded_line: LineUnderTest) -> None:
    line = embedded_line
    await line.make_topics()
    await line.publish([post(number) for number in range(40)])
    worker = line.start("normalize", 0, "3")  # seconds a post: it cannot drain in time
    await log_has(line, "normalize-0", "worker_started")
    await asyncio.sleep(0.5)
    worker.signal(signal.SIGTERM)
    await asyncio.sleep(0.2)
    worker.signal(signal.SIGINT)
    began = time.monotonic()
    assert await asyncio.to_thread(worker.ended, 10) == 128 + signal.SIGINT
    assert time.monotonic() - began < 5


async def test_a_database_that_is_ahead_of_its_topic_stops_the_sink_with_one_line(
    embedded_line: LineUnderTest,
) -> None:
    line = embedded_line
    await line.make_topics()
    worker = line.start("sink")
    await log_has(line, "sink-0", "worker_started")
    worker.tell()
    assert await asyncio.to_thread(worker.ended) == 0
    database = sqlite3.connect(line.database)
    with database:
        database.execute("insert into sink_offsets values ('enriched-articles', 0, 500)")
    database.close()
    worker = line.start("sink")
    assert await asyncio.to_thread(worker.ended, 30) == 1
    log = (line.folder / "sink-0.log").read_text()
    assert "enriched-articles/0 ends at 0, but work up to 500 is recorded as done" in log


async def test_a_metrics_port_in_use_ends_the_worker_with_one_line(
    embedded: RunningBroker, embedded_line: LineUnderTest
) -> None:
    port = embedded.bootstrap.rpartition(":")[2]
    worker = embedded_line.start("normalize", COPYDESK_METRICS_PORT=port)
    assert await asyncio.to_thread(worker.ended, 30) == 1
    log = (embedded_line.folder / "normalize-0.log").read_text()
    assert f"cannot serve metrics on 127.0.0.1:{port}" in log
