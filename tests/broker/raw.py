"""Requests by hand, for what no client would send: old members, repeated ends, wrong versions.

The layouts are the embedded broker's own, so that Apache Kafka is also asked whether they are
right.
"""

import asyncio
import struct
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

from aiokafka.record.default_records import DefaultRecordBatchBuilder

from workers.embedded_broker.versions import ApiKey, layouts
from workers.embedded_broker.wire import Fields, read_body, written

_LAYOUTS = layouts()
_ANSWER_SECONDS = 30.0
_CLIENT_ID = b"by-hand"
# Kafka shows a new topic a moment before it takes records for it.
_NOT_LEADER = 6


class Connection:
    """One connection, one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def ask(self, key: ApiKey, version: int, body: Mapping[str, Any]) -> Fields:
        """The answer, which must be laid out to the last byte as we think."""
        layout = _LAYOUTS[key, version]
        request = b"".join(written(layout.request, body))
        answer = await self.send(header(key, version, flexible=layout.flexible) + request)
        answer.read(4 + layout.flexible_answer)  # correlation id, and no tagged fields
        fields = read_body(layout.answer, answer)
        assert answer.read() == b""
        return fields

    async def send(self, request: bytes) -> BytesIO:
        """The answer to any bytes, without its length."""
        self._writer.write(struct.pack(">i", len(request)) + request)
        async with asyncio.timeout(_ANSWER_SECONDS):
            length = int.from_bytes(await self._reader.readexactly(4), "big")
            return BytesIO(await self._reader.readexactly(length))

    async def is_closed_after(self, sent: bytes) -> bool:
        """Whether the broker's answer to these bytes is to close the connection."""
        self._writer.write(sent)
        async with asyncio.timeout(_ANSWER_SECONDS):
            try:
                return await self._reader.read(1) == b""
            except ConnectionResetError:
                return True


@asynccontextmanager
async def connected(bootstrap: str) -> AsyncIterator[Connection]:
    """A connection to a broker."""
    host, port = bootstrap.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        yield Connection(reader, writer)
    finally:
        writer.close()


def header(key: int, version: int, *, flexible: bool = False) -> bytes:
    """The header of a request."""
    start = struct.pack(">hhih", key, version, 7, len(_CLIENT_ID)) + _CLIENT_ID
    return start + b"\0" * flexible


def batch(
    *values: bytes | None,
    producer: tuple[int, int, int] = (-1, -1, -1),
    transactional: bool = False,
    timestamp_ms: int | None = None,
    key: bytes | None = b"k",
    keys: Sequence[bytes] = (),
    timestamps: Sequence[int] = (),
    compression: int = 0,
) -> bytes:
    """A record batch; `producer` is its id, epoch and first sequence.

    All records have the one key and time, unless `keys` and `timestamps` name each one's.
    """
    producer_id, epoch, sequence = producer
    builder = DefaultRecordBatchBuilder(
        magic=2,
        compression_type=compression,
        is_transactional=int(transactional),
        producer_id=producer_id,
        producer_epoch=epoch,
        base_sequence=sequence,
        batch_size=16_000_000,
    )
    for offset, value in enumerate(values):
        own_key = keys[offset] if keys else key
        time_ms = timestamps[offset] if timestamps else timestamp_ms
        builder.append(offset, time_ms, own_key, value, [])
    return bytes(builder.build())


def produce_body(
    topic: str, records: bytes, *, transactional_id: str | None = None, acks: int = -1
) -> dict[str, Any]:
    """The body of a Produce request for partition 0."""
    partitions = [{"partition": 0, "messages": records}]
    return {
        "transactional_id": transactional_id,
        "required_acks": acks,
        "timeout": 10_000,
        "topics": [{"topic": topic, "partitions": partitions}],
    }


async def produced(connection: Connection, body: Mapping[str, Any]) -> Fields:
    """What a Produce request for one partition is answered."""
    while True:
        answer = await connection.ask(ApiKey.PRODUCE, 8, body)
        outcome: Fields = answer.topics[0].partitions[0]
        if outcome.error_code != _NOT_LEADER:
            return outcome
        await asyncio.sleep(0.05)
