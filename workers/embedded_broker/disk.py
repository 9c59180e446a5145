"""Appends to files so that a failed write leaves no trace."""

import os
from pathlib import Path

import structlog

_log = structlog.get_logger("copydesk.embedded_broker")


class DiskError(OSError):
    """Nothing was written: the disk is full, or the file may not grow."""


class AppendFile:
    """One file that only grows, by whole pieces."""

    def __init__(self, path: Path, *, fsync: bool, truncate: bool = False) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | (os.O_TRUNC if truncate else 0)
        self.path = path
        self._fsync = fsync
        self._descriptor = os.open(path, flags, 0o644)
        self._failing = False
        self.size = os.fstat(self._descriptor).st_size
        if fsync:
            sync_names(path)

    def append(self, piece: bytes | bytearray) -> int:
        """The position at which all of `piece` now lies.

        Raises:
            DiskError: nothing of it does. The log says so once, and once when writing works again.
        """
        position = self.size
        try:
            written = 0
            while written < len(piece):
                rest = memoryview(piece)[written:]
                written += os.pwrite(self._descriptor, rest, position + written)
            if self._fsync:
                os.fdatasync(self._descriptor)
        except OSError as error:
            os.ftruncate(self._descriptor, position)
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
        return os.pread(self._descriptor, length, position)

    def cut(self, size: int) -> None:
        """Forgets everything from `size` on."""
        os.ftruncate(self._descriptor, size)
        self.size = size

    def close(self) -> None:
        os.close(self._descriptor)


def sync_names(path: Path) -> None:
    """Makes the names of a file and of its folder last over a power cut."""
    for folder in (path.parent, path.parent.parent):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
