"""Faults of workers."""

import asyncio
import signal

from tests.chaos.line import Worker

from .fault import Scene

FREEZE_SECONDS = (7.0, 10.0)  # the session timeout under test is 6
JOIN_SECONDS = (2.0, 5.0)
DOWN_SECONDS = (0.2, 2.0)
MOST, FEWER = 4, 2


async def kill(scene: Scene) -> None:
    """A worker is gone without a word."""
    _any_worker(scene).kill()


async def term(scene: Scene) -> None:
    """A worker is told to stop, and started again when it has."""
    worker = _any_worker(scene)
    worker.tell()
    await asyncio.to_thread(worker.ended)


async def freeze(scene: Scene) -> None:
    """A zombie: it wakes up in a transaction that somebody else has ended."""
    worker = _any_worker(scene)
    worker.signal(signal.SIGSTOP)
    await asyncio.sleep(scene.chance.uniform(*FREEZE_SECONDS))
    worker.signal(signal.SIGCONT)


async def scale(scene: Scene) -> None:
    """Workers of one stage join until there are four, then leave until there are two."""
    stage = scene.chance.choice(scene.stages)
    for slot in range(MOST):
        if f"{stage}-{slot}" not in scene.line.workers:
            scene.line.start(stage, slot)
    await asyncio.sleep(scene.chance.uniform(*JOIN_SECONDS))
    for slot in range(FEWER, MOST):
        await asyncio.to_thread(scene.line.retire, f"{stage}-{slot}")


async def stop(scene: Scene) -> None:
    """Nobody works, and then everybody starts at once."""
    workers = list(scene.line.workers.values())
    kindly = scene.chance.random() < 0.5
    for worker in workers:
        worker.rest()
        if kindly:
            worker.tell()
        else:
            worker.kill()
    for worker in workers:
        await asyncio.to_thread(worker.ended)
    await asyncio.sleep(scene.chance.uniform(*DOWN_SECONDS))
    for worker in workers:
        worker.wake()


def _any_worker(scene: Scene) -> Worker:
    return scene.chance.choice(list(scene.line.workers.values()))
