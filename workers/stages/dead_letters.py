"""What is written for a record that cannot go on: the record itself, and in headers why."""

from dataclasses import dataclass

from schemas.dead_letter import (
    DETAIL_HEADER,
    REASON_HEADER,
    RECORD_POSTS_HEADER,
    REPLAYS_HEADER,
    ROOT_RECORD_HEADER,
    SOURCE_RECORD_HEADER,
    STAGE_HEADER,
    VERSION_HEADER,
)
from schemas.topics import dead_letters_of
from workers.domain.letters.letter import replays_of

from .dead_letter_dialects import dialects, text_bytes
from .outcome import Bury, Headers, Record


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One record for a dead-letter topic; key and value may be missing, as at the source."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers
    timestamp_ms: int
    source_partition: int
    """The partition it was read from: decides where a letter without a key goes."""


def dead_letter(record: Record, bury: Bury, stage: str, version: str) -> DeadLetter:
    """The letter for a buried post: key, value, headers and time as they came, then our headers.

    Headers of our names that the record brought along stay where they are; the last of a name
    counts when one is read. Ours begin with the reason: `read_letter` parts them by that. Behind
    them the same is said in the dialects of Kafka Connect, Kafka Streams and Spring.
    """
    source = record.source if bury.index is None else f"{record.source}#{bury.index}"
    ours = [
        (REASON_HEADER, bury.reason.value),
        (DETAIL_HEADER, bury.detail),
        (STAGE_HEADER, stage),
        (VERSION_HEADER, version),
        (REPLAYS_HEADER, str(replays_of(record.headers))),
        (SOURCE_RECORD_HEADER, source),
        (ROOT_RECORD_HEADER, _root(record) or source),
    ]
    if bury.posts is not None:
        ours.append((RECORD_POSTS_HEADER, str(bury.posts)))
    return DeadLetter(
        topic=dead_letters_of(record.topic).name,
        key=record.key,
        value=record.value if bury.value is None else bury.value,
        headers=(
            *record.headers,
            *((name, text_bytes(text)) for name, text in ours),
            *dialects(record, bury, stage),
        ),
        timestamp_ms=record.timestamp_ms,
        source_partition=record.partition,
    )


def _root(record: Record) -> str | None:
    """The raw post that this record says it began with."""
    for name, value in reversed(record.headers):
        if name == ROOT_RECORD_HEADER and value:
            return value.decode("utf-8", "replace")
    return None
