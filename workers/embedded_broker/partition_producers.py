"""What one partition knows of its producers: sequences, open and aborted transactions."""

from bisect import bisect_left
from collections import deque
from typing import NamedTuple

from .errors import ErrorCode, Refused
from .records import BatchHeader

# Kafka keeps five as well: an idempotent producer has at most five requests in flight.
_REMEMBERED_BATCHES = 5
# Idempotent producers get a new id at every start; the oldest are forgotten beyond this many.
_REMEMBERED_PRODUCERS = 2_000
_SEQUENCE_MASK = 0x7FFF_FFFF


class _Batch(NamedTuple):
    first_sequence: int
    last_sequence: int
    base_offset: int


class _Producer:
    __slots__ = ("batches", "epoch")

    def __init__(self, epoch: int) -> None:
        self.epoch = epoch
        self.batches: deque[_Batch] = deque(maxlen=_REMEMBERED_BATCHES)


class Aborted(NamedTuple):
    """An aborted transaction in one partition: the offset of its marker and of its first record."""

    marker_offset: int
    first_offset: int
    producer_id: int


class PartitionProducers:
    """Built from the log alone, batch by batch, so that a restart loses nothing."""

    def __init__(self) -> None:
        self._producers: dict[int, _Producer] = {}
        # In the order in which they began, so the first entry holds the smallest offset.
        self._open: dict[int, int] = {}
        self._aborted: list[Aborted] = []

    def duplicate_of(self, header: BatchHeader) -> int | None:
        """The offset at which this very batch already lies, or None when it is the next one.

        Raises:
            Refused: the producer was fenced, or a batch before this one is missing.
        """
        producer = self._producers.get(header.producer_id)
        if producer is None or header.first_sequence < 0:
            return None
        if header.producer_epoch < producer.epoch:
            raise Refused(ErrorCode.INVALID_PRODUCER_EPOCH)
        expected = 0
        if header.producer_epoch == producer.epoch and producer.batches:
            for batch in producer.batches:
                if batch[:2] == (header.first_sequence, _last_sequence(header)):
                    return batch.base_offset
            expected = (producer.batches[-1].last_sequence + 1) & _SEQUENCE_MASK
        if header.first_sequence != expected:
            raise Refused(ErrorCode.OUT_OF_ORDER_SEQUENCE)
        return None

    def appended(self, header: BatchHeader) -> None:
        """Takes note of a producer's batch that is now in the log."""
        if header.producer_id < 0:
            return
        if header.transactional:
            self._open.setdefault(header.producer_id, header.base_offset)
        if header.first_sequence >= 0:
            producer = self._at_epoch(header)
            last = _last_sequence(header)
            producer.batches.append(_Batch(header.first_sequence, last, header.base_offset))

    def ended(self, header: BatchHeader, *, committed: bool) -> None:
        """Takes note of a marker that is now in the log."""
        self._at_epoch(header)
        first = self._open.pop(header.producer_id, None)
        if first is not None and not committed:
            self._aborted.append(Aborted(header.base_offset, first, header.producer_id))

    def open_producers(self) -> tuple[int, ...]:
        """Producers with an open transaction here, oldest transaction first."""
        return tuple(self._open)

    def is_open(self, producer_id: int) -> bool:
        return producer_id in self._open

    def first_open_offset(self) -> int | None:
        """Where the oldest open transaction begins."""
        return next(iter(self._open.values()), None)

    def aborted_between(self, first_offset: int, last_offset: int) -> list[Aborted]:
        """Aborted transactions with records in this closed range."""
        start = bisect_left(self._aborted, (first_offset,))
        return [each for each in self._aborted[start:] if each.first_offset <= last_offset]

    def has_aborted(self, header: BatchHeader) -> bool:
        """Whether a transactional batch that is decided was aborted."""
        start = bisect_left(self._aborted, (header.base_offset,))
        return any(
            each.producer_id == header.producer_id and each.first_offset <= header.base_offset
            for each in self._aborted[start:]
        )

    def remembers(self, header: BatchHeader) -> bool:
        """Whether the batch is one of those by which a repeated one is known."""
        producer = self._producers.get(header.producer_id)
        return producer is not None and any(
            batch.base_offset == header.base_offset for batch in producer.batches
        )

    def forget_aborted_before(self, offset: int) -> None:
        """Drops what is known of aborted transactions that ended before; their records are gone."""
        del self._aborted[: bisect_left(self._aborted, (offset,))]

    def _at_epoch(self, header: BatchHeader) -> _Producer:
        producer = self._producers.pop(header.producer_id, None)
        if producer is None or producer.epoch < header.producer_epoch:
            producer = _Producer(header.producer_epoch)
        self._producers[header.producer_id] = producer
        if len(self._producers) > _REMEMBERED_PRODUCERS:
            del self._producers[next(iter(self._producers))]
        return producer


def _last_sequence(header: BatchHeader) -> int:
    return (header.first_sequence + header.last_offset_delta) & _SEQUENCE_MASK
