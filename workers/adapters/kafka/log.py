"""The shapes of what is read from a log."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One record as it lies on the log."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes | None], ...]
    timestamp_ms: int

    @property
    def source(self) -> str:
        """`topic/partition/offset`: its name in `source-record` headers."""
        return f"{self.topic}/{self.partition}/{self.offset}"


@dataclass(frozen=True, slots=True)
class Extent:
    """What one partition held when reading began."""

    first: int
    """The offset of the oldest record that is still kept."""
    end: int
    """The offset after the newest record, committed or not."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Records behind a transaction that was still open when reading ended."""

    topic: str
    partition: int
    first: int
    end: int

    def __str__(self) -> str:
        return (
            f"{self.topic}/{self.partition}: offsets {self.first} to {self.end - 1} "
            "are behind an open transaction"
        )
