"""Whether one text repeats another: shared samples of their word triples.

Of the hashes of all word triples those are kept that a power of two divides, the smallest that
leaves at most `MOST_HASHES`. Two samples of different rates are compared at the coarser one, so an
excerpt is compared fairly with its whole, which sketches of one fixed size (MinHash) cannot do.
"""

from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import islice
from operator import or_
from sys import byteorder
from typing import Final
from zlib import crc32

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.stories.dense_scripts import is_dense

MAX_CHARS: Final = 12_000
MOST_HASHES: Final = 170
"""85 to 170 are left of a text that has them: half as many lose 3 % of the excerpts."""
BYTES: Final = 3
"""Of each hash: two unrelated samples share one by chance once in a thousand pairs."""
_MASK: Final = 0xFFFFFF
_PLACES: Final = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1, 0xD3A2646D)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A sample of a text's hashes."""

    hashes: "array[int]"
    """Ascending."""
    rate: int
    """The power of two that divides them all; it need not be told, for it is seen in them."""

    @classmethod
    def of(cls, hashes: Iterable[int]) -> "Fingerprint":
        """The sample of these hashes."""
        ordered = array("I", sorted(hashes))
        union = reduce(or_, ordered, 0)
        return cls(ordered, (union & -union) or 1)

    @classmethod
    def read(cls, text: str) -> "Fingerprint":
        """The sample that `written` wrote.

        Raises:
            ValueError: it is not base64.
        """
        data = b64decode(text, validate=True)
        if len(data) % BYTES:
            raise ValueError(f"{len(data)} bytes; expected {BYTES} for each hash")
        wide = bytearray(len(data) // BYTES * 4)
        for place in range(BYTES):
            wide[place + 1 :: 4] = data[place::BYTES]
        hashes = array("I", bytes(wide))
        if byteorder == "little":
            hashes.byteswap()
        return cls.of(hashes)

    def written(self) -> str:
        """The hashes as text: three bytes each, ascending, in base64."""
        return b64encode(b"".join(each.to_bytes(BYTES, "big") for each in self.hashes)).decode()

    def kept_at(self, rate: int) -> int:
        """How many hashes are left at a rate."""
        if rate <= self.rate:
            return len(self.hashes)
        return sum(1 for each in self.hashes if not each % rate)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of two texts is the same."""

    shared: int
    ours: int
    theirs: int
    """Hashes that both have, and that each has, at the coarser of their rates."""

    @property
    def containment(self) -> float:
        """The share of our text that is found in theirs."""
        return self.shared / self.ours if self.ours else 0.0

    @property
    def reverse(self) -> float:
        """The share of their text that is found in ours."""
        return self.shared / self.theirs if self.theirs else 0.0


class Comparison:
    """One text, to be compared with many."""

    def __init__(self, fingerprint: Fingerprint) -> None:
        self._fingerprint = fingerprint
        self._hashes = frozenset(fingerprint.hashes)
        self._kept: dict[int, int] = {}

    def overlap(self, other: Fingerprint) -> Overlap:
        """What the two share; nothing where one is too short to have a hash."""
        rate = max(self._fingerprint.rate, other.rate)
        kept = self._kept.get(rate)
        if kept is None:
            kept = self._kept[rate] = self._fingerprint.kept_at(rate)
        shared = len(self._hashes.intersection(other.hashes))
        return Overlap(shared, kept, other.kept_at(rate) if shared else len(other.hashes))


def fingerprint_of(text: AnalysedText) -> Fingerprint:
    """The sample of a text's triples of words; of runs of six characters in dense scripts."""
    begin = text.text[:MAX_CHARS]
    if is_dense(begin):
        units, width = [sign for sign in begin if sign.isalnum()], 6
    else:
        words = text.lowered[: bisect_left(text.starts, MAX_CHARS)]
        units, width = [word for word in words if word[0].isalnum()], 3
    # the hash of a run is the sum of its units' hashes, each unit hashed by its place in the run
    hashed = [_hashes(unit) for unit in units]
    places = [islice(column, place, None) for place, column in enumerate(zip(*hashed, strict=True))]
    sums = map(sum, zip(*places[:width], strict=False))
    found = {(total ^ total >> 15) & _MASK for total in sums}
    rate = 1
    while len(found) > MOST_HASHES:
        rate *= 2
        found = {each for each in found if not each % rate}
    return Fingerprint.of(found)


@lru_cache(maxsize=300_000)
def _hashes(unit: str) -> tuple[int, ...]:
    """One hash for each place that the unit may have; never `hash`, which differs by process."""
    seed = crc32(unit.encode("utf-8", "surrogatepass"))
    return tuple(seed * factor & 0xFFFFFFFF for factor in _PLACES)
