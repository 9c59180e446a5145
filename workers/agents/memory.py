"""What a stage remembers, made again from the topic that it writes its state to."""

import asyncio
import gc
from time import monotonic
from typing import Protocol

import structlog

from schemas.codec import DecodeError
from schemas.topics import Topic
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.log import LogRecord
from workers.adapters.kafka.reader import TopicReader
from workers.stages.outcome import Record, Stage

from .ends import Discontinuity, Refused
from .stage_agent import BREATH_SECONDS

log = structlog.get_logger(__name__)

PATIENCE_SECONDS = 35.0  # longer than a transaction may stay open: nothing committed is hidden


class RememberingStage(Stage, Protocol):
    """A stage whose outcomes depend on the records before, partition by partition."""

    def remember(self, partition: int, record: Record) -> None:
        """Takes in the next record of a partition's state."""

    def release(self, partition: int) -> None:
        """Forgets a partition."""


class TopicMemory:
    """A stage's memory of one partition: the same partition of its state topic, to the end."""

    def __init__(
        self, stage: RememberingStage, connection: KafkaConnection, state: Topic, partition: int
    ) -> None:
        self._stage = stage
        self._connection = connection
        self._state = state
        self._partition = partition

    async def restore(self) -> None:
        """Reads the state's partition to its end, in turns with everything else.

        What is made is set aside from garbage collection at once: nothing of it becomes free
        meanwhile, and each full collection would walk all of it.

        Raises:
            Discontinuity: an open transaction hides the end.
            Refused: the topic holds something else.
        """
        began, records = monotonic(), 0
        self.release()
        reader = TopicReader(
            self._connection,
            self._state.name,
            patience_seconds=PATIENCE_SECONDS,
            partition=self._partition,
        )
        breathed = monotonic()
        async with reader:
            async for record in reader.records():
                self._remember(record)
                records += 1
                if monotonic() - breathed > BREATH_SECONDS:
                    gc.freeze()
                    await asyncio.sleep(0)
                    breathed = monotonic()
        if reader.unseen:
            raise Discontinuity(f"{self._place} cannot be read to its end")
        gc.freeze()
        log.info(
            "state_restored",
            partition=self._partition,
            records=records,
            seconds=round(monotonic() - began, 1),
        )

    def release(self) -> None:
        """Forgets the partition; whatever was set aside can be collected again."""
        self._stage.release(self._partition)
        gc.unfreeze()

    def _remember(self, record: LogRecord) -> None:
        try:
            self._stage.remember(
                self._partition,
                Record(
                    record.topic,
                    record.partition,
                    record.offset,
                    record.key,
                    record.value,
                    record.headers,
                    record.timestamp_ms,
                ),
            )
        except DecodeError as error:
            raise Refused(
                f"{record.source} is not the state of this version ({error}); the topic belongs to"
                " the stories stage alone"
            ) from None

    @property
    def _place(self) -> str:
        return f"{self._state.name}/{self._partition}"
