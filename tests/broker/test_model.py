"""The embedded broker against a plain model of it, whatever is done in whatever order.

One partition, two transactional ids, two groups; records, transactions, zombies, repeated batches,
time, retention, compaction that stops anywhere, and restarts. The model keeps everything for ever.
"""

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from workers.embedded_broker.compaction import compaction
from workers.embedded_broker.data_folder import DataFolder
from workers.embedded_broker.errors import Refused
from workers.embedded_broker.events import CommittedOffset
from workers.embedded_broker.partition_log import PartitionLog
from workers.embedded_broker.producers import now_ms
from workers.embedded_broker.records import produced_batch

from .partition import MINUTE_MS, Seen, committed_in, records_in
from .raw import batch

TOPIC = "t"
RETENTION_MS = 60 * MINUTE_MS
CONFIGS = {
    "cleanup.policy": "compact,delete",
    "segment.ms": str(3 * MINUTE_MS),
    "retention.ms": str(RETENTION_MS),
    "delete.retention.ms": str(10 * MINUTE_MS),
    "min.cleanable.dirty.ratio": "0",
}
TIMEOUT_MS = 900_000
NAMES = st.sampled_from(["tx-a", "tx-b"])
GROUPS = st.sampled_from(["group-a", "group-b"])
RECORDS = st.lists(
    st.tuples(
        st.sampled_from([b"a", b"b", b"c", b"d"]), st.one_of(st.none(), st.binary(max_size=3))
    ),
    min_size=1,
    max_size=3,
)


@dataclass(slots=True)
class Written:
    """A record of the model; `committed` is None while its transaction is open."""

    seen: Seen
    time_ms: int
    committed: bool | None


@dataclass(slots=True)
class Producer:
    """A producer of the model, and what it may send again."""

    producer_id: int
    epoch: int
    sequence: int = 0
    last: tuple[bytes, int] | None = None
    began: bool = False
    """Whether its transaction has anything in it."""
    open: list[Written] = field(default_factory=list)
    offsets: dict[str, int] = field(default_factory=dict)


