"""Transactional producers: who they are now, and the transaction that they have open."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from .events import (
    CommittedOffset,
    Event,
    ProducerRegistered,
    TransactionDecided,
    TransactionEnded,
    TransactionExtended,
)

# Epochs are 16 bits; as in Kafka the last one is only ever used to fence.
_LAST_EPOCH = 2**15 - 2
_FENCING_EPOCH = 2**15 - 1


@dataclass(slots=True)
class Transaction:
    """One transaction; `committed` is None until it is decided."""

    producer_id: int
    began_ms: int
    partitions: dict[tuple[str, int], None] = field(default_factory=dict)
    offsets: dict[tuple[str, str, int], CommittedOffset] = field(default_factory=dict)
    committed: bool | None = None

    def extend(self, event: TransactionExtended) -> None:
        """Adds partitions and a group's offsets."""
        self.partitions.update(dict.fromkeys(event.partitions))
        for each in event.offsets:
            self.offsets[event.group, each.topic, each.partition] = each

    def offsets_by_group(self) -> dict[str, tuple[CommittedOffset, ...]]:
        """What to commit for each group."""
        found: dict[str, tuple[CommittedOffset, ...]] = {}
        for (group, _, _), offset in self.offsets.items():
            found[group] = (*found.get(group, ()), offset)
        return found

    def state(self, transactional_id: str) -> Iterator[Event]:
        """The events that lead to this transaction as it is."""
        name, began = transactional_id, self.began_ms
        partitions = tuple(self.partitions)
        yield TransactionExtended(name, self.producer_id, began, partitions)
        for group, offsets in self.offsets_by_group().items():
            yield TransactionExtended(name, self.producer_id, began, (), group, offsets)
        if self.committed is not None:
            yield TransactionDecided(name, self.committed)


@dataclass(slots=True)
class Producer:
    """One transactional id: its present identity, and its transaction."""

    transactional_id: str
    producer_id: int
    epoch: int
    timeout_ms: int
    transaction: Transaction | None = None
    last_committed: bool | None = None
    """How its last transaction ended, so that a repeated request gets the same answer."""

    @property
    def epoch_exhausted(self) -> bool:
        """Whether the next start needs a new producer id."""
        return self.epoch >= _LAST_EPOCH

    @property
    def marker_epoch(self) -> int:
        """The epoch that its transaction ends with: never below one that wrote records."""
        same = self.transaction is None or self.transaction.producer_id == self.producer_id
        return self.epoch if same else _FENCING_EPOCH

    def is_overdue(self, now_ms: int) -> bool:
        """Whether its transaction is undecided for longer than it asked for."""
        open_now = self.transaction
        return (
            open_now is not None
            and open_now.committed is None
            and now_ms - open_now.began_ms > self.timeout_ms
        )

    def state(self) -> Iterator[Event]:
        """The events that lead to this producer as it is."""
        yield ProducerRegistered(
            self.transactional_id, self.producer_id, self.epoch, self.timeout_ms
        )
        if self.last_committed is not None:
            yield TransactionEnded(self.transactional_id, self.last_committed)
        if self.transaction is not None:
            yield from self.transaction.state(self.transactional_id)


def now_ms() -> int:
    """Milliseconds since 1970: transaction times outlive a restart."""
    return time.time_ns() // 1_000_000
