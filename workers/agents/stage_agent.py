"""A pure stage, run exactly once: records in, outputs and the next offset in one transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic, perf_counter
from typing import assert_never

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


@dataclass(frozen=True, slots=True)
class StageRun:
    """What all partitions of a worker share."""

    stage: Stage
    letters: LetterWriter
    limits: Limits
    breaker: Breaker
    meters: Meters

    def outputs(self, record: Record) -> list[Output]:
        """What is to be written for a record, whatever happens."""
        outputs: list[Output] = []
        for outcome in self._outcomes(record):
            outcome = self._fitting(outcome)
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
            raise Halted(f"{self.breaker.said}: look for `stage_failed`, fix it, start again")
        return outputs

    def _outcomes(self, record: Record) -> tuple[Outcome, ...]:
        try:
            with self.meters.stage_seconds():
                outcomes = self.stage.run(record, datetime.now(UTC))
        except Exception as error:  # noqa: BLE001  # the shell: no exception reaches Faust
            log.error("stage_failed", record=record.source, **where(error))  # noqa: TRY400
            return (Bury(Reason.BUG, f"{type(error).__name__} in the {self.stage.name} stage"),)
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
    ) -> None:
        """`committed` reads where the group's work on the partition ends."""
        self._run = run
        self._writer = writer
        self._committed = committed
        self._source = source
        self._position: int | None = None
        self._stopping = False

    async def take(self, chunk: Chunk) -> None:
        """Runs the stage over what is not yet done of the chunk, and commits.

        Raises:
            Discontinuity: records lie between the committed work and the chunk.
        """
        if self._position is None:
            self._position = await self._writer.open(self._committed)
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
            outputs += self._run.outputs(record)
            reached, uncommitted = record.offset + 1, uncommitted + 1
            now = monotonic()
            if now - began > self._run.limits.seconds:
                await self._commit(outputs, reached)
                outputs, uncommitted = [], 0
                began = breathed = monotonic()
            elif now - breathed > BREATH_SECONDS:
                await asyncio.sleep(0)
                breathed = monotonic()
        if uncommitted:
            await self._commit(outputs, reached)

    async def _commit(self, outputs: list[Output], position: int) -> None:
        began = perf_counter()
        await self._writer.write(outputs, position)
        self._position = position
        self._run.meters.committed(self._source.partition, perf_counter() - began)

    def stop_soon(self) -> None:
        """Commits what is done of the chunk under way, and leaves the rest."""
        self._stopping = True

    async def close(self) -> None:
        """Lets go of the partition."""
        await self._writer.close()
