"""The whole line on this machine: broker, topics, one process a stage."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from schemas.topics import TOPICS
from workers.adapters.kafka.topics import TopicState, ensure_topics
from workers.adapters.stores import open_store
from workers.agents.supervisor import Change, Supervisor
from workers.cli.counters import free_port
from workers.cli.embedded import LOOPBACK, broker_folder
from workers.cli.stage_states import StageView
from workers.embedded_broker import EmbeddedBroker
from workers.settings import STAGES, Settings, StageName

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is up."""

    settings: Settings
    """The settings in force, with the port that the broker really has."""
    topics: tuple[TopicState, ...]
    stages: dict[str, StageView]
    supervision: "asyncio.Task[None]"
    stop: asyncio.Event

    @property
    def runs(self) -> bool:
        """Whether every stage says that it works."""
        return all(stage.state == "running" for stage in self.stages.values())

    async def drained(self) -> None:
        """Stops every stage, and returns when each has finished what it had begun."""
        self.stop.set()
        await asyncio.wait({self.supervision})

    async def unless_it_ends(self, work: Coroutine[Any, Any, T]) -> T | None:
        """What the work gives; None when the line ended first.

        Raises:
            GaveUp: a stage cannot be kept running.
        """
        task = asyncio.create_task(work)
        await asyncio.wait({task, self.supervision}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        task.cancel()
        await asyncio.wait({task})
        await self.supervision
        return None


@asynccontextmanager
async def line_up(
    settings: Settings,
    *,
    throw_away: bool = False,
    logs: Path | None = None,
    seen: Callable[[Change], None] = lambda _: None,
) -> AsyncIterator[Line]:
    """The line, from start to drain; `seen` is told what becomes of its processes.

    With `logs`, each worker's log is a file in that folder, else it goes to our stderr.

    Raises:
        BrokerStartError: the embedded broker's folder or port cannot be had.
        StoreError: the database cannot be had.
        KafkaProblem: the broker in the settings does not answer, or makes no topics.
    """
    async with AsyncExitStack() as stack:
        if settings.embedded:
            settings = await stack.enter_async_context(_embedded_broker(settings))
        await _make_database_ready(settings.database_url)
        topics = await ensure_topics(
            settings.kafka, TOPICS, settings.partitions, settings.replication_factor, apply=True
        )
        stages: dict[str, StageView] = {}
        commands: dict[str, Sequence[str]] = {}
        for stage in STAGES:
            port = free_port()
            stages[stage] = StageView(port)
            commands[stage] = worker_command(settings, stage, port, logs, throw_away=throw_away)

        def changed(change: Change) -> None:
            stages[change.name].changed(change)
            seen(change)

        # a second more than the worker's own limit, so that it can say what it cut short
        supervisor = Supervisor(commands, changed, stop_seconds=settings.drain_seconds + 3)
        stop = asyncio.Event()
        supervision = asyncio.create_task(supervisor.run(stop))
        try:
            yield Line(settings, topics, stages, supervision, stop)
        finally:
            stop.set()
            await asyncio.wait({supervision})
    await supervision


async def _make_database_ready(url: str) -> None:
    """Opens the database as the sink will: what is wrong with it is said now, and once."""
    store = open_store(url)
    try:
        await store.open()
    finally:
        await store.close()


@asynccontextmanager
async def _embedded_broker(settings: Settings) -> AsyncIterator[Settings]:
    broker = EmbeddedBroker(
        broker_folder(settings),
        LOOPBACK,
        settings.embedded_port,
        sync=settings.embedded_fsync,
    )
    await broker.start()
    try:
        port = int(broker.bootstrap.rpartition(":")[2])
        yield settings.model_copy(update={"embedded_port": port})
    finally:
        await broker.stop()


def worker_command(
    settings: Settings, stage: StageName, metrics_port: int, logs: Path | None, *, throw_away: bool
) -> list[str]:
    """The command line of one stage's worker; all else it takes from the same environment."""
    # -P: a folder named `schemas` or `workers` where the person stands is none of ours
    command = [sys.executable, "-P", "-m", "workers.cli", "worker", stage]
    command += ["--slot", socket.gethostname(), "--data", str(settings.data)]
    command += ["--metrics-port", str(metrics_port), "--parent", str(os.getpid())]
    if settings.embedded:
        command += ["--port", str(settings.embedded_port)]
    if logs is not None:
        command += ["--log-file", str(logs / f"{stage}.log")]
    if throw_away:
        command += ["--throw-away"]
    return command
