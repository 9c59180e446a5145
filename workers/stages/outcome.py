"""What a stage is given, and the one outcome that every post gets."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from schemas.dead_letter import Reason

Headers = tuple[tuple[str, bytes | None], ...]


class Record(NamedTuple):
    """One Kafka record, byte for byte. A tuple, which takes a third of the time to make."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers
    timestamp_ms: int
    """Milliseconds since 1970, as the record's producer or the broker set it."""
    timestamp_type: Literal["CreateTime", "LogAppendTime"] = "CreateTime"
    """Who set it: the producer, or the broker."""

    @property
    def source(self) -> str:
        """`topic/partition/offset`: the record's name in `source-record` headers."""
        return f"{self.topic}/{self.partition}/{self.offset}"


class OutputRecord(NamedTuple):
    """One record to write. Its key decides its partition, by Java's murmur2 partitioner."""

    topic: str
    key: bytes
    value: bytes
    headers: tuple[tuple[str, bytes], ...]
    timestamp_ms: int
    partition: int | None = None
    """The partition instead, for state that must lie beside its source."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One record without a value: it takes back what stood under the key."""

    topic: str
    key: bytes
    headers: tuple[tuple[str, bytes], ...]
    timestamp_ms: int
    partition: int | None = None
    """As in `OutputRecord`."""
    value: None = field(default=None, init=False)


Written = OutputRecord | Tombstone


@dataclass(frozen=True, slots=True)
class Forward:
    """The post goes on: all of this is written, the tombstones first, or nothing."""

    records: tuple[OutputRecord, ...]
    tombstones: tuple[Tombstone, ...] = ()


@dataclass(frozen=True, slots=True)
class Bury:
    """The post cannot go on: its record goes to the dead letters of the topic it came from."""

    reason: Reason
    detail: str
    """What was got and what was expected; never the post's text."""
    index: int | None = None
    """Its place in the record, where the record held several posts."""
    posts: int | None = None
    """How many posts the record held, where it held several."""
    value: bytes | None = None
    """The post's own bytes, where the record held several; None for the whole record."""


@dataclass(frozen=True, slots=True)
class Drop:
    """The record is no post at all, and nobody misses it."""

    reason: str


Outcome = Forward | Bury | Drop


class Stage(Protocol):
    """A pure step: posts in = forwarded + buried + dropped."""

    @property
    def name(self) -> str:
        """`normalize`, `enrich`: the word in commands, groups and metrics."""

    @property
    def reads(self) -> str:
        """The topic it reads."""

    def run(self, record: Record, now: datetime, /) -> tuple[Outcome, ...]:
        """One outcome for each post of the record, in order; never none, never an exception.

        `now` bounds what may be believed of clocks; it decides nothing else.
        """
