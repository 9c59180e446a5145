import asyncio
from collections.abc import Callable

from faust.types.tuples import TP

from workers.agents.chunks import Chunk
from workers.agents.lanes import Lanes
from workers.stages.outcome import Record

FIRST, SECOND = TP("raw-posts", 0), TP("raw-posts", 1)


class FakeWork:
    """Does chunks when it is let, and remembers them."""

    def __init__(self, log: list[tuple[int, int]], gate: asyncio.Event) -> None:
        self.log = log
        self.gate = gate
        self.closed = False
        self.told_to_stop = False

    async def take(self, chunk: Chunk) -> None:
        await self.gate.wait()
        self.log.append((chunk.partition, chunk.continues_from))

    def stop_soon(self) -> None:
        self.told_to_stop = True

    async def close(self) -> None:
        self.closed = True


class FailingWork:
    async def take(self, chunk: Chunk) -> None:
        raise LookupError(chunk.partition)

    def stop_soon(self) -> None:
        pass

    async def close(self) -> None:
        pass


def chunk(tp: TP, offset: int) -> Chunk:
    record = Record(tp.topic, tp.partition, offset, None, b"", (), 0)
    return Chunk(tp.topic, tp.partition, offset, (record,))


def lanes(failed: Callable[[BaseException], None] | None = None) -> Lanes:
    return Lanes(failed or (lambda _: None), drain_seconds=0.3)


def opened() -> asyncio.Event:
    gate = asyncio.Event()
    gate.set()
    return gate


async def test_a_partition_that_waits_does_not_hold_up_another() -> None:
    done: list[tuple[int, int]] = []
    gates = {FIRST: asyncio.Event(), SECOND: opened()}
    under_test = lanes()
    under_test.opened_by(lambda tp: FakeWork(done, gates[tp]))
    under_test.put(chunk(FIRST, 0))
    under_test.put(chunk(SECOND, 0))
    await asyncio.sleep(0.01)
    assert done == [(1, 0)]
    gates[FIRST].set()
    await under_test.drain()
    assert done == [(1, 0), (0, 0)]


async def test_a_partition_whose_next_chunk_waits_or_is_on_its_way_has_no_room() -> None:
    gate = asyncio.Event()
    under_test = lanes()
    under_test.opened_by(lambda _: FakeWork([], gate))
    assert under_test.has_room(FIRST)
    under_test.expect(FIRST)
    assert not under_test.has_room(FIRST)
    under_test.put(chunk(FIRST, 0))
    await asyncio.sleep(0.01)
    assert under_test.has_room(FIRST)  # in work, and nothing waits behind it
    under_test.put(chunk(FIRST, 1))
    assert not under_test.has_room(FIRST)
    gate.set()
    await under_test.drain()


async def test_who_waits_for_room_hears_when_a_lane_begins_what_waited() -> None:
    gate = asyncio.Event()
    under_test = lanes()
    under_test.opened_by(lambda _: FakeWork([], gate))
    under_test.put(chunk(FIRST, 0))
    await asyncio.sleep(0.01)
    under_test.put(chunk(FIRST, 1))
    waiting = asyncio.create_task(under_test.room(seconds=30))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    gate.set()
    async with asyncio.timeout(1):
        await waiting
    await under_test.drain()


async def test_draining_finishes_what_was_begun_and_drops_what_was_not() -> None:
    done: list[tuple[int, int]] = []
    gate = asyncio.Event()
    work = FakeWork(done, gate)
    under_test = lanes()
    under_test.opened_by(lambda _: work)
    for offset in range(3):
        under_test.put(chunk(FIRST, offset))
    await asyncio.sleep(0.01)
    draining = asyncio.create_task(under_test.drain())
    await asyncio.sleep(0.01)
    gate.set()
    await draining
    assert done == [(0, 0)]
    assert work.told_to_stop
    assert work.closed


async def test_draining_does_not_wait_for_ever() -> None:
    work = FakeWork([], asyncio.Event())
    under_test = lanes()
    under_test.opened_by(lambda _: work)
    under_test.put(chunk(FIRST, 0))
    await asyncio.sleep(0.01)
    await asyncio.wait_for(under_test.drain(), 2)
    assert work.closed


async def test_a_lane_is_busy_from_its_first_chunk_until_its_last_is_done() -> None:
    gate = asyncio.Event()
    under_test = lanes()
    under_test.opened_by(lambda _: FakeWork([], gate))
    under_test.put(chunk(FIRST, 0))
    began = under_test.busy_since()[FIRST]
    await asyncio.sleep(0.01)
    under_test.put(chunk(FIRST, 1))
    assert under_test.busy_since() == {FIRST: began}
    gate.set()
    await asyncio.sleep(0.01)
    assert under_test.busy_since() == {}
    await under_test.drain()


async def test_an_idle_lane_drains_at_once() -> None:
    under_test = lanes()
    under_test.opened_by(lambda _: FakeWork([], opened()))
    under_test.put(chunk(FIRST, 0))
    await asyncio.sleep(0.01)
    began = asyncio.get_running_loop().time()
    await under_test.drain()
    assert asyncio.get_running_loop().time() - began < 0.2


async def test_what_a_lane_raises_is_told_to_the_worker() -> None:
    heard: list[BaseException] = []
    under_test = lanes(heard.append)
    under_test.opened_by(lambda _: FailingWork())
    under_test.put(chunk(FIRST, 0))
    await asyncio.sleep(0.01)
    assert [type(error) for error in heard] == [LookupError]
    await under_test.drain()


async def test_a_halted_worker_has_room_for_nothing_and_finishes_nothing() -> None:
    done: list[tuple[int, int]] = []
    gate = asyncio.Event()
    under_test = lanes()
    under_test.opened_by(lambda _: FakeWork(done, gate))
    under_test.put(chunk(FIRST, 0))
    under_test.put(chunk(SECOND, 0))
    await asyncio.sleep(0.01)
    under_test.halt()
    gate.set()
    await asyncio.sleep(0.01)
    assert done == []
    assert not under_test.has_room(FIRST)
    await under_test.drain()
