"""Where to begin in a file of record batches: one entry for every 64 KiB of it."""

from array import array
from bisect import bisect_left, bisect_right

# 24 bytes of memory for this many of file: 0.4 MB for one GB. Finding the batch reads as much.
INTERVAL_BYTES = 64 * 1024
_BEFORE_ALL_TIMES = -1


class SparseIndex:
    """Offsets, positions and times of some batches, in the order of the file."""

    def __init__(self) -> None:
        self._offsets = array("q")
        self._positions = array("q")
        # The newest timestamp before each entry: rises, so that it can be bisected.
        self._newest_before = array("q")
        self._newest = _BEFORE_ALL_TIMES
        self._next_at = 0

    def note(self, offset: int, position: int, timestamp_ms: int) -> None:
        """Takes in the next batch: its first offset, where it begins, its newest timestamp."""
        if position >= self._next_at:
            self._offsets.append(offset)
            self._positions.append(position)
            self._newest_before.append(self._newest)
            self._next_at = position + INTERVAL_BYTES
        self._newest = max(self._newest, timestamp_ms)

    def position_before(self, offset: int) -> int:
        """Where to begin looking for an offset: no batch before has it."""
        return self._at(bisect_right(self._offsets, offset) - 1)

    def position_before_time(self, timestamp_ms: int) -> int:
        """Where to begin looking for a timestamp: all before is older."""
        return self._at(bisect_left(self._newest_before, timestamp_ms) - 1)

    def _at(self, entry: int) -> int:
        return self._positions[entry] if entry >= 0 else 0
