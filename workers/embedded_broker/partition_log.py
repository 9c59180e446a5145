"""One partition: an append-only file of record batches, its index, and those who wait for more.

The file holds the batches as they go over the wire, one after the other. The index in memory
takes 24 bytes a batch and is read again from the file at every start, which also finds a torn
tail: what follows the last batch whose checksum is right is cut off.
"""

import asyncio
from array import array
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import NamedTuple

import structlog

from .disk import AppendFile, DiskError
from .errors import ErrorCode, Refused
from .partition_producers import Aborted, PartitionProducers
from .records import (
    HEADER_BYTES,
    BatchHeader,
    end_marker,
    first_not_before,
    is_intact,
    marker_commits,
    placed,
    read_header,
)

_log = structlog.get_logger("copydesk.embedded_broker")
_NO_TIMESTAMP = -1


class Chunk(NamedTuple):
    """Whole batches read in one go; the first may begin before the offset asked for."""

    data: bytes
    aborted: list[Aborted]


class PartitionLog:
    """The records of one partition, kept in one file."""

    start_offset = 0  # nothing is ever removed from the front

    def __init__(self, path: Path, *, fsync: bool = False, truncate: bool = False) -> None:
        self._file = AppendFile(path, fsync=fsync, truncate=truncate)
        self._bases = array("q")
        self._positions = array("q")
        # Newest timestamp in this batch or any before it: rises, so that it can be bisected.
        self._newest = array("q")
        self.next_offset = 0
        self.producers = PartitionProducers()
        self._waiting: dict[asyncio.Event, bool] = {}
        self._recover()

    @property
    def last_stable_offset(self) -> int:
        """The offset before which every transaction is decided."""
        first_open = self.producers.first_open_offset()
        return self.next_offset if first_open is None else first_open

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
        end = bisect_left(self._bases, self.end_offset(committed_only=committed_only))
        first = max(bisect_right(self._bases, offset) - 1, 0)
        if offset >= self.next_offset or first >= end:
            return Chunk(b"", [])
        position = self._positions[first]
        fitting = bisect_right(self._positions, position + max_bytes, first + 1, end) - 1
        if self._position_after(end - 1) <= position + max_bytes:
            fitting = end
        fitting = max(fitting, first + 1)
        data = self._file.read(position, self._position_after(fitting - 1) - position)
        if not committed_only:
            return Chunk(data, [])
        return Chunk(data, self.producers.aborted_between(offset, self._last_offset(fitting - 1)))

    def first_not_before(
        self, timestamp_ms: int, *, committed_only: bool
    ) -> tuple[int, int] | None:
        """Timestamp and offset of the first visible record that is not older."""
        end = self.end_offset(committed_only=committed_only)
        for index in range(bisect_left(self._newest, timestamp_ms), len(self._bases)):
            if self._bases[index] >= end:
                return None
            position = self._positions[index]
            batch = self._file.read(position, self._position_after(index) - position)
            found = None if read_header(batch).control else first_not_before(batch, timestamp_ms)
            if found is not None:
                return found
        return None

    def wake_when_longer(self, event: asyncio.Event, *, committed_only: bool) -> None:
        """Sets `event` when such a reader may see more, or when the log is closed."""
        self._waiting[event] = committed_only

    def forget(self, event: asyncio.Event) -> None:
        self._waiting.pop(event, None)

    def close(self) -> None:
        self._file.close()
        for event in self._waiting:
            event.set()

    def _write(self, batch: bytes, header: BatchHeader) -> int:
        base, stable = self.next_offset, self.last_stable_offset
        try:
            position = self._file.append(placed(batch, header, base))
        except DiskError as error:
            raise Refused(ErrorCode.KAFKA_STORAGE_ERROR, str(error.strerror)) from error
        self._note(header._replace(base_offset=base), position, batch)
        stable_moved = self.last_stable_offset != stable
        for event, committed_only in self._waiting.items():
            if stable_moved or not committed_only:
                event.set()
        return base

    def _note(self, header: BatchHeader, position: int, batch: bytes) -> None:
        newest = self._newest[-1] if self._newest else _NO_TIMESTAMP
        self._bases.append(header.base_offset)
        self._positions.append(position)
        self._newest.append(newest if header.control else max(newest, header.max_timestamp))
        self.next_offset = header.last_offset + 1
        if header.control:
            self.producers.ended(header, committed=marker_commits(batch))
        else:
            self.producers.appended(header)

    def _position_after(self, index: int) -> int:
        return self._positions[index + 1] if index + 1 < len(self._positions) else self._file.size

    def _last_offset(self, index: int) -> int:
        after = self._bases[index + 1] if index + 1 < len(self._bases) else self.next_offset
        return after - 1

    def _recover(self) -> None:
        position, size = 0, self._file.size
        while batch := self._intact_batch(position, size):
            self._note(read_header(batch), position, batch)
            position += len(batch)
        if position < size:
            _log.warning("torn_tail_cut", file=str(self._file.path), bytes=size - position)
            self._file.cut(position)

    def _intact_batch(self, position: int, size: int) -> bytes | None:
        if position + HEADER_BYTES > size:
            return None
        header = read_header(self._file.read(position, HEADER_BYTES))
        if header.base_offset != self.next_offset or header.last_offset_delta < 0:
            return None
        if not HEADER_BYTES <= header.size_bytes <= size - position:
            return None
        batch = self._file.read(position, header.size_bytes)
        return batch if is_intact(header, batch) else None
