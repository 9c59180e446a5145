"""Each dialect's headers, decoded as the tools that read them do it."""

import struct

import pytest

from schemas.dead_letter import Reason
from workers.stages.dead_letters import dead_letter
from workers.stages.outcome import Bury, Record

RECORD = Record("raw-posts", 3, 5_000_000_017, b"k", b"{", (("x", b"1"),), 1_700_000_000_123)
BURY = Bury(Reason.UNREADABLE_JSON, "unexpected end at character 1 – “{”")


def headers(
    record: Record = RECORD, bury: Bury = BURY, stage: str = "normalize"
) -> dict[str, bytes]:
    """As `Headers.lastHeader` finds them."""
    return {name: value or b"" for name, value in dead_letter(record, bury, stage, "0").headers}


def text_of(values: dict[str, bytes], prefix: str) -> dict[str, str]:
    """`new String(header.value(), UTF_8)` for every header of a prefix."""
    return {
        name.removeprefix(prefix): value.decode()
        for name, value in values.items()
        if name.startswith(prefix)
    }


def test_kafka_connect_reads_everything_as_text() -> None:
    assert text_of(headers(), "__connect.errors.") == {
        "topic": "raw-posts",
        "partition": "3",
        "offset": "5000000017",
        "connector.name": "copydesk-normalize",
        "task.id": "3",
        "stage": "TRANSFORMATION",
        "class.name": "copydesk.normalize",
        "exception.class.name": "copydesk.unreadable_json",
        "exception.message": BURY.detail,
        "exception.stacktrace": f"copydesk.unreadable_json: {BURY.detail}\n"
        "\tat copydesk.normalize(raw-posts/3/5000000017)\n",
    }


@pytest.mark.parametrize(
    ("stage", "theirs"),
    [("normalize", "TRANSFORMATION"), ("enrich", "TRANSFORMATION"), ("sink", "TASK_PUT")],
)
def test_the_stage_is_one_that_kafka_connect_knows(stage: str, theirs: str) -> None:
    assert headers(stage=stage)["__connect.errors.stage"].decode() == theirs


def test_kafka_streams_reads_everything_as_text() -> None:
    assert text_of(headers(), "__streams.errors.") == {
        "exception": "copydesk.unreadable_json",
        "message": BURY.detail,
        "stacktrace": headers()["__connect.errors.exception.stacktrace"].decode(),
        "topic": "raw-posts",
        "partition": "3",
        "offset": "5000000017",
    }


def test_spring_reads_an_int_of_four_bytes_and_longs_of_eight_from_the_big_end() -> None:
    found = headers()
    # ByteBuffer.wrap(value).getInt() and .getLong()
    assert struct.unpack(">i", found["kafka_dlt-original-partition"]) == (3,)
    assert struct.unpack(">q", found["kafka_dlt-original-offset"]) == (5_000_000_017,)
    assert struct.unpack(">q", found["kafka_dlt-original-timestamp"]) == (1_700_000_000_123,)
    assert {
        name: found[f"kafka_dlt-{name}"].decode()
        for name in (
            "original-topic", "original-timestamp-type", "original-consumer-group",
            "exception-fqcn", "exception-message",
        )
    } == {
        "original-topic": "raw-posts",
        "original-timestamp-type": "CreateTime",
        "original-consumer-group": "copydesk-normalize",
        "exception-fqcn": "copydesk.unreadable_json",
        "exception-message": BURY.detail,
    }  # fmt: skip


def test_spring_is_told_when_the_broker_set_the_time() -> None:
    appended = RECORD._replace(timestamp_type="LogAppendTime")
    assert headers(appended)["kafka_dlt-original-timestamp-type"] == b"LogAppendTime"


def test_a_record_without_a_time_says_minus_one_as_kafka_does() -> None:
    found = headers(RECORD._replace(timestamp_ms=-1))
    assert struct.unpack(">q", found["kafka_dlt-original-timestamp"]) == (-1,)


def test_no_dialect_repeats_a_header_of_another() -> None:
    names = [name for name, _ in dead_letter(RECORD, BURY, "normalize", "0").headers]
    assert len(names) == len(set(names))


def test_half_an_emoji_in_the_detail_is_no_matter() -> None:
    found = headers(bury=Bury(Reason.EMPTY, "got '\ud83d'"))
    assert found["__streams.errors.message"] == b"got '\\ud83d'"
    assert found["kafka_dlt-exception-message"] == b"got '\\ud83d'"
