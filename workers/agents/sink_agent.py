"""The sink, exactly once across two systems: rows in a database, dead letters in Kafka.

The database's offset says "rows are written up to here", the group's offset in Kafka says "letters
are written up to here". Letters go first, with the group's offset in one Kafka transaction; then
the rows, with theirs in one database transaction; then, without letters, the group's offset alone,
for lag monitors. Reading goes on from the database's offset, and letters below the group's offset
are not written again. The group's offset never goes back: letters would be written twice.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from time import monotonic, perf_counter
from typing import Protocol

import structlog
from faust.types.tuples import TP

from schemas.dead_letter import Reason
from workers.domain.rows import ArticleStore, Row, StoreUnavailable, StoreWentBack
from workers.stages.dead_letters import DeadLetter
from workers.stages.outcome import Bury, Drop, Record
from workers.telemetry import Meters

from .breaker import Breaker
from .chunks import Chunk
from .ends import Discontinuity, Halted
from .failures import where
from .letters import LetterWriter
from .stage_agent import BREATH_SECONDS
from .transactions import PartitionWriter
from .waiting import Waiting, patiently

log = structlog.get_logger(__name__)


class RowReader(Protocol):
    """The pure half of a sink."""

    @property
    def name(self) -> str:
        """The word in commands, groups and metrics."""

    def read(self, record: Record) -> Row | Bury | Drop:
        """The record's row, or why there is none."""


@dataclass(frozen=True, slots=True)
class SinkRun:
    """What all partitions of a sink share."""

    reader: RowReader
    store: ArticleStore
    letters: LetterWriter
    breaker: Breaker
    meters: Meters
    waiting: Waiting

    def read(self, record: Record) -> Row | DeadLetter | None:
        """The record's row or its dead letter; None for a tombstone."""
        began = perf_counter()
        try:
            found = self.reader.read(record)
        except Exception as error:  # noqa: BLE001  # the shell: no exception reaches Faust
            log.error("stage_failed", record=record.source, **where(error))  # noqa: TRY400
            found = Bury(Reason.BUG, f"{type(error).__name__} in the {self.reader.name} stage")
        self.meters.ran(perf_counter() - began)
        self.meters.count(found)
        match found:
            case Bury():
                row: Row | DeadLetter | None = self.letters.letter(record, found)
                self.breaker.count(found)
            case Drop():
                row = None
            case _:
                row = found
                self.breaker.count(Drop("stored"))
        if self.breaker.open:
            raise Halted(self.breaker.said)
        return row


class SinkPartition:
    """One partition's work of the sink."""

    def __init__(
        self,
        run: SinkRun,
        writer: PartitionWriter,
        committed: Callable[[], Awaitable[int]],
        commit: Callable[[int], Awaitable[None]],
        source: TP,
    ) -> None:
        """`committed` reads the group's offset, `commit` moves it outside of a transaction."""
        self._run = run
        self._writer = writer
        self._committed = committed
        self._commit = commit
        self._source = source
        self._rows_to: int | None = None
        self._stored_to = 0
        self._letters_to = 0
        self._stopping = False

    async def take(self, chunk: Chunk) -> None:
        """Writes what is not yet written of the chunk.

        Raises:
            Discontinuity: records lie between the stored work and the chunk, or the store holds
                less than it did.
        """
        if self._rows_to is None:
            # opened even when nothing will be buried: the predecessor's letters must be in or out
            self._letters_to = await self._writer.open(self._committed)
            self._stored_to = await patiently(
                lambda: self._run.store.next_offset(self._source.topic, self._source.partition),
                self._run.waiting,
                StoreUnavailable,
            )
            # nothing stored: from the first record that is left
            self._rows_to = self._stored_to or chunk.continues_from
        if chunk.continues_from > self._rows_to:
            raise Discontinuity(
                f"{self._source.topic}/{self._source.partition}: stored up to {self._rows_to},"
                f" the chunk continues from {chunk.continues_from}"
            )
        records = chunk.rest(self._rows_to)
        if records:
            began = perf_counter()
            done = await self._write(records)
            self._run.meters.committed(*self._source, done, perf_counter() - began)

    async def _write(self, records: tuple[Record, ...]) -> int:
        """How many it wrote: all, or those until it was told to stop."""
        rows: list[Row] = []
        done = 0
        letters: list[DeadLetter] = []
        breathed = monotonic()
        for record in records:
            position, done = record.offset + 1, done + 1
            found = self._run.read(record)
            if isinstance(found, DeadLetter):
                if record.offset >= self._letters_to:
                    letters.append(found)
            elif found is not None:
                rows.append(found)
            if monotonic() - breathed > BREATH_SECONDS:
                await asyncio.sleep(0)
                breathed = monotonic()
            if self._stopping:
                break
        if letters:
            await self._writer.write(letters, position)
            self._letters_to = position
        await self._store(rows, position)
        if position > self._letters_to:
            await self._commit(position)
            self._letters_to = position
        return done

    async def _store(self, rows: list[Row], position: int) -> None:
        topic, partition = self._source
        try:
            await patiently(
                lambda: self._run.store.write(topic, partition, position, rows, self._stored_to),
                self._run.waiting,
                StoreUnavailable,
            )
        except StoreWentBack as error:
            raise Discontinuity(str(error)) from error
        self._rows_to = self._stored_to = position

    def stop_soon(self) -> None:
        """Writes what is read of the chunk under way, and leaves the rest."""
        self._stopping = True

    async def close(self) -> None:
        """Lets go of the partition."""
        await self._writer.close()


async def where_stored(
    store: ArticleStore, assigned: AbstractSet[TP], waiting: Waiting
) -> Mapping[TP, int]:
    """Where to start reading: what the database says, whatever Kafka says."""
    positions: dict[TP, int] = {}
    for tp in assigned:
        position = await patiently(
            partial(store.next_offset, tp.topic, tp.partition), waiting, StoreUnavailable
        )
        if position > 0:
            positions[tp] = position
    return positions
