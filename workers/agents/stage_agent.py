"""A pure stage, run exactly once: records in, outputs and the next offset in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic, perf_counter
from typing import NamedTuple, Protocol, assert_never

import structlog
from faust.types.tuples import TP

from schemas.dead_letter import Reason
from workers.stages.outcome import Bury, Drop, Forward, Outcome, Record, Stage
from workers.telemetry import Meters

from .breaker import Breaker
from .chunks import Chunk, Limits
from .ends import Discontinuity, Halted
from .failures import where
from .letters import LetterWriter, Output, size_of
from .transactions import PartitionWriter

log = structlog.get_logger(__name__)

BREATH_SECONDS = 0.01  # after so much work in one go the loop gets a turn: commits, metrics
PAUSE_SHARE = 0.1
"""Of a record that takes longer than a breath alone, as pages do: for so long the loop is free.
A commit elsewhere is some twenty short steps with answers between, and one turn serves one."""
LONGEST_PAUSE_SECONDS = 0.01


class Memory(Protocol):
    """What a stage remembers of one partition."""

    async def restore(self) -> None:
        """Makes it again from what is committed, whatever it was before."""

    def release(self) -> None:
        """Forgets it: somebody else has the partition now, or nobody."""


class Done(NamedTuple):
    """What one record comes to."""

    outputs: list[Output]
    as_decided: bool
    """False where the stage raised, or what it decided could not be written: what it remembers
    is not what is written."""


@dataclass(frozen=True, slots=True)
class StageRun:
    """What all partitions of a worker share."""

    stage: Stage
    letters: LetterWriter
    limits: Limits
    breaker: Breaker
    meters: Meters

    def do(self, record: Record) -> Done:
        """What is to be written for a record, whatever happens."""
        outputs: list[Output] = []
        as_decided = True
        for decided in self._outcomes(record):
            outcome = self._fitting(decided)
            if outcome is not decided or _is_ours(outcome):
                as_decided = False
            self.breaker.count(outcome)
            self.meters.count(outcome)
            match outcome:
                case Forward(records, tombstones):
                    outputs += tombstones
                    outputs += records
                case Bury():
                    outputs.append(self.letters.letter(record, outcome))
                case Drop():
                    pass
                case _:
                    assert_never(outcome)
        if self.breaker.open:
            raise Halted(self.breaker.said)
        return Done(outputs, as_decided)

    def _outcomes(self, record: Record) -> tuple[Outcome, ...]:
        began = perf_counter()
        try:
            outcomes = self.stage.run(record, datetime.now(UTC))
        except Exception as error:  # noqa: BLE001  # the shell: no exception reaches Faust
            log.error("stage_failed", record=record.source, **where(error))  # noqa: TRY400
            return (Bury(Reason.BUG, f"{type(error).__name__} in the {self.stage.name} stage"),)
        finally:
            self.meters.ran(perf_counter() - began)
        if not outcomes:
            return (Bury(Reason.BUG, f"the {self.stage.name} stage decided nothing"),)
        return outcomes

    def _fitting(self, outcome: Outcome) -> Outcome:
        """The outcome, or a burial when a record is larger than its topic takes."""
        if isinstance(outcome, Forward):
            for output in outcome.records:
                limit = self.letters.largest_records[output.topic]
                if (size := size_of(output)) > limit:
                    return Bury(
                        Reason.TOO_LARGE,
                        f"made {size} bytes for {output.topic}, which takes {limit}",
                    )
        return outcome


class StagePartition:
    """One partition's work of a stage."""

    def __init__(
        self,
        run: StageRun,
        writer: PartitionWriter,
        committed: Callable[[], Awaitable[int]],
        source: TP,
        memory: Memory | None = None,
    ) -> None:
        """`committed` reads where the group's work on the partition ends."""
        self._run = run
        self._writer = writer
        self._committed = committed
        self._source = source
        self._memory = memory
        self._position: int | None = None
        self._stopping = False

    async def take(self, chunk: Chunk) -> None:
        """Runs the stage over what is not yet done of the chunk, and commits.

        Raises:
            Discontinuity: records lie between the committed work and the chunk.
        """
        if self._position is None:
            position = await self._writer.open(self._committed)
            # only now: whoever had the partition before can write nothing more
            await self._remember()
            self._position = position
        if chunk.continues_from > self._position:
            raise Discontinuity(
                f"{self._source.topic}/{self._source.partition}: done up to {self._position},"
                f" the chunk continues from {chunk.continues_from}"
            )
        outputs: list[Output] = []
        reached = self._position
        began = breathed = monotonic()
        uncommitted = 0
        for record in chunk.rest(self._position):
            if self._stopping:
                break
            started = monotonic()
            done = self._run.do(record)
            outputs += done.outputs
            reached, uncommitted = record.offset + 1, uncommitted + 1
            astray = self._memory is not None and not done.as_decided
            now = monotonic()
            if astray or now - began > self._run.limits.seconds:
                await self._commit(outputs, uncommitted, reached)
                outputs, uncommitted = [], 0
                if astray:
                    await self._remember()
                began = breathed = monotonic()
            elif now - breathed > BREATH_SECONDS:
                await asyncio.sleep(_pause_after(now - started))
                breathed = monotonic()
        if uncommitted:
            await self._commit(outputs, uncommitted, reached)

    async def _remember(self) -> None:
        if self._memory is not None:
            await self._memory.restore()

    async def _commit(self, outputs: list[Output], records: int, position: int) -> None:
        began = perf_counter()
        await self._writer.write(outputs, position)
        self._position = position
        self._run.meters.committed(*self._source, records, perf_counter() - began)

    def stop_soon(self) -> None:
        """Commits what is done of the chunk under way, and leaves the rest."""
        self._stopping = True

    async def close(self) -> None:
        """Lets go of the partition."""
        if self._memory is not None:
            self._memory.release()
        await self._writer.close()


def _pause_after(seconds: float) -> float:
    """How long to leave the loop to others after a record that took so long; 0 is one turn."""
    if seconds < BREATH_SECONDS:
        return 0.0
    return min(seconds * PAUSE_SHARE, LONGEST_PAUSE_SECONDS)


def _is_ours(outcome: Outcome) -> bool:
    return isinstance(outcome, Bury) and outcome.reason is Reason.BUG
