"""Faults of the sink's database."""

import asyncio

from .fault import Scene

SECONDS = (3.0, 8.0)  # shorter and longer than a statement waits for a lock


async def gone(scene: Scene) -> None:
    """It cannot be reached."""
    store = scene.line.store
    await asyncio.to_thread(store.take_away)
    await asyncio.sleep(scene.chance.uniform(*SECONDS))
    await asyncio.to_thread(store.bring_back)


async def locked(scene: Scene) -> None:
    """Somebody else keeps it to himself."""
    await asyncio.to_thread(scene.line.store.lock, scene.chance.uniform(*SECONDS))


async def full(scene: Scene) -> None:
    """Its disk has not one byte left."""
    store = scene.line.store
    await asyncio.to_thread(store.fill)
    await asyncio.sleep(scene.chance.uniform(*SECONDS))
    store.make_room()
