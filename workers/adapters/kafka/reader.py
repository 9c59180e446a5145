"""Reads a topic from a place to another, without a consumer group and without leaving a trace."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from types import TracebackType
from typing import Self

from aiokafka import AIOKafkaConsumer, TopicPartition

from workers.adapters.kafka.admin import admin, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import REQUEST_SECONDS, TopicMissing, talking_to
from workers.adapters.kafka.log import Extent, LogRecord, Unseen
from workers.adapters.kafka.progress import Progress

__all__ = ["Extent", "LogRecord", "TopicReader", "Unseen", "read_topic"]

_PARTITION_FETCH_BYTES = 4 << 20  # a larger batch comes alone; brokers see to that (KIP-74)
_FETCH_BYTES = 16 << 20
_POLL_MS = 200

PATIENCE_SECONDS = 1.0
"""Enough for a transaction that is committed and whose markers are still on their way."""


class TopicReader:
    """All records of a topic up to its end as of now, or without end.

        async with TopicReader(connection, "articles") as reader:
            async for record in reader.records(): ...
        print(reader.extents, reader.unseen)

    Read committed, a transaction that is still open hides what follows it. Reading waits for it as
    long as `patience_seconds` says, then ends and tells in `unseen` what it could not see.
    """

    def __init__(
        self,
        connection: KafkaConnection,
        topic: str,
        *,
        from_beginning: bool = True,
        follow: bool = False,
        read_committed: bool = True,
        patience_seconds: float = PATIENCE_SECONDS,
        partition: int | None = None,
    ) -> None:
        """All partitions of the topic, or the one."""
        self._connection = connection
        self._topic = topic
        self._from_beginning = from_beginning
        self._follow = follow
        self._isolation = "read_committed" if read_committed else "read_uncommitted"
        self._patience = patience_seconds
        self._partition = partition
        self._consumer: AIOKafkaConsumer | None = None
        self.extents: Mapping[int, Extent] = {}
        self.unseen: tuple[Unseen, ...] = ()

    async def __aenter__(self) -> Self:
        async with admin(self._connection) as client:
            count = (await partition_counts(client)).get(self._topic)
        if count is None:
            raise TopicMissing.at(self._connection, self._topic)
        numbers = range(count) if self._partition is None else (self._partition,)
        partitions = [TopicPartition(self._topic, number) for number in numbers]
        self.extents = await self._survey(partitions)
        consumer = self._client(self._isolation)
        with talking_to(self._connection):
            try:
                await consumer.start()
                consumer.assign(partitions)
                # from the stable end: what an open transaction holds is shown once it commits
                ends = {} if self._from_beginning else await consumer.end_offsets(partitions)
            except BaseException:
                await _stop(consumer)
                raise
        for place in partitions:
            consumer.seek(place, ends.get(place, self.extents[place.partition].first))
        self._consumer = consumer
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        consumer, self._consumer = self._consumer, None
        if consumer is not None:
            await _stop(consumer)

    async def records(self) -> AsyncGenerator[LogRecord, None]:
        """The records, each partition in order.

        Raises:
            BrokerUnreachable: it stopped answering before the end was reached.
        """
        consumer = self._consumer
        assert consumer is not None, "records are read inside `async with`"
        pending = {
            TopicPartition(self._topic, number): extent.end
            for number, extent in self.extents.items()
        }
        progress = Progress(self._connection, self._patience)
        while self._follow or await self._drop_finished(consumer, pending, progress):
            with talking_to(self._connection):
                fetched = await consumer.getmany(timeout_ms=_POLL_MS)
            if fetched:
                progress.moved()
            for place, records in fetched.items():
                for record in records:
                    if self._follow or record.offset < self.extents[place.partition].end:
                        yield LogRecord(
                            record.topic,
                            record.partition,
                            record.offset,
                            record.key,
                            record.value,
                            record.headers,
                            record.timestamp,
                        )

    async def _drop_finished(
        self,
        consumer: AIOKafkaConsumer,
        pending: dict[TopicPartition, int],
        progress: Progress,
    ) -> bool:
        """Whether there is more to read; takes out of `pending` what is read or cannot be."""
        blocked: list[Unseen] = []
        for place, end in tuple(pending.items()):
            position = await progress.position(consumer, place)
            if position >= end:
                del pending[place]
                consumer.pause(place)
            elif consumer.last_stable_offset(place) == position:
                blocked.append(Unseen(place.topic, place.partition, position, end))
        if pending and len(blocked) == len(pending):
            if progress.is_out_of_patience():
                self.unseen = tuple(blocked)
                pending.clear()
        else:
            progress.is_not_blocked()
        return bool(pending)

    async def _survey(self, partitions: list[TopicPartition]) -> dict[int, Extent]:
        """Each partition's extent; only an uncommitted reader is told the true end."""
        consumer = self._client("read_uncommitted")
        with talking_to(self._connection):
            try:
                await consumer.start()
                consumer.assign(partitions)
                first = await consumer.beginning_offsets(partitions)
                end = await consumer.end_offsets(partitions)
            finally:
                await _stop(consumer)
        return {place.partition: Extent(first[place], end[place]) for place in partitions}

    def _client(self, isolation: str) -> AIOKafkaConsumer:
        return AIOKafkaConsumer(
            **self._connection.client_options("copydesk-reader"),
            group_id=None,
            isolation_level=isolation,
            auto_offset_reset="earliest",
            max_partition_fetch_bytes=_PARTITION_FETCH_BYTES,
            fetch_max_bytes=_FETCH_BYTES,
            request_timeout_ms=int(REQUEST_SECONDS * 1000),
        )


async def _stop(consumer: AIOKafkaConsumer) -> None:
    # The library awaits a task that it cancels; one that never ran raises the cancellation here
    await asyncio.sleep(0)
    await consumer.stop()


async def read_topic(
    connection: KafkaConnection,
    topic: str,
    *,
    from_beginning: bool = True,
    follow: bool = False,
    read_committed: bool = True,
    on_unseen: Callable[[Unseen], None] | None = None,
) -> AsyncGenerator[LogRecord, None]:
    """The topic's records up to its end as of now; with `follow`, without end.

    `on_unseen` is told what could not be seen for an open transaction.

    Raises:
        KafkaProblem: there is no such topic, or the broker does not answer.
    """
    reader = TopicReader(
        connection,
        topic,
        from_beginning=from_beginning,
        follow=follow,
        read_committed=read_committed,
    )
    async with reader:
        async for record in reader.records():
            yield record
    for unseen in reader.unseen:
        if on_unseen is not None:
            on_unseen(unseen)
