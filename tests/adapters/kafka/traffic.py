"""Topics and records made with the plain client library, apart from the code under test."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from workers.adapters.kafka.connection import KafkaConnection


async def make_topic(
    connection: KafkaConnection, name: str, partitions: int = 1, **configs: str
) -> None:
    client = AIOKafkaAdminClient(bootstrap_servers=connection.bootstrap_servers)
    await client.start()
    named = {key.replace("_", "."): value for key, value in configs.items()}
    answer = await client.create_topics([NewTopic(name, partitions, 1, topic_configs=named)])
    assert [error[1] for error in answer.topic_errors] == [0]
    while True:
        topics = {each["topic"]: each for each in await client.describe_topics()}
        found = topics.get(name, {"partitions": []})["partitions"]
        if len(found) == partitions and all(each["leader"] >= 0 for each in found):
            break
        await asyncio.sleep(0.05)
    await client.close()


@asynccontextmanager
async def producing(
    connection: KafkaConnection, transactional_id: str | None = None
) -> AsyncIterator[AIOKafkaProducer]:
    producer = AIOKafkaProducer(
        bootstrap_servers=connection.bootstrap_servers,
        transactional_id=transactional_id,
        enable_idempotence=True,
        max_request_size=8 << 20,
    )
    await producer.start()
    try:
        yield producer
    finally:
        await producer.stop()


async def put(
    connection: KafkaConnection,
    topic: str,
    values: Sequence[bytes],
    partition: int = 0,
    key: bytes | None = None,
) -> None:
    async with producing(connection) as producer:
        for value in values:
            await producer.send_and_wait(topic, value, key, partition=partition)


async def transact(
    connection: KafkaConnection, topic: str, values: Sequence[bytes], *, commit: bool
) -> None:
    async with producing(connection, f"writer-of-{topic}") as producer:
        await producer.begin_transaction()
        for value in values:
            await producer.send_and_wait(topic, value, partition=0)
        if commit:
            await producer.commit_transaction()
        else:
            await producer.abort_transaction()
