"""The account of a stage that writes to a topic: outputs and dead letters against its input."""

from collections import defaultdict
from collections.abc import Mapping

from workers.domain.ledger import (
    Codes,
    Findings,
    Hop,
    Kept,
    Place,
    StageLedger,
    name_of,
    place_named,
)

_BURIED = 1 << 16
_MOST_POSTS = 1 << 20
_NEVER = 1 << 62


class StageAudit:
    """Told every outcome first, then every record of the input; then `close` says what is true.

    That order is also the order to read in: an outcome is never there before its post.
    """

    def __init__(self, hop: Hop, read_to: Mapping[int, int]) -> None:
        """`read_to`: up to which offset the stage has committed each partition of its input.

        It must have been asked for before the outcomes were read.
        """
        self._hop = hop
        self._read_to = read_to
        self._floor: defaultdict[int, int] = defaultdict(int, read_to)
        self._outcomes: dict[int, int] = {}
        self._several: dict[int, int] = {}
        self._oldest: dict[tuple[bool, int, int], int] = {}
        self._latest_of_key: dict[int, int] = {}
        self._outputs_compacted = False
        self._expired_to: Mapping[int, int] = {}
        self._posts_in = self._forwarded = self._buried = self._dropped = 0
        self._waiting = self._forgotten = self._foreign = self._orphaned = 0
        self._lost, self._doubled, self._unfounded = Findings(), Findings(), Findings()

    def outcome(
        self,
        source: bytes | None,
        posts: bytes | None,
        *,
        buried: bool,
        partition: int,
        key: bytes | None,
    ) -> None:
        """One record of the output topic or the dead letters.

        `source` and `posts` are its `source-record` and `record-posts` headers.
        """
        if source is None and self._hop.tells_of_others and not buried:
            return
        place = place_named(source, self._hop.reads)
        held = int(posts) if posts is not None and posts.isdigit() and len(posts) < 9 else 0
        if place is None or not Codes.fits(place) or held >= _MOST_POSTS:
            self._foreign += 1
            return
        code = Codes.code(place)
        self._outcomes[code] = self._outcomes.get(code, 0) + (_BURIED if buried else 1)
        origin, offset, index = place
        if index is not None:
            record = Codes.code((origin, offset, None))
            self._several[record] = max(self._several.get(record, 0), held, index + 1)
        if origin not in self._read_to:
            # Kafka forgets the offsets of a group that rests. A stage takes its input in order,
            # a record whole, so what lies before an outcome was passed
            self._floor[origin] = max(self._floor[origin], offset + 1)
        stream = (buried, partition, origin)
        self._oldest[stream] = min(self._oldest.get(stream, _NEVER), offset)
        if self._hop.keeps_key and not buried:
            keyed = hash((origin, key))
            self._latest_of_key[keyed] = max(self._latest_of_key.get(keyed, -1), offset)

    def outputs_kept(self, outputs: Kept, dead_letters: Kept) -> None:
        """What the output topics still keep; told after their records and before the input's."""
        expired: defaultdict[int, int] = defaultdict(int)
        for buried, kept in ((False, outputs), (True, dead_letters)):
            for partition, first in kept.first.items():
                if first > 0:
                    for origin in tuple(self._floor):
                        oldest = self._oldest.get((buried, partition, origin), _NEVER)
                        expired[origin] = max(expired[origin], oldest)
        self._expired_to = expired
        self._outputs_compacted = outputs.compacted
        if outputs.hidden or dead_letters.hidden:
            self._floor.clear()  # nothing that we do not see is known to be lost

    def post(self, partition: int, offset: int, key: bytes | None, *, tombstone: bool) -> None:
        """One record of the input."""
        record = Codes.code((partition, offset, None))
        several = self._several.pop(record, 0)
        if tombstone:
            self._posts_in += 1
            self._settle_tombstone(record)
        elif not several:
            self._posts_in += 1
            self._settle(record, key)
        else:
            self._posts_in += several
            for code in Codes.posts(record, several):
                self._settle(code, key)
            if self._outcomes.pop(record, 0):  # the whole record, beside its posts
                self._posts_in += 1
                self._doubled.add(self._name(record))

    def close(self, inputs: Kept) -> StageLedger:
        """The account; whatever outcome is left has no post."""
        for code in self._outcomes:
            partition, offset, _ = Codes.place(code)
            if inputs.may_have_held(partition, offset):
                self._orphaned += 1
            else:
                self._unfounded.add(self._name(code))
        return StageLedger(
            stage=self._hop.stage,
            posts_in=self._posts_in,
            forwarded=self._forwarded,
            buried=self._buried,
            dropped=self._dropped,
            waiting=self._waiting,
            forgotten=self._forgotten,
            lost=self._lost.tally(),
            doubled=self._doubled.tally(),
            unfounded=self._unfounded.tally(),
            foreign=self._foreign,
            orphaned=self._orphaned,
        )

    def _settle(self, code: int, key: bytes | None) -> None:
        match self._outcomes.pop(code, 0):
            case 0:
                self._settle_missing(Codes.place(code), key)
            case 1:
                self._forwarded += 1
            case outcomes if outcomes == _BURIED:
                self._buried += 1
            case _:
                self._doubled.add(self._name(code))

    def _settle_tombstone(self, code: int) -> None:
        if self._outcomes.pop(code, 0):
            self._doubled.add(self._name(code))
        else:
            self._dropped += 1

    def _settle_missing(self, place: Place, key: bytes | None) -> None:
        partition, offset, _ = place
        if offset >= self._floor[partition]:
            self._waiting += 1
        elif self._may_be_forgotten(partition, offset, key):
            self._forgotten += 1
        else:
            self._lost.add(name_of(self._hop.reads, place))

    def _may_be_forgotten(self, partition: int, offset: int, key: bytes | None) -> bool:
        if offset < self._expired_to.get(partition, 0):
            return True
        if not self._outputs_compacted:
            return False
        if not self._hop.keeps_key:
            return True  # nothing tells what key its output had
        return offset < self._latest_of_key.get(hash((partition, key)), -1)

    def _name(self, code: int) -> str:
        return name_of(self._hop.reads, Codes.place(code))
