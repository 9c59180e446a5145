"""Questions to the cluster: which topics there are, and how far a group has read."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TypeVar

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import REQUEST_SECONDS, talking_to

T = TypeVar("T")


@asynccontextmanager
async def admin(connection: KafkaConnection) -> AsyncIterator[AIOKafkaAdminClient]:
    """A connected administration client; what it raises inside the block becomes `KafkaProblem`."""
    with talking_to(connection):
        client = AIOKafkaAdminClient(
            **connection.client_options("copydesk-admin"),
            request_timeout_ms=int(REQUEST_SECONDS * 1000),
        )
        try:
            await client.start()
            yield client
        finally:
            await client.close()


async def partition_counts(client: AIOKafkaAdminClient) -> Mapping[str, int]:
    """Every topic and how many partitions it has. Asking for all never creates one."""
    return {
        topic["topic"]: len(topic["partitions"])
        for topic in await client.describe_topics()
        if topic["error_code"] == 0
    }


async def committed_offsets(
    client: AIOKafkaAdminClient, group: str, topic: str
) -> Mapping[int, int]:
    """Up to which offset (exclusive) the group has read each partition; nothing for never."""
    found = await _patiently(lambda: client.list_consumer_group_offsets(group))
    return {
        position.partition: committed.offset
        for position, committed in found.items()
        if position.topic == topic and committed.offset >= 0
    }


async def _patiently(ask: Callable[[], Awaitable[T]]) -> T:
    """The answer; a cluster whose first group this is takes seconds to know its coordinator."""
    deadline = time.monotonic() + REQUEST_SECONDS
    while True:
        try:
            return await ask()
        except KafkaError as error:
            if not error.retriable or time.monotonic() > deadline:
                raise
        await asyncio.sleep(0.1)
