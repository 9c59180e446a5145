"""Compaction: what stays, at which offset, and what a stop in the middle of it changes: nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.embedded_broker.compacted_batch import records_of, with_records
from workers.embedded_broker.errors import ErrorCode, Refused
from workers.embedded_broker.records import is_intact, read_header
from workers.embedded_broker.segment import DamagedSegmentError

from .partition import MINUTE_MS, Partition, Seen, batches_in
from .raw import batch

DAY_MS = 86_400_000
PID, OTHER = 7, 8
# Every batch has a segment of its own, and one worth of records is worth a pass.
CONFIGS = {"cleanup.policy": "compact", "segment.ms": "1", "min.cleanable.dirty.ratio": "0"}


@pytest.fixture
def partition(tmp_path: Path) -> Partition:
    return Partition(tmp_path, CONFIGS)


def test_the_latest_record_of_each_key_stays_at_its_offset(partition: Partition) -> None:
    for number in range(6):
        partition.write(b"%d" % number, key=b"a" if number % 2 else b"b")
    partition.write(b"active", key=b"a")
    partition.compact()
    left = [Seen(4, b"b", b"4"), Seen(5, b"a", b"5"), Seen(6, b"a", b"active")]
    assert partition.records() == left, "the active segment neither loses nor supersedes"
    assert (partition.log.start_offset, partition.log.next_offset) == (0, 7)
    partition.reopen()
    assert partition.records() == left
    assert (partition.log.start_offset, partition.log.next_offset) == (0, 7)
    assert partition.write(b"next") == 7


@pytest.mark.parametrize("compression", [0, 1, 2, 3, 4])
def test_records_in_the_middle_of_a_batch_go_and_the_others_stay_as_they_were(
    partition: Partition, compression: int
) -> None:
    partition.write(b"0" * 99, b"1" * 99, keys=(b"a", b"b"), compression=compression)
    partition.write(b"2" * 99, b"3" * 99, keys=(b"a", b"c"), compression=compression)
    partition.write(b"active", key=b"z")
    partition.compact()
    assert [(seen.offset, seen.key) for seen in partition.records()] == [
        (1, b"b"),
        (2, b"a"),
        (3, b"c"),
        (4, b"z"),
    ]
    assert all(is_intact(header, data) for header, data in batches_in(partition.log))


def test_a_tombstone_stays_for_delete_retention_ms_and_then_goes(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {**CONFIGS, "delete.retention.ms": str(10 * MINUTE_MS)})
    partition.write(b"value")
    partition.write(None)
    partition.write(b"active", key=b"z")
    partition.compact()
    stone, active = Seen(1, b"k", None), Seen(2, b"z", b"active")
    assert partition.records() == [stone, active]
    partition.now_ms += 9 * MINUTE_MS
    partition.compact()
    assert partition.records() == [stone, active]
    partition.reopen()
    partition.now_ms += MINUTE_MS
    partition.compact()
    assert partition.records() == [active]


def test_a_record_that_waits_in_a_batch_with_a_tombstone_keeps_its_time(
    partition: Partition,
) -> None:
    partition.write(None, b"v", keys=(b"a", b"b"))
    partition.write(b"active", key=b"z")
    before = partition.log.first_not_before(MINUTE_MS, committed_only=False)
    partition.compact()
    assert partition.log.first_not_before(MINUTE_MS, committed_only=False) == before
    partition.now_ms += 2 * DAY_MS
    partition.compact()
    assert partition.log.first_not_before(MINUTE_MS, committed_only=False) == (MINUTE_MS, 1)


def test_a_pass_with_nothing_to_do_is_not_begun(partition: Partition) -> None:
    partition.write(None)
    partition.write(b"active")
    partition.compact()
    [compacted, _] = partition.log.segments
    partition.compact()
    partition.now_ms += 2 * DAY_MS
    partition.compact()
    [again, _] = partition.log.segments
    partition.compact()
    assert again is not compacted
    assert partition.log.segments[0] is again


def test_a_log_waits_until_enough_of_it_is_dirty(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {**CONFIGS, "min.cleanable.dirty.ratio": "0.5"})
    for number in range(8):
        partition.write(b"v", key=b"%d" % number)
    partition.compact()
    assert [segment.compacted for segment in partition.log.segments] == [True, False]
    for number in range(8):
        partition.write(b"w", key=b"%d" % number)
        dirty = sum(not segment.compacted for segment in partition.log.segments) - 1
        partition.compact()
        assert partition.log.segments[1].compacted is False
        assert len(partition.log.segments) == (2 if dirty > 7 else dirty + 2)


def test_records_younger_than_min_compaction_lag_stay(tmp_path: Path) -> None:
    configs = {**CONFIGS, "min.compaction.lag.ms": str(3 * MINUTE_MS)}
    partition = Partition(tmp_path, configs)
    for number in range(6):
        partition.write(b"%d" % number)
    partition.compact()
    assert [seen.offset for seen in partition.records()] == [2, 3, 4, 5]


def test_an_undecided_transaction_and_all_behind_it_is_left_alone(partition: Partition) -> None:
    partition.write(b"0")
    partition.write(b"1")
    partition.write(b"open", producer=(PID, 0, 0), transactional=True)
    partition.write(b"3")
    partition.write(b"4")
    partition.compact()
    assert [seen.offset for seen in partition.records()] == [1, 2, 3, 4]


def test_an_aborted_record_goes_and_supersedes_nothing(partition: Partition) -> None:
    partition.write(b"kept")
    partition.write(b"aborted", producer=(PID, 0, 0), transactional=True)
    partition.mark(PID, committed=False)
    partition.write(b"active", key=b"z")
    partition.compact()
    assert [seen.value for seen in partition.records()] == [b"kept", b"active"]
    assert partition.committed() == partition.records()


def test_the_marker_of_a_committed_transaction_stays_as_long_as_its_records(
    partition: Partition,
) -> None:
    partition.write(b"v", producer=(PID, 0, 0), transactional=True)
    partition.mark(PID, committed=True)
    partition.write(b"active", key=b"z")
    for _ in range(3):
        partition.compact()
        partition.now_ms += 2 * DAY_MS
        partition.reopen()
        assert partition.markers() == [1]
        assert partition.log.last_stable_offset == partition.log.next_offset
    for sequence in range(1, 7):  # the first batch is not remembered any more
        partition.write(b"w", producer=(PID, 0, sequence), transactional=True)
        partition.mark(PID, committed=True)
    partition.write(b"active", key=b"z")
    for _ in range(3):
        partition.compact()
        partition.now_ms += 2 * DAY_MS
    assert 1 not in partition.markers()
    assert [seen.value for seen in partition.committed()] == [b"active", b"w", b"active"]


def test_an_abort_whose_marker_is_gone_hides_no_later_record(partition: Partition) -> None:
    partition.write(b"aborted", producer=(PID, 0, 0), transactional=True)
    partition.mark(PID, committed=False)
    for sequence in range(1, 7):
        partition.write(b"kept", producer=(PID, 0, sequence), transactional=True)
        partition.mark(PID, committed=True)
    partition.write(b"active", key=b"z")
    for _ in range(3):
        partition.compact()
        partition.now_ms += 2 * DAY_MS
    assert 1 not in partition.markers()
    assert [seen.value for seen in partition.committed()] == [b"kept", b"active"]
    partition.reopen()
    assert [seen.value for seen in partition.committed()] == [b"kept", b"active"]


def test_a_batch_sent_again_is_known_though_its_records_are_gone(partition: Partition) -> None:
    for sequence in range(3):
        partition.write(b"v", producer=(PID, 0, sequence))
    partition.write(b"other")
    partition.write(b"active", key=b"z")
    partition.compact()
    assert [seen.offset for seen in partition.records()] == [3, 4]
    for _ in range(2):
        for sequence in range(3):
            assert partition.write(b"v", producer=(PID, 0, sequence)) == sequence
        with pytest.raises(Refused) as refused:
            partition.write(b"v", producer=(PID, 0, 9))
        assert refused.value.code is ErrorCode.OUT_OF_ORDER_SEQUENCE
        partition.reopen()


def test_a_damaged_batch_is_not_given_a_new_checksum(partition: Partition) -> None:
    for _ in range(3):
        partition.write(b"value")
    damaged = partition.log.segments[0].path
    content = damaged.read_bytes()
    damaged.write_bytes(content.replace(b"value", b"VALUE"))
    with pytest.raises(DamagedSegmentError, match="damaged at byte 0"):
        partition.compact()
    assert not list(partition.folder.glob("*.new"))
    assert [segment.compacted for segment in partition.log.segments] == [False] * 3


WRITES = st.lists(
    st.tuples(
        st.lists(
            st.tuples(st.sampled_from([b"a", b"b", b"c"]), st.sampled_from([b"x", b"y", None])),
            min_size=1,
            max_size=3,
        ),
        st.sampled_from(["plain", "committed", "aborted"]),
    ),
    min_size=1,
    max_size=8,
)


@given(WRITES, st.integers(100, 500), st.lists(st.integers(1, 25), max_size=4))
def test_wherever_a_pass_stops_a_reader_sees_the_last_state_of_every_key(
    writes: list[tuple[list[tuple[bytes, bytes | None]], str]],
    segment_bytes: int,
    stops: list[int],
) -> None:
    configs = {**CONFIGS, "segment.bytes": str(segment_bytes)}
    with TemporaryDirectory() as folder:
        partition = Partition(Path(folder), configs)
        for number, (records, how) in enumerate(writes):
            keys, values = zip(*records, strict=True)
            if how == "plain":
                partition.write(*values, keys=keys)
                continue
            partition.write(*values, keys=keys, producer=(number, 0, 0), transactional=True)
            partition.mark(number, committed=how == "committed")
        everything = partition.committed()
        for steps in stops:
            partition.compact(steps)
            partition.reopen()
            left = partition.committed()
            assert _is_subsequence(left, everything)
            assert _final(left) == _final(everything)
        partition.compact()
        partition.compact()
        partition.now_ms += 2 * DAY_MS
        partition.compact()
        active = partition.log.segments[-1].base_offset
        compacted = [seen for seen in partition.committed() if seen.offset < active]
        assert _state(partition.committed()) == _state(everything)
        assert len({seen.key for seen in compacted}) == len(compacted)
        assert all(seen.value is not None for seen in compacted)
        partition.close()


def _final(records: list[Seen]) -> dict[bytes | None, Seen]:
    return {seen.key: seen for seen in records}


def _state(records: list[Seen]) -> dict[bytes | None, bytes | None]:
    """What a table made of the records holds."""
    return {seen.key: seen.value for seen in _final(records).values() if seen.value is not None}


def _is_subsequence(some: list[Seen], of: list[Seen]) -> bool:
    rest = iter(of)
    return all(each in rest for each in some)


@given(st.lists(st.tuples(st.integers(0, 2**40), st.binary(max_size=300)), min_size=1, max_size=9))
def test_a_batch_with_all_its_records_is_the_batch(records: list[tuple[int, bytes]]) -> None:
    whole = batch(*[value for _, value in records], timestamps=[time for time, _ in records])
    header = read_header(whole)
    assert with_records(header, list(records_of(header, whole)), None) == whole
