"""The sink as a process on PostgreSQL: killed, and its database killed under it."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from schemas import TOPICS, encode
from tests.broker.running import EmbeddedBrokerProcess
from tests.chaos.line import LineUnderTest, Worker
from tests.domain.articles import enriched_article
from tests.postgres.server import PostgresServer
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.topics import ensure_topics

pytestmark = [pytest.mark.broker, pytest.mark.chaos]

ARTICLES = 8_000
PARTITIONS = 3
PATIENCE_SECONDS = 120.0


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[LineUnderTest]:
    """A line whose `enriched-articles` are full."""
    with EmbeddedBrokerProcess(tmp_path / "broker") as broker:
        await ensure_topics(KafkaConnection(broker.bootstrap), TOPICS, PARTITIONS, -1, apply=True)
        producer = AIOKafkaProducer(bootstrap_servers=broker.bootstrap, linger_ms=5)
        await producer.start()
        value = encode(enriched_article("a-0"))
        for number in range(ARTICLES):
            name = b"a-%d" % number
            await producer.send("enriched-articles", value.replace(b"a-0", name), name)
        await producer.stop()
        under_test = LineUnderTest(broker, tmp_path, "real")
        yield under_test
        under_test.stop()


async def test_whichever_is_killed_every_article_is_one_row(
    line: LineUnderTest, mortal: PostgresServer
) -> None:
    url, chance = mortal.new_database(), random.Random(5)
    name = url.rpartition("/")[2]
    environment = {"COPYDESK_DATABASE": url, "COPYDESK_CHUNK_RECORDS": "40"}

    def rows() -> int:
        if mortal.ask(name, "SELECT to_regclass('articles')") == [[""]]:
            return 0
        return int(mortal.ask(name, "SELECT count(*) FROM articles")[0][0])

    async def until(wanted: int) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (found := await asyncio.to_thread(rows)) < wanted:
            log = (line.folder / "sink-0.log").read_text()[-1500:]
            assert time.monotonic() < deadline, f"{found} of {wanted} rows\n{log}"
            await asyncio.sleep(0.05)

    met: list[int] = []
    sink: Worker = line.start("sink", 0, **environment)
    await until(1)
    for turn in range(4):
        await asyncio.sleep(chance.uniform(0.1, 0.5))
        if turn % 2:
            sink.kill()
            sink.start_again()
        else:
            mortal.kill()
            await asyncio.sleep(chance.uniform(0.2, 1.0))
            await asyncio.to_thread(mortal.start)
            assert sink.process.poll() is None, "it waits for its database"
        met.append(rows())
        await until(met[-1] + 1 if met[-1] < ARTICLES else ARTICLES)
    assert met[0] < ARTICLES, f"the kills came too late: {met}"
    await until(ARTICLES)
    assert rows() == ARTICLES
    offsets = mortal.ask(name, "SELECT sum(next_offset), count(*) FROM sink_offsets")
    assert offsets == [[str(ARTICLES), str(PARTITIONS)]]
    places = "SELECT count(DISTINCT (record_partition, record_offset)) FROM articles"
    assert mortal.ask(name, places) == [[str(ARTICLES)]]
