"""What a second process of a stage brings: `python -m benchmarks.scale`.

Normalize with one process and with two, in turns, on posts that stand ready on Apache Kafka. The
broker shares the two cores with them, which two processes feel and one hardly does; so three
figures are told apart:

- seen: posts a second of two by those of one, as the clock says;
- work: what two get done with a second of CPU by what one does, twice: 2.00 when being two costs
  nothing;
- broker elsewhere: seen, where both are given the time back that the broker and everything else on
  the machine took of a core for each. It holds for processes that wait for nothing but a core.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.broker.running import ApacheKafka, RunningBroker, kafka_available
from tests.chaos.line import PARTITIONS, LineUnderTest
from workers.adapters.kafka.admin import admin, committed_offsets
from workers.adapters.kafka.connection import KafkaConnection

from .delivery import NORMALIZE, publish

POLL_SECONDS = 0.1
PATIENCE_SECONDS = 240.0


@dataclass(frozen=True, slots=True)
class Moment:
    """What stood at one moment."""

    done: int
    """Posts, by the group's committed offsets."""
    clock: float
    workers: float
    """CPU seconds, as the next two."""
    broker: float
    machine: float


@dataclass(frozen=True, slots=True)
class Share:
    """What went on between two moments in which every partition had work."""

    posts_per_second: float
    cpu_micros: float
    """CPU time of the workers for a post, in microseconds."""
    workers: float
    """Cores that the workers used, as the next two."""
    broker: float
    others: float


def share(begin: Moment, end: Moment) -> Share:
    """The figures of the time between."""
    seconds, posts = end.clock - begin.clock, end.done - begin.done
    workers, broker = end.workers - begin.workers, end.broker - begin.broker
    others = end.machine - begin.machine - workers - broker
    return Share(
        posts / seconds,
        workers / posts * 1e6,
        workers / seconds,
        broker / seconds,
        max(others, 0.0) / seconds,
    )


def elsewhere(one: Share, two: Share, cores: int) -> float:
    """Two by one, had the two a core each while one had one as well."""
    return (two.posts_per_second * _given(two, cores, 2)) / (
        one.posts_per_second * _given(one, cores, 1)
    )


def _given(share: Share, cores: int, processes: int) -> float:
    """By how much faster they were with a core each, by what broker and others left them."""
    left = min(cores - share.broker - share.others, processes)
    return processes / left


class Normalizing:
    """Workers of normalize on one broker, and what they have done."""

    def __init__(self, broker: RunningBroker, folder: Path) -> None:
        self._broker = broker
        self._line = LineUnderTest(broker, folder, "real")

    async def round(self, processes: int, first: int, posts: int) -> Share:
        """New posts for so many processes; the first one has this number."""
        if not first:
            await self._line.make_topics()
        await publish(self._broker.bootstrap, first, posts)
        ends = await self._ends()
        begins = await self._done()
        for slot in range(processes):
            self._line.start("normalize", slot)
        try:
            await self._until(lambda at: all(at[each] > begins.get(each, 0) for each in ends))
            begin = await self._moment()
            await self._until(lambda at: any(at[each] >= end for each, end in ends.items()))
            end = await self._moment()
            await self._until(lambda at: all(at[each] >= end for each, end in ends.items()))
            return share(begin, end)
        finally:
            self._line.stop()

    async def _ends(self) -> Mapping[int, int]:
        consumer = AIOKafkaConsumer(bootstrap_servers=self._broker.bootstrap)
        await consumer.start()
        try:
            partitions = [TopicPartition("raw-posts", each) for each in range(PARTITIONS)]
            found = await consumer.end_offsets(partitions)
            return {each.partition: int(end) for each, end in found.items()}
        finally:
            await consumer.stop()

    async def _done(self) -> Mapping[int, int]:
        async with admin(KafkaConnection(self._broker.bootstrap)) as client:
            return await committed_offsets(client, NORMALIZE, "raw-posts")

    async def _until(self, reached: Callable[[Counter[int]], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        async with admin(KafkaConnection(self._broker.bootstrap)) as client:
            while time.monotonic() < deadline:
                if reached(Counter(await committed_offsets(client, NORMALIZE, "raw-posts"))):
                    return
                await asyncio.sleep(POLL_SECONDS)
        raise TimeoutError(f"the posts were not done in {PATIENCE_SECONDS} s")

    async def _moment(self) -> Moment:
        processes = [each.process.pid for each in self._line.workers.values()]
        machine = psutil.cpu_times()
        return Moment(
            sum((await self._done()).values()),
            time.monotonic(),
            sum(map(_cpu_seconds, processes)),
            _cpu_seconds(self._broker.pid),
            machine.user + machine.nice + machine.system,
        )


def _cpu_seconds(pid: int) -> float:
    times = psutil.Process(pid).cpu_times()
    return float(times.user + times.system)


async def measure(posts: int, rounds: int) -> tuple[list[Share], list[Share]]:
    """One process and two, round by round."""
    ones: list[Share] = []
    twos: list[Share] = []
    with tempfile.TemporaryDirectory(prefix="copydesk-scale-") as name:
        folder = Path(name)
        with ApacheKafka(folder / "broker") as broker:
            normalizing = Normalizing(broker, folder)
            for number in range(rounds):
                ones.append(await normalizing.round(1, 2 * number * posts, posts))
                twos.append(await normalizing.round(2, (2 * number + 1) * posts, posts))
    return ones, twos


def _row(name: str, shares: Sequence[Share]) -> str:
    figures = [
        statistics.median(getattr(each, field) for each in shares)
        for field in ("posts_per_second", "cpu_micros", "workers", "broker", "others")
    ]
    return f"| {name} | {figures[0]:,.0f} | {figures[1]:,.0f} | " + " | ".join(
        f"{each:.2f}" for each in figures[2:]
    )


def main() -> int:
    """Prints a table in Markdown, and the ratios round by round."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale")
    parser.add_argument("--posts", type=int, default=12_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    if reason := kafka_available():
        print(reason)
        return 1
    ones, twos = asyncio.run(measure(chosen.posts, chosen.rounds))
    print("| normalize | posts/s | CPU µs a post | cores: workers | broker | others |")
    print("|---|---|---|---|---|---|")
    print(_row("one process", ones), "|")
    print(_row("two processes", twos), "|")
    print("\n| round | seen | work | broker elsewhere |")
    print("|---|---|---|---|")
    cores = os.cpu_count() or 1
    for number, (one, two) in enumerate(zip(ones, twos, strict=True), 1):
        seen = two.posts_per_second / one.posts_per_second
        work = 2 * one.cpu_micros / two.cpu_micros
        print(f"| {number} | {seen:.2f} | {work:.2f} | {elsewhere(one, two, cores):.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
