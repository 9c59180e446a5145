"""Which paragraphs jusText keeps, told by what stands before and behind each, in two walks.

The library walks to the neighbours of each paragraph anew, which a page of short lines makes
quadratic, and writes down where in the tree each of them stands.
"""

from collections.abc import Iterable
from typing import Any, Final

_SURE: Final = ("good", "bad")


class Path:
    """Where in the tree the reader of paragraphs is: the tags, joined by dots."""

    xpath = ""
    """Nobody reads it."""

    def __init__(self) -> None:
        self.around = [""]

    @property
    def dom(self) -> str:
        """The tags from the root to where it is."""
        return self.around[-1]

    def append(self, tag: str) -> None:
        """Goes into an element."""
        self.around.append(f"{self.around[-1]}.{tag}" if self.around[-1] else tag)

    def pop(self) -> None:
        """Goes out of it."""
        self.around.pop()


def revise_paragraph_classification(paragraphs: list[Any], _longest: int) -> None:
    """Makes each paragraph good or bad. A heading counts as any other: none is marked as one."""
    first = [paragraph.cf_class for paragraph in paragraphs]
    sides = zip(
        first,
        _nearest(first, _SURE),
        _nearest(first[::-1], _SURE)[::-1],
        _nearest(first, (*_SURE, "neargood")),
        _nearest(first[::-1], (*_SURE, "neargood"))[::-1],
        strict=True,
    )
    second = [_of_short(*around) if kind == "short" else kind for kind, *around in sides]
    behind = _nearest(second[::-1], _SURE)[::-1]
    before = "bad"
    for paragraph, kind, after in zip(paragraphs, second, behind, strict=True):
        if kind == "neargood":
            kind = "bad" if before == after == "bad" else "good"
        paragraph.class_type = before = kind


def _of_short(before: str, after: str, beside: str, beside_after: str) -> str:
    """The class of a short paragraph by the nearest that are sure, and nearly so, on each side."""
    if before == after:
        return before
    nearly = beside if before == "bad" else beside_after
    return "good" if nearly == "neargood" else "bad"


def _nearest(kinds: Iterable[str], wanted: tuple[str, ...]) -> list[str]:
    """For each, the class of the last before it that is one of these; `bad` where there is none."""
    found: list[str] = []
    last = "bad"
    for kind in kinds:
        found.append(last)
        last = kind if kind in wanted else last
    return found
