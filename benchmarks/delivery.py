"""How fast the line delivers: `python -m benchmarks.delivery --broker embedded kafka`.

Two figures, each the median of several rounds that take turns in one run:

- normalize, exactly once, as a share of a bare aiokafka loop around the same stage, at least once;
- raw posts to rows, one process a stage: posts a second when behind, and the time from publishing a
  post to its row at a modest rate.
"""

import argparse
import asyncio
import platform
import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from aiokafka import AIOKafkaProducer

from tests.broker.process import REPOSITORY
from tests.broker.running import ApacheKafka, EmbeddedBrokerProcess, RunningBroker
from tests.chaos.line import LineUnderTest
from workers.adapters.kafka.admin import admin, committed_offsets
from workers.adapters.kafka.connection import KafkaConnection

from .engines.task import Task
from .wordpress_posts import wordpress_post

NORMALIZE = "copydesk-normalize"
BARE = "copydesk-benchmark-bare"
PATIENCE_SECONDS = 240.0
POLL_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Rates:
    """Posts a second, round by round."""

    ours: list[float]
    bare: list[float]

    @property
    def ratio(self) -> float:
        """Ours by the bare loop's, medians."""
        return statistics.median(self.ours) / statistics.median(self.bare)


async def publish(bootstrap: str, first: int, posts: int, per_second: float = 0.0) -> list[float]:
    """When each post was sent, in seconds since 1970."""
    sent: list[float] = []
    async with AIOKafkaProducer(
        bootstrap_servers=bootstrap, linger_ms=0 if per_second else 10, max_batch_size=1 << 18
    ) as producer:
        began = time.monotonic()
        for number in range(first, first + posts):
            sent.append(time.time())
            await producer.send("raw-posts", wordpress_post(number), key=b"%d" % number)
            if per_second:
                due = began + (len(sent) / per_second)
                await asyncio.sleep(max(0.0, due - time.monotonic()))
    return sent


async def rate(bootstrap: str, group: str, standing: int, wanted: int) -> float:
    """Posts a second of a group, from its first commit seen to its last."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    first: tuple[float, int] | None = None
    async with admin(KafkaConnection(bootstrap)) as client:
        while time.monotonic() < deadline:
            done = sum((await committed_offsets(client, group, "raw-posts")).values())
            now = time.monotonic()
            if done > standing and first is None:
                first = now, done
            if done >= wanted and first is not None:
                return (done - first[1]) / max(now - first[0], POLL_SECONDS)
            await asyncio.sleep(POLL_SECONDS)
    raise TimeoutError(f"{group} did not do {wanted} posts in {PATIENCE_SECONDS} s")


async def normalize_rates(broker: RunningBroker, folder: Path, posts: int, rounds: int) -> Rates:
    """Both loops on the same posts, in turns: each round publishes anew."""
    rates = Rates([], [])
    line = LineUnderTest(broker, folder, "real")
    task = Task(broker.bootstrap, BARE, "normalize", folder / "began", 0, exactly_once=False)
    loop = [sys.executable, "-m", "benchmarks.engines.bare_aiokafka", *task.arguments]
    await line.make_topics()
    for number in range(rounds):
        await publish(broker.bootstrap, number * posts, posts)
        standing, wanted = number * posts, (number + 1) * posts
        line.start("normalize")
        rates.ours.append(await rate(broker.bootstrap, NORMALIZE, standing, wanted))
        line.stop()
        bare = await asyncio.create_subprocess_exec(*loop, cwd=REPOSITORY)
        try:
            rates.bare.append(await rate(broker.bootstrap, BARE, standing, wanted))
        finally:
            bare.kill()
            await bare.wait()
    return rates


async def whole_line(broker: RunningBroker, folder: Path, posts: int) -> tuple[float, list[float]]:
    """Posts a second from raw to row, and the seconds of single posts at a modest rate."""
    line = LineUnderTest(broker, folder, "real")
    await line.make_topics()
    await publish(broker.bootstrap, 0, posts)
    for stage in ("normalize", "enrich", "stories", "sink"):
        line.start(stage)
    try:
        await asyncio.to_thread(line.wait_for_rows, 1, PATIENCE_SECONDS)
        began, standing = time.monotonic(), line.rows()
        await asyncio.to_thread(line.wait_for_rows, posts, PATIENCE_SECONDS)
        per_second = (posts - standing) / (time.monotonic() - began)
        modest = 400
        arriving = asyncio.create_task(_arrivals(line.database, modest))
        sent = await publish(broker.bootstrap, posts, modest, per_second=40)
        arrived = await arriving
        latencies = [arrived[posts + index] - moment for index, moment in enumerate(sent)]
        return per_second, sorted(latencies)
    finally:
        line.stop()


async def _arrivals(database: Path, posts: int) -> dict[int, float]:
    """When the row of each post was first seen, by its number."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    seen: dict[int, float] = {}
    standing = connection.execute("select max(rowid) from articles").fetchone()[0]
    deadline = time.monotonic() + 60
    while len(seen) < posts and time.monotonic() < deadline:
        query = "select rowid, url from articles where rowid > ? order by rowid"
        for rowid, url in connection.execute(query, (standing,)):
            standing = rowid
            seen[int(url.rstrip("/").rpartition("/")[2])] = time.time()
        await asyncio.sleep(0.005)
    connection.close()
    return seen


async def measure(kind: str, posts: int, rounds: int) -> str:
    """The lines of the table for one broker."""
    make = ApacheKafka if kind == "kafka" else EmbeddedBrokerProcess
    with tempfile.TemporaryDirectory(prefix="copydesk-benchmark-") as name:
        folder = Path(name)
        with make(folder / "one") as broker:
            rates = await normalize_rates(broker, folder, posts, rounds)
        with make(folder / "two") as broker:
            per_second, latencies = await whole_line(broker, folder, posts)
    p50, p99 = (latencies[int(len(latencies) * share)] * 1000 for share in (0.5, 0.99))
    return (
        f"| {kind} | {statistics.median(rates.ours):,.0f} | {statistics.median(rates.bare):,.0f}"
        f" | {rates.ratio:.2f} | {per_second:,.0f} | {p50:,.0f} | {p99:,.0f} |"
    )


def main() -> None:
    """Prints a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.delivery")
    kinds = ("embedded", "kafka")
    parser.add_argument("--broker", nargs="+", choices=kinds, default=list(kinds))
    parser.add_argument("--posts", type=int, default=8000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, posts of 11 kB\n")
    print("| broker | normalize/s | bare/s | ratio | raw to row/s | p50 ms | p99 ms |")
    print("|---|---|---|---|---|---|---|")
    for kind in chosen.broker:
        print(asyncio.run(measure(kind, chosen.posts, chosen.rounds)), flush=True)


if __name__ == "__main__":
    main()
