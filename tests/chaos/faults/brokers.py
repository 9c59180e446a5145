"""Faults of the broker."""

import asyncio

from .fault import Scene

DOWN_SECONDS = (0.2, 1.5)


async def kill(scene: Scene) -> None:
    """The broker crashes and is back at once."""
    scene.broker.kill()
    await asyncio.sleep(scene.chance.uniform(*DOWN_SECONDS))
    await asyncio.to_thread(scene.broker.start)


async def outage(scene: Scene) -> None:
    """The broker crashes and is away for longer than any session lasts."""
    scene.broker.kill()
    await asyncio.sleep(scene.outage_seconds)
    await asyncio.to_thread(scene.broker.start)
