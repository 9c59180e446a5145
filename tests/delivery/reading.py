"""What a stranger reads: librdkafka, read committed, to the end of each topic."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from confluent_kafka import Consumer, TopicPartition

READ_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Seen:
    """One record as librdkafka hands it over."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...]
    timestamp_ms: int

    @property
    def is_answer(self) -> bool:
        """Whether it names the record that it was made from; on `story-articles` not all do."""
        return self.header("source-record") is not None

    def header(self, name: str) -> bytes | None:
        """The last header of this name."""
        return next((value for key, value in reversed(self.headers) if key == name), None)


def read_committed(bootstrap: str, topics: Sequence[str]) -> list[Seen]:
    """Every committed record that stands in the topics now, by partition and offset."""
    consumer = Consumer(
        {
            "bootstrap.servers": bootstrap,
            "group.id": "a-stranger",
            "isolation.level": "read_committed",
            "enable.auto.commit": False,
            "enable.partition.eof": True,
            "auto.offset.reset": "earliest",
        }
    )
    found: list[Seen] = []
    try:
        known = consumer.list_topics(timeout=READ_SECONDS).topics
        waiting = {(topic, partition) for topic in topics for partition in known[topic].partitions}
        consumer.assign([TopicPartition(*place, 0) for place in sorted(waiting)])
        deadline = time.monotonic() + READ_SECONDS
        while waiting and time.monotonic() < deadline:
            for message in consumer.consume(500, timeout=0.2):
                place = message.topic(), message.partition()
                if message.error() is None:
                    found.append(_seen(message))
                else:  # the end of its partition
                    waiting.discard(place)
        assert not waiting, f"not read to the end within {READ_SECONDS} s: {sorted(waiting)}"
    finally:
        consumer.close()
    return sorted(found, key=lambda seen: (seen.topic, seen.partition, seen.offset))


def _seen(message: Any) -> Seen:
    return Seen(
        message.topic(),
        message.partition(),
        message.offset(),
        message.key(),
        message.value(),
        tuple(message.headers() or ()),
        message.timestamp()[1],
    )
