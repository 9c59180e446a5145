"""Transactions: all or nothing, one producer at a time, and readers who see only what is done."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import ProducerFenced

from workers.embedded_broker.errors import ErrorCode
from workers.embedded_broker.versions import ApiKey

from .clients import READ_SECONDS, Cluster
from .membership import Player
from .producing import hand_producer
from .raw import connected

pytestmark = pytest.mark.broker

FENCED = (ErrorCode.INVALID_PRODUCER_EPOCH, 90)  # 90: PRODUCER_FENCED, in newer versions


async def _transaction(producer: Any, topic: str, value: bytes, *, committed: bool) -> None:
    await producer.begin_transaction()
    await producer.send_and_wait(topic, value, partition=0)
    if committed:
        await producer.commit_transaction()
    else:
        await producer.abort_transaction()


async def test_a_commit_makes_records_and_offsets_visible_together(cluster: Cluster) -> None:
    source, target = await cluster.topic("source"), await cluster.topic("target")
    await cluster.write(source, [b"%d" % number for number in range(5)])
    group, place = cluster.name("group"), TopicPartition(source, 0)
    async with cluster.producer(transactional_id=cluster.name("t")) as producer:
        await producer.begin_transaction()
        for number in range(5):
            await producer.send_and_wait(target, b"%d" % number, partition=0)
        await producer.send_offsets_to_transaction({place: 5}, group)
        assert await cluster.values(target, committed=True) == []
        assert await cluster.committed(group, source) is None
        await producer.commit_transaction()
    await cluster.shows(target, [b"%d" % n for n in range(5)])
    await cluster.commits(group, source, 5)


async def test_an_abort_leaves_nothing_to_who_reads_committed(cluster: Cluster) -> None:
    topic, group = await cluster.topic(), cluster.name("group")
    async with cluster.producer(transactional_id=cluster.name("t")) as producer:
        await producer.begin_transaction()
        await producer.send_and_wait(topic, b"aborted", partition=0)
        await producer.send_offsets_to_transaction({TopicPartition(topic, 0): 9}, group)
        await producer.abort_transaction()
        await _transaction(producer, topic, b"kept", committed=True)
    await cluster.shows(topic, [b"kept"])
    assert await cluster.values(topic) == [b"aborted", b"kept"]
    assert await cluster.committed(group, topic) is None


async def test_who_reads_committed_gets_the_same_from_every_offset(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with cluster.producer(transactional_id=cluster.name("t")) as producer:
        for number, committed in enumerate((True, False, False, True, False, True)):
            await _transaction(producer, topic, b"%d" % number, committed=committed)
    # A record and its marker each: values at even offsets, markers between them.
    async with cluster.consumer(isolation_level="read_committed") as consumer:
        place = TopicPartition(topic, 0)
        consumer.assign([place])
        for start in range(12):
            consumer.seek(place, start)
            found = []
            async with asyncio.timeout(READ_SECONDS):
                while await consumer.position(place) < 12:
                    for records in (await consumer.getmany(timeout_ms=100)).values():
                        found += [(record.offset, record.value) for record in records]
            expected = [(0, b"0"), (6, b"3"), (10, b"5")]
            assert found == [each for each in expected if each[0] >= start], start


async def test_a_tailing_reader_waits_for_the_oldest_open_transaction(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with (
        connected(cluster.bootstrap) as connection,
        cluster.consumer(topic, isolation_level="read_committed") as consumer,
    ):
        slow = await hand_producer(connection, cluster.name("slow"))
        await slow.begin(topic, b"slow")
        quick = await hand_producer(connection, cluster.name("quick"))
        await quick.begin(topic, b"quick")
        assert await quick.end(committed=True) == 0
        await cluster.write(topic, [b"plain"])
        assert await consumer.getmany(timeout_ms=500) == {}
        assert await slow.end(committed=False) == 0
        found = [await asyncio.wait_for(consumer.getone(), READ_SECONDS) for _ in range(2)]
    assert [record.value for record in found] == [b"quick", b"plain"]


async def test_a_new_producer_fences_the_old_one_and_aborts_what_it_left(
    cluster: Cluster,
) -> None:
    topic = await cluster.topic()
    name = cluster.name("t")
    async with connected(cluster.bootstrap) as connection:
        old = await hand_producer(connection, name)
        await old.begin(topic, b"old")
        new = await hand_producer(connection, name)
        assert (new.producer_id, new.epoch > old.epoch) == (old.producer_id, True)
        assert await old.write(topic, b"late", 1) in FENCED
        assert await old.end(committed=True) in FENCED
        assert await old.add_partition(topic) in FENCED
        await new.begin(topic, b"new")
        assert await new.end(committed=True) == 0
    await cluster.shows(topic, [b"new"])


async def test_aiokafka_learns_that_it_was_fenced(cluster: Cluster) -> None:
    topic = await cluster.topic()
    settings = {"transactional_id": cluster.name("t")}
    async with cluster.producer(**settings) as old:
        await old.begin_transaction()
        await old.send_and_wait(topic, b"old", partition=0)
        async with cluster.producer(**settings) as new:
            await _transaction(new, topic, b"new", committed=True)
        with pytest.raises(ProducerFenced):
            await old.commit_transaction()
    await cluster.shows(topic, [b"new"])


async def test_a_transaction_that_takes_too_long_is_aborted_and_its_producer_fenced(
    cluster: Cluster,
) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        slow = await hand_producer(connection, cluster.name("t"), timeout_ms=500)
        await slow.begin(topic, b"slow")
        await cluster.write(topic, [b"plain"])
        async with cluster.consumer(topic, isolation_level="read_committed") as consumer:
            record = await asyncio.wait_for(consumer.getone(), READ_SECONDS)
        assert record.value == b"plain"
        assert await slow.end(committed=True) in FENCED


async def test_the_same_end_may_be_asked_for_twice_and_the_other_may_not(
    cluster: Cluster,
) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        producer = await hand_producer(connection, cluster.name("t"))
        assert await producer.end(committed=True) == ErrorCode.INVALID_TXN_STATE
        await producer.begin(topic, b"v")
        assert await producer.end(committed=True) == 0
        assert await producer.end(committed=True) == 0
        assert await producer.end(committed=False) == ErrorCode.INVALID_TXN_STATE
    await cluster.shows(topic, [b"v"])


async def test_a_record_outside_of_its_transaction_is_refused(cluster: Cluster) -> None:
    known, unknown = await cluster.topic("known"), await cluster.topic("unknown")
    async with connected(cluster.bootstrap) as connection:
        producer = await hand_producer(connection, cluster.name("t"))
        await producer.begin(known, b"v")
        assert await producer.write(unknown, b"v", 0) == ErrorCode.INVALID_TXN_STATE
        stranger = replace(producer, producer_id=producer.producer_id + 500_000)
        assert await stranger.end(committed=True) == ErrorCode.INVALID_PRODUCER_ID_MAPPING
        missing = cluster.name("missing")
        code = await producer.add_partition(missing)
        assert code == ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
        assert await producer.end(committed=False) == 0


async def test_offsets_of_an_old_member_do_not_join_a_transaction(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        member = await Player(connection, cluster.name("group")).settled()
        producer = await hand_producer(connection, cluster.name("t"))
        old = replace(member, generation=member.generation - 1)
        assert await producer.add_offset(old, topic, 9) == ErrorCode.ILLEGAL_GENERATION
        stranger = replace(member, member_id="never-joined")
        assert await producer.add_offset(stranger, topic, 9) == ErrorCode.UNKNOWN_MEMBER_ID
        assert await producer.add_offset(member, topic, 3) == 0
        assert await producer.end(committed=True) == 0
    await cluster.commits(member.group, topic, 3)


@pytest.mark.parametrize(
    ("transactional_id", "timeout_ms", "error"),
    [
        ("t", 0, ErrorCode.INVALID_TRANSACTION_TIMEOUT),
        ("t", 10**9, ErrorCode.INVALID_TRANSACTION_TIMEOUT),
        ("", 1000, ErrorCode.INVALID_REQUEST),
    ],
)
async def test_an_impossible_producer_is_refused(
    cluster: Cluster, transactional_id: str, timeout_ms: int, error: ErrorCode
) -> None:
    async with connected(cluster.bootstrap) as connection:
        body = {"transactional_id": transactional_id, "transaction_timeout_ms": timeout_ms}
        answer = await connection.ask(ApiKey.INIT_PRODUCER_ID, 1, body)
    assert answer.error_code == error
