"""A worker put together: app, lanes and what is done with a partition."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

import faust
from faust.types.tuples import TP

from schemas.topics import Topic, dead_letters_of
from workers.domain.rows import ArticleStore, StoreUnavailable
from workers.stages.outcome import Stage
from workers.telemetry import Meters

from .breaker import Breaker
from .broker_watch import BrokerWatch
from .consumer import where_committed
from .health import Health
from .lanes import PartitionWork
from .letters import LetterWriter
from .line_app import LineOptions, consumer_of, line_app
from .memory import RememberingStage, TopicMemory
from .renewing import Renewing
from .sink_agent import RowReader, SinkPartition, SinkRun, where_stored
from .stage_agent import Memory, StagePartition, StageRun
from .standstill import Standstill
from .topic_facts import largest_records, refuse_unequal_partitions
from .transactions import Transactions, WriteOptions
from .waiting import Waiting, patiently
from .worker import Worker


@dataclass(frozen=True, slots=True)
class Parts:
    """What every worker is made of, whatever its stage."""

    line: LineOptions
    write: WriteOptions
    breaker: Breaker
    worker: Worker
    broker: Waiting
    store: Waiting
    standstill: Standstill
    health: Health | None
    version: str

    @property
    def meters(self) -> Meters:
        """The worker's metrics."""
        return self.worker.meters


@dataclass(frozen=True, slots=True)
class Assembly:
    """An app and the worker to run it."""

    app: faust.App
    worker: Worker

    async def run(self) -> int:
        """The worker's exit code, once it ends."""
        return await self.worker.run(self.app)


def stage_worker(parts: Parts, stage: Stage, writes: tuple[Topic, ...]) -> Assembly:
    """A worker of a pure stage that reads one topic and writes others."""
    return _stage_worker(parts, stage, writes, lambda _: None)


def remembering_worker(
    parts: Parts, stage: RememberingStage, writes: tuple[Topic, ...], state: Topic
) -> Assembly:
    """A worker of a stage that remembers; its state is one of the topics that it writes."""

    def memory_of(tp: TP) -> Memory:
        return TopicMemory(stage, parts.line.connection, state, tp.partition)

    return _stage_worker(parts, stage, writes, memory_of, alike=(*parts.line.reads, state))


def _stage_worker(
    parts: Parts,
    stage: Stage,
    writes: tuple[Topic, ...],
    memory_of: Callable[[TP], Memory | None],
    alike: tuple[Topic, ...] = (),
) -> Assembly:
    app = line_app(parts.line, parts.worker.lanes, where_committed)
    topics = (*parts.line.reads, *writes, dead_letters_of(stage.reads))

    async def prepare() -> None:
        letters = await _begin(parts, topics)
        await refuse_unequal_partitions(parts.line.connection, alike, parts.broker)
        run = StageRun(stage, letters, parts.line.limits, parts.breaker, parts.meters)

        def open_partition(tp: TP) -> StagePartition:
            committed = partial(consumer_of(app).committed_position, tp)
            writer = Transactions(parts.write, tp)
            return StagePartition(run, writer, committed, tp, memory_of(tp))

        _open_lanes(parts, open_partition)

    async def finish() -> None:
        await _end(parts)

    parts.worker.around(prepare, _looking(parts, app), finish)
    return Assembly(app, parts.worker)


def sink_worker(parts: Parts, reader: RowReader, store: ArticleStore) -> Assembly:
    """A worker that keeps what it reads in a store."""

    async def starts(assigned: AbstractSet[TP], _committed: Mapping[TP, int]) -> Mapping[TP, int]:
        return await where_stored(store, assigned, parts.store)

    app = line_app(parts.line, parts.worker.lanes, starts)

    async def prepare() -> None:
        read = parts.line.reads
        letters = await _begin(parts, (*read, *(dead_letters_of(each.name) for each in read)))
        await patiently(store.open, parts.store, StoreUnavailable)
        run = SinkRun(reader, store, letters, parts.breaker, parts.meters, parts.store)

        def open_partition(tp: TP) -> SinkPartition:
            consumer = consumer_of(app)
            return SinkPartition(
                run,
                Transactions(parts.write, tp),
                partial(consumer.committed_position, tp),
                partial(consumer.commit_position, tp),
                tp,
            )

        _open_lanes(parts, open_partition)

    async def finish() -> None:
        await store.close()
        await _end(parts)

    parts.worker.around(prepare, _looking(parts, app), finish)
    return Assembly(app, parts.worker)


def _open_lanes(parts: Parts, open_partition: Callable[[TP], PartitionWork]) -> None:
    def renewing(tp: TP) -> Renewing:
        return Renewing(partial(open_partition, tp), parts.broker)

    parts.worker.lanes.opened_by(renewing)


def _looking(parts: Parts, app: faust.App) -> Callable[[], None]:
    """What the worker does all the time: looks whether the broker is there, and work goes on."""
    servers = parts.line.connection.bootstrap_servers
    watch = BrokerWatch(
        parts.broker,
        lambda: consumer_of(app).knows_coordinator(),
        f"no Kafka broker at {servers} coordinates the group {parts.line.group}",
    )

    def look() -> None:
        watch.look()
        parts.standstill.look()
        if (error := consumer_of(app).look_after_group()) is not None:
            parts.worker.failed(error)

    return look


async def _begin(parts: Parts, topics: tuple[Topic, ...]) -> LetterWriter:
    if parts.health is not None:
        await parts.health.start()
    largest = await largest_records(parts.line.connection, topics, parts.broker)
    return LetterWriter(parts.line.stage, parts.version, largest)


async def _end(parts: Parts) -> None:
    if parts.health is not None:
        await parts.health.stop()
