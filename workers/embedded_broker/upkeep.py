"""What goes on beside the requests: retention, compaction, and syncs once a second."""

import asyncio

import structlog

from .compaction import compaction
from .disk import Disk, sync_files
from .partition_log import PartitionLog
from .producers import now_ms
from .segment import DamagedSegmentError
from .topics import TopicCatalogue

_log = structlog.get_logger("copydesk.embedded_broker")
# Compaction shares the loop with all clients: it works for so long, and then rests for as long.
_SLICE_SECONDS = 0.01
_SYNC_SECONDS = 1.0


async def tend_logs(topics: TopicCatalogue, disk: Disk, every_seconds: float) -> None:
    """Looks at every log again and again, one after the other."""
    while True:
        await asyncio.sleep(every_seconds)
        for topic in topics:
            for log in tuple(topic.partitions):
                if not log.closed:
                    await _tend(log, disk)


async def sync_written(disk: Disk) -> None:
    """Syncs what was written in each second, on a thread: requests do not wait for it."""
    while True:
        await asyncio.sleep(_SYNC_SECONDS)
        try:
            await asyncio.to_thread(sync_files, disk.take_unsynced())
        except OSError as error:
            _log.error("sync_failed", file=str(error.filename), reason=error.strerror)


async def _tend(log: PartitionLog, disk: Disk) -> None:
    """Removes and compacts what may be; a log that cannot be tended stays as it is."""
    loop = asyncio.get_running_loop()
    try:
        log.expire(now_ms())
        slice_ends = loop.time() + _SLICE_SECONDS
        for _ in compaction(log, disk, now_ms()):
            if loop.time() < slice_ends:
                continue
            await asyncio.sleep(_SLICE_SECONDS)
            if log.closed:
                return
            slice_ends = loop.time() + _SLICE_SECONDS
    except (OSError, DamagedSegmentError, NotImplementedError) as error:
        _log.error("upkeep_failed", folder=str(log.folder), reason=str(error))
