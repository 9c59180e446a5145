"""Invented texts with their names marked, and how many of the names the rules find."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.find import find_entities

KINDS = {"P": "person", "O": "organization", "L": "place", "X": "other"}
_MARK = re.compile(r"\[([POLX]) ([^\]]+)\]")
_TITLES = ("Sen. ", "Rep. ", "Justice ", "King ", "Dr. ")


class Probe(NamedTuple):
    """A text, and its names as (first code point, code point after the last, kind)."""

    text: str
    names: frozenset[tuple[int, int, str]]


class Tally(NamedTuple):
    """Names that are right, found, and there to be found; `other` counts in none."""

    right: int
    found: int
    marked: int
    wrong: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.marked)


def probes(name: str) -> Iterator[Probe]:
    """The texts of one file."""
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, names, at = "", set(), 0
        for mark in _MARK.finditer(line):
            text += line[at : mark.start()]
            words = mark[2]
            text += words
            start = len(text) - len(words)
            for title in _TITLES:
                if words.startswith(title):
                    start += len(title)
            names.add((start, len(text), KINDS[mark[1]]))
            at = mark.end()
        yield Probe(text + line[at:], frozenset(names))


def tally(name: str) -> Tally:
    """How the rules do on one file."""
    right = found = marked = 0
    wrong: list[str] = []
    for text, names in probes(name):
        things = {place[:2] for place in names if place[2] == "other"}
        gold = {place for place in names if place[2] != "other"}
        mine = {
            (mention.start_char, mention.end_char, str(entity.kind))
            for entity in find_entities(analyse(text))
            for mention in entity.mentions
            if entity.kind != "other"
        }
        mine = {m for m in mine if not any(m[0] < e and s < m[1] for s, e in things)}
        right, found, marked = (
            right + len(mine & gold),
            found + len(mine),
            marked + len(gold),
        )
        wrong += [f"- {text[s:e]} ({kind})" for s, e, kind in sorted(gold - mine)]
        wrong += [f"+ {text[s:e]} ({kind})" for s, e, kind in sorted(mine - gold)]
    return Tally(right, found, marked, tuple(wrong))
