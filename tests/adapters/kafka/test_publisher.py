from pathlib import Path

import pytest

from tests.adapters.kafka.traffic import make_topic
from tests.broker.running import EmbeddedBrokerProcess, free_port
from workers.adapters.kafka import publisher as publishing
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import BrokerUnreachable, NotPublished, TopicMissing
from workers.adapters.kafka.publisher import Publisher
from workers.adapters.kafka.reader import read_topic

pytestmark = pytest.mark.broker


async def test_every_record_arrives_once_and_as_it_was_sent(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name, 3)
    async with Publisher(connection) as publisher:
        for number in range(5_000):
            await publisher.send(
                topic_name, b"k%d" % number, b"v%d" % number, [("n", b"%d" % number)], number
            )
    assert publisher.published == 5_000
    found = {record.key: record async for record in read_topic(connection, topic_name)}
    assert len(found) == 5_000
    assert found[b"k77"].value == b"v77"
    assert found[b"k77"].headers == (("n", b"77"),)
    assert found[b"k77"].timestamp_ms == 77


async def test_records_of_one_key_stay_in_order(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name, 4)
    async with Publisher(connection, compression="gzip") as publisher:
        for number in range(300):
            await publisher.send(topic_name, b"same", b"%d" % number)
    values = [record.value async for record in read_topic(connection, topic_name)]
    assert values == [b"%d" % number for number in range(300)]


async def test_keyless_records_and_tombstones_are_sent(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name, 2)
    async with Publisher(connection) as publisher:
        await publisher.send(topic_name, None, b"v")
        await publisher.send(topic_name, b"k", None)
    found = {(record.key, record.value) async for record in read_topic(connection, topic_name)}
    assert found == {(None, b"v"), (b"k", None)}


async def test_a_record_over_our_limit_is_refused_and_the_others_arrive(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name)
    async with Publisher(connection, max_record_bytes=10_000) as publisher:
        await publisher.send(topic_name, None, b"small")
        with pytest.raises(NotPublished, match="20,000 bytes is too large"):
            await publisher.send(topic_name, None, b"x" * 20_000)
    assert [record.value async for record in read_topic(connection, topic_name)] == [b"small"]


async def test_a_record_over_the_topics_limit_is_refused_by_the_broker(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name, max_message_bytes="5000")
    publisher = Publisher(connection)
    await publisher.__aenter__()
    await publisher.send(topic_name, None, b"x" * 20_000)
    with pytest.raises(NotPublished, match="refused a record"):
        await publisher.__aexit__(None, None, None)
    assert publisher.published == 0


async def test_a_missing_topic_is_said(connection: KafkaConnection, topic_name: str) -> None:
    async with Publisher(connection) as publisher:
        with pytest.raises(TopicMissing, match=topic_name):
            await publisher.send(topic_name, None, b"v")


async def test_a_broker_that_is_not_there_is_said() -> None:
    with pytest.raises(BrokerUnreachable, match="no Kafka broker answers"):
        async with Publisher(KafkaConnection(f"127.0.0.1:{free_port()}")):
            pass


async def test_a_broker_that_goes_away_is_said_and_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "REQUEST_SECONDS", 2.0)
    with EmbeddedBrokerProcess(tmp_path) as broker:
        connection = KafkaConnection(broker.bootstrap)
        await make_topic(connection, "raw-posts")
        publisher = Publisher(connection)
        await publisher.__aenter__()
        await publisher.send("raw-posts", None, b"1")
        await publisher.flush()
        broker.kill()
        await publisher.send("raw-posts", None, b"2")
        with pytest.raises(BrokerUnreachable, match="not acknowledged"):
            await publisher.__aexit__(None, None, None)
        assert publisher.published == 1
