"""Waiting for what is outside: with growing pauses, in a metric, and in one log line a minute."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Literal, TypeVar

import structlog

from workers.telemetry import Meters

log = structlog.get_logger(__name__)

T = TypeVar("T")

Outside = Literal["broker", "store"]
UNAVAILABLE: dict[Outside, str] = {"broker": "broker_unavailable", "store": "store_unavailable"}
AVAILABLE: dict[Outside, str] = {"broker": "broker_available", "store": "store_available"}

FIRST_PAUSE_SECONDS = 0.1
LONGEST_PAUSE_SECONDS = 10.0
REMIND_SECONDS = 60.0


class Waiting:
    """Whether one thing outside is away, and since when."""

    def __init__(self, meters: Meters, outside: Outside) -> None:
        """One a worker: those who wait for the same thing share it."""
        self._meters = meters
        self._outside = outside
        self._since: float | None = None
        self._said = float("-inf")

    @property
    def is_away(self) -> bool:
        """Whether somebody waits for it."""
        return self._since is not None

    def away(self, why: str) -> None:
        """It is away: said at once and once a minute, however many wait."""
        now = monotonic()
        if self._since is None:
            self._since = now
            self._meters.waits_for(self._outside, waits=True)
        if now - self._said >= REMIND_SECONDS:
            self._said = now
            log.warning(
                UNAVAILABLE[self._outside],
                why=why,
                seconds=round(now - self._since),
                advice="waiting for it",
            )

    def back(self) -> None:
        """It answers."""
        if self._since is None:
            return
        log.info(AVAILABLE[self._outside], seconds_away=round(monotonic() - self._since, 1))
        self._since, self._said = None, float("-inf")
        self._meters.waits_for(self._outside, waits=False)


async def patiently(
    attempt: Callable[[], Awaitable[T]], waiting: Waiting, passes: type[Exception]
) -> T:
    """What the call gives, tried again with growing pauses while it raises what passes."""
    pause = FIRST_PAUSE_SECONDS
    while True:
        try:
            done = await attempt()
        except passes as error:
            waiting.away(str(error))
        else:
            waiting.back()
            return done
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
