"""The member of the group that holds the Kafka consumer: reads committed records, seeks exactly.

Faust gives it a thread of its own. It has none here: each packet of a fetch would take the
interpreter from the stage, and a stage on a cold core takes a tenth longer than it needs to.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import aiokafka
import structlog
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError
from faust.transport.drivers import aiokafka as driver
from faust.types.tuples import TP

from workers.adapters.kafka.connection import KafkaConnection

from .ends import Refused
from .failures import where

log = structlog.get_logger(__name__)

FAUST_LOGGER = logging.getLogger("faust.services")
"""What Faust says of our subclasses: its chatter, and not our log."""

FETCH_WAIT_MS = 100
"""How long the broker may hold a fetch that has nothing to say. aiokafka has one fetch a broker
under way: a partition whose records were just taken waits for the others' to come back."""
FETCH_BYTES = 4 << 20
HEARTBEAT_MS = 1_000
"""At most so long until a member hears of a rebalance, for which those who heard of it wait."""


@dataclass(frozen=True, slots=True)
class ConsumerOptions:
    """Who reads, and how."""

    connection: KafkaConnection
    group: str
    member: str
    """The static member's name: a worker that comes back under it keeps its partitions."""
    session_timeout_seconds: float
    leave_on_stop: bool
    """Whether a member that is told to stop gives its partitions away at once."""


