"""What a burst of pages does to the posts that come beside it, on Apache Kafka.

python -m benchmarks.bursts

One normalize worker with four partitions and 40 WordPress posts a second, ten for each. After some
seconds pages come all at once: on every partition, or on one of them (one key). How long a
post waits from being sent until a reader of committed records has its article, for those sent while
there were pages. `benchmarks.pages` replays the same with a clock that is a number.
Takes the corpus that COPYDESK_CORPUS names.
"""

import argparse
import asyncio
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aiokafka import AIOKafkaProducer

from schemas.topics import RAW_POSTS
from tests.broker.running import ApacheKafka, kafka_available
from tests.chaos.line import PARTITIONS, LineUnderTest

from .arrivals import arrivals, until
from .pages import page_record, pages
from .wordpress_posts import wordpress_post

PER_SECOND = 40
QUIET_SECONDS = 5.0
LARGEST_PAGE = 900_000
"""Characters: more does not fit the default size of a request."""
ALL, ONE = tuple(range(PARTITIONS)), (PARTITIONS - 1,)


@dataclass
class Sent:
    """What was sent: when, by the names of the records."""

    posts: dict[str, float] = field(default_factory=dict)
    pages: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waits:
    """How long some posts waited, in seconds, sorted."""

    seconds: Sequence[float]

    @property
    def cells(self) -> str:
        """The cells of the table."""
        middle, late = (self.seconds[int(len(self.seconds) * each)] for each in (0.5, 0.99))
        return f" {len(self.seconds)} | {middle:.2f} | {late:.2f} | {self.seconds[-1]:.2f} |"


class Publisher:
    """Sends posts at a steady rate, and pages all at once."""

    def __init__(self, producer: AIOKafkaProducer, numbers: Iterator[int]) -> None:
        self._producer = producer
        self._numbers = numbers
        self.sent = Sent()

    async def posts(self) -> None:
        """Posts to every partition in turns, until it is cancelled."""
        began = time.monotonic()
        for nth in itertools.count():
            await asyncio.sleep(max(began + nth / PER_SECOND - time.monotonic(), 0))
            await self._send(self.sent.posts, wordpress_post(next(self._numbers)), nth % PARTITIONS)

    async def burst(self, values: Sequence[bytes], partitions: Sequence[int]) -> None:
        """All pages, in turns to these partitions."""
        for value, partition in zip(values, itertools.cycle(partitions), strict=False):
            await self._send(self.sent.pages, value, partition)

    async def _send(self, into: dict[str, float], value: bytes, partition: int) -> None:
        moment = time.monotonic()
        written = await self._producer.send_and_wait(RAW_POSTS.name, value, partition=partition)
        into[f"{RAW_POSTS.name}/{partition}/{written.offset}"] = moment


async def measure(values: Sequence[bytes]) -> Mapping[str, tuple[Waits, Waits, float]]:
    """For each way to send pages: the posts on partitions without them, those with, and seconds."""
    numbers = itertools.count()
    rows: dict[str, tuple[Waits, Waits, float]] = {}
    with tempfile.TemporaryDirectory(prefix="copydesk-bursts-") as name:
        folder = Path(name)
        with ApacheKafka(folder / "broker") as broker:
            line = LineUnderTest(broker, folder, "real")
            await line.make_topics()
            line.start("normalize", 0)
            try:
                async with (
                    arrivals(broker.bootstrap) as seen,
                    AIOKafkaProducer(bootstrap_servers=broker.bootstrap) as producer,
                ):
                    for what, partitions, count in (
                        ("one post and one page on each", ALL, PARTITIONS),  # loads what is needed
                        ("no pages", ALL, 0),
                        ("pages on all partitions", ALL, len(values)),
                        ("pages under one key", ONE, len(values)),
                    ):
                        publisher = Publisher(producer, numbers)
                        rows[what] = await _round(publisher, values[:count], partitions, seen)
                        print(what, file=sys.stderr, flush=True)
            finally:
                await asyncio.to_thread(line.stop)
    return dict(list(rows.items())[1:])


async def _round(
    publisher: Publisher,
    values: Sequence[bytes],
    partitions: Sequence[int],
    seen: Mapping[str, float],
) -> tuple[Waits, Waits, float]:
    posts, sent = asyncio.create_task(publisher.posts()), publisher.sent
    await asyncio.sleep(QUIET_SECONDS)
    began = time.monotonic()
    await publisher.burst(values, partitions)
    await until(lambda: seen.keys() >= sent.pages.keys(), "the pages")
    ended = max([seen[each] for each in sent.pages], default=began + QUIET_SECONDS)
    await asyncio.sleep(max(ended - time.monotonic(), 0))
    posts.cancel()
    await asyncio.gather(posts, return_exceptions=True)
    await until(lambda: seen.keys() >= sent.posts.keys(), "the posts")
    beside: dict[bool, list[float]] = {False: [], True: []}
    for source, moment in sent.posts.items():
        if began <= moment <= ended:
            with_pages = bool(values) and int(source.split("/")[1]) in partitions
            beside[with_pages].append(seen[source] - moment)
    return Waits(sorted(beside[False])), Waits(sorted(beside[True])), ended - began


def main() -> int:
    """Prints a table in Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bursts")
    parser.add_argument("--pages", type=int, default=500)
    chosen = parser.parse_args()
    corpus = Path(os.environ.get("COPYDESK_CORPUS", "../shared/corpus"))
    markup = [html for html in pages(corpus) if len(html) < LARGEST_PAGE]
    if reason := kafka_available() or (None if markup else f"no pages in {corpus}"):
        print(reason)
        return 1
    values = [
        page_record(html).value or b""
        for html in itertools.islice(itertools.cycle(markup), chosen.pages)
    ]
    print("| | pages | partition | posts | median, s | 99 %, s | worst, s |")
    print("|---|---|---|---|---|---|---|")
    for what, (without, beside, seconds) in asyncio.run(measure(values)).items():
        for where, waits in (("without pages", without), ("with pages", beside)):
            if waits.seconds:
                print(f"| {what} | {seconds:.0f} s | {where} |{waits.cells}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
