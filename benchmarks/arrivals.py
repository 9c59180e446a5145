"""When a reader of committed records sees the article of each raw record, and patience."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer

from schemas.dead_letter import SOURCE_RECORD_HEADER
from schemas.topics import ARTICLES

PATIENCE_SECONDS = 240.0


@asynccontextmanager
async def arrivals(bootstrap: str) -> AsyncIterator[dict[str, float]]:
    """When each was seen (monotonic) by the raw record that it was made of; grows until the end."""
    seen: dict[str, float] = {}
    task = asyncio.create_task(_note(bootstrap, seen))
    try:
        yield seen
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _note(bootstrap: str, seen: dict[str, float]) -> None:
    consumer = AIOKafkaConsumer(
        ARTICLES.name,
        bootstrap_servers=bootstrap,
        isolation_level="read_committed",
        auto_offset_reset="earliest",
        fetch_max_wait_ms=20,
    )
    await consumer.start()
    try:
        async for record in consumer:
            seen[dict(record.headers)[SOURCE_RECORD_HEADER].decode()] = time.monotonic()
    finally:
        await consumer.stop()


async def until(true: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Returns when it is true.

    Raises:
        TimeoutError: it was not within the time.
    """
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        await asyncio.sleep(0.05)
