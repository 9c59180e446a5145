"""Compaction of one partition: the latest record of each key stays, at its offset.

What Kafka's cleaner promises, this keeps: whoever reads from the beginning sees at least the last
state of every key, in order. Tombstones and transaction markers stay for `delete.retention.ms`
after they were first compacted. Records of undecided transactions and of the active segment are
not touched; those of aborted ones go. Of each producer the batches that it may still send again are
remembered, if need be without their records, and a marker stays for as long as one of its
transaction's batches does: what a restart reads is what was known before.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import takewhile

import structlog

from .compacted_batch import StoredRecord, records_of, with_records
from .disk import Disk
from .partition_log import PartitionLog
from .records import BatchHeader, read_header
from .segment import Batch, DamagedSegmentError, Segment
from .segment_names import SegmentName

_log = structlog.get_logger("copydesk.embedded_broker")
# Keys and offsets in memory: some 150 bytes for each record at most, so 30 MB.
_MOST_RECORDS_A_PASS = 200_000
_DIGEST_BYTES = 16  # as Kafka's cleaner: two of a billion keys meet once in 10^20
_SYNC_BYTES = 8 * 1024 * 1024  # so that no single sync holds up all others for long


def compaction(log: PartitionLog, disk: Disk, now_ms: int) -> Iterator[None]:
    """One pass over a log if there is enough to gain, in steps of a batch; else none.

    Every step leaves the log as it was, or with some segments replaced as a whole: one may stop
    after any of them.

    Raises:
        OSError: the disk is full, or a file cannot be had; the log is as it was.
        DamagedSegmentError: so is a batch, and nothing was made of it.
        NotImplementedError: the library for the compression of a batch is not installed.
    """
    segments = worth_compacting(log, now_ms)
    if segments:
        yield from _Pass(log, disk, segments, now_ms).steps()


def worth_compacting(log: PartitionLog, now_ms: int) -> Sequence[Segment]:
    """The segments of the next pass, from the first on; none when there is too little to gain."""
    settings = log.settings
    if not settings.compacts:
        return ()
    ready = _decided_and_old_enough(log, now_ms)
    dirty = [segment for segment in ready if not segment.compacted]
    due = any(segment.due_ms is not None and segment.due_ms <= now_ms for segment in ready)
    share = settings.min_cleanable_dirty_ratio * sum(segment.size for segment in ready)
    late = any(now_ms - segment.first_ms > settings.max_compaction_lag_ms for segment in dirty)
    if not (due or late or sum(segment.size for segment in dirty) > share):
        return ()
    return ready[: len(ready) - len(dirty) + _within_memory(dirty)]


def _decided_and_old_enough(log: PartitionLog, now_ms: int) -> list[Segment]:
    stable, lag = log.last_stable_offset, log.settings.min_compaction_lag_ms

    def is_ready(segment: Segment) -> bool:
        old_enough = segment.compacted or lag == 0 or now_ms - segment.newest_ms >= lag
        return old_enough and segment.next_offset <= stable

    return list(takewhile(is_ready, log.segments[:-1]))


def _within_memory(dirty: Sequence[Segment]) -> int:
    """How many segments a pass may take: one at least, if there is one."""
    records = 0
    for count, segment in enumerate(dirty):
        records += segment.next_offset - segment.base_offset
        if count and records > _MOST_RECORDS_A_PASS:
            return count
    return len(dirty)


def _groups(segments: Sequence[Segment], segment_bytes: int) -> Iterator[list[Segment]]:
    """Neighbours that fit into one segment together."""
    group: list[Segment] = []
    for segment in segments:
        if group and sum(each.size for each in group) + segment.size > segment_bytes:
            yield group
            group = []
        group.append(segment)
    yield group


class _Pass:
    def __init__(
        self, log: PartitionLog, disk: Disk, segments: Sequence[Segment], now_ms: int
    ) -> None:
        self._target = log
        self._disk = disk
        self._segments = segments
        self._now_ms = now_ms
        self._due_ms = now_ms + log.settings.delete_retention_ms
        self._latest: dict[bytes, int] = {}
        # Producers whose present transaction has left a batch.
        self._left: set[int] = set()

    def steps(self) -> Iterator[None]:
        for segment in self._segments:
            if not segment.compacted:
                yield from self._read_keys(segment)
        before = sum(segment.size for segment in self._segments)
        after = 0
        for group in _groups(self._segments, self._target.settings.segment_bytes):
            yield from self._rewrite(group)
            after += self._size_at(group[0].base_offset)
        folder = str(self._target.folder)
        _log.info("log_compacted", folder=folder, bytes_before=before, bytes_after=after)

    def _size_at(self, base_offset: int) -> int:
        return next(
            segment.size for segment in self._target.segments if segment.base_offset == base_offset
        )

    def _read_keys(self, segment: Segment) -> Iterator[None]:
        for batch in segment.batches():
            if not batch.header.control and not self._is_aborted(batch):
                for record in records_of(*batch):
                    if record.key is not None:
                        self._latest[_digest(record.key)] = record.offset
            yield

    def _rewrite(self, group: Sequence[Segment]) -> Iterator[None]:
        name = SegmentName(group[0].base_offset, group[-1].next_offset)
        aside = Segment(
            self._target.folder / f"{name}.new", self._disk, name.base_offset, aside=True
        )
        synced = 0
        try:
            for segment in group:
                for batch in segment.batches():
                    left = self._left_of(batch)
                    if left is not None:
                        aside.append(left, read_header(left), batch.header.base_offset)
                    if aside.size - synced > _SYNC_BYTES:
                        aside.sync()
                        synced = aside.size
                    yield
            self._target.replace(group, aside, name)
        except (OSError, DamagedSegmentError):
            aside.remove()
            raise

    def _left_of(self, batch: Batch) -> bytes | None:
        """What stays of a batch; None when all of it goes."""
        if batch.header.control:
            return self._marker_left(batch)
        header = batch.header
        records = list(records_of(*batch))
        left = [] if self._is_aborted(batch) else [r for r in records if self._stays(r, header)]
        remembered = self._target.producers.remembers(header)
        if not left and not remembered:
            return None
        if header.transactional:
            self._left.add(header.producer_id)
        counting = any(record.is_tombstone for record in left)
        due_ms = (header.due_ms or self._due_ms) if counting else None
        if len(left) == len(records) and due_ms == header.due_ms:
            return batch.data
        return with_records(header, left, due_ms)

    def _stays(self, record: StoredRecord, header: BatchHeader) -> bool:
        if record.key is None:
            return True
        if self._latest.get(_digest(record.key), record.offset) > record.offset:
            return False
        return not (record.is_tombstone and self._is_due(header))

    def _marker_left(self, batch: Batch) -> bytes | None:
        header = batch.header
        if header.producer_id in self._left:
            self._left.remove(header.producer_id)
            return batch.data
        if header.due_ms is None:
            return with_records(header, list(records_of(*batch)), self._due_ms)
        return None if self._is_due(header) else batch.data

    def _is_due(self, header: BatchHeader) -> bool:
        return header.due_ms is not None and header.due_ms <= self._now_ms

    def _is_aborted(self, batch: Batch) -> bool:
        header = batch.header
        return header.transactional and self._target.producers.has_aborted(header)


def _digest(key: bytes) -> bytes:
    """The key if it is short, so that memory is bounded whatever keys there are."""
    if len(key) < _DIGEST_BYTES:
        return key
    return blake2b(key, digest_size=_DIGEST_BYTES).digest()
