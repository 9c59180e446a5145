"""Letters written onto a dead-letter topic without a line, and the program to handle them."""

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaProducer

from schemas.dead_letter import Reason
from schemas.topics import TOPICS
from tests.broker.process import REPOSITORY
from tests.broker.running import RunningBroker
from tests.chaos.counter import everything
from tests.cli.running import COPYDESK, environment
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.topics import ensure_topics
from workers.stages.dead_letters import dead_letter
from workers.stages.outcome import Bury, Record

PARTITIONS = 3


def buried_record(number: int, value: bytes | None = None, replays: int = 0) -> Record:
    """A raw post as it was read, with its own headers; put back so often before."""
    counted = (("copydesk-replays", b"%d" % replays),) if replays else ()
    return Record(
        topic="raw-posts",
        partition=number % PARTITIONS,
        offset=number,
        key=b"%d" % number,
        value=b'{"number": %d}' % number if value is None else value,
        headers=(("x", b"%d" % number), *counted),
        timestamp_ms=int(time.time() * 1000) - 60_000 + number,
    )


async def bury(
    broker: RunningBroker, records: Sequence[Record], reason: Reason = Reason.UNKNOWN_SHAPE
) -> None:
    """Writes the letters of these records, as the stage would have."""
    await ensure_topics(KafkaConnection(broker.bootstrap), TOPICS, PARTITIONS, -1, apply=True)
    producer = AIOKafkaProducer(bootstrap_servers=broker.bootstrap, enable_idempotence=True)
    await producer.start()
    for record in records:
        letter = dead_letter(record, Bury(reason, "no shape that is known"), "normalize", "0.1.0")
        await producer.send(
            letter.topic, letter.value, letter.key, partition=letter.source_partition,
            timestamp_ms=letter.timestamp_ms,
            headers=[(name, value or b"") for name, value in letter.headers],
        )  # fmt: skip
    await producer.flush()
    await producer.stop()


def settings(broker: RunningBroker, folder: Path) -> dict[str, str]:
    """The environment of the program for this broker."""
    database = f"sqlite:///{folder / 'articles.db'}"
    return environment(
        {"COPYDESK_BROKER": f"kafka://{broker.bootstrap}", "COPYDESK_DATABASE": database}
    )


def copydesk(broker: RunningBroker, folder: Path, *arguments: str) -> str:
    """What the program printed; it must end well."""
    done = subprocess.run(
        [*COPYDESK, *arguments],
        env=settings(broker, folder),
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def replaying(broker: RunningBroker, folder: Path) -> subprocess.Popen[bytes]:
    """A replay of everything, as a process that can be killed."""
    return subprocess.Popen(
        [sys.executable, "-m", "workers.cli", "dead-letters", "replay"],
        env=settings(broker, folder),
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@dataclass(frozen=True)
class Letters:
    """`copydesk dead-letters` on one broker."""

    broker: RunningBroker
    folder: Path

    async def bury(self, *records: Record) -> None:
        await bury(self.broker, records)

    def call(self, *arguments: str) -> str:
        return copydesk(self.broker, self.folder, "dead-letters", *arguments)

    async def raw(self) -> list[Any]:
        """What stands on `raw-posts`."""
        found: list[Any] = await everything(self.broker.bootstrap, "raw-posts")
        return found
