"""What each worker has counted so far, read from its metrics."""

import asyncio
import socket
from collections import Counter
from dataclasses import dataclass, field

from prometheus_client.parser import text_string_to_metric_families

RECORDS = "copydesk_records_total"
STATE = "copydesk_worker_state"
ANSWER_SECONDS = 1.0
LOOPBACK = "127.0.0.1"


@dataclass(slots=True)
class StageCounts:
    """One stage's outcomes since the line came up, over all restarts of its worker."""

    before: Counter[str] = field(default_factory=Counter)
    """What workers counted that are gone."""
    now: Counter[str] = field(default_factory=Counter)

    def observe(self, reading: Counter[str]) -> None:
        """Takes the latest reading; one that is smaller than the last is a new worker's."""
        if reading.total() < self.now.total():
            self.before += self.now
        self.now = reading

    def of(self, outcome: str) -> int:
        """How many posts had this outcome: `forwarded`, `stored`, `buried`, `dropped`."""
        return self.before[outcome] + self.now[outcome]

    @property
    def total(self) -> int:
        """How many posts had an outcome."""
        return self.before.total() + self.now.total()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a worker says of itself right now."""

    outcomes: Counter[str]
    state: str | None
    """`starting`, `running`, `halted` or `draining`."""


def reading_of(exposition: str) -> Reading:
    """The outcomes and the state in a worker's metrics, Prometheus' text format."""
    outcomes: Counter[str] = Counter()
    state = None
    for family in text_string_to_metric_families(exposition):
        for sample in family.samples:
            if sample.name == RECORDS:
                outcomes[sample.labels["outcome"]] += int(sample.value)
            elif sample.name == STATE and sample.value:
                state = sample.labels["state"]
    return Reading(outcomes, state)


async def read_worker(port: int) -> Reading | None:
    """What the worker that serves metrics on this loopback port says; None while it is away."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_connection(LOOPBACK, port)
            try:
                writer.write(b"GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n")
                await writer.drain()
                answer = await reader.read()
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return None
    head, _, body = answer.partition(b"\r\n\r\n")
    return reading_of(body.decode()) if head.split(b"\r\n")[0].endswith(b" 200 OK") else None


def free_port() -> int:
    """A loopback port that nothing listens on right now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
