"""A partition's work that is begun anew when Kafka failed in the middle of it.

A broker that comes back has ended the transactions that were open for too long, and refuses whoever
goes on with one. What is committed is then asked of the broker and not remembered: the work is
dropped, opened as after a restart, and given the same chunk, of which it does what is left to do.
"""

import asyncio
from collections.abc import Callable

import structlog
from aiokafka.errors import KafkaError

from workers.adapters.kafka.errors import KafkaProblem

from .chunks import Chunk
from .failures import where
from .lanes import PartitionWork
from .waiting import Waiting

log = structlog.get_logger(__name__)

TIMES = 6
"""So often in a row with a broker that answers, and a new process is the better beginning."""
FIRST_PAUSE_SECONDS = 0.25
LONGEST_PAUSE_SECONDS = 8.0
FAILURES = (KafkaError, KafkaProblem, TimeoutError)


class Renewing:
    """`PartitionWork` that takes a chunk until it is taken.

    Somebody else who has opened the partition meanwhile is not disturbed for long: before the next
    try the group has told us, and the lane has been told to stop.
    """

    def __init__(self, open_work: Callable[[], PartitionWork], broker: Waiting) -> None:
        self._open = open_work
        self._broker = broker
        self._work = open_work()
        self._stop = asyncio.Event()

    async def take(self, chunk: Chunk) -> None:
        """Does the chunk and commits it.

        Raises:
            KafkaError, KafkaProblem, TimeoutError: it failed again and again.
        """
        failed, pause = 0, FIRST_PAUSE_SECONDS
        while not self._stop.is_set():
            try:
                await self._work.take(chunk)
            except FAILURES as error:
                failed += not self._broker.is_away
                if failed > TIMES:
                    raise
                log.warning(
                    "work_begun_anew", topic=chunk.topic, partition=chunk.partition, **where(error)
                )
            else:
                return
            await self._work.close()
            await self._pause(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
            self._work = self._open()

    async def _pause(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stop.wait()
        except TimeoutError:
            return

    def stop_soon(self) -> None:
        """Commits what is done of the chunk under way, and leaves the rest."""
        self._stop.set()
        self._work.stop_soon()

    async def close(self) -> None:
        """Lets go of the partition."""
        await self._work.close()
