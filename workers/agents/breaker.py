"""When to stop burying: one bad post is buried, a bad deploy must not bury the stream."""

from collections import deque

from schemas.dead_letter import Reason
from workers.stages.outcome import Bury, Outcome

OURS = frozenset({Reason.BUG, Reason.CONTRACT_VIOLATION})
"""Reasons that speak of our own code, and not of what a source sent."""


class Breaker:
    """Counts over the last posts how many were buried for a fault of ours."""

    def __init__(self, window: int, share: float) -> None:
        """Open when more than `share` (0 to 1) of `window` posts were.

        The share is of the whole window from the first post on, so that a few bad ones at the
        start do not halt a worker.
        """
        self._limit = window * share
        self._last: deque[bool] = deque(maxlen=window)
        self._ours = 0

    def count(self, outcome: Outcome) -> None:
        """Takes in what became of one post."""
        if len(self._last) == self._last.maxlen and self._last[0]:
            self._ours -= 1
        ours = isinstance(outcome, Bury) and outcome.reason in OURS
        self._last.append(ours)
        self._ours += ours

    @property
    def open(self) -> bool:
        """Whether to halt."""
        return self._ours > self._limit

    @property
    def said(self) -> str:
        """What it saw, for the log."""
        return (
            f"{self._ours} of the last {len(self._last)} posts were buried as bug or"
            " contract_violation: see `stage_failed` above and `copydesk dead-letters stats`,"
            " mend it, start again, then `copydesk dead-letters replay`"
        )
