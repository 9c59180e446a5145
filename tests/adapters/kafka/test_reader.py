import asyncio
import time
from contextlib import aclosing
from pathlib import Path

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from tests.adapters.kafka.traffic import make_topic, producing, put, transact
from tests.broker.running import EmbeddedBrokerProcess, free_port
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import BrokerUnreachable, TopicMissing
from workers.adapters.kafka.reader import Extent, TopicReader, Unseen, read_topic

pytestmark = pytest.mark.broker


async def values(
    connection: KafkaConnection, topic: str, *, read_committed: bool = True
) -> list[bytes | None]:
    records = read_topic(connection, topic, read_committed=read_committed)
    return [record.value async for record in records]


async def test_every_partition_is_read_in_order_to_its_end(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name, 3)
    for partition in range(3):
        await put(connection, topic_name, [b"%d" % n for n in range(50)], partition)
    seen: dict[int, list[tuple[int, bytes | None]]] = {}
    async for record in read_topic(connection, topic_name):
        seen.setdefault(record.partition, []).append((record.offset, record.value))
    assert seen == {p: [(n, b"%d" % n) for n in range(50)] for p in range(3)}


async def test_a_record_comes_with_key_headers_and_time(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name)
    async with producing(connection) as producer:
        await producer.send_and_wait(
            topic_name, None, b"key", partition=0, timestamp_ms=1_700_000_000_123,
            headers=[("a", b"1"), ("a", b"2"), ("b", b"")],
        )  # fmt: skip
    (record,) = [record async for record in read_topic(connection, topic_name)]
    assert (record.key, record.value) == (b"key", None)
    assert record.headers == (("a", b"1"), ("a", b"2"), ("b", b""))
    assert record.timestamp_ms == 1_700_000_000_123
    assert record.source == f"{topic_name}/0/0"


async def test_an_empty_topic_ends_at_once(connection: KafkaConnection, topic_name: str) -> None:
    await make_topic(connection, topic_name, 4)
    begin = time.monotonic()
    assert await values(connection, topic_name) == []
    assert time.monotonic() - begin < 3


async def test_aborted_records_are_passed_over_and_the_end_is_still_reached(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name)
    await transact(connection, topic_name, [b"a", b"b"], commit=True)
    await transact(connection, topic_name, [b"x", b"y"], commit=False)
    await transact(connection, topic_name, [b"c"], commit=True)
    await transact(connection, topic_name, [b"z"], commit=False)
    assert await values(connection, topic_name) == [b"a", b"b", b"c"]
    assert len(await values(connection, topic_name, read_committed=False)) == 6


async def test_a_topic_of_nothing_but_aborted_records_ends(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name)
    await transact(connection, topic_name, [b"x"], commit=False)
    assert await values(connection, topic_name) == []


async def test_what_an_open_transaction_hides_is_said_and_does_not_hang(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name)
    await put(connection, topic_name, [b"before"])
    async with producing(connection, f"open-{topic_name}") as producer:
        await producer.begin_transaction()
        await producer.send_and_wait(topic_name, b"undecided", partition=0)
        await put(connection, topic_name, [b"behind"])
        begin = time.monotonic()
        async with TopicReader(connection, topic_name) as reader:
            seen = [record.value async for record in reader.records()]
        assert time.monotonic() - begin < 5
        assert seen == [b"before"]
        assert reader.extents == {0: Extent(0, 3)}
        assert reader.unseen == (Unseen(topic_name, 0, 1, 3),)
        assert "offsets 1 to 2" in str(reader.unseen[0])
        await producer.abort_transaction()
    assert await values(connection, topic_name) == [b"before", b"behind"]


async def test_with_patience_the_reader_waits_for_the_transaction_to_be_decided(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name)
    async with producing(connection, f"slow-{topic_name}") as producer:
        await producer.begin_transaction()
        await producer.send_and_wait(topic_name, b"decided late", partition=0)

        async def decide() -> None:
            await asyncio.sleep(1.0)
            await producer.commit_transaction()

        deciding = asyncio.create_task(decide())
        async with TopicReader(connection, topic_name, patience_seconds=20) as reader:
            seen = [record.value async for record in reader.records()]
        await deciding
    assert seen == [b"decided late"]
    assert reader.unseen == ()


async def test_records_that_come_after_the_beginning_of_reading_are_left_to_the_next_time(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name)
    await put(connection, topic_name, [b"1", b"2"])
    seen = []
    async with TopicReader(connection, topic_name) as reader:
        await put(connection, topic_name, [b"3"])
        seen = [record.value async for record in reader.records()]
    assert seen == [b"1", b"2"]


async def test_following_shows_what_comes_and_skips_what_was(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name, 2)
    await put(connection, topic_name, [b"old"])
    seen = []
    reader = TopicReader(connection, topic_name, from_beginning=False, follow=True)
    async with reader, aclosing(reader.records()) as records:
        await put(connection, topic_name, [b"new"], 1)
        await transact(connection, topic_name, [b"never"], commit=False)
        await transact(connection, topic_name, [b"newer"], commit=True)
        async with asyncio.timeout(20):
            async for record in records:
                seen.append(record.value)
                if len(seen) == 2:
                    break
    assert sorted(seen, key=str) == [b"new", b"newer"]


async def test_a_record_larger_than_one_fetch_is_read(
    connection: KafkaConnection, topic_name: str
) -> None:
    await make_topic(connection, topic_name, max_message_bytes=str(8 << 20))
    large = b"x" * (6 << 20)
    await put(connection, topic_name, [b"1", large, b"3"])
    assert await values(connection, topic_name) == [b"1", large, b"3"]


@pytest.mark.parametrize("broker", ["kafka"], indirect=True)
async def test_a_topic_whose_beginning_expired_is_read_from_what_is_kept(
    connection: KafkaConnection, topic_name: str
) -> None:
    """Only on Apache Kafka: the embedded broker deletes records on nobody's word."""
    await make_topic(connection, topic_name)
    await put(connection, topic_name, [b"0", b"1", b"2"])
    client = AIOKafkaAdminClient(bootstrap_servers=connection.bootstrap_servers)
    await client.start()
    await client.delete_records({TopicPartition(topic_name, 0): RecordsToDelete(before_offset=2)})
    await client.close()
    async with TopicReader(connection, topic_name) as reader:
        assert reader.extents == {0: Extent(2, 3)}
        assert [record.value async for record in reader.records()] == [b"2"]


async def test_a_topic_that_is_not_there_is_said_and_is_not_made(
    connection: KafkaConnection, topic_name: str
) -> None:
    for _ in range(2):
        with pytest.raises(TopicMissing, match="copydesk topics --apply"):
            await values(connection, topic_name)


async def test_a_broker_that_is_not_there_is_said_in_one_line() -> None:
    with pytest.raises(BrokerUnreachable, match="no Kafka broker answers") as failure:
        await values(KafkaConnection(f"127.0.0.1:{free_port()}"), "articles")
    assert "\n" not in str(failure.value)


async def test_a_broker_that_goes_away_in_the_middle_does_not_hang_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.adapters.kafka.progress.REQUEST_SECONDS", 2.0)
    with EmbeddedBrokerProcess(tmp_path) as broker:
        connection = KafkaConnection(broker.bootstrap)
        await make_topic(connection, "articles")
        await put(connection, "articles", [b"1"])
        async with TopicReader(connection, "articles") as reader:
            reader.extents = {0: Extent(0, 1_000)}  # as if much more were to come
            broker.kill()
            with pytest.raises(BrokerUnreachable, match="went silent"):
                async for _ in reader.records():
                    pass
