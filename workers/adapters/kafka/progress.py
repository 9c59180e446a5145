"""Whether reading goes on, waits for a transaction, or talks to nobody."""

import asyncio
import time

from aiokafka import AIOKafkaConsumer, TopicPartition

from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import REQUEST_SECONDS, BrokerUnreachable, talking_to


class Progress:
    """Tells a topic that is quiet from a broker that is gone and from an open transaction."""

    def __init__(self, connection: KafkaConnection, patience_seconds: float) -> None:
        self._connection = connection
        self._patience = patience_seconds
        self._last = time.monotonic()
        self._blocked_since: float | None = None
        self._positions: dict[TopicPartition, int] = {}

    def moved(self) -> None:
        """Something came."""
        self._last = time.monotonic()

    async def position(self, consumer: AIOKafkaConsumer, place: TopicPartition) -> int:
        """The next offset to read, which moves over markers and aborted records too."""
        async with asyncio.timeout(REQUEST_SECONDS):
            with talking_to(self._connection):
                position = int(await consumer.position(place))
        if self._positions.get(place) != position:
            self._positions[place] = position
            self.moved()
        elif consumer.last_stable_offset(place) != position and self._is_stalled():
            raise BrokerUnreachable.at(
                self._connection, f"it went silent at {place.topic}/{place.partition}/{position}"
            )
        return position

    def is_out_of_patience(self) -> bool:
        """Whether every partition has waited long enough for an open transaction."""
        now = time.monotonic()
        self._blocked_since = self._blocked_since or now
        return now - self._blocked_since >= self._patience

    def is_not_blocked(self) -> None:
        """Some partition can still be read."""
        self._blocked_since = None

    def _is_stalled(self) -> bool:
        return time.monotonic() - self._last > REQUEST_SECONDS
