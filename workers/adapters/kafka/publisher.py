"""Writes records, each once: idempotent, acknowledged by all replicas, in batches."""

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Literal, Self

from aiokafka import AIOKafkaProducer
from aiokafka.errors import (
    KafkaError,
    MessageSizeTooLargeError,
)

from workers.adapters.kafka.admin import admin, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import (
    REQUEST_SECONDS,
    BrokerUnreachable,
    NotPublished,
    TopicMissing,
    talking_to,
)

_IN_FLIGHT = 2_000  # records that wait for their acknowledgement: bounds memory
_BATCH_BYTES = 256 << 10
_LINGER_MS = 5


class Publisher:
    """Sends records to any topic.

        async with Publisher(connection, max_record_bytes=8 << 20) as publisher:
            await publisher.send("raw-posts", None, value)

    Leaving the block waits until every record is acknowledged, and raises for the first that is
    not. `published` counts those that are.
    """

    def __init__(
        self,
        connection: KafkaConnection,
        *,
        max_record_bytes: int = 8 << 20,
        compression: Literal["none", "gzip"] = "none",
    ) -> None:
        """`max_record_bytes` is the topic's `max.message.bytes`."""
        self._connection = connection
        self._max_record_bytes = max_record_bytes
        self._compression = None if compression == "none" else compression
        self._producer: AIOKafkaProducer | None = None
        self._topics: set[str] = set()
        self._waiting = 0
        self._settled = asyncio.Event()
        self._failure: BaseException | None = None
        self.published = 0

    async def __aenter__(self) -> Self:
        with talking_to(self._connection):
            producer = AIOKafkaProducer(
                **self._connection.client_options("copydesk-publisher"),
                enable_idempotence=True,
                acks="all",
                compression_type=self._compression,
                max_batch_size=_BATCH_BYTES,
                max_request_size=self._max_record_bytes,
                linger_ms=_LINGER_MS,
                request_timeout_ms=int(REQUEST_SECONDS * 1000),
            )
            try:
                await producer.start()
            except BaseException:
                await producer.stop()
                raise
        self._producer = producer
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        producer, self._producer = self._producer, None
        assert producer is not None
        try:
            if kind is None:
                await self.flush()
        finally:
            if self._waiting:
                # An idempotent producer never gives a record up, and `stop` waits for it for ever.
                # The library has no other way out
                await producer._sender.close()  # noqa: SLF001
            await producer.stop()

    async def send(
        self,
        topic: str,
        key: bytes | None,
        value: bytes | None,
        headers: Sequence[tuple[str, bytes]] = (),
        timestamp_ms: int | None = None,
    ) -> None:
        """Hands a record over; returns before it is acknowledged. Keys choose the partition.

        Raises:
            NotPublished: this record is too large, or an earlier one was refused.
            TopicMissing: there is no such topic.
            BrokerUnreachable: an earlier one was not acknowledged in time.
        """
        assert self._producer is not None, "records are sent inside `async with`"
        self._raise_failure()
        if topic not in self._topics:
            await self._find(topic)
        with talking_to(self._connection):
            try:
                waiting = await self._producer.send(
                    topic, value, key, timestamp_ms=timestamp_ms, headers=list(headers)
                )
            except MessageSizeTooLargeError:
                raise self._too_large(topic, key, value) from None
        self._waiting += 1
        waiting.add_done_callback(self._settle)
        await self._until_waiting(_IN_FLIGHT)

    async def flush(self) -> None:
        """Waits until every record is acknowledged.

        Raises:
            NotPublished, BrokerUnreachable: one was not.
        """
        await self._until_waiting(0)
        self._raise_failure()

    async def _find(self, topic: str) -> None:
        # asked here, for the producer waits for a missing topic until its time is up
        async with admin(self._connection) as client:
            self._topics.update(await partition_counts(client))
        if topic not in self._topics:
            raise TopicMissing.at(self._connection, topic)

    async def _until_waiting(self, most: int) -> None:
        """Waits until at most this many records wait; each acknowledgement gives more time."""
        while self._waiting > most:
            self._settled.clear()
            try:
                async with asyncio.timeout(REQUEST_SECONDS):
                    await self._settled.wait()
            except TimeoutError:
                raise BrokerUnreachable.at(
                    self._connection, f"{self._waiting} records were not acknowledged"
                ) from None

    def _too_large(self, topic: str, key: bytes | None, value: bytes | None) -> NotPublished:
        size = len(value or b"") + len(key or b"")
        return NotPublished(
            f"a record of {size:,} bytes is too large for {topic!r}, "
            f"which takes {self._max_record_bytes:,}"
        )

    def _settle(self, waiting: "asyncio.Future[object]") -> None:
        self._waiting -= 1
        self._settled.set()
        if waiting.cancelled():
            return
        error = waiting.exception()
        if error is None:
            self.published += 1
        elif self._failure is None:
            self._failure = error

    def _raise_failure(self) -> None:
        match self._failure:
            case None:
                return
            case KafkaError() as error:
                raise NotPublished(f"the broker refused a record: {error}")
            case error:
                raise error
