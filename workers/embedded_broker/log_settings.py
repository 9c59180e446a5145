"""What a topic's settings mean for its logs: when a segment ends, what goes, what is compacted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from .topic_configs import DEFAULTS

# Compaction keeps a key and an offset in memory for each record of a segment, 200 bytes or so.
_MOST_RECORDS_TO_COMPACT = 100_000
_NO_LIMIT = 2**63 - 1


@dataclass(frozen=True, slots=True)
class LogSettings:
    """Kafka's settings of the same names, read once."""

    segment_bytes: int
    segment_ms: int
    deletes: bool
    """Whether `cleanup.policy` has `delete`: old and excess segments go."""
    retention_ms: int
    """-1 for no limit."""
    retention_bytes: int
    """-1 for no limit."""
    compacts: bool
    """Whether `cleanup.policy` has `compact`: only the latest record of each key stays."""
    delete_retention_ms: int
    """How long tombstones and markers stay once they are compacted."""
    min_cleanable_dirty_ratio: float
    min_compaction_lag_ms: int
    max_compaction_lag_ms: int

    @classmethod
    def of(cls, configs: Mapping[str, str]) -> Self:
        """The settings that a topic's configs state; Kafka's defaults for the others."""
        full = {**DEFAULTS, **configs}
        return cls(
            segment_bytes=int(full["segment.bytes"]),
            segment_ms=int(full["segment.ms"]),
            deletes="delete" in full["cleanup.policy"],
            retention_ms=int(full["retention.ms"]),
            retention_bytes=int(full["retention.bytes"]),
            compacts="compact" in full["cleanup.policy"],
            delete_retention_ms=int(full["delete.retention.ms"]),
            min_cleanable_dirty_ratio=float(full["min.cleanable.dirty.ratio"]),
            min_compaction_lag_ms=int(full["min.compaction.lag.ms"]),
            max_compaction_lag_ms=int(full["max.compaction.lag.ms"]),
        )

    @property
    def segment_records(self) -> int:
        """The most records of a segment: what bounds the memory of a compaction."""
        return _MOST_RECORDS_TO_COMPACT if self.compacts else _NO_LIMIT
