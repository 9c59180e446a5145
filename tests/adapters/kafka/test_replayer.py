"""Putting letters back: each once, with what it had, and one replay at a time."""

import gc
from collections.abc import Sequence
from dataclasses import replace

import pytest

from schemas.dead_letter import Reason
from schemas.topics import DEAD_LETTER_REPLAYS, dead_letters_of
from tests.adapters.kafka.traffic import make_topic, producing
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import KafkaProblem, TopicMissing
from workers.adapters.kafka.letters import read_letters
from workers.adapters.kafka.reader import LogRecord, read_topic
from workers.adapters.kafka.replayer import Replayer
from workers.adapters.kafka.topics import ensure_topics
from workers.domain.letters.letter import Letter
from workers.stages.dead_letters import dead_letter
from workers.stages.outcome import Bury, Headers, Record

pytestmark = pytest.mark.broker

PARTITIONS = 3
NOW_MS = 1_790_000_000_000
HEADERS: Headers = (("x", b"1"), ("x", None), ("copydesk-reason", b"its own"), ("y", b"\xff"))


@pytest.fixture
async def topic(connection: KafkaConnection, topic_name: str) -> str:
    await ensure_topics(connection, [DEAD_LETTER_REPLAYS], 1, -1, apply=True)
    await make_topic(connection, topic_name, PARTITIONS)
    await make_topic(connection, dead_letters_of(topic_name).name, 2)
    return topic_name


def record(topic: str, number: int) -> Record:
    key = None if number % 5 == 0 else b"\x00key-%d" % number
    value, at = b"%d \xff" % number, NOW_MS + number
    return Record(topic, number % PARTITIONS, number, key, value, HEADERS, at)


async def bury(connection: KafkaConnection, records: Sequence[Record]) -> None:
    async with producing(connection) as producer:
        for each in records:
            letter = dead_letter(each, Bury(Reason.EMPTY, "nothing"), "normalize", "0.1.0")
            await producer.send_and_wait(
                letter.topic,
                letter.value,
                letter.key,
                partition=each.partition % 2,
                timestamp_ms=letter.timestamp_ms,
                headers=list(letter.headers),
            )


async def letters_of(connection: KafkaConnection, topic: str) -> list[Letter]:
    return [letter async for letter in read_letters(connection, [topic])]


async def records_of(connection: KafkaConnection, topic: str) -> list[LogRecord]:
    return [each async for each in read_topic(connection, topic)]


def replayer(connection: KafkaConnection) -> Replayer:
    return Replayer(connection, timeout_seconds=10)


async def test_a_record_comes_back_with_its_own_key_value_headers_time_and_partition(
    connection: KafkaConnection, topic: str
) -> None:
    buried = [record(topic, number) for number in range(20)]
    await bury(connection, buried)
    async with replayer(connection) as replay:
        await replay.put_back(await letters_of(connection, topic))
    found = {each.value: each for each in await records_of(connection, topic)}
    assert len(found) == len(buried)
    for each in buried:
        back = found[each.value]
        assert (back.key, back.timestamp_ms, back.partition) == (
            each.key, each.timestamp_ms, each.partition,
        )  # fmt: skip
        assert back.headers == (*HEADERS, ("copydesk-replays", b"1"))


async def test_the_next_replay_knows_which_were_put_back(
    connection: KafkaConnection, topic: str
) -> None:
    await bury(connection, [record(topic, number) for number in range(6)])
    letters = await letters_of(connection, topic)
    async with replayer(connection) as replay:
        assert not any(replay.marks.has(letter) for letter in letters)
        await replay.put_back(letters[:4])
    async with replayer(connection) as replay:
        assert [replay.marks.has(letter) for letter in letters] == [True] * 4 + [False] * 2


async def test_a_letter_in_the_place_of_one_that_was_put_back_is_another(
    connection: KafkaConnection, topic: str
) -> None:
    await bury(connection, [record(topic, 0)])
    (letter,) = await letters_of(connection, topic)
    async with replayer(connection) as replay:
        await replay.put_back([letter])
    async with replayer(connection) as replay:
        assert not replay.marks.has(replace(letter, source=f"{topic}/0/999"))


async def test_a_second_replay_takes_over_and_the_first_can_write_nothing_more(
    connection: KafkaConnection, topic: str
) -> None:
    await bury(connection, [record(topic, number) for number in range(4)])
    letters = await letters_of(connection, topic)
    async with replayer(connection) as first:
        await first.put_back(letters[:2])
        async with replayer(connection) as second:
            assert [second.marks.has(letter) for letter in letters] == [True] * 2 + [False] * 2
            with pytest.raises(KafkaProblem, match="another replay has begun"):
                await first.put_back(letters[2:])
            await second.put_back(letters[2:])
    assert len(await records_of(connection, topic)) == 4
    gc.collect()  # the library complains of its fenced producer's futures: here, and not at the end


async def test_what_a_replay_left_open_is_ended_before_the_next_one_decides(
    connection: KafkaConnection, topic: str
) -> None:
    await bury(connection, [record(topic, number) for number in range(4)])
    letters = await letters_of(connection, topic)
    first = replayer(connection)
    await first.__aenter__()
    producer = first._producer
    assert producer is not None
    await producer.begin_transaction()
    for place, partition, batch in first._batches(producer, letters):
        await (await producer.send_batch(batch, place, partition=partition))
    # as after a kill: written, never committed, and nobody says so
    async with replayer(connection) as second:
        assert not any(second.marks.has(letter) for letter in letters)
        await second.put_back(letters)
    assert len(await records_of(connection, topic)) == 4
    await first.__aexit__(None, None, None)


async def test_a_topic_that_is_gone_is_said_before_anything_is_written(
    connection: KafkaConnection, topic: str
) -> None:
    await bury(connection, [record(topic, 1)])
    (letter,) = await letters_of(connection, topic)
    async with replayer(connection) as replay:
        with pytest.raises(TopicMissing):
            await replay.put_back([letter, replace(letter, topic="nowhere")])
    assert await records_of(connection, topic) == []
