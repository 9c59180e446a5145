"""Invented histories of one stage: what it was given, and the one outcome that each post had."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from workers.domain.ledger import LINE, Hop, Kept, StageLedger
from workers.domain.stage_audit import StageAudit


@dataclass(frozen=True)
class Given:
    """One record of the input."""

    partition: int
    offset: int
    key: bytes | None
    tombstone: bool
    posts: int | None
    """How many posts it holds; None where it is one."""


@dataclass(frozen=True)
class Made:
    """One outcome as it lies on a topic."""

    source: bytes
    posts: bytes | None
    buried: bool
    partition: int
    key: bytes | None


@dataclass(frozen=True)
class History:
    """What lies on the topics when every post had its outcome."""

    hop: Hop
    given: tuple[Given, ...]
    made: tuple[Made, ...]
    read_to: dict[int, int]

    def without(self, index: int) -> "History":
        return replace(self, made=self.made[:index] + self.made[index + 1 :])

    def with_twice(self, index: int) -> "History":
        return replace(self, made=(*self.made, self.made[index]))

    def posts(self) -> int:
        return sum(given.posts or 1 for given in self.given)


def account(
    history: History,
    outputs: Kept | None = None,
    dead_letters: Kept | None = None,
    inputs: Kept | None = None,
) -> StageLedger:
    audit = StageAudit(history.hop, history.read_to)
    for made in history.made:
        audit.outcome(
            made.source, made.posts, buried=made.buried, partition=made.partition, key=made.key
        )
    audit.outputs_kept(outputs or Kept(), dead_letters or Kept())
    for given in history.given:
        audit.post(given.partition, given.offset, given.key, tombstone=given.tombstone)
    return audit.close(inputs or Kept())


@st.composite
def histories(draw: st.DrawFn, hop: Hop = LINE[0]) -> History:
    """A history in which nothing was lost or doubled."""
    given: list[Given] = []
    made: list[Made] = []
    read_to: dict[int, int] = {}
    for partition in range(draw(st.integers(1, 3))):
        offset = draw(st.integers(0, 5))
        for _ in range(draw(st.integers(0, 8))):
            several = draw(st.none() | st.integers(2, 4)) if hop.stage == "normalize" else None
            tombstone = several is None and draw(st.booleans()) and draw(st.booleans())
            key = draw(st.sampled_from([b"a", b"b", b"c"]))
            record = Given(partition, offset, key, tombstone, several)
            given.append(record)
            if not tombstone:
                made.extend(draw(outcomes_of(hop, record)))
            offset += draw(st.integers(1, 3))  # markers leave gaps
        read_to[partition] = offset
    return History(hop, tuple(given), tuple(made), read_to)


@st.composite
def outcomes_of(draw: st.DrawFn, hop: Hop, record: Given) -> Iterable[Made]:
    name = f"{hop.reads}/{record.partition}/{record.offset}"
    indices = [None] if record.posts is None else list(range(record.posts))
    return [
        Made(
            source=(name if index is None else f"{name}#{index}").encode(),
            posts=None if record.posts is None else str(record.posts).encode(),
            buried=draw(st.booleans()),
            partition=draw(st.integers(0, 2)),
            key=record.key if hop.keeps_key else draw(st.sampled_from([b"x", b"y"])),
        )
        for index in indices
    ]
