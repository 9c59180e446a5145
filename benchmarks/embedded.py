"""The embedded broker for long: `python -m benchmarks.embedded [--records N]`.

Three figures, each a ratio within one run:

- many records of 3 KB in, and all of them out again: the broker's memory, the last tenth of the
  work by the first after a warm-up; and its speed, the last tenth by the first;
- what each policy of syncing costs: acknowledged records a second, one batch after the other, and
  with many in flight;
- what a restart takes on what was written.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from tests.broker.running import EmbeddedBrokerProcess
from workers.embedded_broker import SYNC_POLICIES

TOPIC = "records"
PARTITIONS = 4
RECORD_BYTES = 3_000
SEGMENT_BYTES = 64 << 20
"""Small, so that the run has many: a segment is 1 GiB by default."""
TENTHS = 10
SYNC_ROUNDS = 3
SYNC_RECORDS = 3_000
IN_FLIGHT = 500


@dataclass(frozen=True, slots=True)
class Tenth:
    """One tenth of the work: how fast it went, and the broker's memory at its end."""

    per_second: float
    memory_bytes: int


def value(number: int) -> bytes:
    """3 KB that say which record they are."""
    return b"%012d" % number + bytes(RECORD_BYTES - 12)


async def write(bootstrap: str, records: int) -> AsyncGenerator[None]:
    """Sends the records, and yields at each tenth that is acknowledged."""
    async with AIOKafkaProducer(
        bootstrap_servers=bootstrap, linger_ms=5, max_batch_size=1 << 18, enable_idempotence=True
    ) as producer:
        for tenth in range(TENTHS):
            sent = []
            for number in range(tenth * records // TENTHS, (tenth + 1) * records // TENTHS):
                sent.append(
                    await producer.send(TOPIC, value(number), partition=number % PARTITIONS)
                )
                if len(sent) == 2_000:
                    await asyncio.gather(*sent)
                    sent.clear()
            await asyncio.gather(*sent)
            yield


async def read(bootstrap: str, records: int) -> AsyncGenerator[None]:
    """Reads all records from the beginning, and yields at each tenth; none may be missing."""
    places = [TopicPartition(TOPIC, number) for number in range(PARTITIONS)]
    seen = bytearray(records)
    count = 0
    async with AIOKafkaConsumer(
        bootstrap_servers=bootstrap, enable_auto_commit=False, auto_offset_reset="earliest"
    ) as consumer:
        consumer.assign(places)
        for tenth in range(TENTHS):
            while count < (tenth + 1) * records // TENTHS:
                got = await consumer.getmany(timeout_ms=1000, max_records=5_000)
                for record in (record for part in got.values() for record in part):
                    seen[int(record.value[:12])] += 1
                    count += 1
            yield
    if set(seen) != {1}:
        raise SystemExit("records were lost or doubled")


async def tenths(work: AsyncGenerator[None], records: int, pid: int) -> list[Tenth]:
    """What each tenth of the work took."""
    found: list[Tenth] = []
    began = time.monotonic()
    async with aclosing(work):
        async for _ in work:
            now = time.monotonic()
            found.append(Tenth(records / TENTHS / (now - began), memory_bytes(pid)))
            began = now
    return found


def memory_bytes(pid: int) -> int:
    """The resident memory of a process."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * 4096


def report(name: str, found: list[Tenth]) -> None:
    """The row of one direction; the first tenth warms the memory up."""
    warm = [tenth.memory_bytes / 2**20 for tenth in found[1:]]
    print(f"{name}: records/s by tenths", *[f"{tenth.per_second:,.0f}" for tenth in found])
    print(f"{name}: last tenth by first {found[-1].per_second / found[0].per_second:.2f}")
    print(f"{name}: MiB of memory after the second tenth and on", *[f"{each:.1f}" for each in warm])
    print(f"{name}: at the end {warm[-1] / warm[0] - 1:+.1%}", flush=True)


async def make_topic(bootstrap: str) -> None:
    """The topic of this benchmark."""
    client = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await client.start()
    try:
        configs = {"segment.bytes": str(SEGMENT_BYTES)}
        await client.create_topics([NewTopic(TOPIC, PARTITIONS, 1, topic_configs=configs)])
    finally:
        await client.close()


async def many_records(folder: Path, records: int) -> None:
    """In and out, then the restart."""
    with EmbeddedBrokerProcess(folder) as broker:
        await make_topic(broker.bootstrap)
        report("in", await tenths(write(broker.bootstrap, records), records, broker.pid))
        report("out", await tenths(read(broker.bootstrap, records), records, broker.pid))
        broker.kill()
        began = time.monotonic()
        broker.start()
        gigabytes = records * RECORD_BYTES / 1e9
        seconds = time.monotonic() - began
        print(f"restart after a kill: {seconds:.1f} s on {gigabytes:.1f} GB", flush=True)


async def synced_rate(bootstrap: str, in_flight: int) -> float:
    """Acknowledged records a second."""
    records = SYNC_RECORDS if in_flight > 1 else SYNC_RECORDS // 10
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all") as producer:
        await producer.send_and_wait(TOPIC, value(0), partition=0)
        began = time.monotonic()
        for first in range(0, records, in_flight):
            await asyncio.gather(
                *[
                    await producer.send(TOPIC, value(number), partition=number % PARTITIONS)
                    for number in range(first, first + in_flight)
                ]
            )
        return records / (time.monotonic() - began)


def syncing(folder: Path) -> Iterator[str]:
    """The table of policies: rounds take turns, so that a busy machine is busy for all."""
    rates: dict[tuple[str, int], list[float]] = {}
    for turn in range(SYNC_ROUNDS):
        for policy in SYNC_POLICIES:
            place = folder / f"{policy}-{turn}"
            with EmbeddedBrokerProcess(place, "--fsync", policy) as broker:
                asyncio.run(make_topic(broker.bootstrap))
                for in_flight in (1, IN_FLIGHT):
                    rate = asyncio.run(synced_rate(broker.bootstrap, in_flight))
                    rates.setdefault((policy, in_flight), []).append(rate)
    for in_flight in (1, IN_FLIGHT):
        base = statistics.median(rates["never", in_flight])
        for policy in SYNC_POLICIES:
            rate = statistics.median(rates[policy, in_flight])
            share = f"{rate:,.0f}/s, {rate / base:.2f} of never"
            yield f"fsync {policy}, {in_flight} in flight: {share}"


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000, help="how many of 3 KB")
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory(prefix="copydesk-embedded-") as folder:
        asyncio.run(many_records(Path(folder) / "many", records))
    with tempfile.TemporaryDirectory(prefix="copydesk-embedded-") as folder:
        for line in syncing(Path(folder)):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
