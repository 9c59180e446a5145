"""One partition's newest file: whatever a crash leaves of it, its whole batches count."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.embedded_broker.disk import Disk
from workers.embedded_broker.errors import ErrorCode, Refused
from workers.embedded_broker.partition_log import PartitionLog
from workers.embedded_broker.records import (
    HEADER_BYTES,
    end_marker,
    marker_commits,
    produced_batch,
    read_header,
)

from .raw import batch

PID = 7
FIRST_SEGMENT = f"{0:020d}.log"


@contextmanager
def _open(folder: Path) -> Iterator[PartitionLog]:
    log = PartitionLog(folder, Disk())
    try:
        yield log
    finally:
        log.close()


def _append(log: PartitionLog, records: bytes) -> int:
    return log.append(records, produced_batch(records))


def _everything(log: PartitionLog) -> bytes:
    return log.read(0, 1_000_000, committed_only=False).data


BATCHES = st.lists(st.lists(st.binary(max_size=20), min_size=1, max_size=4), max_size=5)


@given(BATCHES, st.data())
def test_any_cut_leaves_exactly_the_whole_batches_before_it(
    batches: list[list[bytes]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / FIRST_SEGMENT
        ends, offsets = [0], [0]
        with _open(path.parent) as log:
            for values in batches:
                _append(log, batch(*values))
                ends.append(path.stat().st_size)
                offsets.append(log.next_offset)
        cut = data.draw(st.integers(0, ends[-1]))
        whole = path.read_bytes()
        path.write_bytes(whole[:cut])
        left = max(number for number, end in enumerate(ends) if end <= cut)
        with _open(path.parent) as log:
            assert log.next_offset == offsets[left]
            assert _everything(log) == whole[: ends[left]]
        assert path.stat().st_size == ends[left]


@given(BATCHES.filter(bool), st.data())
def test_any_harmed_byte_ends_the_log_at_its_batch_or_is_without_meaning(
    batches: list[list[bytes]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / FIRST_SEGMENT
        ends = [0]
        with _open(path.parent) as log:
            for values in batches:
                _append(log, batch(*values))
                ends.append(path.stat().st_size)
        content = bytearray(path.read_bytes())
        harmed = data.draw(st.integers(0, len(content) - 1))
        content[harmed] ^= data.draw(st.integers(1, 255))
        path.write_bytes(content)
        first_harmed = max(end for end in ends if end <= harmed)
        leader_epoch = range(first_harmed + 12, first_harmed + 16)  # no checksum covers it
        with _open(path.parent) as log:
            expected = ends[-1] if harmed in leader_epoch else first_harmed
            assert len(_everything(log)) == expected


@given(st.lists(st.integers(1, 3), min_size=1, max_size=8), st.integers(1, 400), st.data())
def test_reading_on_from_each_answer_gives_every_batch_once(
    counts: list[int], max_bytes: int, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder, _open(Path(folder)) as log:
        for count in counts:
            _append(log, batch(*[b"x" * 9] * count))
        start = data.draw(st.integers(0, log.next_offset))
        offset, read = start, b""
        while chunk := log.read(offset, max_bytes, committed_only=False).data:
            first = read_header(chunk)
            assert first.base_offset <= offset <= first.last_offset
            assert len(chunk) <= max(max_bytes, first.size_bytes)
            read += chunk
            while chunk:
                offset = read_header(chunk).last_offset + 1
                chunk = chunk[read_header(chunk).size_bytes :]
        assert offset == log.next_offset
        assert _everything(log).endswith(read)


def test_an_open_transaction_and_an_aborted_one_are_known_again(tmp_path: Path) -> None:
    with _open(tmp_path) as log:
        for sequence, committed in enumerate((True, False)):
            _append(log, batch(b"v", producer=(PID, 0, sequence), transactional=True))
            log.append_marker(PID, 0, committed=committed, timestamp_ms=0)
        _append(log, batch(b"open", producer=(PID + 1, 0, 0), transactional=True))
        _append(log, batch(b"plain"))
    with _open(tmp_path) as log:
        assert (log.next_offset, log.last_stable_offset) == (6, 4)
        assert log.producers.open_producers() == (PID + 1,)
        chunk = log.read(0, 1_000_000, committed_only=True)
        assert [tuple(each) for each in chunk.aborted] == [(3, 2, PID)]


def test_an_older_epoch_is_refused_after_a_marker_of_a_newer_one(tmp_path: Path) -> None:
    with _open(tmp_path) as log:
        _append(log, batch(b"v", producer=(PID, 0, 0), transactional=True))
        log.append_marker(PID, 1, committed=False, timestamp_ms=0)
    with _open(tmp_path) as log, pytest.raises(Refused) as refused:
        _append(log, batch(b"late", producer=(PID, 0, 1), transactional=True))
    assert refused.value.code is ErrorCode.INVALID_PRODUCER_EPOCH


def test_sequences_begin_again_at_zero_after_the_largest(tmp_path: Path) -> None:
    largest = 2**31 - 1
    with _open(tmp_path) as log:
        _append(log, batch(b"a", b"b", producer=(PID, 0, largest - 1)))
        assert _append(log, batch(b"c", producer=(PID, 0, 0))) == 2


@pytest.mark.parametrize("committed", [True, False])
def test_a_marker_says_how_the_transaction_ended(committed: bool) -> None:
    marker = end_marker(PID, 3, committed=committed, timestamp_ms=1)
    found = read_header(marker)
    assert (found.producer_id, found.producer_epoch, found.control) == (PID, 3, True)
    assert marker_commits(marker) is committed
    with pytest.raises(Refused):
        produced_batch(marker)


@given(st.binary(max_size=200))
def test_no_bytes_but_a_batch_are_taken_for_one(data: bytes) -> None:
    with pytest.raises(Refused):
        produced_batch(data)


def test_a_truncated_header_is_refused() -> None:
    with pytest.raises(Refused):
        produced_batch(batch(b"v")[: HEADER_BYTES - 1])
