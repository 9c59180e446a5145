"""Each stage of a line that runs here: its state, and what it has counted."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import assert_never

from workers.agents.supervisor import Change
from workers.cli.counters import Reading, StageCounts, read_worker

READ_SECONDS = 0.5


@dataclass(slots=True)
class StageView:
    """One stage as it stands."""

    metrics_port: int
    state: str = "starting"
    """`starting`, `running`, `halted`, `restarting`, `stopping`, `stopped`, `gave up`."""
    restarts: int = 0
    counts: StageCounts = field(default_factory=StageCounts)
    posts_per_second: float = 0.0

    def changed(self, change: Change) -> None:
        """Takes what the supervisor says of the process."""
        self.restarts = max(self.restarts, change.restarts)
        self.posts_per_second = 0.0
        match change.state:
            case "running":
                self.state = "starting"  # the process; its metrics say when it works
            case "pausing":
                self.state = "restarting"
            case "stopping":
                self.state = "stopping"
            case "ended":
                self.state = "stopped"
            case "given_up":
                self.state = "gave up"
            case _:
                assert_never(change.state)

    def read(self, reading: Reading, seconds: float) -> None:
        """Takes what the worker says of itself, so long after the last time."""
        before = self.counts.total
        self.counts.observe(reading.outcomes)
        fresh = (self.counts.total - before) / seconds
        # half old, half new: a rate that can be read
        self.posts_per_second = (self.posts_per_second + fresh) / 2
        if self.state in ("starting", "running", "halted") and reading.state is not None:
            self.state = reading.state


@asynccontextmanager
async def reading(stages: Mapping[str, StageView], seen: Callable[[], None]) -> AsyncIterator[None]:
    """Asks every worker twice a second while the block runs; `seen` is told after each round."""
    asking = asyncio.create_task(_keep_asking(stages, seen))
    try:
        yield
    finally:
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking


async def _keep_asking(stages: Mapping[str, StageView], seen: Callable[[], None]) -> None:
    last = time.monotonic()
    while True:
        readings = await asyncio.gather(
            *(read_worker(stage.metrics_port) for stage in stages.values())
        )
        now = time.monotonic()
        for stage, reading in zip(stages.values(), readings, strict=True):
            if reading is not None:
                stage.read(reading, max(now - last, READ_SECONDS / 2))
        last = now
        seen()
        await asyncio.sleep(READ_SECONDS)
