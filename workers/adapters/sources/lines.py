"""Lines of a stream of bytes, blank ones left out."""

from collections.abc import Iterable, Iterator
from typing import IO

from workers.adapters.sources.records import SourceError


def raw_lines(stream: IO[bytes], max_bytes: int) -> Iterator[bytes]:
    """Each line with its end; of a line that is too long, a piece long enough to tell."""
    return iter(lambda: stream.readline(max_bytes + 3), b"")


def lines(raw: Iterable[bytes], name: str, max_bytes: int) -> Iterator[bytes]:
    """Each line that is not blank, without its end; the last one needs none.

    Raises:
        SourceError: a line is longer than `max_bytes`.
    """
    for number, line in enumerate(raw, start=1):
        kept = line.rstrip(b"\r\n")
        if len(kept) > max_bytes:
            raise SourceError(f"{name}: line {number} is longer than {max_bytes >> 20} MiB")
        if kept.strip():
            yield kept
