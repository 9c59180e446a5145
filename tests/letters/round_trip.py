"""A poisoned corpus into a line, its letters looked at, replayed, and gone through after a fix."""

import asyncio
import struct
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaProducer

from schemas.topics import TOPICS
from tests.broker.process import REPOSITORY
from tests.broker.running import RunningBroker
from tests.chaos.counter import everything
from tests.chaos.line import LineUnderTest, Worker
from tests.letters.poison import Sent, poisoned_corpus
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.topics import ensure_topics

STAGES = ("normalize", "enrich", "sink")
READ = ("raw-posts", "articles", "enriched-articles")
PARTITIONS = 3

Bytes = tuple[bytes | None, bytes | None, tuple[tuple[str, bytes], ...], int]
"""Key, value, headers and time of a record."""


@dataclass(frozen=True)
class Told:
    """What a round trip saw."""

    sent: int
    buried: Counter[str]
    replay: str
    seconds: dict[str, float]

    def __str__(self) -> str:
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in sorted(self.buried.items()))
        times = ", ".join(f"{what} {seconds:.1f} s" for what, seconds in self.seconds.items())
        return f"{self.sent:,} records sent; buried: {reasons}\n{self.replay}\n{times}"


class RoundTrip:
    """One run on a broker of its own."""

    def __init__(self, broker: RunningBroker, folder: Path, patience_seconds: float) -> None:
        self._broker = broker
        self._line = LineUnderTest(broker, folder)
        self._folder = folder
        self._patience = patience_seconds
        self._seconds: dict[str, float] = {}
        self._workers: list[Worker] = []

    async def run(self, records: int) -> Told:
        """What was seen; whatever happens, no worker outlives it."""
        try:
            return await self._run(records)
        finally:
            for worker in self._workers:
                worker.kill()

    async def _run(self, records: int) -> Told:
        connection = KafkaConnection(self._broker.bootstrap)
        await ensure_topics(connection, TOPICS, PARTITIONS, -1, apply=True)
        sent = list(poisoned_corpus(records, int(time.time() * 1000)))
        bad = [each for each in sent if each.reason is not None]
        await self._publish(sent)
        self._start("broken")
        began = time.monotonic()
        letters = await self._until_buried(len(bad))
        self._seconds["burying"] = time.monotonic() - began
        self._stop()
        places = _check_letters(letters, bad)
        tried = self._call("dead-letters", "replay", "--dry-run", "--json", "--limit", "50")
        assert len(tried.splitlines()) == min(50, len(bad))
        began = time.monotonic()
        said = self._call("dead-letters", "replay")
        self._seconds["replay"] = time.monotonic() - began
        assert said.startswith(f"replayed {len(bad):,} letters"), said
        assert self._call("dead-letters", "replay").startswith("replayed 0 letters")
        await self._check_replayed(places)
        self._start("mended")
        began = time.monotonic()
        await self._until_rows(await self._expected_rows(len(bad)))
        self._seconds["going through"] = time.monotonic() - began
        self._stop()
        assert len(await self._letters()) == len(bad), "nothing is buried twice"
        assert "Nothing lost, nothing doubled: every post" in self._call("audit", "--no-database")
        buried = Counter(str(each.reason) for each in bad)
        return Told(len(sent), buried, said.strip(), self._seconds)

    async def _publish(self, sent: list[Sent]) -> None:
        producer = AIOKafkaProducer(
            bootstrap_servers=self._broker.bootstrap, enable_idempotence=True, linger_ms=5
        )
        await producer.start()
        answers = [
            await producer.send(
                each.topic, each.value, each.key,
                headers=list(each.headers), timestamp_ms=each.timestamp_ms,
            )
            for each in sent
        ]  # fmt: skip
        await asyncio.gather(*answers)
        await producer.stop()

    def _start(self, state: str) -> None:
        # so many broken promises would open the breaker, as they should
        environment = self._line.environment(COPYDESK_BREAKER_SHARE="1")
        module = [sys.executable, "-m", "tests.letters.line"]
        self._workers = [
            Worker(
                [*module, stage, state, "--slot", "0"], environment, self._folder / f"{stage}.log"
            )
            for stage in STAGES
        ]

    def _stop(self) -> None:
        for worker in self._workers:
            worker.tell()
        codes = [worker.ended() for worker in self._workers]
        self._workers = []
        logs = [(self._folder / f"{stage}.log").read_text()[-600:] for stage in STAGES]
        assert codes == [0, 0, 0], f"{codes}\n" + "\n".join(logs)

    def _call(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "workers.cli", *arguments],
            env=self._line.environment(),
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    async def _letters(self) -> list[Any]:
        found: list[Any] = []
        for topic in READ:
            found += await everything(self._broker.bootstrap, f"{topic}-dlq")
        return found

    async def _until_buried(self, wanted: int) -> list[Any]:
        deadline = time.monotonic() + self._patience
        while len(letters := await self._letters()) < wanted:
            assert time.monotonic() < deadline, f"{len(letters)} of {wanted} letters; see the logs"
            await asyncio.sleep(1)
        return letters

    async def _check_replayed(self, places: dict[str, Bytes]) -> None:
        """What was put back is what had been buried, each once, where it lay."""
        back: Counter[tuple[str, int, Bytes]] = Counter()
        for topic in READ:
            for record in await everything(self._broker.bootstrap, topic):
                if record.headers and record.headers[-1][0] == "copydesk-replays":
                    assert record.headers[-1][1] == b"1"
                    own = tuple(record.headers[:-1])
                    content = (record.key, record.value, own, record.timestamp)
                    back[topic, record.partition, content] += 1
        wanted = Counter(
            (place.split("/")[0], int(place.split("/")[1]), content)
            for place, content in places.items()
        )
        assert back == wanted

    async def _expected_rows(self, buried: int) -> int:
        """The rows of the good ones, which stand already, and one for each that was put back."""
        return self._line.rows() + buried

    async def _until_rows(self, wanted: int) -> None:
        took = await asyncio.to_thread(self._line.wait_for_rows, wanted, self._patience)
        assert took is not None, f"{self._line.rows()} of {wanted} rows; see the logs"


def _check_letters(letters: list[Any], bad: list[Sent]) -> dict[str, Bytes]:
    """Every bad record is one letter, byte for byte, for its reason; by the place it lay."""
    wanted = Counter(
        (each.topic, str(each.reason), (each.key, each.value, each.headers, each.timestamp_ms))
        for each in bad
    )
    found: Counter[tuple[str, str, Bytes]] = Counter()
    places: dict[str, Bytes] = {}
    for letter in letters:
        headers = dict(letter.headers)  # the last of a name
        topic = headers["kafka_dlt-original-topic"].decode()
        (partition,) = struct.unpack(">i", headers["kafka_dlt-original-partition"])
        (offset,) = struct.unpack(">q", headers["kafka_dlt-original-offset"])
        place = f"{topic}/{partition}/{offset}"
        assert headers["source-record"] == place.encode()
        names = [name for name, _ in letter.headers]
        ours = len(names) - 1 - names[::-1].index("copydesk-reason")
        own = tuple(letter.headers[:ours])
        content: Bytes = (letter.key, letter.value, own, letter.timestamp)
        found[topic, headers["copydesk-reason"].decode(), content] += 1
        places[place] = content
    assert found == wanted
    assert len(places) == len(letters)
    return places
