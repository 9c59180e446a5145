"""How many records a commit takes in: few when idle, many when behind.

python -m benchmarks.chunks

One normalize worker on Apache Kafka: first at a rate that it hardly feels, then with posts that
stand ready. What it says of its own chunks (`copydesk_chunk_records`), and the time from sending a
post until a reader of committed records has its article.
"""

import argparse
import asyncio
import sys
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aiokafka import AIOKafkaProducer
from prometheus_client.parser import text_string_to_metric_families

from schemas.topics import RAW_POSTS
from tests.broker.running import ApacheKafka, free_port, kafka_available
from tests.chaos.line import LineUnderTest

from .arrivals import arrivals, until
from .wordpress_posts import wordpress_post

CHUNKS = "copydesk_chunk_records"


@dataclass(frozen=True, slots=True)
class Load:
    """What one load came to."""

    commits: Mapping[float, int]
    """How many commits took in at most so many records."""
    records: int
    seconds: list[float]
    """From sending to reading, sorted."""

    @property
    def row(self) -> str:
        """The cells of the table."""
        every = int(max(self.commits.values()))
        half = min(bound for bound, count in self.commits.items() if count * 2 >= every)
        p50, p99 = (self.seconds[int(len(self.seconds) * each)] * 1000 for each in (0.5, 0.99))
        mean = self.records / every
        return f"{every} | {mean:.1f} | {half:.0f} | {p50:,.0f} | {p99:,.0f}"


class Line:
    """One worker, a producer and what a reader sees."""

    def __init__(self, bootstrap: str, port: int, seen: Mapping[str, float]) -> None:
        self._bootstrap = bootstrap
        self._port = port
        self._seen = seen

    async def load(self, first: int, posts: int, per_second: float) -> Load:
        """So many posts, at this rate or at once (0), and what became of them."""
        before = await asyncio.to_thread(_chunks, self._port)
        sent = await self._publish(first, posts, per_second)
        await until(lambda: sent.keys() <= self._seen.keys(), f"{posts} posts")
        after = await asyncio.to_thread(_chunks, self._port)
        return Load(
            {bound: count - before.get(bound, 0) for bound, count in after.items()},
            posts,
            sorted(self._seen[source] - moment for source, moment in sent.items()),
        )

    async def _publish(self, first: int, posts: int, per_second: float) -> Mapping[str, float]:
        values = [wordpress_post(number) for number in range(first, first + posts)]
        moments: list[float] = []
        deliveries = []
        async with AIOKafkaProducer(
            bootstrap_servers=self._bootstrap, linger_ms=0 if per_second else 10
        ) as producer:
            began = time.monotonic()
            for number, value in enumerate(values):
                if per_second:
                    await asyncio.sleep(max(began + number / per_second - time.monotonic(), 0))
                moments.append(time.monotonic())
                key = b"%d" % (first + number)
                deliveries.append(await producer.send(RAW_POSTS.name, value, key=key))
            written = await asyncio.gather(*deliveries)
        return {
            f"{each.topic}/{each.partition}/{each.offset}": moment
            for each, moment in zip(written, moments, strict=True)
        }


def _chunks(port: int) -> Mapping[float, int]:
    """The worker's commits, by the most records that they took in: each counts in all above."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        families = text_string_to_metric_families(answer.read().decode())
        return {
            float(sample.labels["le"]): int(sample.value)
            for family in families
            for sample in family.samples
            if sample.name == f"{CHUNKS}_bucket"
        }


async def measure(posts: int) -> Mapping[str, Load]:
    """Both loads, one after the other."""
    with tempfile.TemporaryDirectory(prefix="copydesk-chunks-") as name:
        folder = Path(name)
        with ApacheKafka(folder / "broker") as broker:
            workers = LineUnderTest(broker, folder, "real")
            await workers.make_topics()
            port = free_port()
            workers.start("normalize", 0, COPYDESK_METRICS_PORT=str(port))
            try:
                async with arrivals(broker.bootstrap) as seen:
                    line = Line(broker.bootstrap, port, seen)
                    await until(partial(_serves, port), "the worker's metrics")
                    await line.load(0, 40, 20)  # every partition is opened once
                    return {
                        "40 posts a second": await line.load(40, 400, 40),
                        "behind": await line.load(440, posts, 0),
                    }
            finally:
                await asyncio.to_thread(workers.stop)


def _serves(port: int) -> bool:
    try:
        return bool(_chunks(port))
    except OSError:
        return False


def main() -> int:
    """Prints a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chunks")
    parser.add_argument("--posts", type=int, default=8_000)
    chosen = parser.parse_args()
    if reason := kafka_available():
        print(reason)
        return 1
    loads = asyncio.run(measure(chosen.posts))
    print("| load | commits | records each | half have at most | p50 ms | p99 ms |")
    print("|---|---|---|---|---|---|")
    for name, load in loads.items():
        print(f"| {name} | {load.row} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
