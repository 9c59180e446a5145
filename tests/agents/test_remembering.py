"""A stage that remembers: its memory is what is committed, whatever happens in between."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from faust.types.tuples import TP

from workers.agents.breaker import Breaker
from workers.agents.letters import LetterWriter
from workers.agents.stage_agent import StagePartition, StageRun
from workers.stages.dead_letters import DeadLetter
from workers.stages.outcome import Forward, Outcome, OutputRecord, Record
from workers.telemetry import Meters

from .fakes import LIMITS, FakeWriter, chunk, record

LARGEST = {"totals": 20, "raw-posts-dlq": 2000}


@dataclass
class Summing:
    """Adds numbers up, and writes the total so far; fails after it has added, on purpose."""

    name: str = "normalize"
    reads: str = "raw-posts"
    total: int | None = None

    def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:
        assert now.tzinfo is not None
        assert self.total is not None, "not restored"
        number = int(record.value or b"0")
        self.total += abs(number)
        if number < 0:
            raise LookupError
        text = b"%d" % self.total if number < 1000 else b"too large for its topic"
        return (Forward((OutputRecord("totals", b"total", text, (), 0),)),)


@dataclass
class FromWriter:
    """The memory: the last total that was committed."""

    stage: Summing
    writer: FakeWriter
    restored: list[int] = field(default_factory=list)

    async def restore(self) -> None:
        totals = [each.value for each in self.writer.written if isinstance(each, OutputRecord)]
        self.stage.total = int(totals[-1] or b"0") if totals else 0
        self.restored.append(self.stage.total)

    def release(self) -> None:
        self.stage.total = None


def remembering(writer: FakeWriter) -> tuple[StagePartition, FromWriter]:
    stage = Summing()
    letters = LetterWriter("normalize", "0.1.0", LARGEST)
    run = StageRun(stage, letters, LIMITS, Breaker(100, 0.5), Meters("test"))
    memory = FromWriter(stage, writer)
    source = TP("raw-posts", 0)
    return StagePartition(run, writer, writer.committed, source, memory), memory


def totals(writer: FakeWriter) -> list[bytes | None]:
    return [each.value for each in writer.written if isinstance(each, OutputRecord)]


async def test_the_memory_is_made_before_the_first_record_and_once() -> None:
    writer = FakeWriter()
    partition, memory = remembering(writer)
    await partition.take(chunk(0, record(0, b"1"), record(1, b"2")))
    await partition.take(chunk(2, record(2, b"3")))
    assert memory.restored == [0]
    assert totals(writer) == [b"1", b"3", b"6"]


async def test_the_memory_is_made_after_every_earlier_owner_is_shut_out() -> None:
    opened: list[str] = []

    class Fencing(FakeWriter):
        async def open(self, committed: Callable[[], Awaitable[int]]) -> int:
            position = await super().open(committed)
            self.commits.append(
                ([OutputRecord("totals", b"total", b"40", (), 0)], 0)
            )  # what a zombie had under way
            opened.append("opened")
            return position

    writer = Fencing()
    partition, memory = remembering(writer)
    await partition.take(chunk(0, record(0, b"2")))
    assert opened == ["opened"]
    assert memory.restored == [40]
    assert totals(writer)[-1] == b"42"


async def test_a_record_that_fails_half_way_leaves_nothing_in_the_memory() -> None:
    writer = FakeWriter()
    partition, memory = remembering(writer)
    await partition.take(chunk(0, record(0, b"1"), record(1, b"-50"), record(2, b"2")))
    assert memory.restored == [0, 1]
    assert totals(writer) == [b"1", b"3"]
    assert [isinstance(each, DeadLetter) for each in writer.written] == [False, True, False]
    assert writer.position == 3


async def test_an_outcome_that_cannot_be_written_leaves_nothing_in_the_memory() -> None:
    writer = FakeWriter()
    partition, memory = remembering(writer)
    await partition.take(chunk(0, record(0, b"1"), record(1, b"1000"), record(2, b"2")))
    assert memory.restored == [0, 1]
    assert totals(writer) == [b"1", b"3"]


async def test_a_partition_that_is_let_go_is_forgotten() -> None:
    partition, memory = remembering(FakeWriter())
    await partition.take(chunk(0, record(0, b"1")))
    await partition.close()
    assert memory.stage.total is None
