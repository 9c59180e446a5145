"""Records that come in their own time, and how much of them has come."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from workers.adapters.sources import SourceError, SourceRecord, read_source
from workers.cli.output import console, on_terminal

AHEAD = 1_000  # records read before they can be sent: bounds memory

Progress = Callable[[int], None]
"""Told how many bytes more were read."""


async def as_they_come(records: Iterator[SourceRecord]) -> AsyncIterator[SourceRecord]:
    """The records of a source that may pause, without stopping the loop while it does.

    Raises:
        SourceError: the source's own.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[SourceRecord | SourceError | None] = asyncio.Queue()
    room = threading.Semaphore(AHEAD)

    def read() -> None:
        end: SourceError | None = None
        try:
            for record in records:
                room.acquire()
                loop.call_soon_threadsafe(queue.put_nowait, record)
        except SourceError as error:
            end = error
        loop.call_soon_threadsafe(queue.put_nowait, end)

    # a daemon: nobody can wake it from its read when the person has had enough
    threading.Thread(target=read, name="source", daemon=True).start()
    while (item := await queue.get()) is not None:
        if isinstance(item, SourceError):
            raise item
        room.release()
        yield item


def standard_input() -> Iterator[SourceRecord]:
    """The records of stdin, by a descriptor of our own.

    Python ends with an error when a thread still waits on `sys.stdin` itself.
    """
    with os.fdopen(os.dup(sys.stdin.fileno()), "rb") as stdin:
        yield from read_source("-", stdin)


def known_bytes(files: Sequence[str]) -> int | None:
    """How much there is to read; None where a stream does not tell."""
    total = 0
    for name in files:
        place = Path(name)
        if name == "-":
            return None
        below = place.rglob("*") if place.is_dir() else iter((place,))
        total += sum(file.stat().st_size for file in below if file.is_file())
    return total


@contextmanager
def progress_on_terminal(total: int | None) -> Iterator[Progress]:
    """A progress bar where somebody watches, nothing elsewhere."""
    if not on_terminal():
        yield lambda _: None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("publishing"),
        BarColumn(),
        DownloadColumn(),
        TextColumn("{task.fields[records]:,} records"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console(), transient=True) as bar:
        task = bar.add_task("", total=total, records=0)
        records = 0

        def advance(count: int) -> None:
            nonlocal records
            records += 1
            bar.update(task, advance=count, records=records)

        yield advance
