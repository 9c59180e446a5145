"""One segment: a file of record batches, one after the other as they go over the wire."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import structlog

from .disk import AppendFile, Disk
from .records import (
    HEADER_BYTES,
    BatchHeader,
    first_not_before,
    is_intact,
    placed,
    read_header,
    size_of_length,
)
from .sparse_index import INTERVAL_BYTES, SparseIndex

_log = structlog.get_logger("copydesk.embedded_broker")
_NO_TIMESTAMP = -1
# The start of a batch up to its last offset's distance: first offset, length, that distance.
_SPAN = struct.Struct(">qi11xi")


class DamagedSegmentError(Exception):
    """A batch in the middle of a segment is not what was written."""


class Batch(NamedTuple):
    """A batch as it lies in the log."""

    header: BatchHeader
    data: bytes


class Batches(NamedTuple):
    """Whole batches, one after the other, and the last offset among them."""

    data: bytes
    last_offset: int


NOTHING = Batches(b"", -1)


class Segment:
    """Batches from `base_offset` to below `next_offset`, in the order of their offsets.

    As appended it holds every offset; compacted it has gaps and is never written again.
    """

    def __init__(
        self,
        path: Path,
        disk: Disk,
        base_offset: int,
        *,
        compacted_to: int | None = None,
        truncate: bool = False,
        aside: bool = False,
    ) -> None:
        """Takes the file; `recover` reads it. `compacted_to` is the end of a compacted one."""
        self._file = AppendFile(path, disk, truncate=truncate, aside=aside)
        self._index = SparseIndex()
        self._end = compacted_to
        self.base_offset = self.next_offset = base_offset
        self.first_ms = self._newest_ms = _NO_TIMESTAMP
        self.due_ms: int | None = None
        """When the first of its tombstones and markers may go; None while none is counted down."""

    @property
    def compacted(self) -> bool:
        return self._end is not None

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return self._file.size

    @property
    def newest_ms(self) -> int:
        """The newest timestamp of its records; when it was written if they have none."""
        return self._newest_ms if self._newest_ms >= 0 else self._file.modified_ms()

    def append(self, batch: bytes, header: BatchHeader, base_offset: int) -> BatchHeader:
        """Puts a batch at its offset behind all others.

        Raises:
            DiskError: nothing of it was written.
        """
        position = self._file.append(placed(batch, header, base_offset))
        header = header._replace(base_offset=base_offset)
        self._note(header, position)
        return header

    def recover(self) -> Iterator[Batch]:
        """The batches of a file that was there; what follows the last sound one is cut off."""
        position = 0
        for batch in self._sound_batches(0):
            self._note(batch.header, position)
            position += len(batch.data)
            yield batch
        if position < self.size:
            _log.warning("torn_tail_cut", file=str(self.path), bytes=self.size - position)
            self._file.cut(position)
        if self._end is not None:
            self.next_offset = self._end

    def batches(self) -> Iterator[Batch]:
        """All batches.

        Raises:
            DamagedSegmentError: one is not as it was written.
        """
        position = 0
        for batch in self._sound_batches(0):
            position += len(batch.data)
            yield batch
        if position < self.size:
            raise DamagedSegmentError(f"{self.path} is damaged at byte {position}")

    def read(self, offset: int, max_bytes: int, below: int) -> Batches:
        """The batches from the one with `offset`, or behind it, on; all begin before `below`.

        One at least if there is one, else within `max_bytes`.
        """
        position = self._position_of(offset)
        data = self._file.read(position, max(max_bytes, HEADER_BYTES))
        end, last_offset = 0, -1
        while end + _SPAN.size <= len(data):
            base, length, distance = _SPAN.unpack_from(data, end)
            after = end + size_of_length(length)
            if base >= below or (end and after > max_bytes):
                break
            end, last_offset = after, base + distance
        if end > len(data):
            data = self._file.read(position, end)
        return Batches(data[:end], last_offset)

    def first_not_before(self, timestamp_ms: int, below: int) -> tuple[int, int] | None:
        """Timestamp and offset of the first record that is not older, if one is before `below`."""
        for header, data in self._sound_batches(self._index.position_before_time(timestamp_ms)):
            if header.base_offset >= below:
                return None
            if header.control or header.max_timestamp < timestamp_ms:
                continue
            found = first_not_before(data, timestamp_ms)
            if found is not None:
                return found
        return None

    def rename(self, path: Path, end_offset: int) -> None:
        """Finishes a compacted segment: synced, under its name, for good."""
        self._file.rename(path)
        self.next_offset = self._end = end_offset

    def sync(self) -> None:
        """Forces what was written to the disk."""
        self._file.sync()

    def remove(self) -> None:
        """Deletes the file."""
        self._file.remove()

    def close(self) -> None:
        self._file.close()

    def _note(self, header: BatchHeader, position: int) -> None:
        newest = _NO_TIMESTAMP if header.control else header.max_timestamp
        self._index.note(header.base_offset, position, newest)
        self.next_offset = header.last_offset + 1
        self._newest_ms = max(self._newest_ms, header.max_timestamp)
        if self.first_ms < 0:
            self.first_ms = header.max_timestamp
        if header.due_ms is not None:
            self.due_ms = min(header.due_ms, self.due_ms or header.due_ms)

    def _position_of(self, offset: int) -> int:
        """Where the first batch begins that does not end before `offset`."""
        start = self._index.position_before(offset)
        window = self._file.read(start, INTERVAL_BYTES + _SPAN.size)
        at = 0
        while at + _SPAN.size <= len(window):
            base, length, distance = _SPAN.unpack_from(window, at)
            if base + distance >= offset:
                break
            at += size_of_length(length)
        return start + at

    def _sound_batches(self, position: int) -> Iterator[Batch]:
        expected = self.base_offset if position == 0 else None
        while batch := self._batch_at(position, expected):
            yield batch
            position += len(batch.data)
            expected = batch.header.last_offset + 1

    def _batch_at(self, position: int, expected: int | None) -> Batch | None:
        size = self.size
        if position + HEADER_BYTES > size:
            return None
        header = read_header(self._file.read(position, HEADER_BYTES))
        if expected is not None and not self._follows(header.base_offset, expected):
            return None
        if header.last_offset_delta < 0 or not HEADER_BYTES <= header.size_bytes <= size - position:
            return None
        data = self._file.read(position, header.size_bytes)
        return Batch(header, data) if is_intact(header, data) else None

    def _follows(self, base_offset: int, expected: int) -> bool:
        if self._end is None:
            return base_offset == expected
        return expected <= base_offset < self._end
