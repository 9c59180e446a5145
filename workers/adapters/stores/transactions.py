"""Running work in a database's transactions without stopping the loop that waits for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.ext.asyncio import AsyncEngine

T = TypeVar("T")


class Transactions(Protocol):
    """A way into one database."""

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Does the work in one transaction: commits, or leaves everything as it was."""

    async def close(self) -> None:
        """Gives the connections back."""


class ThreadTransactions:
    """For drivers that block: one transaction at a time, on one thread of their own."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._thread = ThreadPoolExecutor(1, "articles")

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Does the work on the thread."""

        def transaction() -> T:
            with self.engine.begin() as connection:
                return work(connection)

        return await asyncio.get_running_loop().run_in_executor(self._thread, transaction)

    async def close(self) -> None:
        """Closes the connections and ends the thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self.engine.dispose)
        self._thread.shutdown()


class LoopTransactions:
    """For drivers that wait on the loop itself: several transactions at a time."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Does the work between waits of the loop."""
        async with self.engine.begin() as connection:
            return await connection.run_sync(work)

    async def close(self) -> None:
        """Closes the connections."""
        await self.engine.dispose()
