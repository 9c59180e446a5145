"""A small file system of its own, so that a disk can really be full."""

import os
import subprocess
from pathlib import Path
from typing import Self

MEGABYTES = 256
_BLOCKS = (1 << 20, 1 << 12, 1)


def volumes_missing() -> str | None:
    """None when file systems can be mounted here, else why not."""
    return None if os.geteuid() == 0 else "no full disk: only root may mount a file system"


class Volume:
    """A folder with limited room: a tmpfs where we may mount one, else as large as its disk."""

    def __init__(self, folder: Path, megabytes: int = MEGABYTES) -> None:
        self.folder = folder
        self._size = f"size={megabytes}m"
        self._mounted = False

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        if volumes_missing() is None:
            mount = ["mount", "-t", "tmpfs", "-o", self._size, "copydesk", str(self.folder)]
            subprocess.run(mount, check=True, capture_output=True)
            self._mounted = True
        return self

    def __exit__(self, *_: object) -> None:
        if self._mounted:
            # lazily: a worker that is just ending may still hold a file
            subprocess.run(["umount", "-l", str(self.folder)], check=True, capture_output=True)
            self._mounted = False

    @property
    def _filler(self) -> Path:
        return self.folder / "filler"

    def fill(self) -> None:
        """Leaves not one byte free.

        Raises:
            RuntimeError: the folder is no file system of its own.
        """
        if not self._mounted:
            raise RuntimeError("this would fill the disk of the machine")
        with self._filler.open("wb", buffering=0) as filler:
            for block in _BLOCKS:
                _write_until_full(filler.fileno(), block)

    def empty(self) -> None:
        """Gives the room back."""
        self._filler.unlink(missing_ok=True)


def _write_until_full(file: int, block: int) -> None:
    zeros = bytes(block)
    while True:
        try:
            os.write(file, zeros)
        except OSError:
            return
