"""Standard input: a stream of JSON lines, or one post of any shape."""

import tempfile
from collections.abc import Iterator
from itertools import chain
from typing import IO, BinaryIO

from schemas.codec import UnreadableJson, parse_json
from workers.adapters.sources.lines import lines, raw_lines
from workers.adapters.sources.records import SourceError, SourceRecord

_IN_MEMORY = 8 << 20
_NAME = "standard input"


def read_stream(stream: BinaryIO, max_bytes: int) -> Iterator[SourceRecord]:
    """One record a line where every line is JSON, else the whole as one record.

    A stream whose first line is a whole JSON object is taken for JSON lines at once, and each line
    is passed on as it comes: so an endless one works. Any other is kept on disk until its end.

    Raises:
        SourceError: there is nothing, or a record is longer than `max_bytes`.
    """
    found = 0
    for found, value in enumerate(_values(stream, max_bytes), start=1):
        yield SourceRecord("-", found - 1, None, value)
    if not found:
        raise SourceError(f"{_NAME} is empty")


def _values(stream: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    raw = raw_lines(stream, max_bytes)
    first = next((line for line in raw if line.strip()), b"")
    everything = chain([first], raw)
    if first.lstrip().startswith(b"{") and _is_json(first):
        yield from lines(everything, _NAME, max_bytes)
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as kept:
        kept.writelines(everything)
        size = kept.tell()
        if _every_line_is_json(kept, max_bytes):
            kept.seek(0)
            yield from lines(raw_lines(kept, max_bytes), _NAME, max_bytes)
        elif size > max_bytes:
            raise SourceError(f"{_NAME} is one post larger than {max_bytes >> 20} MiB")
        else:
            kept.seek(0)
            yield kept.read()


def _every_line_is_json(kept: IO[bytes], max_bytes: int) -> bool:
    kept.seek(0)
    return all(not line.strip() or _is_json(line) for line in raw_lines(kept, max_bytes))


def _is_json(line: bytes) -> bool:
    try:
        parse_json(line)
    except UnreadableJson:
        return False
    return True
