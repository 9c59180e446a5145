"""From a path, or `-`, to raw records, one at a time."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from workers.adapters.sources.lines import lines, raw_lines
from workers.adapters.sources.records import SourceError, SourceRecord
from workers.adapters.sources.stream import read_stream

LINES = frozenset({".ndjson", ".jsonl"})
"""Files that hold one record's value a line."""
WHOLE = frozenset({".json", ".xml", ".html", ".htm", ".txt"})
"""Files that are one record."""

# Far above what a broker takes, so that a huge post is shown as `too_large` and not refused here
MAX_RECORD_BYTES = 64 << 20


def read_source(path: str | Path, stdin: BinaryIO | None = None) -> Iterator[SourceRecord]:
    """The records of a file, of every known file below a folder in sorted order, or of `-`.

    Lines are read as they are needed: a file may be larger than memory, a record may not be larger
    than 64 MiB.

    Raises:
        SourceError: it is not there, may not be read, or is no kind of file that we know.
    """
    if str(path) == "-":
        yield from read_stream(stdin or sys.stdin.buffer, MAX_RECORD_BYTES)
        return
    place = Path(path)
    try:
        if place.is_dir():
            yield from _folder(place)
        else:
            yield from _file(place)
    except OSError as error:
        name = error.filename or place
        raise SourceError(f"cannot read {name}: {error.strerror or error}") from None


def _folder(folder: Path) -> Iterator[SourceRecord]:
    files = [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in LINES | WHOLE and file.is_file() and not _hidden(file, folder)
    ]
    if not files:
        raise SourceError(f"{folder} holds no {_known()} file")
    for file in files:
        yield from _file(file)


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _file(file: Path) -> Iterator[SourceRecord]:
    suffix = file.suffix.lower()
    if suffix in LINES:
        with file.open("rb") as opened:
            for index, line in enumerate(
                lines(raw_lines(opened, MAX_RECORD_BYTES), str(file), MAX_RECORD_BYTES)
            ):
                yield SourceRecord(str(file), index, None, line)
    elif suffix in WHOLE:
        if file.stat().st_size > MAX_RECORD_BYTES:
            raise SourceError(f"{file} is larger than {MAX_RECORD_BYTES >> 20} MiB")
        yield SourceRecord(str(file), 0, None, file.read_bytes())
    elif not file.exists():
        raise SourceError(f"there is no {file}")
    else:
        raise SourceError(f"{file} has no ending that we know: expected {_known()}")


def _known() -> str:
    return ", ".join(sorted(LINES | WHOLE))
