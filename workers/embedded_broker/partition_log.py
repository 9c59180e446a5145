"""One partition: its segments in their order, who produced them, and those who wait for more.

The last segment is the active one and the only one that grows. What retention removes goes from
the front; what compaction replaces keeps its offsets.
"""

import asyncio
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import structlog

from .disk import Disk
from .errors import ErrorCode, Refused
from .log_settings import LogSettings
from .partition_producers import Aborted, PartitionProducers
from .records import BatchHeader, end_marker, marker_commits, read_header
from .retention import expired
from .segment import NOTHING, Segment
from .segment_names import SegmentName, standing_segments

_log = structlog.get_logger("copydesk.embedded_broker")
DEFAULT_SETTINGS = LogSettings.of({})


class Chunk(NamedTuple):
    """Whole batches read in one go; the first may begin before the offset asked for."""

    data: bytes
    aborted: list[Aborted]


class PartitionLog:
    """The records of one partition, kept in one folder."""

    def __init__(
        self,
        folder: Path,
        disk: Disk,
        settings: LogSettings = DEFAULT_SETTINGS,
        *,
        truncate: bool = False,
    ) -> None:
        """Recovers what the folder holds, or with `truncate` empties it."""
        self.folder = folder
        self.settings = settings
        self.producers = PartitionProducers()
        self.closed = False
        self._disk = disk
        self._waiting: dict[asyncio.Event, bool] = {}
        self._segments: list[Segment] = []
        folder.mkdir(parents=True, exist_ok=True)
        self._adopt_single_file()
        self._recover(truncate=truncate)

    @property
    def start_offset(self) -> int:
        """The first offset that is left."""
        return self._segments[0].base_offset

    @property
    def next_offset(self) -> int:
        """What the next record gets."""
        return self._active.next_offset

    @property
    def last_stable_offset(self) -> int:
        """The offset before which every transaction is decided."""
        first_open = self.producers.first_open_offset()
        return self.next_offset if first_open is None else first_open

    @property
    def segments(self) -> Sequence[Segment]:
        """All segments, oldest first; the last one is active."""
        return tuple(self._segments)

    def end_offset(self, *, committed_only: bool) -> int:
        """One past the last offset that such a reader may see."""
        return self.last_stable_offset if committed_only else self.next_offset

    def append(self, batch: bytes, header: BatchHeader) -> int:
        """The offset of the batch's first record; a batch sent twice is stored once.

        Raises:
            Refused: the producer's sequence does not fit, or the disk is full.
        """
        known = self.producers.duplicate_of(header)
        return self._write(batch, header) if known is None else known

    def append_marker(
        self, producer_id: int, producer_epoch: int, *, committed: bool, timestamp_ms: int
    ) -> None:
        """Ends the producer's transaction in this partition.

        Raises:
            Refused: the disk is full; the transaction stays open.
        """
        marker = end_marker(
            producer_id, producer_epoch, committed=committed, timestamp_ms=timestamp_ms
        )
        self._write(marker, read_header(marker))

    def read(self, offset: int, max_bytes: int, *, committed_only: bool) -> Chunk:
        """The batches from `offset` on: at least one if there is one, else within `max_bytes`."""
        below = self.end_offset(committed_only=committed_only)
        found = NOTHING
        for segment in self._segments[self._holding(offset) :]:
            if found.data or segment.base_offset >= below:
                break
            found = segment.read(offset, max_bytes, below)
        if not committed_only or not found.data:
            return Chunk(found.data, [])
        return Chunk(found.data, self.producers.aborted_between(offset, found.last_offset))

    def first_not_before(
        self, timestamp_ms: int, *, committed_only: bool
    ) -> tuple[int, int] | None:
        """Timestamp and offset of the first visible record that is not older."""
        below = self.end_offset(committed_only=committed_only)
        for segment in self._segments:
            if segment.newest_ms >= timestamp_ms:
                found = segment.first_not_before(timestamp_ms, below)
                if found is not None:
                    return found
        return None

    def expire(self, now_ms: int) -> None:
        """Removes what is older or more than the topic keeps.

        Raises:
            OSError: a file could not be made or removed.
        """
        stable = self.last_stable_offset
        gone = expired(self._segments, self.settings, stable_offset=stable, now_ms=now_ms)
        if gone == len(self._segments):
            self._roll()
        if gone:
            self._drop(gone)

    def replace(self, old: Sequence[Segment], compacted: Segment, name: SegmentName) -> None:
        """Puts a finished compacted segment in the place of those that it was made from.

        Raises:
            OSError: it could not be put there; the old ones stay.
        """
        at = self._segments.index(old[0])
        compacted.rename(self.folder / str(name), old[-1].next_offset)
        self._segments[at : at + len(old)] = [compacted]
        self.producers.forget_aborted_before(compacted.next_offset)
        for segment in old:
            if segment.path != compacted.path:
                segment.remove()

    def wake_when_longer(self, event: asyncio.Event, *, committed_only: bool) -> None:
        """Sets `event` when such a reader may see more, or when the log is closed."""
        self._waiting[event] = committed_only

    def forget(self, event: asyncio.Event) -> None:
        self._waiting.pop(event, None)

    def close(self) -> None:
        self.closed = True
        for segment in self._segments:
            segment.close()
        for event in self._waiting:
            event.set()

    @property
    def _active(self) -> Segment:
        return self._segments[-1]

    def _write(self, batch: bytes, header: BatchHeader) -> int:
        base, stable = self.next_offset, self.last_stable_offset
        try:
            if self._is_full(header):
                self._roll()
            header = self._active.append(batch, header, base)
        except OSError as error:
            raise Refused(ErrorCode.KAFKA_STORAGE_ERROR, str(error.strerror)) from error
        self._note(header, batch)
        stable_moved = self.last_stable_offset != stable
        for event, committed_only in self._waiting.items():
            if stable_moved or not committed_only:
                event.set()
        return base

    def _note(self, header: BatchHeader, batch: bytes) -> None:
        if header.control:
            self.producers.ended(header, committed=marker_commits(batch))
        else:
            self.producers.appended(header)

    def _is_full(self, header: BatchHeader) -> bool:
        active, limits = self._active, self.settings
        if active.size == 0:
            return False
        return (
            active.size + header.size_bytes > limits.segment_bytes
            or active.next_offset - active.base_offset >= limits.segment_records
            or (active.first_ms >= 0 and header.max_timestamp - active.first_ms > limits.segment_ms)
        )

    def _roll(self) -> None:
        self._segments.append(self._open(SegmentName(self.next_offset), truncate=True))

    def _drop(self, count: int) -> None:
        gone, self._segments = self._segments[:count], self._segments[count:]
        self.producers.forget_aborted_before(self.start_offset)
        for segment in gone:
            segment.remove()
        _log.info("segments_expired", folder=str(self.folder), start_offset=self.start_offset)

    def _holding(self, offset: int) -> int:
        return max(bisect_right(self._segments, offset, key=_base_offset) - 1, 0)

    def _open(self, name: SegmentName, *, truncate: bool = False) -> Segment:
        path = self.folder / str(name)
        return Segment(
            path, self._disk, name.base_offset, compacted_to=name.compacted_to, truncate=truncate
        )

    def _adopt_single_file(self) -> None:
        """Takes over the one file that a partition was before it had segments."""
        single = self.folder.with_name(f"{self.folder.name}.log")
        if single.exists():
            single.rename(self.folder / str(SegmentName(0)))

    def _recover(self, *, truncate: bool) -> None:
        names = [file.name for file in self.folder.iterdir()]
        standing = {} if truncate else {str(name): name for name in standing_segments(names)}
        for name in names:
            if name not in standing:
                self._disk.remove(self.folder / name)
        for segment_name in standing.values():
            segment = self._open(segment_name)
            for batch in segment.recover():
                self._note(batch.header, batch.data)
            self._segments.append(segment)
        if not self._segments:
            self._segments.append(self._open(SegmentName(0)))
        elif self._active.compacted:
            self._roll()


def _base_offset(segment: Segment) -> int:
    return segment.base_offset
