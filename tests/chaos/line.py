"""The line under test: topics, a publisher, and workers that can be killed, frozen and told."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from schemas.topics import TOPICS
from tests.broker.process import REPOSITORY
from tests.broker.running import RunningBroker
from workers.adapters.kafka.admin import admin, committed_offsets
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.reader import read_topic

from .databases import Database, SqliteFile
from .posts import RawRecord

Line = Literal["real", "trivial"]
PARTITIONS = 4
A_FEW = 4
MODULES: dict[Line, list[str]] = {
    "real": ["workers.cli", "worker"],
    "trivial": ["tests.delivery.trivial_line"],
}


class Worker:
    """One worker process, under one name for as long as the test runs."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self._command = command
        self._environment = environment
        self._log = log
        self._resting = False
        self._told = False
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._log.open("ab") as log:
            return subprocess.Popen(
                self._command,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=self._environment,
                cwd=REPOSITORY,
            )

    def signal(self, number: signal.Signals) -> None:
        if self.process.poll() is None:
            self.process.send_signal(number)

    def kill(self) -> None:
        self._told = True
        self.signal(signal.SIGKILL)
        self.process.wait()

    def rest(self) -> None:
        """Nobody starts it again until it is woken."""
        self._resting = True

    def wake(self) -> None:
        self._resting = False

    def start_again(self) -> int | None:
        """Starts it again if it has ended, as a supervisor would; how it ended by itself."""
        if self._resting or (code := self.process.poll()) is None:
            return None
        self.process = self._start()
        by_itself = not self._told
        self._told = False
        return code if by_itself else None

    def tell(self) -> None:
        """Tells it once to stop, awake or frozen."""
        self._told = True
        self.signal(signal.SIGTERM)
        self.signal(signal.SIGCONT)

    def ended(self, within_seconds: float = 20.0) -> int:
        """Its exit code; 137 when it had to be killed."""
        try:
            return self.process.wait(within_seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            return 137


class LineUnderTest:
    """Workers of every stage around one broker and one database."""

    def __init__(
        self,
        broker: RunningBroker,
        folder: Path,
        line: Line = "trivial",
        store: Database | None = None,
    ) -> None:
        """Without a `store` it is an SQLite file in the folder."""
        self.broker = broker
        self.folder = folder
        self.database = folder / "articles.db"
        self.store = store or SqliteFile(self.database)
        self._line = line
        self.workers: dict[str, Worker] = {}
        self.exits: list[int] = []
        """How workers ended that nobody had killed or told to, in their order."""

    def environment(self, **more: str) -> dict[str, str]:
        return {
            **os.environ,
            "COPYDESK_BROKER": f"kafka://{self.broker.bootstrap}",
            "COPYDESK_DATABASE": self.store.url,
            "COPYDESK_SESSION_TIMEOUT_SECONDS": "6",
            **more,
        }

    async def make_topics(self, partitions: int = PARTITIONS) -> None:
        admin = AIOKafkaAdminClient(bootstrap_servers=self.broker.bootstrap)
        await admin.start()
        try:
            await admin.create_topics(
                [NewTopic(t.name, partitions, 1, topic_configs=t.configs) for t in TOPICS]
            )
        finally:
            await admin.close()

    async def publish(self, records: Sequence[RawRecord], pause_seconds: float = 0.0) -> None:
        """Sends the records in order, with a pause after every few of them."""
        producer = AIOKafkaProducer(
            bootstrap_servers=self.broker.bootstrap, enable_idempotence=True, linger_ms=5
        )
        await producer.start()
        try:
            for number, record in enumerate(records):
                await producer.send(
                    "raw-posts",
                    record.value,
                    key=record.key,
                    headers=list(record.headers),
                    timestamp_ms=record.timestamp_ms,
                )
                if pause_seconds and number % A_FEW == A_FEW - 1:
                    await producer.flush()
                    await asyncio.sleep(pause_seconds)
            await producer.flush()
        finally:
            await producer.stop()

    def start(self, stage: str, slot: int = 0, *arguments: str, **environment: str) -> Worker:
        name = f"{stage}-{slot}"
        module = [sys.executable, "-m", *MODULES[self._line]]
        command = [*module, stage, "--slot", str(slot), *arguments]
        log = self.folder / f"{name}.log"
        worker = Worker(command, self.environment(**environment), log)
        self.workers[name] = worker
        return worker

    def retire(self, name: str) -> None:
        """Tells a worker to stop, and starts it no more."""
        worker = self.workers[name]
        worker.rest()
        worker.tell()
        worker.ended()
        del self.workers[name]

    def start_again(self) -> None:
        for worker in list(self.workers.values()):
            if (code := worker.start_again()) is not None:
                self.exits.append(code)

    def stop(self) -> dict[str, int]:
        """The exit codes of all workers, told to stop together."""
        for worker in self.workers.values():
            worker.tell()
        codes = {name: worker.ended() for name, worker in self.workers.items()}
        self.workers.clear()
        return codes

    async def wait_for_stories(self, within_seconds: float) -> None:
        """Until every candidate has its place, and every place its row; or so long."""
        connection = KafkaConnection(self.broker.bootstrap)
        deadline = time.monotonic() + within_seconds
        ends = await self._ends("story-candidates")
        async with admin(connection) as client:
            while time.monotonic() < deadline:
                done = await committed_offsets(client, "copydesk-stories", "story-candidates")
                if all(done.get(number, 0) >= end for number, end in ends.items()):
                    break
                self.start_again()
                await asyncio.sleep(0.5)
        ends = await self._ends("story-articles")
        while time.monotonic() < deadline:
            stored = self.stored("story-articles")
            if all(stored.get(number, 0) >= end for number, end in ends.items()):
                break
            self.start_again()
            await asyncio.sleep(0.5)

    async def _ends(self, topic: str) -> dict[int, int]:
        """The offset after the last committed record: markers and aborted ones may follow it."""
        ends: dict[int, int] = {}
        async for record in read_topic(KafkaConnection(self.broker.bootstrap), topic):
            ends[record.partition] = record.offset + 1
        return ends

    def audited(self) -> tuple[bool, str]:
        """Whether `copydesk audit` says that the account is closed, and what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "workers.cli", "audit"],
            env=self.environment(COLUMNS="100"),
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        return done.returncode == 0, (done.stdout + done.stderr).strip()

    def rows(self) -> int:
        found = self.store.ask("select count(*) from articles")
        return int(found[0][0]) if found else 0

    def stored(self, topic: str) -> dict[int, int]:
        """Up to which offset each partition's rows are in the database."""
        query = f"select partition, next_offset from sink_offsets where topic = '{topic}'"
        return {int(partition): int(offset) for partition, offset in self.store.ask(query)}

    def wait_for_rows(self, wanted: int, within_seconds: float) -> float | None:
        """Seconds until so many rows were there; None when they never were."""
        began = time.monotonic()
        while time.monotonic() - began < within_seconds:
            if self.rows() >= wanted:
                return time.monotonic() - began
            self.start_again()
            time.sleep(0.2)
        return None
