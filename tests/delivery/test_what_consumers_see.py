"""The contract on a real broker: what another client reads of what our workers wrote."""

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary
from cloudevents.core.formats.json import JSONFormat
from confluent_kafka import Producer

from schemas.asyncapi_headers import dead_letter_headers
from schemas.topics import (
    ARTICLES,
    ENRICHED_ARTICLES,
    RAW_POSTS,
    STORIES,
    STORY_ARTICLES,
    STORY_CANDIDATES,
    TOPICS,
)
from tests.broker.running import RunningBroker
from tests.chaos.line import LineUnderTest
from tests.chaos.posts import RawRecord
from tests.schemas.line import Line
from tests.schemas.many import examples
from tests.schemas.record_laws import broken_laws, broken_tombstone
from workers.stages.outcome import OutputRecord, Record, Tombstone

from .reading import Seen, read_committed

pytestmark = pytest.mark.broker

STAGES = ("normalize", "enrich", "stories")
COUNTED = (ARTICLES, ENRICHED_ARTICLES, STORY_CANDIDATES, STORY_ARTICLES)
"""Topics with one record for each article that names its source, or a tombstone that does."""
LETTERS = ("raw-posts-dlq", "articles-dlq", "story-candidates-dlq")
COPIES = 5
"""Each example so many times, each with a trace of its own."""
PATIENCE_SECONDS = 60.0


def trace(number: int) -> bytes:
    return b"00-%032x-%016x-01" % (number + 1, number + 1)


def numbered_examples() -> list[RawRecord]:
    values = [value for value in examples(RAW_POSTS.name) for _ in range(COPIES)]
    now_ms = int(time.time() * 1_000)
    return [
        RawRecord(
            number,
            b"key-%d" % number,
            value,
            (("traceparent", trace(number)), ("tracestate", b"desk=%d" % number)),
            now_ms,
            poisoned=False,
        )
        for number, value in enumerate(values)
    ]


def expected(sent: list[RawRecord]) -> Counter[str]:
    """How many records that name their source each counted topic gets, by the pure line."""
    counts: Counter[str] = Counter()
    counted = {topic.name for topic in COUNTED}
    line = Line()
    for record in sent:
        raw = Record(RAW_POSTS.name, 0, 0, record.key, record.value, (), record.timestamp_ms)
        said = line.written(raw, datetime.now(UTC))
        counts.update(topic for topic in said.answers if topic in counted)
        counts["raw-posts-dlq"] += len(said.letters)
    return counts


async def arrived(broker: RunningBroker, counts: Counter[str]) -> list[Seen]:
    """Everything on the topics, once there is as much as there should be."""
    topics = [topic.name for topic in (*COUNTED, STORIES)] + [*LETTERS]
    deadline = time.monotonic() + PATIENCE_SECONDS
    seen: list[Seen] = []
    while time.monotonic() < deadline:
        seen = await asyncio.to_thread(read_committed, broker.bootstrap, topics)
        answers = Counter(one.topic for one in seen if one.is_answer and one.topic != STORIES.name)
        if answers == counts:
            return seen
        await asyncio.sleep(0.5)
    raise AssertionError(f"{Counter(one.topic for one in seen)} came, {counts} were expected")


async def test_a_stranger_finds_every_law_kept_and_every_trace_passed_on(
    broker: RunningBroker, tmp_path: Path
) -> None:
    line = LineUnderTest(broker, tmp_path, line="real")
    await line.make_topics()
    sent = numbered_examples()
    await line.publish(sent)
    for stage in STAGES:
        line.start(stage)
    try:
        seen = await arrived(broker, expected(sent))
    finally:
        line.stop()
    roots = {
        f"{one.topic}/{one.partition}/{one.offset}".encode(): one
        for one in read_committed(broker.bootstrap, [RAW_POSTS.name])
    }
    sent_traces = {dict(record.headers)["traceparent"] for record in sent}
    for one in seen:
        if one.topic not in LETTERS:
            check_message(one)
        assert one.header("traceparent") in sent_traces
        if one.header("root-record") is None:  # said of another article than the record's own
            assert one.topic == STORY_ARTICLES.name
            continue
        root = roots[(one.header("root-record") or b"").partition(b"#")[0]]
        assert one.header("traceparent") == root.header("traceparent") is not None
        assert one.header("tracestate") == root.header("tracestate")
        if one.topic in LETTERS:
            check_letter(one, root)
    assert {one.topic for one in seen} >= {topic.name for topic in (*COUNTED, STORIES)}
    messages = [one for one in seen if one.topic not in LETTERS]
    events = {(one.header("ce_source"), one.header("ce_id")) for one in messages}
    assert len(events) == len(messages), "an event is named once"
    partitions = librdkafka_partitions(broker, [one.key for one in seen if one.key])
    assert [one for one in seen if partitions[one.key or b""] != one.partition] == []


def check_message(one: Seen) -> None:
    """Every law, and the headers a CloudEvent by the official SDK."""
    headers = tuple((name, value or b"") for name, value in one.headers)
    key = one.key or b""
    if one.value is None:
        assert broken_tombstone(Tombstone(one.topic, key, headers, one.timestamp_ms)) == []
        return
    value = one.value
    output = OutputRecord(one.topic, key, value, headers, one.timestamp_ms)
    assert broken_laws(output, datetime.now(UTC)) == []
    event = from_binary(KafkaMessage(dict(headers), key, value), JSONFormat())
    assert event.get_dataschema() == f"urn:copydesk:schema:{one.topic}:1"
    data = event.get_data()
    assert isinstance(data, dict)
    assert event.get_extension("partitionkey") == key.decode()


def check_letter(one: Seen, root: Seen) -> None:
    """The record's own headers come first, and ours are the documented ones."""
    assert one.headers[: len(root.headers)] == root.headers
    assert one.key == root.key
    documented = {header.name for header in dead_letter_headers() if header.always}
    assert documented <= {name for name, _ in one.headers[len(root.headers) :]}


def librdkafka_partitions(broker: RunningBroker, keys: list[bytes]) -> dict[bytes, int]:
    """Where another implementation of Java's partitioner puts these keys: it writes them."""
    found: dict[bytes, int] = {}

    def delivered(error: object, message: Any) -> None:
        assert error is None
        found[message.key()] = message.partition()

    producer = Producer({"bootstrap.servers": broker.bootstrap, "partitioner": "murmur2_random"})
    for key in sorted(set(keys)):
        producer.produce(
            TOPICS[-1].name,
            b"x",
            key=key,
            on_delivery=delivered,
        )
    assert producer.flush(PATIENCE_SECONDS) == 0
    return found
