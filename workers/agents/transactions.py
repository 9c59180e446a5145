"""One transactional producer a source partition: outputs and the next offset, all or none.

The transactional id names the group and the source partition. Whoever opens it fences the one
before and ends what that one left open; only then is the committed offset the truth, and work goes
on from there, whoever believed to own the partition meanwhile.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from aiokafka import AIOKafkaProducer, TopicPartition
from aiokafka.errors import KafkaError
from faust.types.tuples import TP

from workers.adapters.kafka.connection import KafkaConnection
from workers.stages.dead_letters import DeadLetter
from workers.stages.outcome import Written

from .partitioning import partition_of

BATCH_BYTES = 512 << 10
OPEN_SECONDS = 60.0  # a coordinator ends a predecessor's transaction in seconds, or is away
CLOSE_SECONDS = 5.0
RETRY_MS = 50


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How transactions are written."""

    connection: KafkaConnection
    group: str
    timeout_seconds: float
    """A transaction that hangs longer is ended by the broker: it stalls every reader."""
    compression: str | None
    batch_bytes: int = BATCH_BYTES


class PartitionWriter(Protocol):
    """Writes the outputs of one source partition, and how far it is done."""

    async def open(self, committed: Callable[[], Awaitable[int]]) -> int:
        """The committed position, which nobody else can move from now on."""

    async def write(self, outputs: Sequence[Written | DeadLetter], position: int) -> None:
        """Commits the outputs and the position, both or neither."""

    async def close(self) -> None:
        """Lets go."""


class Transactions:
    """The `PartitionWriter` on Kafka."""

    def __init__(self, options: WriteOptions, source: TP) -> None:
        self._options = options
        self._source = source
        self._producer: AIOKafkaProducer | None = None
        self._abortable = False
        self._ids = f"{options.group}-{source.topic}-{source.partition}"

    async def open(self, committed: Callable[[], Awaitable[int]]) -> int:
        """The committed position, read after every earlier transaction has ended."""
        options = self._options
        self._producer = AIOKafkaProducer(
            **options.connection.client_options(self._ids),
            transactional_id=self._ids,
            transaction_timeout_ms=int(options.timeout_seconds * 1000),
            acks="all",
            compression_type=options.compression,
            max_batch_size=options.batch_bytes,
            retry_backoff_ms=RETRY_MS,
        )
        async with asyncio.timeout(OPEN_SECONDS):
            await self._producer.start()
            return await committed()

    async def write(self, outputs: Sequence[Written | DeadLetter], position: int) -> None:
        """Commits the outputs and that the source is done up to `position`."""
        try:
            await self._write(outputs, position)
        except KafkaError:
            # aiokafka may be past aborting: whoever opens the partition next ends it
            self._abortable = False
            raise

    async def _write(self, outputs: Sequence[Written | DeadLetter], position: int) -> None:
        producer = self._producer
        assert producer is not None, "opened before the first write"
        counts = {
            topic: len(await producer.partitions_for(topic))
            for topic in {output.topic for output in outputs}
        }
        await producer.begin_transaction()
        self._abortable = True
        deliveries = [
            await producer.send_batch(batch, topic, partition=partition)
            for topic, partition, batch in self._batches(producer, outputs, counts)
        ]
        source = TopicPartition(*self._source)
        await producer.send_offsets_to_transaction({source: position}, self._options.group)
        # a refused batch leaves aiokafka's transaction as it is: committed now, it would be lost
        await asyncio.gather(*deliveries)
        self._abortable = False  # from here on only the broker knows
        await producer.commit_transaction()

    def _batches(
        self,
        producer: AIOKafkaProducer,
        outputs: Sequence[Written | DeadLetter],
        partitions: Mapping[str, int],
    ) -> list[tuple[str, int, Any]]:
        """The outputs as record batches, in order within each partition.

        `producer.send` makes a future for every record, which costs half as much again.
        """
        batches: list[tuple[str, int, Any]] = []
        growing: dict[tuple[str, int], Any] = {}
        for output in outputs:
            place = output.topic, self._partition(output, partitions[output.topic])
            batch = growing.get(place)
            if batch is None or not _append(batch, output):
                batch = growing[place] = producer.create_batch()
                batches.append((*place, batch))
                _append(batch, output)
        return batches

    def _partition(self, output: Written | DeadLetter, partitions: int) -> int:
        if not isinstance(output, DeadLetter) and output.partition is not None:
            return output.partition
        return partition_of(output.key, partitions, self._source.partition)

    async def close(self) -> None:
        """Lets go. A transaction that stays open is ended by the next to open this partition."""
        producer, self._producer = self._producer, None
        if producer is None:
            return
        if self._abortable:  # open, it would stall readers until it times out
            await _shortly(producer.abort_transaction())
        await _shortly(producer.stop())
        await _shortly(producer.client.close())  # also of one that would not stop


async def _shortly(work: Awaitable[None]) -> None:
    with contextlib.suppress(KafkaError, TimeoutError):
        async with asyncio.timeout(CLOSE_SECONDS):
            await work


def _append(batch: Any, output: Written | DeadLetter) -> bool:
    """Whether it fitted; the first record of a batch always does."""
    written = batch.append(
        timestamp=output.timestamp_ms,
        key=output.key,
        value=output.value,
        headers=list(output.headers),
    )
    return written is not None
