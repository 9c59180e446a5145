"""Small stand-ins for what the shell writes to."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from workers.agents.chunks import Chunk, Limits
from workers.domain.rows import ArticleRow, Position, Row, StoreWentBack
from workers.stages.dead_letters import DeadLetter
from workers.stages.outcome import Record, Written

LIMITS = Limits(records=1000, input_bytes=1 << 20, seconds=10.0)


class FakeWriter:
    """Kafka as it looks from one partition: what was committed, and up to where."""

    def __init__(self, position: int = 0) -> None:
        self.position = position
        self.commits: list[tuple[list[Written | DeadLetter], int]] = []

    async def open(self, committed: Callable[[], Awaitable[int]]) -> int:
        return await committed()

    async def committed(self) -> int:
        return self.position

    async def commit_alone(self, position: int) -> None:
        self.position = position

    async def write(self, outputs: Sequence[Written | DeadLetter], position: int) -> None:
        self.commits.append((list(outputs), position))
        self.position = position

    async def close(self) -> None:
        pass

    @property
    def written(self) -> list[Written | DeadLetter]:
        return [output for outputs, _ in self.commits for output in outputs]


class FakeStore:
    """A database that fails when it is told to."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.position = 0
        self.failures: list[Exception] = []

    async def open(self) -> None:
        pass

    async def next_offset(self, topic: str, partition: int) -> int:
        assert (topic, partition) == ("raw-posts", 0)
        return self.position

    async def write(
        self, topic: str, partition: int, next_offset: int, rows: Sequence[Row], since: int = 0
    ) -> None:
        assert (topic, partition) == ("raw-posts", 0)
        if self.failures:
            raise self.failures.pop(0)
        if self.position < since:
            raise StoreWentBack(f"it stands at {self.position}, not at {since}")
        self.rows += [row for row in rows if row.offset >= self.position]
        self.position = max(self.position, next_offset)

    async def survey(self, visit: Callable[[ArticleRow], None]) -> Mapping[Position, int]:
        raise NotImplementedError

    async def close(self) -> None:
        pass


def record(offset: int, value: bytes | None = b"{}", topic: str = "raw-posts") -> Record:
    return Record(topic, 0, offset, b"key", value, (), 1_700_000_000_000 + offset)


def chunk(continues_from: int, *records: Record) -> Chunk:
    return Chunk("raw-posts", 0, continues_from, records)
