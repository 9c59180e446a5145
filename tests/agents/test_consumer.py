import asyncio
from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from faust.types.tuples import TP

from workers.agents.chunks import Fetched
from workers.agents.consumer import _ChunkConsumer, where_committed
from workers.agents.lanes import Lanes

from .fakes import LIMITS

SOURCE = TP("raw-posts", 0)


class FakeThread:
    """aiokafka's consumer: it hands out ten records, and moves its position when it does."""

    def __init__(self) -> None:
        self.position = 0

    async def committed(self, _: Iterable[TP]) -> Mapping[TP, int]:
        return {SOURCE: 0}

    async def seek_all(self, wanted: Mapping[TP, int]) -> Mapping[TP, int]:
        self.position = wanted[SOURCE]
        return wanted

    def take(self) -> dict[TP, list[Any]]:
        taken = [
            SimpleNamespace(offset=offset, value=b"", key=b"", timestamp=0, timestamp_type=0)
            for offset in range(self.position, 10)
        ]
        self.position = 10
        return {SOURCE: taken} if taken else {}


class RoomyLanes(Lanes):
    """Nobody works here."""

    def expect(self, tp: TP) -> None:
        pass


class Consumer(_ChunkConsumer):
    """Faust's part left out: whether the flow is active, and the generation, a test says."""

    flow_active = True
    should_stop = False
    _limits = LIMITS
    _starts = staticmethod(where_committed)
    _thread: Any
    app: Any

    def __init__(self) -> None:
        self._seek_epoch = 0
        self._astray = False
        self._next: dict[TP, int] = {SOURCE: 0}
        self._seeking = asyncio.Lock()
        self._read_offset: dict[TP, int | None] = {}
        self._lanes = RoomyLanes(lambda _: None, 1.0)
        self._thread = FakeThread()
        self.app = SimpleNamespace(consumer_generation_id=1)
        self.rebalances = False

    def assignment(self) -> set[TP]:
        return {SOURCE}

    def _get_active_partitions(self) -> set[TP]:
        return {SOURCE}

    async def _getmany(self, *_: object) -> dict[TP, list[Any]]:
        if self.rebalances:  # a whole rebalance while the fetch is under way
            self.rebalances = False
            self.flow_active = False
            self.app.consumer_generation_id += 1
            await self.perform_seek()
        taken: dict[TP, list[Any]] = self._thread.take()
        return taken

    async def handed_over(self) -> list[Fetched]:
        values: list[Any] = [message.value async for _, message in self.getmany(1.0)]
        return values


async def test_records_come_with_the_position_that_they_continue_from() -> None:
    consumer = Consumer()
    [fetched] = await consumer.handed_over()
    assert fetched.continues_from == 0
    assert [record.offset for record in fetched.records] == list(range(10))


async def test_records_taken_after_the_seek_of_a_rebalance_are_not_skipped() -> None:
    consumer = Consumer()
    consumer.rebalances = True
    assert await consumer.handed_over() == []  # of another generation than it was asked for
    consumer.flow_active = True  # Faust has sought before, and does not seek again
    [fetched] = await consumer.handed_over()
    assert [record.offset for record in fetched.records] == list(range(10))


async def test_records_of_a_partition_that_was_given_after_the_seek_are_fetched_again() -> None:
    consumer = Consumer()
    consumer._next.clear()
    assert await consumer.handed_over() == []
    [fetched] = await consumer.handed_over()
    assert fetched.continues_from == 0
    assert [record.offset for record in fetched.records] == list(range(10))
