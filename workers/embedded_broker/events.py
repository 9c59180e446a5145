"""What the broker's journal tells: everything that it must remember but records."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator, TypeAdapter


@dataclass(frozen=True, slots=True)
class CommittedOffset:
    """How far a group has come in one partition."""

    topic: str
    partition: int
    next_offset: int
    metadata: str


@dataclass(frozen=True, slots=True)
class TopicCreated:
    topic: str
    partitions: int
    configs: dict[str, str]
    """Only what differs from the defaults."""
    kind: Literal["topic_created"] = "topic_created"


@dataclass(frozen=True, slots=True)
class TopicGrown:
    topic: str
    partitions: int
    """How many there are now."""
    kind: Literal["topic_grown"] = "topic_grown"


@dataclass(frozen=True, slots=True)
class TopicDeleted:
    topic: str
    kind: Literal["topic_deleted"] = "topic_deleted"


@dataclass(frozen=True, slots=True)
class GroupAdvanced:
    """A group reached this generation; after a restart it goes on from here."""

    group: str
    generation: int
    kind: Literal["group_advanced"] = "group_advanced"


@dataclass(frozen=True, slots=True)
class OffsetsCommitted:
    group: str
    offsets: tuple[CommittedOffset, ...]
    kind: Literal["offsets_committed"] = "offsets_committed"


@dataclass(frozen=True, slots=True)
class ProducerIdsReserved:
    """Producer ids below this may be in use."""

    below: int
    kind: Literal["producer_ids_reserved"] = "producer_ids_reserved"


@dataclass(frozen=True, slots=True)
class ProducerRegistered:
    """A transactional id got this producer id and epoch: all before are fenced."""

    transactional_id: str
    producer_id: int
    epoch: int
    timeout_ms: int
    kind: Literal["producer_registered"] = "producer_registered"


@dataclass(frozen=True, slots=True)
class TransactionExtended:
    """A transaction began, or has more to decide about."""

    transactional_id: str
    producer_id: int
    began_ms: int
    partitions: tuple[tuple[str, int], ...] = ()
    group: str = ""
    offsets: tuple[CommittedOffset, ...] = ()
    kind: Literal["transaction_extended"] = "transaction_extended"


@dataclass(frozen=True, slots=True)
class TransactionDecided:
    transactional_id: str
    committed: bool
    kind: Literal["transaction_decided"] = "transaction_decided"


@dataclass(frozen=True, slots=True)
class TransactionEnded:
    """All its markers and offsets are written."""

    transactional_id: str
    committed: bool
    kind: Literal["transaction_ended"] = "transaction_ended"


TopicEvent = TopicCreated | TopicGrown | TopicDeleted
GroupEvent = GroupAdvanced | OffsetsCommitted
TransactionEvent = (
    ProducerIdsReserved
    | ProducerRegistered
    | TransactionExtended
    | TransactionDecided
    | TransactionEnded
)
Event = TopicEvent | GroupEvent | TransactionEvent

EVENTS: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Discriminator("kind")])
