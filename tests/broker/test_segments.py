"""Segments: when one ends, which go and when, which files count after a crash."""

from pathlib import Path

import pytest

from workers.embedded_broker.segment_names import SegmentName, standing_segments

from .partition import MINUTE_MS, Partition

EVERY_WRITE = {"segment.ms": "1"}
DAY_MS = 86_400_000


def _files(partition: Partition) -> list[str]:
    return sorted(path.name for path in partition.folder.iterdir())


def test_a_segment_ends_where_the_next_batch_would_make_it_too_large(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {"segment.bytes": "1000", "segment.ms": str(DAY_MS)})
    for _ in range(4):
        partition.write(b"x" * 400)
    assert [each.next_offset for each in partition.log.segments] == [2, 4]
    assert all(each.size <= 1000 for each in partition.log.segments)


def test_a_segment_ends_when_its_first_record_is_older_than_segment_ms(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {"segment.ms": str(2 * MINUTE_MS)})
    for _ in range(7):
        partition.write(b"v")
    assert [each.base_offset for each in partition.log.segments] == [0, 3, 6]
    assert [seen.offset for seen in partition.records()] == list(range(7))


def test_a_batch_larger_than_a_segment_gets_one_of_its_own(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {"segment.bytes": "1000", "segment.ms": str(DAY_MS)})
    for size in (10, 5000, 10):
        partition.write(b"x" * size)
    assert [each.base_offset for each in partition.log.segments] == [0, 1, 2]


def test_segments_go_when_their_newest_record_is_older_than_retention_ms(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {**EVERY_WRITE, "retention.ms": str(2 * MINUTE_MS)})
    for number in range(6):
        partition.write(b"%d" % number)
    partition.expire()
    assert partition.log.start_offset == 3
    partition.reopen()
    assert (partition.log.start_offset, partition.log.next_offset) == (3, 6)
    assert [seen.value for seen in partition.records()] == [b"3", b"4", b"5"]


def test_a_log_of_old_records_alone_is_emptied_and_goes_on_at_its_next_offset(
    tmp_path: Path,
) -> None:
    partition = Partition(tmp_path, {"retention.ms": str(MINUTE_MS)})
    partition.write(b"a", b"b")
    partition.now_ms += DAY_MS
    partition.expire()
    assert (partition.log.start_offset, partition.log.next_offset) == (2, 2)
    partition.expire()
    assert len(_files(partition)) == 1
    partition.reopen()
    assert partition.write(b"c") == 2


def test_segments_go_while_the_rest_still_has_retention_bytes(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {**EVERY_WRITE, "retention.ms": "-1", "retention.bytes": "900"})
    for _ in range(5):
        partition.write(b"x" * 400)
    partition.expire()
    sizes = [each.size for each in partition.log.segments]
    assert sum(sizes[1:]) < 900 <= sum(sizes)


def test_a_segment_with_an_undecided_transaction_stays_however_old(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {**EVERY_WRITE, "retention.ms": "1"})
    partition.write(b"plain")
    partition.write(b"open", producer=(7, 0, 0), transactional=True)
    partition.write(b"plain")
    partition.now_ms += DAY_MS
    partition.expire()
    assert partition.log.start_offset == 1
    partition.mark(7, committed=True)
    partition.now_ms += DAY_MS
    partition.expire()
    assert partition.log.start_offset == partition.log.next_offset == 4


def test_compacted_topics_keep_old_records_unless_they_also_delete(tmp_path: Path) -> None:
    for policy, start in (("compact", 0), ("compact,delete", 3)):
        configs = {**EVERY_WRITE, "cleanup.policy": policy, "retention.ms": "1"}
        partition = Partition(tmp_path / policy, configs)
        for number in range(3):
            partition.write(b"v", key=b"%d" % number)
        partition.now_ms += DAY_MS
        partition.expire()
        assert partition.log.start_offset == start


def test_few_files_are_open_however_many_segments_there_are(tmp_path: Path) -> None:
    partition = Partition(tmp_path, EVERY_WRITE, most_open_files=5)
    for number in range(40):
        partition.write(b"%d" % number)
    assert [seen.value for seen in partition.records()] == [b"%d" % n for n in range(40)]
    assert partition.disk.open_files == 5


def test_a_time_is_found_in_any_segment(tmp_path: Path) -> None:
    partition = Partition(tmp_path, {"segment.ms": str(2 * MINUTE_MS)})
    for _ in range(7):
        partition.write(b"v")
    for offset in range(7):
        at = (offset + 1) * MINUTE_MS
        assert partition.log.first_not_before(at, committed_only=False) == (at, offset)
    assert partition.log.first_not_before(8 * MINUTE_MS, committed_only=False) is None


def test_the_single_file_of_an_earlier_version_becomes_the_first_segment(tmp_path: Path) -> None:
    before = Partition(tmp_path / "0", {})
    before.write(b"kept")
    before.close()
    (tmp_path / "0" / str(SegmentName(0))).rename(tmp_path / "0.log")
    (tmp_path / "0").rmdir()
    partition = Partition(tmp_path / "0", {})
    assert [seen.value for seen in partition.records()] == [b"kept"]
    assert partition.write(b"next") == 1


@pytest.mark.parametrize(
    ("found", "standing"),
    [
        ([SegmentName(0), SegmentName(4)], [SegmentName(0), SegmentName(4)]),
        (
            [SegmentName(0), SegmentName(4), SegmentName(0, 8), SegmentName(8)],
            [SegmentName(0, 8), SegmentName(8)],
        ),
        (
            [SegmentName(0, 4), SegmentName(4, 6), SegmentName(0, 6), SegmentName(6)],
            [SegmentName(0, 6), SegmentName(6)],
        ),
    ],
)
def test_a_compacted_segment_stands_for_all_that_begin_within_it(
    found: list[SegmentName], standing: list[SegmentName]
) -> None:
    assert standing_segments([*map(str, found), "00000000000000000000.log.new"]) == standing
