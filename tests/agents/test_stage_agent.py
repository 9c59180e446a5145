import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import pytest
from faust.types.tuples import TP
from prometheus_client import REGISTRY

from schemas.dead_letter import Reason
from workers.agents.breaker import Breaker
from workers.agents.ends import Discontinuity, Halted
from workers.agents.letters import LetterWriter
from workers.agents.stage_agent import StagePartition, StageRun
from workers.stages.dead_letters import DeadLetter
from workers.stages.outcome import Bury, Drop, Forward, Outcome, OutputRecord, Record
from workers.telemetry import Meters

from .fakes import LIMITS, FakeWriter, chunk, record

LARGEST = {"articles": 1000, "raw-posts-dlq": 4000}


@dataclass(frozen=True)
class FakeStage:
    """Decides by the first byte of the value."""

    name: str = "normalize"
    reads: str = "raw-posts"

    def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:
        assert now.tzinfo is not None
        match record.value:
            case None:
                return (Drop("tombstone"),)
            case b"bug":
                raise LookupError("what somebody wrote")
            case b"nothing":
                return ()
            case b"several":
                return (forward(b"one"), Bury(Reason.EMPTY, "empty", 1, 2, b"two"))
            case value:
                return (forward(value),)


def forward(value: bytes) -> Forward:
    return Forward((OutputRecord("articles", b"id", value, (), 0),))


def run(largest: Mapping[str, int] = LARGEST, window: int = 100) -> StageRun:
    letters = LetterWriter("normalize", "0.1.0", largest)
    return StageRun(FakeStage(), letters, LIMITS, Breaker(window, 0.5), Meters("test"))


def partition(writer: FakeWriter, stage_run: StageRun | None = None) -> StagePartition:
    return StagePartition(stage_run or run(), writer, writer.committed, TP("raw-posts", 0))


def reasons(writer: FakeWriter) -> list[bytes]:
    return [
        dict(output.headers)["copydesk-reason"] or b""
        for output in writer.written
        if isinstance(output, DeadLetter)
    ]


async def test_outputs_and_the_next_offset_are_written_together() -> None:
    writer = FakeWriter()
    await partition(writer).take(chunk(0, record(0, b"a"), record(1, None), record(2, b"b")))
    [(outputs, position)] = writer.commits
    assert [output.value for output in outputs] == [b"a", b"b"]
    assert position == 3


async def test_records_that_are_already_done_are_not_done_again() -> None:
    writer = FakeWriter(position=2)
    await partition(writer).take(chunk(0, record(0, b"a"), record(1, b"b"), record(2, b"c")))
    assert [output.value for output in writer.written] == [b"c"]


async def test_a_chunk_that_is_done_altogether_writes_nothing() -> None:
    writer = FakeWriter(position=5)
    await partition(writer).take(chunk(0, record(0, b"a")))
    assert writer.commits == []


async def test_a_chunk_that_leaves_a_gap_is_refused() -> None:
    writer = FakeWriter(position=2)
    with pytest.raises(Discontinuity, match="done up to 2, the chunk continues from 3"):
        await partition(writer).take(chunk(3, record(3, b"a")))
    assert writer.commits == []


async def test_a_gap_between_the_offsets_of_one_fetch_is_no_gap() -> None:
    writer = FakeWriter(position=2)
    await partition(writer).take(chunk(2, record(4, b"after a marker of a transaction")))
    assert writer.position == 5


async def test_a_chunk_that_takes_long_is_committed_in_parts() -> None:
    writer = FakeWriter()
    hasty = replace(run(), limits=replace(LIMITS, seconds=0.0))
    await partition(writer, hasty).take(chunk(0, record(0, b"a"), record(1, b"b")))
    assert [position for _, position in writer.commits] == [1, 2]


async def test_work_of_many_short_steps_gets_done_beside_records_that_take_long() -> None:
    @dataclass(frozen=True)
    class Slow(FakeStage):
        def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:
            time.sleep(0.05)
            return super().run(record, now)

    elsewhere = asyncio.create_task(_steps(24))  # one turn a record would do twelve of them
    slow = replace(run(), stage=Slow())
    await partition(FakeWriter(), slow).take(chunk(0, *(record(number) for number in range(12))))
    assert elsewhere.done()


async def _steps(number: int) -> None:
    for _ in range(number):
        await asyncio.sleep(0.0005)


async def test_a_stage_that_fails_buries_the_one_record_as_bug() -> None:
    writer = FakeWriter()
    await partition(writer).take(chunk(0, record(0, b"a"), record(1, b"bug"), record(2, b"c")))
    assert reasons(writer) == [b"bug"]
    assert writer.position == 3
    [letter] = [output for output in writer.written if isinstance(output, DeadLetter)]
    assert letter.value == b"bug"
    assert all(b"somebody" not in (value or b"") for _, value in letter.headers)


async def test_a_stage_that_decides_nothing_is_a_bug() -> None:
    writer = FakeWriter()
    await partition(writer).take(chunk(0, record(0, b"nothing")))
    assert reasons(writer) == [b"bug"]


async def test_one_record_of_several_posts_may_be_forwarded_and_buried() -> None:
    writer = FakeWriter()
    await partition(writer).take(chunk(0, record(0, b"several")))
    assert [output.value for output in writer.written] == [b"one", b"two"]


async def test_an_output_larger_than_its_topic_takes_is_buried_as_too_large() -> None:
    writer = FakeWriter()
    await partition(writer).take(chunk(0, record(0, b"x" * 1000)))
    assert reasons(writer) == [b"too_large"]


async def test_a_letter_larger_than_its_topic_takes_halts_the_worker() -> None:
    writer = FakeWriter()
    with pytest.raises(Halted, match=r"raise its max\.message\.bytes"):
        await partition(writer).take(chunk(0, record(0, b"x" * 4000)))
    assert writer.commits == []


async def test_an_open_breaker_commits_nothing_more() -> None:
    writer = FakeWriter()
    work = partition(writer, run(window=10))
    await work.take(chunk(0, *[record(offset, b"bug") for offset in range(5)]))
    with pytest.raises(Halted, match="6 of the last 6 posts were buried as bug"):
        await work.take(chunk(5, record(5, b"bug"), record(6, b"a")))
    assert writer.position == 5


@dataclass(frozen=True)
class TellingStage:
    """Tells its own partition to stop while it works on the second record."""

    partitions: list[StagePartition]
    name: str = "normalize"
    reads: str = "raw-posts"

    def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:
        assert now.tzinfo is not None
        if record.offset == 1:
            self.partitions[0].stop_soon()
        return (forward(b"a"),)


async def test_a_partition_told_to_stop_commits_what_is_done_and_leaves_the_rest() -> None:
    writer = FakeWriter()
    told: list[StagePartition] = []
    told.append(partition(writer, replace(run(), stage=TellingStage(told))))
    await told[0].take(chunk(0, *[record(offset, b"a") for offset in range(5)]))
    assert writer.position == 2
    assert len(writer.written) == 2


async def test_a_commit_says_how_many_records_it_took_in() -> None:
    def told(what: str) -> float:
        return REGISTRY.get_sample_value(f"copydesk_chunk_records_{what}", {"stage": "test"}) or 0.0

    commits, records = told("count"), told("sum")
    work = partition(FakeWriter())
    await work.take(chunk(0, *[record(offset, b"a") for offset in range(7)]))
    await work.take(chunk(7, record(7, b"a")))
    assert (told("count") - commits, told("sum") - records) == (2, 8)
