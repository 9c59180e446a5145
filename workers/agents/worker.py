"""One worker process: waits for the broker, works, drains when told to, and ends as it must."""

import asyncio
import contextlib
import gc
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from typing import NoReturn

import faust
import structlog

from workers.domain.rows import StoreError
from workers.telemetry import Meters

from .ends import EXIT_DRAINED, EXIT_REFUSED, EXIT_RESTART, Discontinuity, Halted, Refused
from .failures import where
from .lanes import Lanes

log = structlog.get_logger(__name__)

WATCH_SECONDS = 0.2
YOUNG_OBJECTS = 10_000
"""After so many more objects the collector looks for cycles (700 is usual). A fetch brings
thousands that live until they are committed, and hardly anything here makes a cycle."""
STOP_GRACE_SECONDS = 2.0  # for Faust to leave, after the lanes have drained


class Worker:
    """What stands around a Faust app: the process's beginning and end."""

    def __init__(self, meters: Meters, drain_seconds: float) -> None:
        self.meters = meters
        self.lanes = Lanes(self.failed, drain_seconds)
        self._drain_seconds = drain_seconds
        self._prepare: Callable[[], Awaitable[None]] = _nothing
        self._finish: Callable[[], Awaitable[None]] = _nothing
        self._look: Callable[[], None] | None = None
        self._stop = asyncio.Event()
        self._ended: BaseException | None = None

    def around(
        self,
        prepare: Callable[[], Awaitable[None]],
        look: Callable[[], None],
        finish: Callable[[], Awaitable[None]],
    ) -> None:
        """Says what to wait for before the app starts, and what to close after it has stopped.

        `look` is called again and again between.
        """
        self._prepare, self._look, self._finish = prepare, look, finish

    def failed(self, error: BaseException) -> None:
        """Hears of what a lane raised: halts, refuses, or ends the process where it stands."""
        match error:
            case Halted():
                self._halt(str(error))
            case Refused() | StoreError():
                self._ended = Refused(str(error))
                self._stop.set()
            case Discontinuity():
                log.critical("worker_failed", error="Discontinuity", detail=str(error))
                leave(EXIT_RESTART)
            case _:
                log.critical("worker_failed", **where(error))
                leave(EXIT_RESTART)

    def _halt(self, why: str) -> None:
        if not self.lanes.halted:
            self.lanes.halt()
            self.meters.enter("halted")
            log.critical("worker_halted", why=why, committing="nothing more, until restarted")

    async def run(self, app: faust.App) -> int:
        """The exit code, once a signal came or something outside is set up wrongly."""
        self._listen()
        gc.set_threshold(YOUNG_OBJECTS)
        try:
            if not await self._unless_stopped(self._prepare()):
                return EXIT_DRAINED
            starting = asyncio.create_task(app.start())
            await self._watch(app, starting)
        except (Refused, StoreError) as error:
            log.error("worker_refused", why=str(error))  # noqa: TRY400  # one clear line
            return EXIT_REFUSED
        return await self._leave_group(app, starting)

    async def _unless_stopped(self, work: Awaitable[None]) -> bool:
        waiting = asyncio.ensure_future(work)
        stopped = asyncio.create_task(self._stop.wait())
        await asyncio.wait({waiting, stopped}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if waiting.done():
            waiting.result()
            return True
        waiting.cancel()
        await asyncio.wait({waiting})
        return False

    async def _watch(self, app: faust.App, starting: "asyncio.Task[None]") -> None:
        while not self._stop.is_set():
            crash = app.crash_reason if app.crashed else None
            if crash is None and starting.done():
                crash = starting.exception()
            if crash is not None:
                self._crashed(crash)
            if starting.done() and self.meters.state == "starting":
                gc.freeze()  # what was imported stays: no need to look at it at every collection
                self.meters.enter("running")
                log.info("worker_started")
            if starting.done() and self._look is not None:
                self._look()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stop.wait(), WATCH_SECONDS)

    def _crashed(self, crash: BaseException) -> None:
        if isinstance(crash, Refused):
            log.error("worker_refused", why=str(crash))
            leave(EXIT_REFUSED)
        log.critical("worker_failed", **where(crash))
        leave(EXIT_RESTART)

    async def _leave_group(self, app: faust.App, starting: "asyncio.Task[None]") -> int:
        if self.meters.state != "halted":
            self.meters.enter("draining")
        log.info("worker_draining")
        try:
            async with asyncio.timeout(self._drain_seconds + STOP_GRACE_SECONDS):
                await app.stop()
                await self._finish()
        except TimeoutError:
            log.warning("drain_cut_short", lost="nothing: the next worker does it again")
        starting.cancel()
        await asyncio.wait({starting})
        if self._ended is not None:
            log.error("worker_refused", why=str(self._ended))
            return EXIT_REFUSED
        log.info("worker_drained")
        return EXIT_DRAINED

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        told: list[int] = []

        def tell(number: int, _frame: object) -> None:
            # no handler of the loop's: it would wait for a loop that a stage holds up
            if told:
                leave(128 + number)
            told.append(number)
            loop.call_soon_threadsafe(self._stop.set)

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, tell)


async def _nothing() -> None:
    pass


def leave(code: int) -> NoReturn:
    """Ends the process at once: no handler, no thread and no `finally` may commit anything."""
    sys.stderr.flush()
    os._exit(code)
