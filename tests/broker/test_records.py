"""Records: written as they are sent, read where one asks for them."""

import asyncio
import time

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import MessageSizeTooLargeError

from workers.embedded_broker.errors import ErrorCode
from workers.embedded_broker.versions import ApiKey

from .clients import READ_SECONDS, Cluster
from .producing import new_producer_id
from .raw import batch, connected, produce_body, produced

pytestmark = pytest.mark.broker

LONG_AGO_MS = 1_700_000_000_000
HOUR_MS = 3_600_000


async def _ten_with_times(cluster: Cluster) -> str:
    """A topic with ten records, each a batch of its own, one second apart."""
    topic = await cluster.topic()
    async with cluster.producer() as producer:
        for second in range(10):
            stamp = LONG_AGO_MS + second * 1000
            await producer.send_and_wait(topic, b"%d" % second, partition=0, timestamp_ms=stamp)
    return topic


@pytest.mark.parametrize("idempotent", [False, True])
async def test_acknowledged_records_are_read_in_their_order(
    cluster: Cluster, idempotent: bool
) -> None:
    topic = await cluster.topic()
    values = [b"%d" % number for number in range(50)]
    offsets = await cluster.write(topic, values, acks="all", enable_idempotence=idempotent)
    assert offsets == list(range(50))
    assert await cluster.values(topic) == values


@pytest.mark.parametrize("codec", ["gzip", "snappy", "lz4", "zstd"])
async def test_compressed_records_come_back_whole(cluster: Cluster, codec: str) -> None:
    topic = await cluster.topic()
    values = [b"x" * 500 + b"%d" % number for number in range(30)]
    await cluster.write(topic, values, compression_type=codec, linger_ms=20)
    assert await cluster.values(topic) == values


async def test_key_headers_and_time_come_back_as_sent(cluster: Cluster) -> None:
    topic = await cluster.topic()
    headers = [("h", b"\x00\xff"), ("empty", b""), ("h", b"again")]
    async with cluster.producer() as producer:
        await producer.send_and_wait(
            topic, b"v", key=b"k", headers=headers, partition=0, timestamp_ms=LONG_AGO_MS
        )
    [record] = await cluster.read(topic)
    assert (record.key, record.value, record.timestamp) == (b"k", b"v", LONG_AGO_MS)
    assert list(record.headers) == headers


async def test_a_tombstone_comes_back_as_none(cluster: Cluster) -> None:
    topic = await cluster.topic(configs={"cleanup.policy": "compact"})
    await cluster.write(topic, [None])
    assert await cluster.values(topic) == [None]


async def test_a_compacted_topic_refuses_a_record_without_a_key(cluster: Cluster) -> None:
    topic = await cluster.topic(configs={"cleanup.policy": "compact"})
    async with connected(cluster.bootstrap) as connection:
        outcome = await produced(connection, produce_body(topic, batch(b"v", key=None)))
    assert outcome.error_code == ErrorCode.INVALID_RECORD
    assert await cluster.values(topic) == []


async def test_offsets_are_found_by_time(cluster: Cluster) -> None:
    place = TopicPartition(await _ten_with_times(cluster), 0)
    async with cluster.consumer() as consumer:
        found = await consumer.offsets_for_times({place: LONG_AGO_MS + 5_500})
        later = await consumer.offsets_for_times({place: LONG_AGO_MS + HOUR_MS})
        assert await consumer.beginning_offsets([place]) == {place: 0}
        assert await consumer.end_offsets([place]) == {place: 10}
    assert (found[place].offset, found[place].timestamp) == (6, LONG_AGO_MS + 6_000)
    assert later == {place: None}


async def test_times_out_of_order_are_found_by_the_first_record_not_older(
    cluster: Cluster,
) -> None:
    topic = await cluster.topic()
    async with cluster.producer() as producer:
        for stamp in (5_000, 1_000, 9_000, 2_000):
            await producer.send_and_wait(topic, b"", partition=0, timestamp_ms=LONG_AGO_MS + stamp)
    place = TopicPartition(topic, 0)
    async with cluster.consumer() as consumer:
        found = await consumer.offsets_for_times({place: LONG_AGO_MS + 6_000})
    assert found[place].offset == 2


@pytest.mark.parametrize(("offset", "first_read"), [(0, 0), (7, 7), (7_000, 0)])
async def test_a_reader_begins_where_it_seeks_and_an_impossible_offset_resets_it(
    cluster: Cluster, offset: int, first_read: int
) -> None:
    topic = await _ten_with_times(cluster)
    async with cluster.consumer() as consumer:
        consumer.assign([TopicPartition(topic, 0)])
        consumer.seek(TopicPartition(topic, 0), offset)
        record = await asyncio.wait_for(consumer.getone(), READ_SECONDS)
    assert record.offset == first_read


