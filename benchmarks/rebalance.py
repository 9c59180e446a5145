"""How long a rebalance silences a stage: `python -m benchmarks.rebalance`.

Four workers of a stage that does next to nothing share twelve partitions of Apache Kafka, with
records coming at a steady rate. Then one joins, leaves, is killed and comes back, or is killed for
good. For each it prints two silences that a reader of committed records sees: the longest time in
which nothing came out at all, and the longest in which nothing came of some one partition.
"""

import argparse
import asyncio
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from aiokafka import AIOKafkaProducer

from schemas.topics import RAW_POSTS
from tests.broker.running import ApacheKafka, kafka_available
from tests.chaos.line import LineUnderTest

from .arrivals import arrivals, until

PARTITIONS = 12
WORKERS = 4
PER_SECOND = 240
"""Twenty a second for each partition: a pause of 50 ms is none of ours."""
SETTLE_SECONDS = 8.0


def silences(seen: Mapping[str, float], begin: float, end: float) -> tuple[float, float]:
    """The longest of all partitions together, and of the one that was silent for longest."""
    of_partition: dict[str, list[float]] = {str(each): [] for each in range(PARTITIONS)}
    for source, moment in seen.items():
        of_partition[source.split("/")[1]].append(moment)
    alone = max(_longest(moments, begin, end) for moments in of_partition.values())
    return _longest(list(seen.values()), begin, end), alone


def _longest(moments: Sequence[float], begin: float, end: float) -> float:
    within = sorted(moment for moment in moments if begin <= moment <= end)
    stops = [begin, *within, end]
    return max(later - earlier for earlier, later in pairwise(stops))


async def publish(bootstrap: str) -> None:
    """Numbered posts at a steady rate, in turns to every partition, until it is cancelled."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap) as producer:
        began, number = time.monotonic(), 0
        while True:
            key = b"%d" % number
            await producer.send(
                RAW_POSTS.name, b'{"id": %d}' % number, key=key, partition=number % PARTITIONS
            )
            number += 1
            await asyncio.sleep(max(began + number / PER_SECOND - time.monotonic(), 0))


def events(line: LineUnderTest, **timeout: str) -> Mapping[str, Callable[[], object]]:
    """What happens to the last of four workers, one thing after the other."""
    last = WORKERS - 1
    name = f"normalize-{last}"

    def killed_and_back() -> None:
        line.workers[name].kill()
        line.workers[name].start_again()

    return {
        "nothing": lambda: None,
        "one joins": lambda: line.start("normalize", last, **timeout),
        "one is told to stop": lambda: line.workers[name].signal(signal.SIGTERM),
        "it joins again": lambda: line.workers[name].start_again(),
        "one is killed and started again": killed_and_back,
        "one is killed for good": lambda: line.workers[name].kill(),
    }


async def measure(session_seconds: float) -> list[tuple[str, float, float]]:
    """Each event, the silence of all and that of one partition, in seconds."""
    rows: list[tuple[str, float, float]] = []
    with tempfile.TemporaryDirectory(prefix="copydesk-rebalance-") as name:
        folder = Path(name)
        with ApacheKafka(folder / "broker") as broker:
            line = LineUnderTest(broker, folder, "trivial")
            await line.make_topics(PARTITIONS)
            timeout = {"COPYDESK_SESSION_TIMEOUT_SECONDS": str(session_seconds)}
            for slot in range(WORKERS - 1):
                line.start("normalize", slot, **timeout)
            publishing = asyncio.create_task(publish(broker.bootstrap))
            try:
                async with arrivals(broker.bootstrap) as seen:
                    await until(partial(_all_move, seen), "something of every partition")
                    await asyncio.sleep(SETTLE_SECONDS)
                    for event, happens in events(line, **timeout).items():
                        begin = time.monotonic()
                        await asyncio.to_thread(happens)
                        await asyncio.sleep(session_seconds + SETTLE_SECONDS)
                        rows.append((event, *silences(seen, begin, time.monotonic())))
                        print(rows[-1], file=sys.stderr, flush=True)
            finally:
                publishing.cancel()
                await asyncio.gather(publishing, return_exceptions=True)
                await asyncio.to_thread(line.stop)
    return rows


def _all_move(seen: Mapping[str, float]) -> bool:
    return len({source.split("/")[1] for source in seen}) == PARTITIONS


def main() -> int:
    """Prints a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rebalance")
    parser.add_argument("--session-seconds", type=float, default=10.0)
    chosen = parser.parse_args()
    if reason := kafka_available():
        print(reason)
        return 1
    rows = asyncio.run(measure(chosen.session_seconds))
    print(f"{WORKERS} workers, {PARTITIONS} partitions, sessions of {chosen.session_seconds:.0f} s")
    print("\n| of four workers | nothing at all, s | nothing of one partition, s |")
    print("|---|---|---|")
    for event, every, alone in rows:
        print(f"| {event} | {every:.1f} | {alone:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
