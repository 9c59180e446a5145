"""Whether a worker stands still while records wait for it: what the liveness check asks."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Protocol

from faust.types.tuples import TP

from .waiting import Waiting

STANDSTILL_SECONDS = 150.0
"""Longer than what may take its time: opening a transaction (60), committing one (30), pauses."""


class Lanes(Protocol):
    """What is known of the partitions at work. Times are monotonic."""

    @property
    def turned_at(self) -> float | None:
        """When the loop that fetches last turned; None before it began."""

    def busy_since(self) -> Mapping[TP, float]:
        """Of each partition that has work: since when it has not finished a chunk."""


class Standstill:
    """Looks at the partitions that have work, at the loop that fetches, and at what keeps them."""

    def __init__(
        self,
        lanes: Lanes,
        committed_at: Mapping[tuple[str, int], float],
        outside: Sequence[Waiting],
    ) -> None:
        """Who waits for what is `outside` does not stand still."""
        self._lanes = lanes
        self._committed_at = committed_at
        self._outside = outside
        self._excused_until = float("-inf")

    def look(self) -> None:
        """Looks once, to be called again and again: what was away excuses all until it is back."""
        if any(each.is_away for each in self._outside):
            self._excused_until = monotonic()

    def where(self) -> str | None:
        """What stands still: `topic/partition`, or the fetching of all; None when nothing does."""
        for tp, since in self._lanes.busy_since().items():
            if self._long_ago(max(since, self._committed_at.get(tp, since))):
                return f"{tp.topic}/{tp.partition}"
        turned_at = self._lanes.turned_at
        if turned_at is not None and self._long_ago(turned_at):
            return "fetching"  # whether records wait, only it could tell
        return None

    def _long_ago(self, moment: float) -> bool:
        return monotonic() - max(moment, self._excused_until) > STANDSTILL_SECONDS
