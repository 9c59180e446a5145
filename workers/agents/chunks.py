"""Chunks: how records travel through Faust, many at a time.

Faust spends two tasks and several thread hops on every event, so one event carries what was
fetched from one partition, and the offset that it continues from. That offset is the proof that
nothing was skipped: see `docs/architecture.md`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import faust
from pydantic import BaseModel

from workers.stages.outcome import Record


@dataclass(frozen=True, slots=True)
class Limits:
    """The most work of one transaction."""

    records: int
    input_bytes: int
    seconds: float
    """How long to work before a commit."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Consecutive records of one partition, as aiokafka fetched them."""

    topic: str
    partition: int
    continues_from: int
    """The position of the fetch: no record lies between it and the first of these."""
    records: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive records of one partition, ready for a stage."""

    topic: str
    partition: int
    continues_from: int
    records: tuple[Record, ...]

    @property
    def continues_to(self) -> int:
        """The position after its last record."""
        return self.records[-1].offset + 1 if self.records else self.continues_from

    def rest(self, position: int) -> tuple[Record, ...]:
        """The records that a position leaves to do."""
        if not self.records or self.records[0].offset >= position:
            return self.records
        return tuple(record for record in self.records if record.offset >= position)


def cut(records: Sequence[Any], limits: Limits) -> Iterator[tuple[Any, ...]]:
    """The fetched records in order, in pieces within the limits; one too large stands alone."""
    piece: list[Any] = []
    size = 0
    for record in records:
        record_bytes = len(record.value or b"") + len(record.key or b"")
        full = len(piece) >= limits.records or size + record_bytes > limits.input_bytes
        if piece and full:
            yield tuple(piece)
            piece, size = [], 0
        piece.append(record)
        size += record_bytes
    if piece:
        yield tuple(piece)


class ChunkSchema(faust.Schema[Any, Any]):
    """A topic's type: chunks of records, whose values are one message of the contract.

    The values stay bytes until the stage decodes them, because bytes that are not that message
    have an outcome like any other, and Faust acknowledges what it cannot decode.
    """

    def __init__(self, message: type[BaseModel] | None) -> None:
        named: Any = message or bytes  # Faust means its own models, and only names the type here
        super().__init__(key_type=bytes, value_type=named, allow_empty=True)

    def loads_key(self, app: Any, message: Any, **_: Any) -> None:
        """Nothing: every record of the chunk has a key of its own."""

    def loads_value(self, app: Any, message: Any, **_: Any) -> Chunk:  # noqa: ARG002
        """The chunk that the consumer put into the message."""
        fetched: Fetched = message.value
        return Chunk(
            fetched.topic,
            fetched.partition,
            fetched.continues_from,
            tuple(map(as_record, fetched.records)),
        )


def as_record(fetched: Any) -> Record:
    """Our own record of one of aiokafka's."""
    return Record(
        fetched.topic,
        fetched.partition,
        fetched.offset,
        fetched.key,
        fetched.value,
        tuple(fetched.headers),
        fetched.timestamp,
        "LogAppendTime" if fetched.timestamp_type == 1 else "CreateTime",
    )