class _NoThread:
    """What Faust starts and stops in place of a thread: the service as a task of the one loop."""

    def __init__(self, service: "GroupMember") -> None:
        self._service = service
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to serve."""
        self._task = self._service.parent_loop.create_task(self._service.serve())
        self._task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        # Faust hears of what it died of by itself, and ends the worker
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("consumer_failed", **where(error))
            self._service.set_shutdown()

    def stop(self) -> None:
        """Nothing: Faust waits for the service before, and a task has nothing to join."""


class GroupMember(driver.AIOKafkaConsumerThread):
    """Faust's consumer thread, without a thread, around a consumer that we configure."""

    logger = FAUST_LOGGER

    def __init__(
        self, options: ConsumerOptions, consumer: Any, loop: asyncio.AbstractEventLoop, beacon: Any
    ) -> None:
        self._options = options
        super().__init__(consumer, loop=loop, thread_loop=loop, Worker=_NoThread, beacon=beacon)

    async def serve(self) -> None:
        """Reads until it is stopped."""
        await self._serve()

    async def _gather_remaining_tasks(self) -> None:
        """Nothing: the loop's other tasks are not ours to end."""

    def _create_worker_consumer(self, _transport: Any) -> aiokafka.AIOKafkaConsumer:
        options = self._options
        session_ms = int(options.session_timeout_seconds * 1000)
        self._assignor = RoundRobinPartitionAssignor
        return aiokafka.AIOKafkaConsumer(
            **options.connection.client_options(f"{options.group}-{options.member}"),
            group_id=options.group,
            group_instance_id=options.member,
            partition_assignment_strategy=[self._assignor],
            isolation_level="read_committed",
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            max_partition_fetch_bytes=FETCH_BYTES,
            fetch_max_wait_ms=FETCH_WAIT_MS,
            session_timeout_ms=session_ms,
            heartbeat_interval_ms=min(max(session_ms // 5, 200), HEARTBEAT_MS),
            rebalance_timeout_ms=max(3 * session_ms, 30_000),
            # a lane that waits for its database or its broker polls nothing and is not dead
            max_poll_interval_ms=86_400_000,
        )

    def knows_coordinator(self) -> bool:
        """Whether somebody at the broker coordinates the group; True before the start."""
        consumer = self._consumer
        return consumer is None or consumer._coordinator.coordinator_id is not None  # noqa: SLF001

    def look_after_group(self) -> BaseException | None:
        """Has aiokafka go on after an error of the group; what it died of, if it did.

        aiokafka holds such an error until somebody fetches by its own `getmany`, and neither joins
        nor leaves meanwhile. Faust fetches past that, so its partitions would stand still for good.
        And a leader that has not heard of a topic gives its partitions to nobody: it asks again,
        and not only when what it knows is five minutes old.
        """
        consumer = self._consumer
        if consumer is None:
            return None
        coordinator = consumer._coordinator  # noqa: SLF001
        task = coordinator._coordination_task  # noqa: SLF001
        if task.done():
            return None if task.cancelled() else task.exception()
        if coordinator._pending_exception is not None:  # noqa: SLF001
            _take_error(coordinator)
        cluster = consumer._client.cluster  # noqa: SLF001
        if not all(map(cluster.partitions_for_topic, consumer.subscription())):
            consumer._client.force_metadata_update()  # noqa: SLF001  # what is new is shared anew
        return None

    async def on_thread_stop(self) -> None:
        """Leaves the group, unless the slot is to keep its partitions until the session ends."""
        coordinator = None if self._consumer is None else self._consumer._coordinator  # noqa: SLF001
        if self._options.leave_on_stop and coordinator is not None:
            # aiokafka says farewell only for members without a name of their own
            coordinator._group_instance_id = None  # noqa: SLF001
        await super().on_thread_stop()

    def close(self) -> None:
        """Nothing: the stop leaves the group and then hangs up.

        Faust calls this for a rebalance amid a stop, and would hang up before the farewell.
        """

    async def committed(self, partitions: Iterable[TP]) -> Mapping[TP, int]:
        """The group's committed offsets; partitions without one are left out."""
        coordinator = self._ensure_consumer()._coordinator  # noqa: SLF001
        found = await coordinator.fetch_committed_offsets([_foreign(tp) for tp in partitions])
        return {_ours(tp): held.offset for tp, held in found.items() if held.offset >= 0}

    async def earliest(self, tp: TP) -> int:
        """The first offset that the partition still holds."""
        offsets = await self._ensure_consumer().beginning_offsets([_foreign(tp)])
        return int(offsets[_foreign(tp)])

    async def seek_all(self, wanted: Mapping[TP, int]) -> Mapping[TP, int]:
        """Seeks the assigned partitions: where wanted, else to the first record that is left.

        aiokafka leaves partitions without a committed offset where they are, which skips the
        records that were taken from them before.

        Raises:
            Refused: a partition ends before the wanted offset.
        """
        consumer = self._ensure_consumer()
        assigned = consumer.assignment()
        if not assigned:
            return {}
        first = await consumer.beginning_offsets(list(assigned))
        last = await consumer.end_offsets(list(assigned))
        positions: dict[TP, int] = {}
        for foreign in assigned:
            tp = _ours(foreign)
            position = wanted.get(tp, first[foreign])
            if position > last[foreign]:
                raise Refused(
                    f"{tp.topic}/{tp.partition} ends at {last[foreign]}, but work up to {position}"
                    " is recorded as done: this is not the topic that it was done on"
                )
            if position < first[foreign]:
                log.warning(
                    "records_expired",
                    topic=tp.topic,
                    partition=tp.partition,
                    records=first[foreign] - position,
                )
            positions[tp] = max(position, first[foreign])
        for tp, position in positions.items():
            if _foreign(tp) in consumer.assignment():
                consumer.seek(_foreign(tp), position)
        return positions

    async def commit_offset(self, tp: TP, offset: int) -> None:
        """Commits for lag monitors; a commit that comes after a rebalance is no matter."""
        try:
            await self._ensure_consumer().commit({_foreign(tp): offset})
        except (CommitFailedError, IllegalStateError) as error:
            log.info("offset_commit_refused", partition=tp.partition, error=type(error).__name__)


def _take_error(coordinator: GroupCoordinator) -> None:
    try:
        coordinator.check_errors()
    except KafkaError as error:
        log.warning("group_error", **where(error), advice="joining again")


def _foreign(tp: TP) -> aiokafka.TopicPartition:
    return aiokafka.TopicPartition(tp.topic, tp.partition)


def _ours(tp: aiokafka.TopicPartition) -> TP:
    return TP(tp.topic, tp.partition)
