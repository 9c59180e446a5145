"""Puts dead letters back onto the topic that they came from, each exactly once.

The record and the mark that says "this letter was put back" are written in one transaction. One
transactional id serves the whole cluster: who opens it ends what an earlier replay left open, and
fences it. Only then are the marks read, so that they are the truth for as long as this one lives.
"""

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError, ProducerFenced

from schemas.topics import DEAD_LETTER_REPLAYS
from workers.adapters.kafka.admin import admin, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import KafkaProblem, TopicMissing, talking_to
from workers.adapters.kafka.letters import Marks, mark_of, read_marks
from workers.domain.letters.letter import Letter

TRANSACTIONAL_ID = "copydesk-replay"
OPEN_SECONDS = 60.0  # a coordinator ends a predecessor's transaction in seconds, or is away
CLOSE_SECONDS = 5.0
BATCH_BYTES = 512 << 10
LARGEST_RECORD_BYTES = 9 << 20  # what the dead letters' topics take


class Replayer:
    """A replay under way.

        async with Replayer(connection, timeout_seconds=30) as replayer:
            await replayer.put_back(letters)   # all of them and their marks, or none

    `marks` says which letters were put back before.
    """

    def __init__(self, connection: KafkaConnection, timeout_seconds: float) -> None:
        """`timeout_seconds`: a transaction that hangs longer is ended by the broker."""
        self._connection = connection
        self._timeout_seconds = timeout_seconds
        self._producer: AIOKafkaProducer | None = None
        self._partitions: dict[str, int] = {}
        self._abortable = False
        self.marks = Marks()

    async def __aenter__(self) -> Self:
        async with admin(self._connection) as client:
            self._partitions = dict(await partition_counts(client))
        if DEAD_LETTER_REPLAYS.name not in self._partitions:
            raise TopicMissing.at(self._connection, DEAD_LETTER_REPLAYS.name)
        producer = AIOKafkaProducer(
            **self._connection.client_options(TRANSACTIONAL_ID),
            transactional_id=TRANSACTIONAL_ID,
            transaction_timeout_ms=int(self._timeout_seconds * 1000),
            acks="all",
            max_batch_size=BATCH_BYTES,
            max_request_size=LARGEST_RECORD_BYTES,
            retry_backoff_ms=50,
        )
        self._producer = producer
        try:
            with talking_to(self._connection):
                async with asyncio.timeout(OPEN_SECONDS):
                    await producer.start()
            self.marks = await read_marks(self._connection, all_of_them=True)
        except BaseException:
            await self._close()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._close()

    async def put_back(self, letters: Sequence[Letter]) -> None:
        """Writes the records and their marks, in order: all or none.

        Raises:
            TopicMissing: a topic that a letter came from is gone.
            KafkaProblem: Kafka refused, or another replay has taken over.
        """
        producer = self._producer
        assert producer is not None, "letters are put back inside `async with`"
        for letter in letters:
            if letter.topic not in self._partitions:
                raise TopicMissing.at(self._connection, letter.topic)
        with talking_to(self._connection):
            try:
                await self._commit(producer, letters)
            except ProducerFenced:
                self._abortable = False  # the other one has ended what was open
                raise KafkaProblem(
                    "another replay has begun and taken over; what this one reported is done, "
                    "the rest is not"
                ) from None

    async def _commit(self, producer: AIOKafkaProducer, letters: Sequence[Letter]) -> None:
        batches = self._batches(producer, letters)
        await producer.begin_transaction()
        self._abortable = True
        sent = [
            await producer.send_batch(batch, topic, partition=partition)
            for topic, partition, batch in batches
        ]
        # every answer before the commit: aiokafka would commit without what was refused
        for answer in await asyncio.gather(*sent, return_exceptions=True):
            if isinstance(answer, BaseException):
                raise answer
        self._abortable = False  # from here on only the broker knows
        await producer.commit_transaction()

    def _batches(
        self, producer: AIOKafkaProducer, letters: Sequence[Letter]
    ) -> list[tuple[str, int, Any]]:
        """Records and marks as record batches, in order within each partition."""
        batches: list[tuple[str, int, Any]] = []
        growing: dict[tuple[str, int], Any] = {}
        for topic, partition, record in self._records(letters):
            place = topic, partition
            batch = growing.get(place)
            if batch is None or batch.append(**record) is None:
                batch = growing[place] = producer.create_batch()
                batches.append((*place, batch))
                batch.append(**record)  # the first of a batch always fits
        return batches

    def _records(self, letters: Sequence[Letter]) -> Iterator[tuple[str, int, dict[str, Any]]]:
        for letter in letters:
            # where it lay, whatever partitioner its own producer has
            partition = letter.partition % self._partitions[letter.topic]
            yield (
                letter.topic,
                partition,
                {
                    "timestamp": letter.timestamp_ms,
                    "key": letter.key,
                    "value": letter.value,
                    "headers": list(letter.replay_headers),
                },
            )
            key, value = mark_of(letter)
            mark: dict[str, Any] = {"timestamp": None, "key": key, "value": value, "headers": []}
            yield DEAD_LETTER_REPLAYS.name, 0, mark

    async def _close(self) -> None:
        producer, self._producer = self._producer, None
        if producer is None:
            return
        if self._abortable:  # left open, it would stall readers until it times out
            with contextlib.suppress(KafkaError, TimeoutError):
                async with asyncio.timeout(CLOSE_SECONDS):
                    await producer.abort_transaction()
        with contextlib.suppress(KafkaError, TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await producer.stop()
