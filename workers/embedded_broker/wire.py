"""Reads and writes Kafka protocol structures by name, on aiokafka's schema objects.

aiokafka describes each message once, for the client; the same `Schema` read the other way round
serves a broker. Going by name lets one handler answer every version of a request: a version
writes the fields that it has.
"""

import struct
from asyncio import StreamReader
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from aiokafka.protocol.types import (
    Array,
    Bytes,
    CompactArray,
    Int32,
    Schema,
    String,
    TaggedFields,
    UnsignedVarInt32,
)

from .errors import BadRequest

# Kafka's own default for socket.request.max.bytes.
MAX_FRAME_BYTES = 104_857_600

_HEADER = struct.Struct(">hhi")
_CLIENT_ID = String("utf-8")
# Fields that a handler need not state: this broker never throttles and has no tagged fields.
_DEFAULTS: Mapping[str, Any] = {"throttle_time_ms": 0, "tags": {}}


# Where null means "all", "as the broker likes", or "none asked for".
_NULLABLE_LISTS = frozenset({"topics", "config_names", "assignment", "aborted_transactions"})


class Fields(SimpleNamespace):
    """One decoded structure: an attribute for each name in its schema, typed by the schema."""


@dataclass(frozen=True, slots=True)
class RequestHeader:
    """Which request of which version, and the number that its answer must carry."""

    api_key: int
    api_version: int
    correlation_id: int


async def read_frame(reader: StreamReader) -> BytesIO:
    """The next request's bytes, without their length.

    Raises:
        BadRequest: a length that no client of ours sends; nothing was allocated for it.
        IncompleteReadError: the client has gone.
    """
    length = int.from_bytes(await reader.readexactly(4), "big", signed=True)
    if not _HEADER.size <= length <= MAX_FRAME_BYTES:
        raise BadRequest(f"a request of {length} bytes; the limit is {MAX_FRAME_BYTES}")
    return BytesIO(await reader.readexactly(length))


def read_header(data: BytesIO) -> RequestHeader:
    """The fixed part of a request's header."""
    return RequestHeader(*_HEADER.unpack(data.read(_HEADER.size)))


def read_client_id(data: BytesIO, *, flexible: bool) -> str:
    """The rest of a request's header; flexible versions end it with tagged fields."""
    try:
        client_id = _CLIENT_ID.decode(data)
        if flexible:
            TaggedFields.decode(data)
    except (ValueError, struct.error) as error:
        raise BadRequest(f"a request header that cannot be read: {error}") from error
    return client_id or ""


def read_body(schema: Schema, data: BytesIO) -> Fields:
    """The structure that `data` begins with.

    Raises:
        BadRequest: it ends early, its text is not UTF-8, or a list is null that must not be.
    """
    try:
        return _read_structure(schema, data)
    except (ValueError, struct.error) as error:
        raise BadRequest(f"a request body that cannot be read: {str(error)[:80]}") from error


def _read_structure(schema: Schema, data: BytesIO) -> Fields:
    values: dict[str, Any] = {}
    for name, field in zip(schema.names, schema.fields, strict=True):
        values[name] = _read(field, data)
        if values[name] is None and isinstance(field, Array) and name not in _NULLABLE_LISTS:
            raise BadRequest(f"the list {name} is null")
    return Fields(**values)


def _read(field: Any, data: BytesIO) -> Any:
    if isinstance(field, Schema):
        return _read_structure(field, data)
    if not isinstance(field, Array):
        return field.decode(data)
    if isinstance(field, CompactArray):
        length = UnsignedVarInt32.decode(data) - 1
    else:
        length = Int32.decode(data)
    return None if length < 0 else [_read(field.array_of, data) for _ in range(length)]


def answer_frame(
    correlation_id: int, schema: Schema, answer: Mapping[str, Any], *, flexible: bool
) -> list[bytes]:
    """The pieces of a whole answer, its length first; large record batches are not copied."""
    pieces: list[bytes] = [Int32.encode(correlation_id)]
    if flexible:
        pieces.append(TaggedFields.encode({}))
    pieces += written(schema, answer)
    return [Int32.encode(sum(map(len, pieces))), *pieces]


def written(schema: Schema, values: Mapping[str, Any]) -> list[bytes]:
    """The pieces of one structure."""
    pieces: list[bytes] = []
    _write(schema, values, pieces)
    return pieces


def _write(field: Any, value: Any, pieces: list[bytes]) -> None:
    if isinstance(field, Schema):
        for name, part in zip(field.names, field.fields, strict=True):
            _write(part, value[name] if name in value else _DEFAULTS[name], pieces)
    elif isinstance(field, Array):
        _write_array(field, value, pieces)
    elif field is Bytes and value is not None:
        pieces += (Int32.encode(len(value)), value)
    else:
        pieces.append(field.encode(value))


def _write_array(field: Array, items: Any, pieces: list[bytes]) -> None:
    if items is None:
        pieces.append(field.encode(None))
        return
    if isinstance(field, CompactArray):
        pieces.append(UnsignedVarInt32.encode(len(items) + 1))
    else:
        pieces.append(Int32.encode(len(items)))
    for item in items:
        _write(field.array_of, item, pieces)
