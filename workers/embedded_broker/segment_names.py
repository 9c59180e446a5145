"""What segments are called, and which files of a folder count after a crash.

00000000000000000000.log                              as appended, from this offset on
00000000000000000000-00000000000000001000.compacted   stands for all from the one to below the other
*.new                                                 unfinished

A compacted segment gets its name in one step and from then on stands for every other file that
begins within it, so that a crash before those are deleted changes nothing.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_NAME = re.compile(r"(\d{20})(?:\.log|-(\d{20})\.compacted)")


class SegmentName(NamedTuple):
    """One file: where it begins, and where it ends if it is compacted."""

    base_offset: int
    compacted_to: int | None = None

    def __str__(self) -> str:
        if self.compacted_to is None:
            return f"{self.base_offset:020d}.log"
        return f"{self.base_offset:020d}-{self.compacted_to:020d}.compacted"


def standing_segments(names: Iterable[str]) -> list[SegmentName]:
    """Which of the files in a partition's folder are its segments, in the order of offsets."""
    matches = filter(None, map(_NAME.fullmatch, names))
    found = [SegmentName(int(each[1]), int(each[2]) if each[2] else None) for each in matches]
    standing: list[SegmentName] = []
    covered = 0
    for segment in sorted(found, key=_longest_first):
        if segment.base_offset >= covered:
            standing.append(segment)
            covered = segment.compacted_to or covered
    return standing


def _longest_first(name: SegmentName) -> tuple[int, int]:
    return name.base_offset, -(name.compacted_to or 0)
