"""Files: few of them open at a time, appends that leave no trace when they fail, and syncs."""

import os
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

import structlog

_log = structlog.get_logger("copydesk.embedded_broker")

SyncPolicy = Literal["never", "interval", "always"]
"""When written bytes are forced to the disk. What was acknowledged outlives the process with any;
a power cut with `always`, and but for its last second or two with `interval`."""
SYNC_POLICIES: tuple[SyncPolicy, ...] = get_args(SyncPolicy)

# A quarter of the usual limit of 1,024: connections need descriptors too.
_MOST_OPEN = 256


class DiskError(OSError):
    """Nothing was written: the disk is full, or the file may not grow."""


class Disk:
    """Keeps the files that were used last open, and syncs what was written as it was told."""

    def __init__(self, sync: SyncPolicy = "never", *, most_open: int = _MOST_OPEN) -> None:
        self._sync = sync
        self._most_open = most_open
        self._open: OrderedDict[Path, int] = OrderedDict()
        self._unsynced: set[Path] = set()

    @property
    def open_files(self) -> int:
        """How many descriptors are held."""
        return len(self._open)

    def create(self, path: Path, *, truncate: bool = False) -> int:
        """The size of a file that is there from now on."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._keep(path, os.O_CREAT | (os.O_TRUNC if truncate else 0))
        if self._sync != "never":
            sync_names(path)
        return os.fstat(self.descriptor(path)).st_size

    def descriptor(self, path: Path) -> int:
        """The descriptor of a file that exists; good until the next call for another file."""
        if path in self._open:
            self._open.move_to_end(path)
            return self._open[path]
        return self._keep(path, 0)

    def written(self, path: Path) -> None:
        """Syncs what was just written, or remembers to."""
        if self._sync == "always":
            os.fdatasync(self.descriptor(path))
        elif self._sync == "interval":
            self._unsynced.add(path)

    def take_unsynced(self) -> tuple[Path, ...]:
        """Files to be synced, each named once."""
        taken = tuple(self._unsynced)
        self._unsynced.clear()
        return taken

    def rename(self, path: Path, target: Path) -> None:
        """Puts a finished file in another's place, so that a power cut leaves one of the two."""
        os.fsync(self.descriptor(path))
        self.forget(path)
        self.forget(target)
        path.rename(target)
        sync_names(target)

    def remove(self, path: Path) -> None:
        self.forget(path)
        path.unlink(missing_ok=True)

    def forget(self, path: Path) -> None:
        """Closes a file."""
        self._unsynced.discard(path)
        if path in self._open:
            os.close(self._open.pop(path))

    def close(self) -> None:
        for path in tuple(self._open):
            self.forget(path)

    def _keep(self, path: Path, flags: int) -> int:
        if path in self._open:
            os.close(self._open.pop(path))
        while len(self._open) >= self._most_open:
            os.close(self._open.popitem(last=False)[1])
        self._open[path] = os.open(path, os.O_RDWR | flags, 0o644)
        return self._open[path]


class AppendFile:
    """One file that only grows, by whole pieces."""

    def __init__(
        self, path: Path, disk: Disk, *, truncate: bool = False, aside: bool = False
    ) -> None:
        """One written `aside` begins empty, and is synced at last when it takes its place."""
        self.path = path
        self._disk = disk
        self._aside = aside
        self._failing = False
        self.size = disk.create(path, truncate=truncate or aside)

    def append(self, piece: bytes | bytearray) -> int:
        """The position at which all of `piece` now lies.

        Raises:
            DiskError: nothing of it does. The log says so once, and once when writing works again.
        """
        position = self.size
        descriptor = self._disk.descriptor(self.path)
        try:
            written = 0
            while written < len(piece):
                rest = memoryview(piece)[written:]
                written += os.pwrite(descriptor, rest, position + written)
            if not self._aside:
                self._disk.written(self.path)
        except OSError as error:
            os.ftruncate(descriptor, position)
            if not self._failing:
                self._failing = True
                _log.error("write_failed", file=str(self.path), reason=error.strerror)
            raise DiskError(error.errno, error.strerror, str(self.path)) from error
        if self._failing:
            self._failing = False
            _log.info("write_recovered", file=str(self.path))
        self.size = position + len(piece)
        return position

    def read(self, position: int, length: int) -> bytes:
        """At most `length` bytes from `position`."""
        return os.pread(self._disk.descriptor(self.path), length, position)

    def cut(self, size: int) -> None:
        """Forgets everything from `size` on."""
        os.ftruncate(self._disk.descriptor(self.path), size)
        self.size = size

    def rename(self, target: Path) -> None:
        """Takes another file's place, all or nothing, synced."""
        self._disk.rename(self.path, target)
        self.path = target
        self._aside = False

    def sync(self) -> None:
        os.fdatasync(self._disk.descriptor(self.path))

    def modified_ms(self) -> int:
        """When it was last written, in milliseconds since 1970."""
        return os.fstat(self._disk.descriptor(self.path)).st_mtime_ns // 1_000_000

    def remove(self) -> None:
        self._disk.remove(self.path)

    def close(self) -> None:
        self._disk.forget(self.path)


def sync_files(paths: Iterable[Path]) -> None:
    """Forces files to the disk; one that was removed meanwhile needs it no more.

    It opens them anew, so that it may run on a thread of its own.
    """
    for path in paths:
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            os.fdatasync(descriptor)
        finally:
            os.close(descriptor)


def sync_names(path: Path) -> None:
    """Makes the names of a file and of its folder last over a power cut."""
    for folder in (path.parent, path.parent.parent):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
