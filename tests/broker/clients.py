"""Short ways to make topics, write, read and commit with aiokafka."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

# Far more than it takes: a busy machine must not fail a test.
READ_SECONDS = 30.0


@dataclass(frozen=True)
class Cluster:
    """A running broker, and a prefix that makes names this test's own."""

    bootstrap: str
    prefix: str

    def name(self, name: str) -> str:
        return f"{self.prefix}-{name}"

    async def topic(
        self, name: str = "records", partitions: int = 1, configs: dict[str, str] | None = None
    ) -> str:
        """The full name of a topic that was just made."""
        full = self.name(name)
        async with self.admin() as admin:
            answer = await admin.create_topics(
                [NewTopic(full, partitions, 1, topic_configs=configs or {})]
            )
        assert [error[:2] for error in answer.topic_errors] == [(full, 0)]
        await self.until_known(full, partitions)
        return full

    async def until_known(self, topic: str, partitions: int) -> None:
        """Waits for the metadata: Kafka says that a topic is made a little before it is."""
        async with asyncio.timeout(READ_SECONDS), self.admin() as admin:
            while True:
                [described] = await admin.describe_topics([topic])
                if len(described["partitions"]) == partitions:
                    return
                await asyncio.sleep(0.02)

    @asynccontextmanager
    async def admin(self) -> AsyncIterator[Any]:
        client = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap)
        await client.start()
        try:
            yield client
        finally:
            await client.close()

    @asynccontextmanager
    async def producer(self, **settings: Any) -> AsyncIterator[Any]:
        client = AIOKafkaProducer(bootstrap_servers=self.bootstrap, **settings)
        await client.start()
        try:
            yield client
        finally:
            await client.stop()

    @asynccontextmanager
    async def consumer(self, *topics: str, **settings: Any) -> AsyncIterator[Any]:
        defaults = {"enable_auto_commit": False, "auto_offset_reset": "earliest"}
        client = AIOKafkaConsumer(
            *topics, bootstrap_servers=self.bootstrap, **(defaults | settings)
        )
        await client.start()
        try:
            yield client
        finally:
            await client.stop()

    async def write(
        self, topic: str, values: Iterable[bytes | None], partition: int = 0, **settings: Any
    ) -> list[int]:
        """The offsets of these values, each acknowledged."""
        async with self.producer(**settings) as producer:
            sent = [
                await producer.send(topic, value, key=b"k", partition=partition) for value in values
            ]
            return [(await one).offset for one in sent]

    async def read(
        self, topic: str, partitions: Sequence[int] = (0,), *, committed: bool = False
    ) -> list[Any]:
        """All records that such a reader sees up to the present end."""
        isolation = "read_committed" if committed else "read_uncommitted"
        found: list[Any] = []
        async with self.consumer(isolation_level=isolation) as consumer:
            places = [TopicPartition(topic, number) for number in partitions]
            consumer.assign(places)
            await consumer.seek_to_beginning()
            ends = await consumer.end_offsets(places)
            async with asyncio.timeout(READ_SECONDS):
                while [p for p in places if await consumer.position(p) < ends[p]]:
                    for records in (await consumer.getmany(timeout_ms=200)).values():
                        found += records
        return found

    async def values(self, topic: str, *, committed: bool = False) -> list[bytes | None]:
        """The values of partition 0."""
        return [record.value for record in await self.read(topic, committed=committed)]

    async def shows(self, topic: str, expected: list[bytes | None]) -> None:
        """Waits until who reads committed gets just this from partition 0."""
        await _until_equal(lambda: self.values(topic, committed=True), expected)

    async def begins_at(self, topic: str, expected: int) -> None:
        """Waits until this is the first offset that partition 0 still has."""

        async def first() -> int:
            place = TopicPartition(topic, 0)
            async with self.consumer() as consumer:
                return int((await consumer.beginning_offsets([place]))[place])

        await _until_equal(first, expected)

    async def commits(self, group: str, topic: str, expected: int | None) -> None:
        """Waits until this is what a group has committed for partition 0."""
        await _until_equal(lambda: self.committed(group, topic), expected)

    async def committed(self, group: str, topic: str, partition: int = 0) -> int | None:
        """The offset that a group committed."""
        async with self.consumer(group_id=group) as consumer:
            consumer.assign([TopicPartition(topic, partition)])
            offset: int | None = await consumer.committed(TopicPartition(topic, partition))
            return offset


async def _until_equal(look: Callable[[], Awaitable[object]], expected: object) -> None:
    """Kafka says that a transaction is committed a moment before its markers are written."""
    deadline = time.monotonic() + READ_SECONDS
    found = await look()
    while found != expected and time.monotonic() < deadline:
        await asyncio.sleep(0.05)
        found = await look()
    assert found == expected


def warm_up(bootstrap: str) -> None:
    """Lets the broker make its internal topics, which Kafka does at the first use."""
    asyncio.run(_warm_up(Cluster(bootstrap, "warm")))


async def _warm_up(cluster: Cluster) -> None:
    topic = await cluster.topic()
    place = TopicPartition(topic, 0)
    async with cluster.producer(transactional_id="warm-up") as producer, producer.transaction():
        await producer.send_and_wait(topic, b"", partition=0)
        await producer.send_offsets_to_transaction({place: 1}, "warm-up")
