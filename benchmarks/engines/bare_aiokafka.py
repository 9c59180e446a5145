"""A plain aiokafka loop, at least once, batched as aiokafka's documentation advises.

It has no transactions, no dead letters and no Faust; it is what one would write in an afternoon.
"""

import asyncio

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from workers.agents.chunks import as_record

from .task import SESSION_SECONDS, Task, told


async def loop(task: Task) -> None:
    """Does `raw-posts` into `articles` until it is killed."""
    stage = task.stage()
    producer = AIOKafkaProducer(
        bootstrap_servers=task.bootstrap, acks="all", linger_ms=5, max_batch_size=1 << 18
    )
    consumer = AIOKafkaConsumer(
        "raw-posts",
        bootstrap_servers=task.bootstrap,
        group_id=task.group,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        max_partition_fetch_bytes=4 << 20,
        session_timeout_ms=int(SESSION_SECONDS * 1000),
        heartbeat_interval_ms=500,
    )
    await producer.start()
    await consumer.start()
    while True:
        fetched = await consumer.getmany(timeout_ms=1000, max_records=1000)
        deliveries = [
            await producer.send(
                output.topic,
                output.value,
                key=output.key,
                headers=list(output.headers),
                timestamp_ms=output.timestamp_ms,
            )
            for records in fetched.values()
            for record in records
            for output in stage.outputs(as_record(record))
        ]
        if fetched:
            await asyncio.gather(*deliveries)
            await consumer.commit()


if __name__ == "__main__":
    asyncio.run(loop(told()))
