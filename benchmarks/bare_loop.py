"""What normalize is measured against: a plain aiokafka loop around the same stage.

    python -m benchmarks.bare_loop HOST:PORT

It delivers at least once, has no transactions, no dead letters' proofs and no Faust; it is what one
would write in an afternoon, with the batching that aiokafka's own documentation advises.
"""

import asyncio
import sys
from datetime import UTC, datetime

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from workers.agents.chunks import as_record
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward

GROUP = "copydesk-benchmark-bare"


async def loop(bootstrap: str) -> None:
    """Normalizes `raw-posts` into `articles` until it is killed."""
    stage = NormalizeStage(4 << 20, 1000)
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap, acks="all", linger_ms=5, max_batch_size=1 << 18
    )
    consumer = AIOKafkaConsumer(
        "raw-posts",
        bootstrap_servers=bootstrap,
        group_id=GROUP,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        max_partition_fetch_bytes=4 << 20,
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
            for outcome in stage.run(as_record(record), datetime.now(UTC))
            if isinstance(outcome, Forward)
            for output in outcome.records
        ]
        if fetched:
            await asyncio.gather(*deliveries)
            await consumer.commit()


if __name__ == "__main__":
    asyncio.run(loop(sys.argv[1]))
