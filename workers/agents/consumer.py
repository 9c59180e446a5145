"""Faust's consumer, taught to hand over chunks and to prove that it skipped nothing.

Faust stays what joins the group, assigns, revokes, seeks and stops. Replaced are the hand-over of
records (`getmany`), where a partition starts (`perform_seek`) and everything about acknowledging:
offsets are committed together with the outputs, and never by Faust.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import structlog
from faust.transport.drivers import aiokafka as driver
from faust.types.tuples import TP, ConsumerMessage

from .chunks import Fetched, Limits, cut
from .group_member import FAUST_LOGGER, ConsumerOptions, GroupMember
from .lanes import Lanes

log = structlog.get_logger(__name__)

IDLE_SECONDS = 1.0
BUSY_SECONDS = 0.02  # some lanes are full: look again soon, one of them may have room

Starts = Callable[[AbstractSet[TP], Mapping[TP, int]], Awaitable[Mapping[TP, int]]]
"""Where to start: of the assigned partitions, given what Kafka says is committed. Partitions left
out start with the first record that is left."""


async def where_committed(
    _assigned: AbstractSet[TP], committed: Mapping[TP, int]
) -> Mapping[TP, int]:
    """Starts where Kafka says."""
    return committed


def chunk_consumer(
    options: ConsumerOptions, limits: Limits, lanes: Lanes, starts: Starts
) -> type[Any]:
    """The consumer class for one app's transport: Faust makes the instance itself."""

    class ChunkConsumer(_ChunkConsumer):
        _options = options
        _limits = limits
        _lanes = lanes
        _starts = staticmethod(starts)

    return ChunkConsumer


class _ChunkConsumer(driver.Consumer):
    logger = FAUST_LOGGER
    _options: ConsumerOptions
    _limits: Limits
    _lanes: Lanes
    _starts: Starts
    _thread: GroupMember

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._seek_epoch = 0
        self._astray = False
        self._next: dict[TP, int] = {}
        self._seeking = asyncio.Lock()
        super().__init__(*args, **kwargs)

    def _new_consumer_thread(self) -> GroupMember:
        return GroupMember(self._options, self, self.loop, self.beacon)

    # Where a partition starts

    async def perform_seek(self) -> None:
        """Puts every assigned partition where its committed work ends."""
        async with self._seeking:
            self._seek_epoch += 1
            self._astray = False
            assigned = self.assignment()
            committed = await self._thread.committed(assigned)
            positions = await self._thread.seek_all(await self._starts(assigned, committed))
            self._next = dict(positions)
            # None: Faust drops what lies below this, and we prove continuity ourselves
            self._read_offset.update(dict.fromkeys(assigned))
            self._seek_epoch += 1

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Makes fetches under way void, then lets Faust revoke."""
        self._seek_epoch += 1
        await super().on_partitions_revoked(revoked)

    def knows_coordinator(self) -> bool:
        """Whether somebody at the broker coordinates the group."""
        return self._thread.knows_coordinator()

    def look_after_group(self) -> BaseException | None:
        """Has the consumer go on after an error of its group; what it died of, if it did."""
        return self._thread.look_after_group()

    async def committed_position(self, tp: TP) -> int:
        """Where the group's committed work on a partition ends."""
        held = await self._thread.committed([tp])
        return held[tp] if tp in held else await self._thread.earliest(tp)

    async def commit_position(self, tp: TP, position: int) -> None:
        """Commits outside of a transaction, for work that another system keeps."""
        await self._thread.commit_offset(tp, position)

    # Handing over

    async def getmany(self, timeout: float) -> AsyncIterator[tuple[TP, ConsumerMessage]]:  # noqa: ASYNC109  # Faust's signature
        """One message a chunk; its value is a `Fetched`.

        Generation and seek epoch are taken before the fetch. If either moved, these may be the
        records of another position than the one we believe in: thrown away, and sought again. Also
        where somebody else is seeking: the fetch may have taken them after that, and moved on.
        """
        self._lanes.turn()
        if not self.flow_active:
            await self.wait(self.can_resume_flow.wait())
            return
        if self._astray:
            await self.perform_seek()
        before = self._proof()
        active = self._get_active_partitions()
        open_for_more = {tp for tp in active if self._lanes.has_room(tp)}
        if not open_for_more:
            await self._lanes.room(IDLE_SECONDS / 4)
            return
        wait = IDLE_SECONDS if len(open_for_more) == len(active) else BUSY_SECONDS
        fetched = await self._getmany(open_for_more, min(wait, timeout))
        if self.should_stop or not fetched:
            return
        if before != self._proof():
            log.info("fetch_discarded", records=sum(map(len, fetched.values())))
            self._astray = True
            return
        for found, records in fetched.items():
            tp = TP(found.topic, found.partition)
            for piece in cut(records, self._limits):
                # without a position: it was given to us after we had sought
                if before != self._proof() or tp not in self._next:
                    self._astray = True
                    return
                yield tp, self._message(tp, piece)

    def _proof(self) -> tuple[int, int, bool]:
        return self._seek_epoch, self.app.consumer_generation_id, self.flow_active

    def _message(self, tp: TP, piece: tuple[Any, ...]) -> ConsumerMessage:
        last = piece[-1]
        # Faust means bytes; `ChunkSchema` reads it
        fetched: Any = Fetched(tp.topic, tp.partition, self._next[tp], piece)
        self._next[tp] = last.offset + 1
        self._lanes.expect(tp)
        return ConsumerMessage(
            topic=tp.topic,
            partition=tp.partition,
            offset=last.offset,
            timestamp=last.timestamp / 1000,
            timestamp_type=last.timestamp_type,
            headers=[],
            key=None,
            value=fetched,
            checksum=None,
            tp=tp,
            generation_id=self.app.consumer_generation_id,
        )

    # Faust acknowledges and commits nothing

    def ack(self, message: Any) -> bool:
        """Forgets the message: the lanes know what is under way."""
        message.acked = True
        self._unacked_messages.discard(message)
        return True

    async def commit(self, *_: Any, **__: Any) -> bool:
        """Nothing: offsets are committed with the outputs."""
        return False

    async def _add_gap(self, *_: Any) -> None:
        """Nothing: Faust keeps gaps for its own commits."""

    async def wait_empty(self) -> None:
        """Finishes the work in flight and drops what was not begun: on revoke and on stop."""
        await self._lanes.drain()

    def verify_event_path(self, *_: Any) -> None:
        """Nothing: it would complain that Faust commits nothing."""
