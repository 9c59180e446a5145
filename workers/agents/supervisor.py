"""Keeps one process a stage running: `copydesk up` on one machine, what Kubernetes is elsewhere."""

import asyncio
import contextlib
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import structlog

from .ends import EXIT_DRAINED, EXIT_RESTART

log = structlog.get_logger(__name__)

SHORT_LIFE_SECONDS = 10.0  # importing and joining a group takes 2 to 4 on a busy machine
SHORT_LIVES = 6
"""So many short lives in a row, and starting it again is no use."""
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 15.0
STOP_SECONDS = 15.0

ChildState = Literal["running", "pausing", "stopping", "ended", "given_up"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one child."""

    name: str
    state: ChildState
    pid: int | None = None
    exit_code: int | None = None
    restarts: int = 0


class GaveUp(Exception):
    """A child ends as soon as it starts, again and again; the text says which, and how."""


class Supervisor:
    """Starts commands, starts them again when they fail, and stops them together."""

    def __init__(
        self,
        commands: Mapping[str, Sequence[str]],
        changed: Callable[[Change], None] = lambda _: None,
        environment: Mapping[str, str] | None = None,
        stop_seconds: float = STOP_SECONDS,
    ) -> None:
        """`commands` by name; `environment` replaces ours; a child gets `stop_seconds` to drain."""
        self._commands = commands
        self._changed = changed
        self._environment = None if environment is None else dict(environment)
        self._stop_seconds = stop_seconds

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop` is set and every child has drained, or every child has ended by itself.

        Raises:
            GaveUp: a child cannot be kept running; the others have been stopped.
        """
        ours = asyncio.Event()
        children = [
            asyncio.create_task(self._keep(name, command, ours))
            for name, command in self._commands.items()
        ]
        told = asyncio.create_task(stop.wait())
        try:
            pending: set[asyncio.Task[None]] = set(children)
            while pending and not told.done() and not _failure(children):
                watched: set[asyncio.Task[object]] = {*pending, told}
                await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
                pending = {child for child in children if not child.done()}
        finally:
            ours.set()
            told.cancel()
            await asyncio.gather(*children, return_exceptions=True)
        if failure := _failure(children):
            raise failure

    async def _keep(self, name: str, command: Sequence[str], stop: asyncio.Event) -> None:
        restarts, short_lives = 0, 0
        while not stop.is_set():
            born = time.monotonic()
            process = await asyncio.create_subprocess_exec(
                *command,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for us: we tell them, once
            )
            self._changed(Change(name, "running", process.pid, restarts=restarts))
            code = await self._until_ended(name, process, stop)
            if stop.is_set() or code == EXIT_DRAINED:
                self._changed(Change(name, "ended", exit_code=code, restarts=restarts))
                return
            restarts += 1
            short_lives = short_lives + 1 if time.monotonic() - born < SHORT_LIFE_SECONDS else 0
            if short_lives >= SHORT_LIVES:
                self._changed(Change(name, "given_up", exit_code=code, restarts=restarts))
                raise GaveUp(
                    f"{name} ended {short_lives} times as soon as it had started, last with exit"
                    f" code {code}: its own last line says why"
                )
            pause = _pause(code, short_lives)
            log.warning("worker_ended", worker=name, exit_code=code, again_in_seconds=pause)
            self._changed(Change(name, "pausing", exit_code=code, restarts=restarts))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)

    async def _until_ended(
        self, name: str, process: asyncio.subprocess.Process, stop: asyncio.Event
    ) -> int:
        ended = asyncio.create_task(process.wait())
        told = asyncio.create_task(stop.wait())
        both: set[asyncio.Task[object]] = {ended, told}
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if not ended.done():
            self._changed(Change(name, "stopping", process.pid))
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGTERM)
            _, late = await asyncio.wait({ended}, timeout=self._stop_seconds)
            if late:
                log.warning("worker_killed", worker=name, waited_seconds=self._stop_seconds)
                process.kill()
        return await ended


def _failure(children: Sequence["asyncio.Task[None]"]) -> BaseException | None:
    for child in children:
        if child.done() and (error := child.exception()):
            return error
    return None


def _pause(code: int, short_lives: int) -> float:
    """None for one that asks to be started again, or was killed, and had lived for a while."""
    asks = code == EXIT_RESTART or code < 0
    if asks and short_lives <= 1:
        return 0.0
    doublings = max(short_lives - 1, 0)
    return min(FIRST_PAUSE_SECONDS * float(2**doublings), LONGEST_PAUSE_SECONDS)
