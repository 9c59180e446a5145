"""FastStream: one message a call, acknowledged after its answer was published.

Its batches are published to one partition whatever the keys, so they would be another job.
"""

import asyncio

from faststream import AckPolicy, FastStream
from faststream.kafka import KafkaBroker, KafkaMessage, KafkaResponse

from workers.agents.chunks import as_record

from .task import SESSION_SECONDS, Task, told


def app_of(task: Task) -> FastStream:
    """The app of the task."""
    stage = task.stage()
    broker = KafkaBroker(task.bootstrap, logger=None, acks="all")

    async def normalize(message: KafkaMessage) -> KafkaResponse:
        [output] = stage.outputs(as_record(message.raw_message))
        return KafkaResponse(
            output.value,
            key=output.key,
            headers={name: value.decode() for name, value in output.headers},
            timestamp_ms=output.timestamp_ms,
        )

    subscriber = broker.subscriber(
        "raw-posts",
        group_id=task.group,
        auto_offset_reset="earliest",
        ack_policy=AckPolicy.ACK,
        max_partition_fetch_bytes=4 << 20,
        session_timeout_ms=int(SESSION_SECONDS * 1000),
        heartbeat_interval_ms=500,
    )
    subscriber(broker.publisher("articles")(normalize))
    return FastStream(broker, logger=None)


if __name__ == "__main__":
    asyncio.run(app_of(told()).run())
