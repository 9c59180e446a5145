"""The headers of what a stage forwards: CloudEvents 1.0 (binary mode), and the line's own."""

import re
from datetime import datetime
from functools import cache
from typing import Final

from schemas.codec import encode_instant
from schemas.dead_letter import RECORD_POSTS_HEADER, ROOT_RECORD_HEADER, SOURCE_RECORD_HEADER
from schemas.json_schema import schema_id
from schemas.topics import CONTRACT_VERSION
from workers.stages.outcome import Headers, Record

_TRACEPARENT: Final = re.compile(
    rb"(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"
)
_LONGEST_TRACESTATE: Final = 512  # W3C Trace Context, 3.3.1.5

OutputHeaders = tuple[tuple[str, bytes], ...]


def header_of(headers: Headers, name: str) -> bytes | None:
    """The value of a header, whatever the case of its name; the last one where it is repeated."""
    if not headers:
        return None
    low = name.lower()
    return next((value for key, value in reversed(headers) if key.lower() == low), None)


def source_of(record: Record, index: int | None = None) -> str:
    """`topic/partition/offset`, and `#index` for one of several posts of a record."""
    return record.source if index is None else f"{record.source}#{index}"


def output_headers(
    record: Record,
    *,
    stage: str,
    topic: str,
    message: str,
    ingested_at: datetime,
    index: int | None = None,
    posts: int | None = None,
    begins_line: bool = False,
    place: int = 0,
) -> OutputHeaders:
    """The headers of a message made of this record.

    `message` is its name in `ce_type`, such as `article`. `begins_line` says that the record is the
    raw post itself, so that it is its own root, whatever its headers claim. `place` counts what the
    stage writes of one post, so that no two of its events have one id.
    """
    source = source_of(record, index).encode()
    root = source if begins_line else header_of(record.headers, ROOT_RECORD_HEADER) or source
    event_source, event_type, schema = _names(stage, topic, message)
    headers: list[tuple[str, bytes]] = [
        ("ce_specversion", b"1.0"),
        ("ce_id", b"%b:%d" % (source, place) if place else source),
        ("ce_source", event_source),
        ("ce_type", event_type),
        ("ce_time", encode_instant(ingested_at)),
        ("ce_dataschema", schema),
        ("content-type", b"application/json"),
        *_trace(record.headers),
        (SOURCE_RECORD_HEADER, source),
        (ROOT_RECORD_HEADER, root),
    ]
    if posts is not None:
        headers.append((RECORD_POSTS_HEADER, str(posts).encode()))
    return tuple(headers)


@cache
def _names(stage: str, topic: str, message: str) -> tuple[bytes, bytes, bytes]:
    """What all messages of a kind have in common: who wrote them, what they are, their schema."""
    return (
        f"/copydesk/{stage}".encode(),
        f"copydesk.{message}.v{CONTRACT_VERSION}".encode(),
        schema_id(topic).encode(),
    )


def _trace(headers: Headers) -> OutputHeaders:
    """The trace context as it came, where it is well formed; without it a trace begins anew."""
    parent = header_of(headers, "traceparent")
    if parent is None or not _TRACEPARENT.fullmatch(parent):
        return ()
    state = header_of(headers, "tracestate")
    if not state or len(state) > _LONGEST_TRACESTATE or not state.isascii():
        return (("traceparent", parent),)
    return (("traceparent", parent), ("tracestate", state))
