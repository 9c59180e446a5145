import asyncio
import signal
import time

import pytest

from tests.chaos.counter import Step, count, everything
from tests.chaos.line import LineUnderTest
from tests.chaos.posts import RawRecord, raw_record
from workers.adapters.kafka.admin import admin
from workers.adapters.kafka.connection import KafkaConnection

pytestmark = pytest.mark.broker

STAGES = ("normalize", "enrich", "sink")
SLOW = "0.002"  # seconds of work a post: long enough to be met in the middle
PATIENCE_SECONDS = 60.0


def numbered(posts: int) -> list[RawRecord]:
    began_ms = int(time.time() * 1000) - posts
    return [raw_record(number, began_ms) for number in range(posts)]


def good(records: list[RawRecord]) -> int:
    return sum(not record.poisoned for record in records)


async def rows(line: LineUnderTest, wanted: int) -> None:
    took = await asyncio.to_thread(line.wait_for_rows, wanted, PATIENCE_SECONDS)
    assert took is not None, f"{line.rows()} of {wanted} rows after {PATIENCE_SECONDS} s"


async def counted(line: LineUnderTest, sent: list[RawRecord]) -> dict[str, Step]:
    steps = await count(line.broker.bootstrap, line.store, sent)
    for step in steps:
        assert step.clean, f"{step.name}: {step.lost=} {step.doubled=} {step.wrong=}"
    return {step.name: step for step in steps}


async def test_every_post_arrives_once_and_the_poisoned_are_buried_byte_for_byte(
    line: LineUnderTest,
) -> None:
    await line.make_topics()
    sent = numbered(600)
    await line.publish(sent)
    for stage in STAGES:
        line.start(stage)
    await rows(line, good(sent))
    began = time.monotonic()
    assert set(line.stop().values()) == {0}
    assert time.monotonic() - began < 15
    steps = await counted(line, sent)
    assert steps["normalize"].went_in == 600
    assert steps["sink"].went_in == good(sent)


async def test_a_frozen_worker_that_wakes_up_doubles_nothing(line: LineUnderTest) -> None:
    await line.make_topics()
    sent = numbered(2000)
    for stage in ("enrich", "sink"):
        line.start(stage)
    zombie = line.start("normalize", 0, SLOW)
    line.start("normalize", 1, SLOW)
    await line.publish(sent[:1000])
    await rows(line, 100)
    zombie.signal(signal.SIGSTOP)  # in the middle of a transaction, most likely
    await line.publish(sent[1000:])
    await asyncio.sleep(8)  # the session timeout under test is 6
    zombie.signal(signal.SIGCONT)
    await rows(line, good(sent))
    line.stop()
    await counted(line, sent)


async def test_a_worker_told_to_stop_finishes_its_chunk_and_the_next_goes_on(
    embedded_line: LineUnderTest,
) -> None:
    line = embedded_line
    await line.make_topics()
    sent = numbered(2000)
    await line.publish(sent)
    for stage in ("enrich", "sink"):
        line.start(stage)
    first = line.start("normalize", 0, "0.005")  # ten seconds of work in all
    await rows(line, 50)
    began = time.monotonic()
    first.tell()
    assert await asyncio.to_thread(first.ended) == 0
    assert time.monotonic() - began < 15
    assert line.rows() < good(sent)
    line.start("normalize", 0)
    await rows(line, good(sent))
    line.stop()
    await counted(line, sent)


async def test_a_rebalance_before_the_first_commit_skips_nothing(line: LineUnderTest) -> None:
    await line.make_topics()
    sent = numbered(400)
    await line.publish(sent)
    for stage in ("enrich", "sink"):
        line.start(stage)
    # four lanes of 0.03 s a post: a rebalance finds records taken and no offset committed
    line.start("normalize", 0, "0.03")
    await asyncio.sleep(2.5)
    line.start("normalize", 1, "0.001")
    await rows(line, good(sent))
    line.stop()
    await counted(line, sent)


async def test_a_new_database_is_filled_from_the_topic_without_doubling_letters(
    embedded_line: LineUnderTest,
) -> None:
    line = embedded_line
    await line.make_topics()
    sent = numbered(200)
    await line.publish(sent)
    for stage in STAGES:
        line.start(stage)
    await rows(line, good(sent))
    line.stop()
    for file in line.folder.glob("articles.db*"):
        file.unlink()
    line.start("sink")
    await rows(line, good(sent))
    line.stop()
    await counted(line, sent)


async def test_a_worker_told_to_stop_gives_its_partitions_to_the_others_before_its_session_ends(
    line: LineUnderTest,
) -> None:
    await line.make_topics()
    sent = numbered(80)
    workers = [
        line.start("normalize", slot, COPYDESK_SESSION_TIMEOUT_SECONDS="90") for slot in range(2)
    ]
    await line.publish(sent[:40])
    await forwarded(line, good(sent[:40]))
    workers[1].tell()
    assert await asyncio.to_thread(workers[1].ended) == 0
    await line.publish(sent[40:])
    await forwarded(line, good(sent))


async def test_a_worker_told_to_stop_while_it_joins_leaves_the_group_too(
    line: LineUnderTest,
) -> None:
    await line.make_topics()
    line.start("normalize", 0, COPYDESK_SESSION_TIMEOUT_SECONDS="90")
    sent = numbered(80)
    await line.publish(sent[:40])
    await forwarded(line, good(sent[:40]))
    joining = line.start("normalize", 1, COPYDESK_SESSION_TIMEOUT_SECONDS="90")
    await members_known(line, 2)
    joining.tell()
    assert await asyncio.to_thread(joining.ended) == 0
    await line.publish(sent[40:])
    await forwarded(line, good(sent))


async def members_known(line: LineUnderTest, wanted: int) -> None:
    """Waits until the broker knows so many members, joining or joined."""
    async with admin(KafkaConnection(line.broker.bootstrap)) as client, asyncio.timeout(30):
        while True:
            [answer] = await client.describe_consumer_groups(["copydesk-normalize"])
            [group] = answer.to_object()["groups"]
            if len(group["members"]) == wanted:
                return
            await asyncio.sleep(0.01)


async def forwarded(line: LineUnderTest, wanted: int) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (seen := len(await everything(line.broker.bootstrap, "articles"))) < wanted:
        assert time.monotonic() < deadline, f"{seen} of {wanted} after {PATIENCE_SECONDS} s"
        await asyncio.sleep(0.2)
