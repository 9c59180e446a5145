"""Notices that the broker is away: nobody coordinates the group any more."""

from collections.abc import Callable
from time import monotonic

from .waiting import Waiting

PATIENCE_SECONDS = 5.0
"""A coordinator that moves, or a broker that restarts, is found again sooner."""


class BrokerWatch:
    """Looks whether the consumer knows its coordinator, and says so when it has not for a while."""

    def __init__(self, waiting: Waiting, knows_coordinator: Callable[[], bool], why: str) -> None:
        self._waiting = waiting
        self._knows = knows_coordinator
        self._why = why
        self._known = monotonic()

    def look(self) -> None:
        """Looks once: to be called again and again."""
        now = monotonic()
        if self._knows():
            self._known = now
            self._waiting.back()
        elif now - self._known >= PATIENCE_SECONDS:
            self._waiting.away(self._why)
