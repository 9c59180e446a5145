"""A plain confluent-kafka loop, at least once: batches in, flush, commit."""

from confluent_kafka import Consumer, Message, Producer

from workers.stages.outcome import Record

from .task import SESSION_SECONDS, Task, told

BATCH_RECORDS = 1_000


def loop(task: Task) -> None:
    """Does `raw-posts` into `articles` until it is killed."""
    stage = task.stage()
    producer = Producer({"bootstrap.servers": task.bootstrap, "acks": "all", "linger.ms": 5})
    consumer = Consumer(
        {
            "bootstrap.servers": task.bootstrap,
            "group.id": task.group,
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            "session.timeout.ms": int(SESSION_SECONDS * 1000),
            "heartbeat.interval.ms": 500,
        }
    )
    consumer.subscribe(["raw-posts"])
    while True:
        messages = consumer.consume(BATCH_RECORDS, timeout=0.1)
        for message in messages:
            if error := message.error():
                raise RuntimeError(str(error))
            for output in stage.outputs(as_record(message)):
                producer.produce(
                    output.topic,
                    output.value,
                    output.key,
                    headers=list(output.headers),
                    timestamp=output.timestamp_ms,
                )
                producer.poll(0)
        if messages:
            producer.flush()
            consumer.commit(asynchronous=False)


def as_record(message: Message) -> Record:
    """Our own record of one of librdkafka's."""
    return Record(
        topic=message.topic() or "",
        partition=message.partition() or 0,
        offset=message.offset() or 0,
        key=message.key(),
        value=message.value(),
        headers=(),  # the benchmark's raw posts have none
        timestamp_ms=message.timestamp()[1],
    )


if __name__ == "__main__":
    loop(told())
