"""How a person or a supervisor asks a command to end."""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Coroutine
from typing import Any

PARENT_SECONDS = 1.0
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def told_to_stop() -> asyncio.Event:
    """An event that is set by Ctrl-C, by SIGTERM, or by the terminal being closed."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, stop.set)
    return stop


async def until_stopped(work: Coroutine[Any, Any, None]) -> bool:
    """Does the work; whether it was told to stop before it was done.

    The work is cancelled, and may clean up. A client that is just being closed may swallow that
    (aiokafka does): each further word cancels again.
    """
    task = asyncio.create_task(work)
    told = False

    def tell() -> None:
        nonlocal told
        told = True
        task.cancel()

    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, tell)
    await asyncio.wait({task})
    if not (told and task.cancelled()):
        task.result()
    return told


def end_with_parent(parent: int) -> None:
    """From now on this process is told to stop once the one that started it is gone.

    Else a supervisor that was killed would leave workers behind that wait for its broker.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PARENT_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent", daemon=True).start()