class BrokerAndModel(RuleBasedStateMachine):
    """The same things done to both."""

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory()
        self.folder = DataFolder(Path(self.place.name))
        self.folder.topics.create(TOPIC, 1, CONFIGS)
        self.now = now_ms()
        self.next_offset = 0
        self.start_offset = 0
        self.written: list[Written] = []
        self.producers: dict[str, Producer] = {}
        self.fenced: list[tuple[str, Producer]] = []
        self.committed: dict[str, int] = {}
        self.idempotent = Producer(self.folder.transactions.new_producer_id(), 0)

    @property
    def log(self) -> PartitionLog:
        return self.folder.topics.partition(TOPIC, 0)

    @initialize(name=NAMES)
    def there_is_a_producer(self, name: str) -> None:
        self.a_producer_starts(name)

    @rule(records=RECORDS)
    def records_are_written(self, records: list[tuple[bytes, bytes | None]]) -> None:
        data = self._batch(records)
        assert self.log.append(data, produced_batch(data)) == self.next_offset
        self._note(records, committed=True)

    @rule(name=NAMES)
    def a_producer_starts(self, name: str) -> None:
        before = self.producers.get(name)
        identity = self.folder.transactions.register(name, TIMEOUT_MS)
        if before is not None:
            assert identity == (before.producer_id, before.epoch + 1)
            self._end(before, committed=False)
            self.fenced.append((name, before))
        self.producers[name] = Producer(*identity)

    @rule(name=NAMES, records=RECORDS)
    def a_transaction_gets_records(
        self, name: str, records: list[tuple[bytes, bytes | None]]
    ) -> None:
        if (producer := self.producers.get(name)) is None:
            return
        self._extend(name, producer)
        identity = (producer.producer_id, producer.epoch, producer.sequence)
        data = self._batch(records, producer=identity)
        assert self._send(name, data) == self.next_offset
        producer.last = (data, self.next_offset)
        producer.sequence += len(records)
        producer.open += self._note(records, committed=None)

    @rule(name=NAMES)
    def a_batch_is_sent_again(self, name: str) -> None:
        producer = self.producers.get(name)
        if producer is not None and producer.open and producer.last is not None:
            data, offset = producer.last
            assert self._send(name, data) == offset

    @rule(records=RECORDS)
    def an_idempotent_producer_writes(self, records: list[tuple[bytes, bytes | None]]) -> None:
        producer = self.idempotent
        identity = (producer.producer_id, producer.epoch, producer.sequence)
        data = self._batch(records, producer=identity, transactional=False)
        assert self.log.append(data, produced_batch(data)) == self.next_offset
        producer.last = (data, self.next_offset)
        producer.sequence += len(records)
        self._note(records, committed=True)

    @rule()
    def its_batch_is_sent_again(self) -> None:
        if self.idempotent.last is not None and self.idempotent.last[1] >= self.start_offset:
            data, offset = self.idempotent.last
            assert self.log.append(data, produced_batch(data)) == offset

    @rule(name=NAMES, group=GROUPS, offset=st.integers(0, 99))
    def a_transaction_gets_offsets(self, name: str, group: str, offset: int) -> None:
        if (producer := self.producers.get(name)) is None or not producer.began:
            return
        speaking = self.folder.transactions.producer(name, producer.producer_id, producer.epoch)
        offsets = [CommittedOffset(TOPIC, 0, offset, "")]
        self.folder.transactions.add_offsets(speaking, group, offsets)
        producer.offsets[group] = offset

    @rule(name=NAMES, committed=st.booleans())
    def a_transaction_ends(self, name: str, *, committed: bool) -> None:
        if (producer := self.producers.get(name)) is None or not producer.began:
            return
        speaking = self.folder.transactions.producer(name, producer.producer_id, producer.epoch)
        self.folder.transactions.end(speaking, committed=committed)
        self.folder.transactions.end(speaking, committed=committed)  # the same request again
        self._end(producer, committed=committed)

    @precondition(lambda self: self.fenced)
    @rule(data=st.data(), records=RECORDS)
    def a_fenced_producer_is_refused(
        self, data: st.DataObject, records: list[tuple[bytes, bytes | None]]
    ) -> None:
        name, zombie = data.draw(st.sampled_from(self.fenced))
        identity = (zombie.producer_id, zombie.epoch, zombie.sequence)
        with pytest.raises(Refused):
            self._send(name, self._batch(records, producer=identity))
        with pytest.raises(Refused):
            self.folder.transactions.producer(name, zombie.producer_id, zombie.epoch)

    @rule(group=GROUPS, offset=st.integers(0, 99))
    def a_group_commits(self, group: str, offset: int) -> None:
        self.folder.offsets.commit(group, [CommittedOffset(TOPIC, 0, offset, "")])
        self.committed[group] = offset

    @rule(minutes=st.integers(1, 40))
    def time_goes_by(self, minutes: int) -> None:
        self.now += minutes * MINUTE_MS

    @rule()
    def retention_looks(self) -> None:
        there = {seen.offset for seen in records_in(self.log)}  # what compaction has left
        self.log.expire(self.now)
        start = self.log.start_offset
        assert self.start_offset <= start <= self.log.last_stable_offset
        self.start_offset = start
        for record in self.written:
            if record.seen.offset in there and record.seen.offset < start:
                assert self.now - record.time_ms > RETENTION_MS

    @rule(steps=st.one_of(st.none(), st.integers(1, 40)))
    def compaction_works(self, steps: int | None) -> None:
        for _ in islice(compaction(self.log, self.folder.disk, self.now), steps):
            pass

    @rule()
    def the_journal_is_rewritten(self) -> None:
        self.folder.journal.keep_small(self.folder.state)

    @rule()
    def the_broker_restarts(self) -> None:
        self.folder.close()
        self.folder = DataFolder(Path(self.place.name))

    @invariant()
    def offsets_are_the_models(self) -> None:
        log = self.log
        undecided = [each.seen.offset for each in self.written if each.committed is None]
        assert log.next_offset == self.next_offset
        assert log.last_stable_offset == min(undecided, default=self.next_offset)
        assert log.start_offset == self.start_offset
        for group, offset in self.committed.items():
            found = self.folder.offsets.of(group, TOPIC, 0)
            assert found is not None
            assert found.next_offset == offset

    @invariant()
    def readers_see_what_the_model_has(self) -> None:
        model = [each for each in self.written if each.seen.offset >= self.start_offset]
        by_offset = {each.seen.offset: each for each in model}
        everything = records_in(self.log)
        assert all(by_offset[seen.offset].seen == seen for seen in everything)
        untouched = min(self.log.segments[-1].base_offset, self.log.last_stable_offset)
        assert [seen for seen in everything if seen.offset >= untouched] == [
            each.seen for each in model if each.seen.offset >= untouched
        ]
        stable = self.log.last_stable_offset
        decided = [each.seen for each in model if each.committed and each.seen.offset < stable]
        seen = committed_in(self.log)
        assert [each.offset for each in seen] == sorted(each.offset for each in seen)
        assert set(seen) <= set(decided)
        assert _table(seen) == _table(decided)

    def teardown(self) -> None:
        self.folder.close()
        self.place.cleanup()

    def _batch(
        self,
        records: list[tuple[bytes, bytes | None]],
        producer: tuple[int, int, int] = (-1, -1, -1),
        *,
        transactional: bool = True,
    ) -> bytes:
        keys, values = zip(*records, strict=True)
        return batch(
            *values,
            keys=keys,
            timestamp_ms=self.now,
            producer=producer,
            transactional=transactional and producer[0] >= 0,
        )

    def _extend(self, name: str, producer: Producer) -> None:
        speaking = self.folder.transactions.producer(name, producer.producer_id, producer.epoch)
        self.folder.transactions.extend(speaking, partitions=[(TOPIC, 0)])
        producer.began = True

    def _send(self, name: str, data: bytes) -> int:
        header = produced_batch(data)
        self.folder.transactions.check_append(name, header, TOPIC, 0)
        return self.log.append(data, header)

    def _note(
        self, records: list[tuple[bytes, bytes | None]], *, committed: bool | None
    ) -> list[Written]:
        noted = [
            Written(Seen(self.next_offset + number, key, value), self.now, committed)
            for number, (key, value) in enumerate(records)
        ]
        self.next_offset += len(records)
        self.written += noted
        return noted

    def _end(self, producer: Producer, *, committed: bool) -> None:
        if producer.open:
            self.next_offset += 1  # the marker
        for record in producer.open:
            record.committed = committed
        if committed:
            self.committed |= producer.offsets
        producer.open, producer.offsets, producer.began = [], {}, False


def _table(records: list[Seen]) -> dict[bytes | None, bytes]:
    """What is left of a log for who keeps the latest value of each key."""
    latest = {seen.key: seen.value for seen in records}
    return {key: value for key, value in latest.items() if value is not None}


def test_nothing_that_is_done_tells_the_broker_from_the_model() -> None:
    run_state_machine_as_test(
        BrokerAndModel,
        settings=settings(deadline=None, max_examples=60, stateful_step_count=60),
    )
