"""What a source yields, and how it fails."""

from dataclasses import dataclass


class SourceError(Exception):
    """A file, folder or stream cannot be read; the text names it and says why."""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One raw record, ready for `raw-posts`."""

    name: str
    """The file as it was named or found; `-` for standard input."""
    index: int
    """Its place in the file, from 0; blank lines do not count."""
    key: bytes | None
    value: bytes
