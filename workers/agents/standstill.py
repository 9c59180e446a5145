"""Whether a worker stands still while records wait for it: what the liveness check asks."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from faust.types.tuples import TP

from .waiting import Waiting

STANDSTILL_SECONDS = 150.0
"""Longer than what may take its time: opening a transaction (60), committing one (30), pauses."""


class Standstill:
    """Looks at the partitions that have work, and at what keeps them from it."""

    def __init__(
        self,
        busy_since: Callable[[], Mapping[TP, float]],
        committed_at: Mapping[tuple[str, int], float],
        outside: Sequence[Waiting],
    ) -> None:
        """`busy_since` says of each partition with work since when.

        Who waits for what is `outside` does not stand still.
        """
        self._busy_since = busy_since
        self._committed_at = committed_at
        self._outside = outside
        self._excused_until = float("-inf")

    def look(self) -> None:
        """Looks once, to be called again and again: what was away excuses all until it is back."""
        if any(each.is_away for each in self._outside):
            self._excused_until = monotonic()

    def partition(self) -> str | None:
        """`topic/partition` of one that has work and did none for too long; None without any."""
        now = monotonic()
        for tp, since in self._busy_since().items():
            moved = max(since, self._committed_at.get(tp, since), self._excused_until)
            if now - moved > STANDSTILL_SECONDS:
                return f"{tp.topic}/{tp.partition}"
        return None
