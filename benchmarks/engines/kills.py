"""What an engine loses or doubles when it is killed in the middle of its work."""

import asyncio
import random
import time
from dataclasses import dataclass
from pathlib import Path

from .records import Watch, counted, empty_outputs, watching
from .running import Engine, EngineProcess
from .speed import DidNotWork
from .task import Work

EARLIEST_SECONDS, LATEST_SECONDS = 0.3, 3.0
QUIET_SECONDS = 75.0
"""So long without a new output: it will do no more. Readers of committed records wait behind a
transaction that a killed process left open, with librdkafka for 60 s unless the next ends it."""
WORK_SECONDS = 15.0
"""So long without a first record after a start: longer than a session."""
DONE_SECONDS = 6.0
"""The same when there are as many outputs as posts: what may come is doubled."""
POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Account:
    """The posts of one run with kills."""

    lost: int
    doubled: int
    seconds: float
    """From the start to the last output: kills, starts and sessions that ran out included."""


def moments(kills: int, seed: int) -> list[float]:
    """When to kill: seconds after the process was given its first record, one for each start."""
    chance = random.Random(seed)
    return [chance.uniform(EARLIEST_SECONDS, LATEST_SECONDS) for _ in range(kills)]


async def account(
    engine: Engine, bootstrap: str, work: Work, folder: Path, posts: int, after: list[float]
) -> Account:
    """Kills it at the moments, lets it finish, and counts.

    Raises:
        DidNotWork: it ended by itself.
        NotHere: the engine's packages are missing.
    """
    await empty_outputs(bootstrap)
    started = time.monotonic()
    process = EngineProcess(engine, bootstrap, work, folder, 0)
    try:
        async with watching(bootstrap) as watch:
            for seconds in after:
                await _at_work(process, seconds)
                process.start_again()
            last = await _quiet(process, watch, posts)
    finally:
        process.kill()
    lost, doubled = await asyncio.to_thread(counted, bootstrap, posts)
    return Account(lost, doubled, last - started)


async def _at_work(process: EngineProcess, seconds: float) -> None:
    """Returns so many seconds after the first record, or when there was none for long."""
    deadline = time.monotonic() + WORK_SECONDS
    while (found := process.first_record) is None and time.monotonic() < deadline:
        if process.ended:
            raise DidNotWork(process.said)
        await asyncio.sleep(POLL_SECONDS / 5)
    if found is not None:
        await asyncio.sleep(max(found[0] + seconds - time.monotonic(), 0))


async def _quiet(process: EngineProcess, watch: Watch, posts: int) -> float:
    """When the last output was seen: nothing has come for long, or enough and then nothing."""
    seen, moment = -1, time.monotonic()
    while time.monotonic() - moment < (DONE_SECONDS if seen >= posts else QUIET_SECONDS):
        if process.ended:
            raise DidNotWork(process.said)
        if (visible := await watch.visible()) != seen:
            seen, moment = visible, time.monotonic()
        await asyncio.sleep(POLL_SECONDS)
    return moment
