"""Why a record was buried, in the headers that three other systems write and their tools read.

Byte for byte as they do, widths and all. Every name has its system's prefix, so all fit together.
"""

import struct
from typing import Final

from workers.stages.outcome import Bury, Record

DialectHeaders = tuple[tuple[str, bytes], ...]

CONNECT: Final = "__connect.errors."
STREAMS: Final = "__streams.errors."
SPRING: Final = "kafka_dlt-"

_INT, _LONG = struct.Struct(">i"), struct.Struct(">q")  # Java's ByteBuffer is big-endian


def dialects(record: Record, bury: Bury, stage: str) -> DialectHeaders:
    """The headers of Kafka Connect, Kafka Streams and Spring for one buried record.

    All three ask for an exception's class: there it says `copydesk.<reason>`, which their tools
    group by. A stack trace might hold a post's text, so it is one line that names the record.
    """
    name, detail = f"copydesk.{bury.reason.value}", bury.detail
    trace = f"{name}: {detail}\n\tat copydesk.{stage}({record.source})\n"
    return (
        *_connect(record, stage, name, detail, trace),
        *_streams(record, name, detail, trace),
        *_spring(record, stage, name, detail, trace),
    )


def text_bytes(text: str) -> bytes:
    """UTF-8; half an emoji, which has none, is written as its escape."""
    return text.encode("utf-8", "backslashreplace")


def _connect(record: Record, stage: str, name: str, detail: str, trace: str) -> DialectHeaders:
    """`DeadLetterQueueReporter` of Kafka Connect: everything is text."""
    # two names of Connect's own enumeration, so that `Stage.valueOf` finds them
    theirs = "TASK_PUT" if stage == "sink" else "TRANSFORMATION"
    found = {
        "topic": record.topic,
        "partition": str(record.partition),
        "offset": str(record.offset),
        "connector.name": f"copydesk-{stage}",
        "task.id": str(record.partition),
        "stage": theirs,
        "class.name": f"copydesk.{stage}",
        "exception.class.name": name,
        "exception.message": detail,
        "exception.stacktrace": trace,
    }
    return tuple((CONNECT + key, text_bytes(value)) for key, value in found.items())


def _streams(record: Record, name: str, detail: str, trace: str) -> DialectHeaders:
    """`ExceptionHandlerUtils` of Kafka Streams (KIP-1034): everything is text."""
    found = {
        "exception": name,
        "message": detail,
        "stacktrace": trace,
        "topic": record.topic,
        "partition": str(record.partition),
        "offset": str(record.offset),
    }
    return tuple((STREAMS + key, text_bytes(value)) for key, value in found.items())


def _spring(record: Record, stage: str, name: str, detail: str, trace: str) -> DialectHeaders:
    """`DeadLetterPublishingRecoverer` of Spring: numbers are an int of 4 and longs of 8 bytes."""
    found = {
        "original-topic": text_bytes(record.topic),
        "original-partition": _INT.pack(record.partition),
        "original-offset": _LONG.pack(record.offset),
        "original-timestamp": _LONG.pack(record.timestamp_ms),
        "original-timestamp-type": text_bytes(record.timestamp_type),
        "original-consumer-group": text_bytes(f"copydesk-{stage}"),
        "exception-fqcn": text_bytes(name),
        "exception-message": text_bytes(detail),
        "exception-stacktrace": text_bytes(trace),
    }
    return tuple((SPRING + key, value) for key, value in found.items())
