"""Brokers and databases that go away while workers work: they wait, say so, and go on."""

import asyncio
import urllib.request

import pytest

from tests.broker.running import RunningBroker, free_port
from tests.chaos.counter import count
from tests.chaos.line import LineUnderTest

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


async def metrics(port: int) -> str:
    def ask() -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            return str(answer.read().decode())

    return await asyncio.to_thread(ask)
