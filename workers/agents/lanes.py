"""Lanes: one task and one short queue a partition, so that others work while one commits."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Mapping
from time import monotonic
from typing import Protocol

import structlog
from faust.types.tuples import TP

from .chunks import Chunk

log = structlog.get_logger(__name__)


class PartitionWork(Protocol):
    """What is done with one partition's chunks."""

    async def take(self, chunk: Chunk) -> None:
        """Does the chunk and commits it. What it raises ends or halts the worker."""

    def stop_soon(self) -> None:
        """Commits what is done of the chunk under way, and leaves the rest."""

    async def close(self) -> None:
        """Lets go of the partition; what is not committed is not done."""


class _Lane:
    def __init__(
        self, work: PartitionWork, failed: Callable[[BaseException], None], room: asyncio.Event
    ) -> None:
        self.waiting: deque[Chunk] = deque()
        self.expected = 0
        self.busy_since: float | None = None
        """When it was given work, or last came further with it."""
        self._work = work
        self._failed = failed
        self._room = room
        self._filled = asyncio.Event()
        self._finishing = False
        self._task = asyncio.create_task(self._run())

    def put(self, chunk: Chunk) -> None:
        self.waiting.append(chunk)
        self._filled.set()
        if self.busy_since is None:
            self.busy_since = monotonic()

    async def _run(self) -> None:
        try:
            while True:
                while self.waiting:
                    chunk = self.waiting.popleft()
                    self._room.set()
                    await self._work.take(chunk)
                    self.busy_since = monotonic()
                self.busy_since = None
                if self._finishing:
                    return
                self._filled.clear()
                await self._filled.wait()
        except Exception as error:  # noqa: BLE001  # the shell: decides about the process
            self._failed(error)

    def halt(self) -> None:
        self.waiting.clear()
        self.busy_since = None
        if self._task is not asyncio.current_task():
            self._task.cancel()

    async def finish(self, within_seconds: float) -> bool:
        """Whether what was begun was committed in time; chunks that wait are dropped."""
        self.waiting.clear()
        self._work.stop_soon()
        self._finishing = True
        self._filled.set()
        _, late = await asyncio.wait({self._task}, timeout=within_seconds)
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._work.close()
        return not late


class Lanes:
    """The lanes of the partitions that this worker has."""

    def __init__(self, failed: Callable[[BaseException], None], drain_seconds: float) -> None:
        """`failed` hears of whatever a lane raises, and decides about the process."""
        self._open: Callable[[TP], PartitionWork] | None = None
        self._failed = failed
        self._drain_seconds = drain_seconds
        self._lanes: dict[TP, _Lane] = {}
        self._room = asyncio.Event()
        self.halted = False
        self.turned_at: float | None = None
        """When the loop that fetches last turned (monotonic); None before it began."""

    def turn(self) -> None:
        """The loop that fetches has turned."""
        self.turned_at = monotonic()

    def opened_by(self, open_partition: Callable[[TP], PartitionWork]) -> None:
        """Says how the work on a partition is made."""
        self._open = open_partition

    def has_room(self, tp: TP) -> bool:
        """Whether more may be fetched for a partition: nothing of it waits to be begun."""
        if self.halted:
            return False
        lane = self._lanes.get(tp)
        return lane is None or not (lane.waiting or lane.expected)

    async def room(self, seconds: float) -> None:
        """Waits until a lane begins what waited, at most so long."""
        self._room.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._room.wait()

    def expect(self, tp: TP) -> None:
        """A chunk is on its way through Faust."""
        self._lane(tp).expected += 1

    def put(self, chunk: Chunk) -> None:
        """A chunk arrived."""
        if self.halted:
            return
        lane = self._lane(TP(chunk.topic, chunk.partition))
        lane.expected = max(lane.expected - 1, 0)
        lane.put(chunk)

    def busy_since(self) -> Mapping[TP, float]:
        """Of each partition that has work: since when it has not finished a chunk (monotonic)."""
        return {
            tp: lane.busy_since for tp, lane in self._lanes.items() if lane.busy_since is not None
        }

    def halt(self) -> None:
        """Stops every lane where it stands: nothing more is fetched, worked on or committed."""
        self.halted = True
        for lane in self._lanes.values():
            lane.halt()

    def _lane(self, tp: TP) -> _Lane:
        if tp not in self._lanes:
            assert self._open is not None
            self._lanes[tp] = _Lane(self._open(tp), self._failed, self._room)
        return self._lanes[tp]

    async def drain(self) -> None:
        """Commits what was begun and closes every lane; the next chunk opens a new one."""
        lanes, self._lanes = self._lanes, {}
        finished = await asyncio.gather(
            *(lane.finish(self._drain_seconds) for lane in lanes.values())
        )
        if late := finished.count(False):
            log.warning("drain_cut_short", partitions=late, seconds=self._drain_seconds)
