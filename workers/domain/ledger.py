"""The ledger: where every post went, stage by stage, and whether any was lost or doubled.

A ledger is told facts (outputs, dead letters, rows, then the records that they were made from) and
believes nothing else. It knows two ways in which an honest topic forgets: retention drops the
oldest records, and compaction all but the latest of a key. What those may explain is said apart,
and never counted as lost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

NAMES_KEPT = 10
"""How many posts are named of each kind of finding."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One stage as the audit sees it: what it reads, and where its outcomes lie."""

    stage: str
    reads: str
    forwards: str | None
    """The topic of its outputs; None where they are rows."""
    keeps_key: bool
    """Whether an output has its input's key."""
    tells_of_others: bool = False
    """Whether it also writes, to the same topic, what became of other posts than the one that it
    was given: such records name no source."""


LINE = (
    Hop("normalize", "raw-posts", "articles", keeps_key=False),
    Hop("enrich", "articles", "enriched-articles", keeps_key=True),
    Hop("stories", "story-candidates", "story-articles", keeps_key=False, tells_of_others=True),
    Hop("sink", "enriched-articles", None, keeps_key=True),
)
"""The line, from raw posts to rows."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many, and the names of the first few as `topic/partition/offset[#index]`."""

    count: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageLedger:
    """Where the posts of one stage's input went; each is counted once, `unfounded` apart."""

    stage: str
    posts_in: int
    forwarded: int
    buried: int
    dropped: int
    """Tombstones."""
    waiting: int
    """Not reached by the stage yet."""
    forgotten: int
    """Without an outcome that is still kept: retention or compaction may have taken it."""
    lost: Tally
    """Passed by the stage, and no outcome anywhere."""
    doubled: Tally
    """With more than one outcome."""
    unfounded: Tally
    """Outcomes that name a post which is not there, or for the sink: which it was not given."""
    foreign: int = 0
    """Records on the output topics that no stage of this line wrote."""
    orphaned: int = 0
    """Outcomes whose post is no longer kept on the input topic."""

    @property
    def holds(self) -> bool:
        """Whether nothing was lost, doubled or made up."""
        return not (self.lost.count or self.doubled.count or self.unfounded.count)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole line's account."""

    stages: tuple[StageLedger, ...]
    notes: tuple[str, ...] = ()
    """What could not be seen, or not be proved, in words."""

    @property
    def holds(self) -> bool:
        """Whether every stage's account holds."""
        return all(stage.holds for stage in self.stages)

    @property
    def waiting(self) -> int:
        """Posts that some stage has not reached yet."""
        return sum(stage.waiting for stage in self.stages)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a topic still keeps of what was written to it."""

    first: Mapping[int, int] = field(default_factory=dict)
    """Each partition's oldest offset."""
    end: Mapping[int, int] = field(default_factory=dict)
    """The offset after each partition's newest record."""
    compacted: bool = False
    """Whether compaction may have run; false only where it cannot have."""
    hidden: bool = False
    """Whether an open transaction kept some records from being read."""

    def may_have_held(self, partition: int, offset: int) -> bool:
        """Whether a record that is not there may have been once."""
        if offset < self.first.get(partition, 0):
            return True
        return self.compacted and offset < self.end.get(partition, offset + 1)


@dataclass(slots=True)
class Findings:
    """A tally while it grows."""

    count: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, name: str) -> None:
        """One more."""
        self.count += 1
        if len(self.names) < NAMES_KEPT:
            self.names.append(name)

    def tally(self) -> Tally:
        """The result."""
        return Tally(self.count, tuple(self.names))


Place = tuple[int, int, int | None]
"""Partition, offset and index of a post; the index is None where the record is the post."""


def place_named(header: bytes | None, topic: str) -> Place | None:
    """The post of this topic that a `source-record` header names; None when it names no such."""
    if header is None:
        return None
    parts = header.split(b"/")
    if len(parts) != 3 or parts[0] != topic.encode():
        return None
    offset, hash_sign, index = parts[2].partition(b"#")
    if not (parts[1].isdigit() and offset.isdigit() and (index.isdigit() or not hash_sign)):
        return None
    if max(len(parts[1]), len(index)) > 9 or len(offset) > 19:
        return None
    return int(parts[1]), int(offset), int(index) if hash_sign else None


def name_of(topic: str, place: Place) -> str:
    """The text that `place_named` reads."""
    partition, offset, index = place
    return f"{topic}/{partition}/{offset}" + ("" if index is None else f"#{index}")


class Codes:
    """Places as single integers: 100,000 of them take 10 MB, and not 30.

    An index has 20 bits and a partition 20; what does not fit is kept out by `fits`.
    """

    @staticmethod
    def fits(place: Place) -> bool:
        """Whether the place has a code."""
        return place[0] < 1 << 20 and (place[2] or 0) < (1 << 20) - 1

    @staticmethod
    def code(place: Place) -> int:
        """The place as an integer; a record's own code is its posts' with an empty index."""
        partition, offset, index = place
        return (offset << 40) | (partition << 20) | (0 if index is None else index + 1)

    @staticmethod
    def place(code: int) -> Place:
        """The place of a code."""
        index = code & ((1 << 20) - 1)
        return (code >> 20) & ((1 << 20) - 1), code >> 40, index - 1 if index else None

    @staticmethod
    def posts(record: int, posts: int) -> Iterator[int]:
        """The codes of the posts of a record that held several."""
        return iter(range(record + 1, record + 1 + posts))
