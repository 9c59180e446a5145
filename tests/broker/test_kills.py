"""The broker killed at random under load: what was acknowledged is found again."""

import asyncio
import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from .clients import Cluster
from .running import EmbeddedBrokerProcess

pytestmark = pytest.mark.broker

KILLS = 6
KEYS = 200
# Compaction reads everything again and again, so that most kills are in the middle of a pass.
ALL_THE_TIME = ("--upkeep-seconds", "0.05")
COMPACT = {
    "cleanup.policy": "compact",
    "segment.bytes": "1048576",
    "segment.ms": "200",
    "min.cleanable.dirty.ratio": "0",
    "delete.retention.ms": "1000",
}


@dataclass(slots=True)
class Acknowledged:
    """What a writer was told lies where."""

    by_offset: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)
    sent: int = 0
    stop: bool = False
    moved: asyncio.Event = field(default_factory=asyncio.Event)


async def _write(bootstrap: str, topic: str, told: Acknowledged) -> None:
    """Writes for as long as it may, through every kill; a record has a number of its own."""
    async with AIOKafkaProducer(
        bootstrap_servers=bootstrap, enable_idempotence=True, linger_ms=2, retry_backoff_ms=50
    ) as producer:
        while not told.stop:
            batch = []
            for _ in range(50):
                key, value = b"%d" % (told.sent % KEYS), b"%012d" % told.sent + bytes(500)
                sent = await producer.send(topic, value, key=key, partition=0)
                batch.append((key, value, sent))
                told.sent += 1
            for key, value, sent in batch:
                told.by_offset[(await sent).offset] = (key, value)
            told.moved.set()


async def _kill_at_random(broker: EmbeddedBrokerProcess, told: Acknowledged) -> None:
    rng = random.Random(6)
    for _ in range(KILLS):
        before = len(told.by_offset)
        while len(told.by_offset) < before + 500:
            told.moved.clear()
            await told.moved.wait()
        await asyncio.sleep(rng.uniform(0.05, 0.6))
        broker.kill()
        await asyncio.to_thread(broker.start)
    told.stop = True


async def _survives(broker: EmbeddedBrokerProcess, configs: dict[str, str]) -> Acknowledged:
    """The writer's knowledge after all kills; its order and numbers hold in the log."""
    cluster = Cluster(broker.bootstrap, "kills")
    topic = await cluster.topic(configs=configs)
    told = Acknowledged()
    writer = asyncio.create_task(_write(broker.bootstrap, topic, told))
    try:
        async with asyncio.timeout(120):
            await _kill_at_random(broker, told)
            await writer
    finally:
        writer.cancel()
    records = await cluster.read(topic)
    offsets = [record.offset for record in records]
    assert offsets == sorted(set(offsets))
    numbers = [record.value for record in records]
    assert numbers == sorted(set(numbers)), "each once, in the order in which they were sent"
    for record in records:
        assert told.by_offset[record.offset] == (record.key, record.value)
    left = {record.offset for record in records}
    latest = {key: offset for offset, (key, _) in sorted(told.by_offset.items())}
    assert set(latest.values()) <= left, "the last state of every key"
    if not configs:
        assert left == set(told.by_offset), "every acknowledged record"
    return told


def _passes(broker: EmbeddedBrokerProcess) -> int:
    """How many passes of compaction came to their end."""
    return broker.log.read_text().count("event=log_compacted")


async def test_every_acknowledged_record_is_there_after_random_kills(tmp_path: Path) -> None:
    with EmbeddedBrokerProcess(tmp_path) as broker:
        told = await _survives(broker, {})
        assert len(told.by_offset) == told.sent


async def test_the_last_state_of_every_key_is_there_after_kills_amid_compaction(
    tmp_path: Path,
) -> None:
    with EmbeddedBrokerProcess(tmp_path, *ALL_THE_TIME) as broker:
        await _survives(broker, COMPACT)
        assert _passes(broker) > KILLS
