"""librdkafka, by way of confluent-kafka: another client's idea of the same protocol."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import (
    AdminClient,
    ConfigResource,
    NewTopic,
)

from .clients import READ_SECONDS, Cluster

pytestmark = pytest.mark.broker


def _topic(cluster: Cluster, name: str, partitions: int = 1) -> str:
    full = cluster.name(name)
    admin = AdminClient({"bootstrap.servers": cluster.bootstrap})
    for made in admin.create_topics([NewTopic(full, partitions, 1)]).values():
        made.result(READ_SECONDS)
    return full


def _produce(cluster: Cluster, topic: str, values: list[bytes], **settings: object) -> None:
    producer = Producer({"bootstrap.servers": cluster.bootstrap, **settings})
    errors: list[object] = []
    for value in values:
        producer.produce(topic, value, key=value, on_delivery=lambda error, _: errors.append(error))
    assert producer.flush(READ_SECONDS) == 0
    assert errors == [None] * len(values)


@contextmanager
def _reading(cluster: Cluster, topic: str, **settings: object) -> Iterator[Any]:
    consumer = Consumer(
        {
            "bootstrap.servers": cluster.bootstrap,
            "group.id": cluster.name("group"),
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            **settings,
        }
    )
    consumer.subscribe([topic])
    try:
        yield consumer
    finally:
        consumer.close()


def _values(consumer: Any, count: int) -> list[bytes]:
    found: list[bytes] = []
    deadline = time.monotonic() + READ_SECONDS
    while len(found) < count and time.monotonic() < deadline:
        for message in consumer.consume(count, timeout=0.2):
            assert message.error() is None
            found.append(message.value())
    return found


@pytest.mark.parametrize("codec", ["none", "gzip", "snappy", "lz4", "zstd"])
def test_records_are_written_and_read_in_every_codec(cluster: Cluster, codec: str) -> None:
    topic = _topic(cluster, "records")
    values = [b"%d" % number * 40 for number in range(20)]
    settings = {"compression.type": codec, "enable.idempotence": True}
    _produce(cluster, topic, values, **settings)
    with _reading(cluster, topic) as consumer:
        assert _values(consumer, 20) == values


def test_a_group_goes_on_from_its_committed_offset(cluster: Cluster) -> None:
    topic = _topic(cluster, "records", partitions=2)
    _produce(cluster, topic, [b"%d" % number for number in range(10)])
    with _reading(cluster, topic) as consumer:
        assert len(_values(consumer, 10)) == 10
        consumer.commit(asynchronous=False)
    _produce(cluster, topic, [b"later"])
    with _reading(cluster, topic) as consumer:
        assert _values(consumer, 1) == [b"later"]


def test_a_static_member_commits_and_comes_back(cluster: Cluster) -> None:
    topic = _topic(cluster, "records")
    _produce(cluster, topic, [b"1", b"2"])
    for expected in (b"1", b"2"):
        with _reading(cluster, topic, **{"group.instance.id": "slot-1"}) as consumer:
            [message] = consumer.consume(1, timeout=READ_SECONDS)
            assert message.value() == expected
            consumer.commit(message, asynchronous=False)


def test_a_transaction_carries_records_and_the_members_offsets(cluster: Cluster) -> None:
    source, target = _topic(cluster, "source"), _topic(cluster, "target")
    _produce(cluster, source, [b"%d" % number for number in range(5)])
    settings = {"bootstrap.servers": cluster.bootstrap, "transactional.id": cluster.name("t")}
    producer = Producer(settings)
    producer.init_transactions(READ_SECONDS)
    with _reading(cluster, source) as consumer:
        read = _values(consumer, 5)
        for committed in (False, True):
            producer.begin_transaction()
            for value in read:
                producer.produce(target, value + (b" kept" if committed else b" dropped"))
            producer.send_offsets_to_transaction(
                consumer.position(consumer.assignment()), consumer.consumer_group_metadata()
            )
            if committed:
                producer.commit_transaction(READ_SECONDS)
            else:
                producer.abort_transaction(READ_SECONDS)
                assert _committed(consumer, source) < 0
        assert _committed(consumer, source) == 5
    reading = {"isolation.level": "read_committed", "group.id": cluster.name("other")}
    with _reading(cluster, target, **reading) as consumer:
        assert _values(consumer, 5) == [value + b" kept" for value in read]


def _committed(consumer: Any, topic: str) -> int:
    [found] = consumer.committed([TopicPartition(topic, 0)], timeout=READ_SECONDS)
    return int(found.offset)


def test_a_fenced_producer_is_told_so(cluster: Cluster) -> None:
    topic = _topic(cluster, "records")
    settings = {"bootstrap.servers": cluster.bootstrap, "transactional.id": cluster.name("t")}
    old, new = Producer(settings), Producer(settings)
    old.init_transactions(READ_SECONDS)
    old.begin_transaction()
    old.produce(topic, b"old")
    old.flush(READ_SECONDS)
    new.init_transactions(READ_SECONDS)
    with pytest.raises(KafkaException) as told:
        old.commit_transaction(READ_SECONDS)
    assert told.value.args[0].fatal()


def test_topics_and_settings_are_seen_by_the_admin_client(cluster: Cluster) -> None:
    topic = _topic(cluster, "records", partitions=3)
    admin = AdminClient({"bootstrap.servers": cluster.bootstrap})
    found = admin.list_topics(topic, timeout=READ_SECONDS).topics[topic]
    assert sorted(found.partitions) == [0, 1, 2]
    asked = ConfigResource(ConfigResource.Type.TOPIC, topic)
    answers = admin.describe_configs([asked])
    configs = answers[asked].result(READ_SECONDS)
    assert configs["retention.ms"].value == "604800000"
