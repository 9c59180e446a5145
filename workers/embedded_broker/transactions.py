"""The transaction coordinator: producer ids, fencing, and the end of each transaction.

A decision is in the journal before the first marker is written. What a crash or a full disk
leaves unfinished is finished later from there; a marker is written only where the transaction is
still open, so none is written twice.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

import structlog

from .committed_offsets import CommittedOffsets
from .errors import ErrorCode, Refused
from .events import (
    CommittedOffset,
    Event,
    ProducerIdsReserved,
    ProducerRegistered,
    TransactionDecided,
    TransactionEnded,
    TransactionEvent,
    TransactionExtended,
)
from .journal import Journal
from .producers import Producer, Transaction, now_ms
from .records import BatchHeader
from .topics import TopicCatalogue

_log = structlog.get_logger("copydesk.embedded_broker")
# Kafka's default for transaction.max.timeout.ms.
MAX_TIMEOUT_MS = 900_000
# As in Kafka: one entry in the journal serves a thousand ids.
_RESERVED_AT_ONCE = 1000


class TransactionCoordinator:
    """All transactional ids of the broker."""

    def __init__(self, journal: Journal, topics: TopicCatalogue, offsets: CommittedOffsets) -> None:
        self._journal = journal
        self._topics = topics
        self._offsets = offsets
        self._producers: dict[str, Producer] = {}
        self._next_producer_id = 0
        self._reserved_below = 0

    # Who produces

    def new_producer_id(self) -> int:
        """An id that no producer had before.

        Raises:
            Refused: it could not be written.
        """
        if self._next_producer_id >= self._reserved_below:
            reserved = ProducerIdsReserved(self._next_producer_id + _RESERVED_AT_ONCE)
            self._journal.write(reserved)
            self._reserved_below = reserved.below
        self._next_producer_id += 1
        return self._next_producer_id - 1

    def register(self, transactional_id: str, timeout_ms: int) -> tuple[int, int]:
        """Producer id and epoch for a producer that starts.

        Its predecessors are fenced first; then what they left open is aborted.

        Raises:
            Refused: the timeout is out of range, or the disk is full.
        """
        if not transactional_id:
            raise Refused(ErrorCode.INVALID_REQUEST)
        if not 0 < timeout_ms <= MAX_TIMEOUT_MS:
            raise Refused(ErrorCode.INVALID_TRANSACTION_TIMEOUT)
        before = self._producers.get(transactional_id)
        if before is None or before.epoch_exhausted:
            identity = (self.new_producer_id(), 0)
        else:
            identity = (before.producer_id, before.epoch + 1)
        registered = ProducerRegistered(transactional_id, *identity, timeout_ms)
        self._journal.write(registered)
        self._apply(registered)
        if before is not None and before.transaction is not None:
            if before.transaction.committed is None:
                self._decide(before, committed=False)
            self._finish(before)
        return identity

    def producer(self, transactional_id: str, producer_id: int, epoch: int) -> Producer:
        """The producer who speaks.

        Raises:
            Refused: it is unknown, or was fenced.
        """
        producer = self._producers.get(transactional_id)
        if producer is None or producer.producer_id != producer_id:
            raise Refused(ErrorCode.INVALID_PRODUCER_ID_MAPPING)
        if producer.epoch != epoch:
            raise Refused(ErrorCode.INVALID_PRODUCER_EPOCH)
        return producer

    # What it does

    def extend(
        self,
        producer: Producer,
        partitions: Iterable[tuple[str, int]] = (),
        group: str = "",
        offsets: Iterable[CommittedOffset] = (),
    ) -> None:
        """Begins the producer's transaction if need be, and adds to what it decides about.

        Raises:
            Refused: the last transaction still waits for its end, or the disk is full.
        """
        present = producer.transaction
        if present is not None and present.committed is not None:
            raise Refused(ErrorCode.CONCURRENT_TRANSACTIONS)
        extended = TransactionExtended(
            producer.transactional_id,
            producer.producer_id,
            now_ms() if present is None else present.began_ms,
            tuple(partitions),
            group,
            tuple(offsets),
        )
        self._journal.write(extended)
        self._apply(extended)

    def add_offsets(
        self, producer: Producer, group: str | None, offsets: Iterable[CommittedOffset]
    ) -> None:
        """Adds a group's offsets to the transaction that is open.

        Raises:
            Refused: none is open, the group has no name, or the disk is full.
        """
        if group is None:
            raise Refused(ErrorCode.INVALID_GROUP_ID)
        if producer.transaction is None:
            raise Refused(ErrorCode.INVALID_TXN_STATE)
        self.extend(producer, group=group, offsets=offsets)

    def check_append(
        self, transactional_id: str | None, header: BatchHeader, topic: str, partition: int
    ) -> None:
        """Lets a transactional batch pass into a partition that its transaction knows of.

        Raises:
            Refused: any other batch that says it is transactional.
        """
        if not header.transactional:
            return
        if transactional_id is None:
            raise Refused(ErrorCode.INVALID_TXN_STATE)
        producer = self.producer(transactional_id, header.producer_id, header.producer_epoch)
        present = producer.transaction
        if present is None or present.committed is not None:
            raise Refused(ErrorCode.INVALID_TXN_STATE)
        if (topic, partition) not in present.partitions:
            raise Refused(ErrorCode.INVALID_TXN_STATE)

    def end(self, producer: Producer, *, committed: bool) -> None:
        """Commits or aborts the producer's transaction; the same request again is no error.

        Raises:
            Refused: there is none to end so, or the disk is full: to be tried again.
        """
        if producer.transaction is None:
            if producer.last_committed is not committed:
                raise Refused(ErrorCode.INVALID_TXN_STATE)
            return
        if producer.transaction.committed is None:
            self._decide(producer, committed=committed)
        elif producer.transaction.committed is not committed:
            raise Refused(ErrorCode.INVALID_TXN_STATE)
        self._finish(producer)

    # What is done later

    def sweep(self) -> None:
        """Aborts transactions that took too long, and finishes what a full disk held up."""
        for producer in tuple(self._producers.values()):
            try:
                if producer.is_overdue(now_ms()):
                    _log.warning("transaction_timed_out", producer=producer.transactional_id)
                    self.register(producer.transactional_id, producer.timeout_ms)
                elif producer.transaction and producer.transaction.committed is not None:
                    self._finish(producer)
            except Refused:
                continue  # the disk is full, as the log says already: the next sweep tries again

    def recover(self, event: TransactionEvent) -> None:
        """Takes in an event of the journal."""
        self._apply(event)

    def finish_recovery(self) -> None:
        """Writes the markers that a crash left out, once the logs are open."""
        self.sweep()
        owners = {each.producer_id: each for each in self._producers.values()}
        undecided = {
            each.transaction.producer_id for each in self._producers.values() if each.transaction
        }
        for topic in self._topics:
            for log in topic.partitions:
                # Nobody's: only a machine that lost power without fsync leaves such.
                for orphan in set(log.producers.open_producers()) - undecided:
                    owner = owners.get(orphan)
                    epoch = owner.epoch if owner is not None else 0
                    committed = owner is not None and bool(owner.last_committed)
                    log.append_marker(orphan, epoch, committed=committed, timestamp_ms=now_ms())

    def state(self) -> Iterator[Event]:
        """The events that lead to the transactions as they are."""
        yield ProducerIdsReserved(self._reserved_below)
        for producer in self._producers.values():
            yield from producer.state()

    def _decide(self, producer: Producer, *, committed: bool) -> None:
        decided = TransactionDecided(producer.transactional_id, committed)
        self._journal.write(decided)
        self._apply(decided)

    def _finish(self, producer: Producer) -> None:
        """Writes the markers and offsets of a decided transaction, where they are missing."""
        present = producer.transaction
        assert present is not None
        committed = bool(present.committed)
        for topic, number in present.partitions:
            self._mark(producer, present, topic, number)
        if committed:
            for group, offsets in present.offsets_by_group().items():
                self._offsets.commit(group, offsets)
        ended = TransactionEnded(producer.transactional_id, committed)
        self._journal.write(ended)
        self._apply(ended)

    def _mark(self, producer: Producer, present: Transaction, topic: str, number: int) -> None:
        if topic not in self._topics:
            return  # deleted meanwhile
        log = self._topics.partition(topic, number)
        if not log.producers.is_open(present.producer_id):
            return
        try:
            log.append_marker(
                present.producer_id,
                producer.marker_epoch,
                committed=bool(present.committed),
                timestamp_ms=now_ms(),
            )
        except Refused as refusal:
            raise Refused(ErrorCode.COORDINATOR_NOT_AVAILABLE, refusal.message) from refusal

    def _apply(self, event: TransactionEvent) -> None:
        match event:
            case ProducerIdsReserved():
                self._next_producer_id = self._reserved_below = event.below
            case ProducerRegistered():
                name = event.transactional_id
                new = Producer(name, event.producer_id, event.epoch, event.timeout_ms)
                producer = self._producers.setdefault(name, new)
                producer.producer_id, producer.epoch = event.producer_id, event.epoch
                producer.timeout_ms = event.timeout_ms
            case TransactionExtended():
                producer = self._producers[event.transactional_id]
                if producer.transaction is None:
                    producer.transaction = Transaction(event.producer_id, event.began_ms)
                producer.transaction.extend(event)
            case TransactionDecided():
                present = self._producers[event.transactional_id].transaction
                assert present is not None
                present.committed = event.committed
            case TransactionEnded():
                producer = self._producers[event.transactional_id]
                producer.transaction = None
                producer.last_committed = event.committed
            case _:
                assert_never(event)
