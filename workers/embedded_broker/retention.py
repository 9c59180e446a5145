"""How many segments at the front of a log may go, by age and by size, as Kafka counts it."""

from collections.abc import Sequence

from .log_settings import LogSettings
from .segment import Segment


def expired(
    segments: Sequence[Segment], settings: LogSettings, *, stable_offset: int, now_ms: int
) -> int:
    """How many of the oldest segments go.

    A segment is too old when its newest record is, and too much when the rest alone still has
    `retention.bytes`. None goes that holds an undecided transaction, nor an empty one at the end.
    """
    if not settings.deletes:
        return 0
    excess = sum(each.size for each in segments) - settings.retention_bytes
    for count, segment in enumerate(segments):
        if segment.next_offset > stable_offset or segment.next_offset == segment.base_offset:
            return count
        too_old = 0 <= settings.retention_ms < now_ms - segment.newest_ms
        too_much = settings.retention_bytes >= 0 and excess >= segment.size
        if not (too_old or too_much):
            return count
        excess -= segment.size
    return len(segments)
