"""A record batch without some of its records: offsets, producer and sequences stay as they were.

A record is cut out as it lies there and never encoded again, but for its distance from the first
timestamp where that changes: KIP-534 stores there when tombstones and markers may go.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from aiokafka import codec
from aiokafka.record.util import calc_crc32c, decode_varint, encode_varint

from .records import CHECKED_FROM, COUNTED_DOWN, CRC, CRC_AT, HEADER, HEADER_BYTES, BatchHeader

_COMPRESSION = 0x07
_Packing = Callable[[bytes], bytes]
_PACK: Mapping[int, _Packing] = {
    1: codec.gzip_encode,
    2: codec.snappy_encode,
    3: codec.lz4_encode,
    4: codec.zstd_encode,
}
_UNPACK: Mapping[int, _Packing] = {
    1: codec.gzip_decode,
    2: codec.snappy_decode,
    3: codec.lz4_decode,
    4: codec.zstd_decode,
}
# What the length of a batch does not count.
_UNCOUNTED = 12


class StoredRecord(NamedTuple):
    """One record as it lies in its batch."""

    offset: int
    timestamp_ms: int
    key: bytes | None
    is_tombstone: bool
    attributes: int
    rest: bytes
    """Its bytes from the offset's distance on."""


def records_of(header: BatchHeader, batch: bytes) -> Iterator[StoredRecord]:
    """The records of an intact batch, unpacked.

    Raises:
        NotImplementedError: the library for its compression is not installed.
    """
    packing = header.attributes & _COMPRESSION
    packed = batch[HEADER_BYTES:]
    data = bytearray(_UNPACK[packing](packed) if packing else packed)
    position = 0
    for _ in range(header.record_count):
        length, start = decode_varint(data, position)
        position = start + length
        yield _record(header, data, start, position)


def with_records(header: BatchHeader, records: Sequence[StoredRecord], due_ms: int | None) -> bytes:
    """The batch with these of its records alone, perhaps none; `due_ms` begins its countdown."""
    first_ms = header.first_timestamp if due_ms is None else due_ms
    body = bytearray()
    for record in records:
        _write(body, record, first_ms)
    attributes = header.attributes | (0 if due_ms is None else COUNTED_DOWN)
    packing = attributes & _COMPRESSION
    if not records:
        attributes &= ~_COMPRESSION
    packed = _PACK[packing](bytes(body)) if packing and records else bytes(body)
    newest = max((each.timestamp_ms for each in records), default=header.max_timestamp)
    return _sealed(
        header._replace(
            length=HEADER_BYTES - _UNCOUNTED + len(packed),
            attributes=attributes,
            first_timestamp=first_ms,
            max_timestamp=newest,
            record_count=len(records),
        ),
        packed,
    )


def _record(header: BatchHeader, data: bytearray, start: int, end: int) -> StoredRecord:
    timestamp_delta, at = decode_varint(data, start + 1)
    offset_delta, key_at = decode_varint(data, at)
    key_length, key_at = decode_varint(data, key_at)
    value_at = key_at + max(key_length, 0)
    value_length, _ = decode_varint(data, value_at)
    return StoredRecord(
        offset=header.base_offset + offset_delta,
        timestamp_ms=header.first_timestamp + timestamp_delta,
        key=None if key_length < 0 else bytes(data[key_at:value_at]),
        is_tombstone=value_length < 0,
        attributes=data[start],
        rest=bytes(data[at:end]),
    )


def _write(body: bytearray, record: StoredRecord, first_ms: int) -> None:
    head = bytearray((record.attributes,))
    encode_varint(record.timestamp_ms - first_ms, head.append)
    encode_varint(len(head) + len(record.rest), body.append)
    body += head
    body += record.rest


def _sealed(header: BatchHeader, body: bytes) -> bytes:
    batch = bytearray(HEADER.pack(*header)) + body
    CRC.pack_into(batch, CRC_AT, calc_crc32c(bytes(batch[CHECKED_FROM:])))
    return bytes(batch)
