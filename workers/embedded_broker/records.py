"""Record batches of the v2 format: their header, their checksum, and transaction markers.

Layout: Apache Kafka's documentation, "Implementation > Record Batch"; markers: KIP-98.
"""

import struct
from typing import Any, NamedTuple

from aiokafka.record.control_record import ABORT_MARKER, COMMIT_MARKER, ControlRecord
from aiokafka.record.default_records import DefaultRecordBatchBuilder
from aiokafka.record.memory_records import MemoryRecords
from aiokafka.record.util import calc_crc32c

from .errors import ErrorCode, Refused

HEADER = struct.Struct(">qiibIhiqqqhii")
HEADER_BYTES = HEADER.size
# Offset and length stand before what the length counts.
_LENGTH_EXCLUDES = 12
CRC = struct.Struct(">I")
CRC_AT = 17
CHECKED_FROM = 21
ATTRIBUTES = struct.Struct(">h")
_PLACE = struct.Struct(">qii")

_TRANSACTIONAL = 0x10
_CONTROL = 0x20
# The first timestamp is the moment from which deletions in the batch may go (KIP-534).
COUNTED_DOWN = 0x40
_MARKER_KEY = struct.Struct(">hh")
_MARKER_VALUE = struct.pack(">hi", 0, 0)  # version, coordinator epoch


class BatchHeader(NamedTuple):
    """The fixed part of a record batch, in the order in which it is stored."""

    base_offset: int
    length: int
    leader_epoch: int
    magic: int
    crc: int
    attributes: int
    last_offset_delta: int
    first_timestamp: int
    max_timestamp: int
    producer_id: int
    producer_epoch: int
    first_sequence: int
    record_count: int

    @property
    def size_bytes(self) -> int:
        return size_of_length(self.length)

    @property
    def last_offset(self) -> int:
        return self.base_offset + self.last_offset_delta

    @property
    def transactional(self) -> bool:
        return bool(self.attributes & _TRANSACTIONAL)

    @property
    def control(self) -> bool:
        return bool(self.attributes & _CONTROL)

    @property
    def due_ms(self) -> int | None:
        """From when its tombstones, or its marker, may go; None while nothing counts down."""
        return self.first_timestamp if self.attributes & COUNTED_DOWN else None


def size_of_length(length: int) -> int:
    """The bytes of a whole batch whose length field is this."""
    return length + _LENGTH_EXCLUDES


def read_header(data: bytes | bytearray) -> BatchHeader:
    """The header that `data` (at least HEADER_BYTES long) begins with."""
    return BatchHeader._make(HEADER.unpack_from(data))


def is_intact(header: BatchHeader, batch: bytes | bytearray) -> bool:
    """Whether `batch` is exactly the batch that its header promises, unharmed."""
    return (
        header.magic == 2
        and header.size_bytes == len(batch)
        and calc_crc32c(memoryview(batch)[CHECKED_FROM:]) == header.crc
    )


def produced_batch(batch: bytes) -> BatchHeader:
    """The header of a batch as a producer may send it.

    Raises:
        Refused: it is cut, harmed, of another format, or a marker, which only a broker writes.
    """
    if len(batch) < HEADER_BYTES:
        raise Refused(ErrorCode.CORRUPT_MESSAGE, f"a batch of {len(batch)} bytes")
    header = read_header(batch)
    if header.magic == 2 and HEADER_BYTES <= header.size_bytes < len(batch):
        raise Refused(ErrorCode.INVALID_RECORD, "more than one batch for a partition")
    if not is_intact(header, batch):
        raise Refused(ErrorCode.CORRUPT_MESSAGE, "length or checksum of a batch is wrong")
    if header.control or header.record_count != header.last_offset_delta + 1:
        raise Refused(ErrorCode.INVALID_RECORD, "a marker, or a wrong count of records")
    return header


def placed(batch: bytes, header: BatchHeader, base_offset: int) -> bytearray:
    """The same batch at its offset in the log; the checksum does not cover the offset."""
    copy = bytearray(batch)
    _PLACE.pack_into(copy, 0, base_offset, header.length, 0)
    return copy


def end_marker(
    producer_id: int, producer_epoch: int, *, committed: bool, timestamp_ms: int
) -> bytes:
    """A control batch that ends this producer's transaction in one partition."""
    builder = DefaultRecordBatchBuilder(
        magic=2,
        compression_type=0,
        is_transactional=1,
        producer_id=producer_id,
        producer_epoch=producer_epoch,
        base_sequence=-1,
        batch_size=1024,
    )
    decision = COMMIT_MARKER if committed else ABORT_MARKER
    key = _MARKER_KEY.pack(decision.version, decision.type_)
    builder.append(offset=0, timestamp=timestamp_ms, key=key, value=_MARKER_VALUE, headers=[])
    batch = bytearray(builder.build())
    ATTRIBUTES.pack_into(batch, CHECKED_FROM, _TRANSACTIONAL | _CONTROL)
    CRC.pack_into(batch, CRC_AT, calc_crc32c(batch[CHECKED_FROM:]))
    return bytes(batch)


def marker_commits(batch: bytes) -> bool:
    """Whether this control batch commits (else it aborts)."""
    marker = next(iter(_decoded(batch)))
    return bool(ControlRecord.parse(marker.key) == COMMIT_MARKER)


def first_not_before(batch: bytes, timestamp_ms: int) -> tuple[int, int] | None:
    """Timestamp and offset of the first record that is not older, if there is one."""
    for record in _decoded(batch):
        if record.timestamp >= timestamp_ms:
            return record.timestamp, record.offset
    return None


def every_record_has_a_key(batch: bytes) -> bool:
    """What a compacted topic asks of a batch."""
    return all(record.key is not None for record in _decoded(batch))


def _decoded(batch: bytes) -> Any:
    return MemoryRecords(batch).next_batch()
