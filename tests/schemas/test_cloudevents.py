"""The headers of our records are a CloudEvent in binary mode, as the official SDK reads one."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from cloudevents.core.bindings.kafka import KafkaMessage, from_binary
from cloudevents.core.exceptions import CloudEventValidationError
from cloudevents.core.formats.json import JSONFormat

from schemas.asyncapi_headers import message_headers
from schemas.topics import ARTICLES, ENRICHED_ARTICLES, TOPICS, Topic
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, OutputRecord, Record, Stage

MESSAGES = [topic for topic in TOPICS if topic.message is not None and topic.audience != "internal"]
KEY = b"5f0c9a7d3b1e4c2f8a6d9e0b7c3f1a2d"
VALUE = b'{"article_id":"5f0c9a7d3b1e4c2f8a6d9e0b7c3f1a2d","title":"Harbour reopens"}'


def read(headers: dict[str, bytes]) -> Any:
    return from_binary(KafkaMessage(headers, KEY, VALUE), JSONFormat())


@pytest.mark.parametrize("topic", MESSAGES, ids=lambda topic: topic.name)
def test_the_documented_headers_are_a_cloud_event(topic: Topic) -> None:
    headers = {header.name: header.example.encode() for header in message_headers(topic)}
    event = read(headers)
    assert event.get_specversion() == "1.0"
    assert event.get_id() == headers["source-record"].decode()
    assert event.get_source().startswith("/copydesk/")
    assert event.get_type().startswith("copydesk.")
    assert event.get_type().endswith(".v1")
    assert event.get_time() == datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    assert event.get_dataschema() == f"urn:copydesk:schema:{topic.name}:1"
    assert event.get_datacontenttype() == "application/json"
    assert event.get_data() == json.loads(VALUE)


@pytest.mark.parametrize("missing", ["ce_source", "ce_type"])
def test_the_sdk_refuses_an_event_without_what_every_event_needs(missing: str) -> None:
    headers = {header.name: header.example.encode() for header in message_headers(ARTICLES)}
    del headers[missing]
    with pytest.raises(CloudEventValidationError):
        read(headers)


@pytest.mark.parametrize(
    ("topic", "name"),
    [(topic, topic.message.__name__) for topic in MESSAGES if topic.message],
    ids=[topic.name for topic in MESSAGES],
)
def test_the_type_of_an_event_is_the_name_of_its_message(topic: Topic, name: str) -> None:
    (event_type,) = (one.example for one in message_headers(topic) if one.name == "ce_type")
    words = event_type.removeprefix("copydesk.").removesuffix(".v1").split("-")
    assert "".join(word.capitalize() for word in words) == name


# -- the headers that the stages really write ----------------------------------------------------

TRACE = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
POST = {
    "kind": "plain_text",
    "title": "Harbour reopens",
    "text": "The harbour opened again on Monday.",
}
NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
RAW = Record(
    topic="raw-posts",
    partition=2,
    offset=4711,
    key=None,
    value=json.dumps([POST, {**POST, "title": "Harbour closes"}]).encode(),
    headers=(("traceparent", TRACE), ("tracestate", b"vendor=opaque")),
    timestamp_ms=1_772_353_800_000,
)


def forwarded(stage: Stage, record: Record) -> OutputRecord:
    """The first record that comes of the last post."""
    outcome = stage.run(record, NOW)[-1]
    assert isinstance(outcome, Forward)
    return outcome.records[0]


def read_back(written: OutputRecord, offset: int) -> Record:
    return Record(
        written.topic, 0, offset, written.key, written.value, written.headers, written.timestamp_ms
    )


NORMALIZED = forwarded(NormalizeStage(max_post_bytes=1 << 20, max_posts=10), RAW)
ENRICHED = forwarded(EnrichStage(), read_back(NORMALIZED, 7))

by_output = pytest.mark.parametrize(
    ("written", "topic"), [(NORMALIZED, ARTICLES), (ENRICHED, ENRICHED_ARTICLES)], ids=["1", "2"]
)


@by_output
def test_what_a_stage_writes_is_a_cloud_event(written: OutputRecord, topic: Topic) -> None:
    event = from_binary(
        KafkaMessage(dict(written.headers), written.key, written.value), JSONFormat()
    )
    assert event.get_dataschema() == f"urn:copydesk:schema:{topic.name}:1"
    assert event.get_time() == datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    documented = {header.name: header.example for header in message_headers(topic)}
    assert event.get_source() == documented["ce_source"]
    data = event.get_data()
    assert isinstance(data, dict)
    assert event.get_extension("partitionkey") == data["article_id"]


@by_output
def test_what_a_stage_writes_are_the_documented_headers(
    written: OutputRecord, topic: Topic
) -> None:
    documented = {header.name: header for header in message_headers(topic)}
    headers = {name: value.decode() for name, value in written.headers}
    assert len(headers) == len(written.headers), "no name stands twice"
    assert headers.keys() <= documented.keys()
    assert {name for name, header in documented.items() if header.always} <= headers.keys()
    for name, value in headers.items():
        assert not documented[name].fixed or value == documented[name].example
        assert re.search(documented[name].pattern or "", value)


def test_the_trace_and_the_root_are_passed_on_through_both_stages() -> None:
    headers = dict(ENRICHED.headers)
    assert headers["traceparent"] == TRACE
    assert headers["tracestate"] == b"vendor=opaque"
    assert headers["root-record"] == b"raw-posts/2/4711#1"
    assert headers["source-record"] == headers["ce_id"] == b"articles/0/7"
