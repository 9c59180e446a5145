"""Posts a second of one engine in one process."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path

from .records import Watch, empty_outputs, records_of_offsets, watching
from .running import Engine, EngineProcess
from .task import Work

START_SECONDS = 60.0
POLL_SECONDS = 0.02
QUIET_SECONDS = 1.0


class DidNotWork(Exception):
    """The engine ended or did nothing; carries what it said."""


@dataclass(frozen=True, slots=True)
class Speed:
    """What one run came to."""

    posts_per_second: float
    """From the first record that was given to the stage to the last output that was seen."""
    cpu_micros: float
    """CPU time of the engine's process for a post, in microseconds, without its start."""


async def speed(
    engine: Engine, bootstrap: str, work: Work, folder: Path, posts: int, seconds: float
) -> Speed:
    """The speed on posts that stand ready, of all of them or of what is done in so many seconds.

    Raises:
        DidNotWork: nothing came out.
        NotHere: the engine's packages are missing.
    """
    await empty_outputs(bootstrap)
    process = EngineProcess(engine, bootstrap, work, folder, posts)
    try:
        began, used = await _first_record(process)
        async with watching(bootstrap) as watch:
            seen = await _last_seen(process, watch, posts, began + seconds)
    finally:
        process.kill()
    share = 1.0
    if engine.exactly_once:
        share = await asyncio.to_thread(records_of_offsets, bootstrap, seen.offsets)
    done = seen.offsets * share
    return Speed(done / (seen.moment - began), (seen.cpu_seconds - used) / done * 1e6)


async def _first_record(process: EngineProcess) -> tuple[float, float]:
    deadline = time.monotonic() + START_SECONDS
    while (found := process.first_record) is None:
        if process.ended or time.monotonic() > deadline:
            raise DidNotWork(process.said)
        await asyncio.sleep(POLL_SECONDS / 4)
    return found


def _done(seen: "Seen", posts: int) -> bool:
    """Whether all is there: markers count as offsets, so it must also have been quiet."""
    return seen.offsets >= posts and time.monotonic() - seen.moment > QUIET_SECONDS


async def _last_seen(process: EngineProcess, watch: Watch, posts: int, deadline: float) -> "Seen":
    """What was visible when it last changed before the deadline; or later, if nothing was."""
    seen = Seen(0, 0.0, 0.0)
    while not _done(seen, posts) and (time.monotonic() < deadline or not seen.offsets):
        if time.monotonic() > deadline + START_SECONDS:
            raise DidNotWork(process.said)
        visible, cpu = await watch.visible(), process.cpu_seconds()
        if visible > seen.offsets:
            # one that stopped by itself used no more than when it was last asked
            seen = Seen(visible, time.monotonic(), cpu or seen.cpu_seconds)
        await asyncio.sleep(POLL_SECONDS)
    return seen


@dataclass(frozen=True, slots=True)
class Seen:
    """The last change of what a reader sees."""

    offsets: int
    moment: float
    cpu_seconds: float