async def test_an_offset_inside_a_batch_gives_the_records_from_there(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        body = produce_body(topic, batch(*(b"%d" % number for number in range(10))))
        assert (await produced(connection, body)).offset == 0
    async with cluster.consumer() as consumer:
        consumer.assign([TopicPartition(topic, 0)])
        consumer.seek(TopicPartition(topic, 0), 4)
        record = await asyncio.wait_for(consumer.getone(), READ_SECONDS)
    assert (record.offset, record.value) == (4, b"4")


async def test_a_message_of_five_megabytes_passes_where_the_topic_allows_it(
    cluster: Cluster,
) -> None:
    topic = await cluster.topic(configs={"max.message.bytes": "20000000"})
    value = b"x" * 5_000_000
    await cluster.write(topic, [value], max_request_size=12_000_000)
    assert await cluster.values(topic) == [value]


async def test_a_message_above_the_topics_limit_is_refused_and_leaves_nothing(
    cluster: Cluster,
) -> None:
    topic = await cluster.topic(configs={"max.message.bytes": "1000"})
    with pytest.raises(MessageSizeTooLargeError):
        await cluster.write(topic, [b"x" * 2000])
    assert await cluster.write(topic, [b"x" * 500]) == [0]


async def test_a_read_stays_within_its_bytes_but_always_moves_on(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        for _ in range(3):
            await produced(connection, produce_body(topic, batch(b"x" * 1000)))
        sizes = []
        for max_bytes in (1, 2_200, 100_000):
            answer = await connection.ask(ApiKey.FETCH, 11, _fetch_body(topic, max_bytes))
            sizes.append(len(answer.topics[0].partitions[0].message_set))
    one = len(batch(b"x" * 1000))
    # Kafka may cut the second batch short; whole batches are what a reader gets from either.
    assert [size // one for size in sizes] == [1, 2, 3]


async def test_a_waiting_reader_is_woken_by_the_next_record(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as reader, connected(cluster.bootstrap) as writer:
        body = {**_fetch_body(topic, 1000), "max_wait_time": 10_000, "min_bytes": 1}
        waiting = asyncio.create_task(reader.ask(ApiKey.FETCH, 11, body))
        await asyncio.sleep(0.3)
        assert not waiting.done()
        written = time.monotonic()
        await produced(writer, produce_body(topic, batch(b"at last")))
        answer = await waiting
    assert b"at last" in answer.topics[0].partitions[0].message_set
    assert time.monotonic() - written < 5.0


async def test_a_batch_sent_twice_is_stored_once(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        producer_id = await new_producer_id(connection)
        first = produce_body(topic, batch(b"a", b"b", producer=(producer_id, 0, 0)))
        second = produce_body(topic, batch(b"c", producer=(producer_id, 0, 2)))
        offsets = [
            (await produced(connection, body)).offset for body in (first, second, first, second)
        ]
    assert offsets == [0, 2, 0, 2]
    assert await cluster.values(topic) == [b"a", b"b", b"c"]


async def test_a_batch_after_a_missing_one_is_refused(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        producer_id = await new_producer_id(connection)
        await produced(connection, produce_body(topic, batch(b"a", producer=(producer_id, 0, 0))))
        gap = produce_body(topic, batch(b"c", producer=(producer_id, 0, 5)))
        assert (await produced(connection, gap)).error_code == ErrorCode.OUT_OF_ORDER_SEQUENCE
    assert await cluster.values(topic) == [b"a"]


async def test_a_harmed_batch_is_refused(cluster: Cluster) -> None:
    topic = await cluster.topic()
    harmed = bytearray(batch(b"value"))
    harmed[-3] ^= 0xFF
    async with connected(cluster.bootstrap) as connection:
        outcome = await produced(connection, produce_body(topic, bytes(harmed)))
        assert outcome.error_code == ErrorCode.CORRUPT_MESSAGE
        two = produce_body(topic, batch(b"a") + batch(b"b"))
        assert (await produced(connection, two)).error_code == ErrorCode.INVALID_RECORD
    assert await cluster.values(topic) == []


async def test_a_record_from_the_far_future_is_refused(cluster: Cluster) -> None:
    topic = await cluster.topic()
    tomorrow = int(time.time() * 1000) + 24 * HOUR_MS
    async with connected(cluster.bootstrap) as connection:
        body = produce_body(topic, batch(b"v", timestamp_ms=tomorrow))
        assert (await produced(connection, body)).error_code == ErrorCode.INVALID_TIMESTAMP


async def test_an_unknown_partition_is_said_to_be_unknown(cluster: Cluster) -> None:
    async with connected(cluster.bootstrap) as connection:
        body = produce_body(cluster.name("unknown"), batch(b"v"))
        outcome = await produced(connection, body)
    assert outcome.error_code == ErrorCode.UNKNOWN_TOPIC_OR_PARTITION


async def test_a_writer_who_wants_no_answer_gets_none(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with cluster.producer(acks=0) as producer:
        await producer.send_and_wait(topic, b"unacknowledged", partition=0)
    async with cluster.consumer(topic) as consumer:
        record = await asyncio.wait_for(consumer.getone(), READ_SECONDS)
    assert record.value == b"unacknowledged"


def _fetch_body(topic: str, max_bytes: int) -> dict[str, object]:
    part = {
        "partition": 0,
        "current_leader_epoch": -1,
        "fetch_offset": 0,
        "log_start_offset": -1,
        "max_bytes": max_bytes,
    }
    return {
        "replica_id": -1,
        "max_wait_time": 100,
        "min_bytes": 1,
        "max_bytes": 10_000_000,
        "isolation_level": 0,
        "session_id": 0,
        "session_epoch": -1,
        "topics": [{"topic": topic, "partitions": [part]}],
        "forgotten_topics_data": [],
        "rack_id": "",
    }
