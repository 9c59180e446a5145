"""The journal and the folder: what was written is known again, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.embedded_broker.data_folder import DataFolder
from workers.embedded_broker.disk import Disk
from workers.embedded_broker.errors import BrokerStartError
from workers.embedded_broker.events import (
    EVENTS,
    CommittedOffset,
    Event,
    OffsetsCommitted,
    TransactionDecided,
)
from workers.embedded_broker.journal import Journal, line_of, read_line
from workers.embedded_broker.partition_log import PartitionLog
from workers.embedded_broker.producers import Producer
from workers.embedded_broker.records import produced_batch

from .raw import batch

EVENT: st.SearchStrategy[Event] = st.builds(
    OffsetsCommitted,
    group=st.text(max_size=5),
    offsets=st.lists(
        st.builds(
            CommittedOffset,
            topic=st.text(max_size=5),
            partition=st.integers(0, 9),
            next_offset=st.integers(0, 2**62),
            metadata=st.text(max_size=5),
        ),
        max_size=2,
    ).map(tuple),
)


@contextmanager
def _folder(path: Path) -> Iterator[DataFolder]:
    folder = DataFolder(path)
    try:
        yield folder
    finally:
        folder.close()


def _recovered(path: Path) -> list[Event]:
    journal = Journal(path, Disk())
    try:
        return list(journal.recover())
    finally:
        journal.close()


@given(EVENT)
def test_an_event_is_read_as_it_was_written(event: Event) -> None:
    assert read_line(line_of(event)) == event
    assert EVENTS.validate_python(event) == event


@given(st.lists(EVENT, max_size=4), st.data())
def test_any_cut_leaves_exactly_the_whole_events_before_it(
    events: list[Event], data: st.DataObject
) -> None:
    lines = [line_of(event) for event in events]
    content = b"".join(lines)
    cut = data.draw(st.integers(0, len(content)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal"
        path.write_bytes(content[:cut])
        left = 0
        while len(b"".join(lines[: left + 1])) <= cut and left < len(lines):
            left += 1
        assert _recovered(path) == events[:left]
        assert path.read_bytes() == b"".join(lines[:left])


def test_harm_before_a_sound_line_is_no_torn_tail(tmp_path: Path) -> None:
    line = line_of(OffsetsCommitted("g", ()))
    path = tmp_path / "journal"
    path.write_bytes(line + line.replace(b"g", b"h") + line)
    with pytest.raises(BrokerStartError, match="line 2"):
        _recovered(path)


def _open_transaction(folder: DataFolder) -> tuple[PartitionLog, Producer]:
    folder.topics.create("t", 1, {})
    producer_id, epoch = folder.transactions.register("tx", 60_000)
    producer = folder.transactions.producer("tx", producer_id, epoch)
    folder.transactions.extend(producer, partitions=[("t", 0)])
    offsets = (CommittedOffset("t", 0, 5, ""),)
    folder.transactions.add_offsets(producer, "g", offsets)
    log = folder.topics.partition("t", 0)
    records = batch(b"v", producer=(producer_id, epoch, 0), transactional=True)
    log.append(records, produced_batch(records))
    return log, producer


@pytest.mark.parametrize("committed", [True, False])
def test_a_decided_transaction_is_finished_once_by_the_next_start(
    tmp_path: Path, committed: bool
) -> None:
    with _folder(tmp_path) as folder:
        _open_transaction(folder)
        folder.journal.write(TransactionDecided("tx", committed))
    for _ in range(2):
        with _folder(tmp_path) as folder:
            log = folder.topics.partition("t", 0)
            assert (log.next_offset, log.last_stable_offset) == (2, 2)
            aborted = log.read(0, 1_000, committed_only=True).aborted
            assert len(aborted) == (0 if committed else 1)
            found = folder.offsets.of("g", "t", 0)
            assert (found is not None) is committed


def test_a_marker_that_was_written_before_a_crash_is_not_written_again(tmp_path: Path) -> None:
    with _folder(tmp_path) as folder:
        log, producer = _open_transaction(folder)
        folder.journal.write(TransactionDecided("tx", committed=True))
        log.append_marker(producer.producer_id, producer.epoch, committed=True, timestamp_ms=0)
    with _folder(tmp_path) as folder:
        assert folder.topics.partition("t", 0).next_offset == 2
        assert folder.offsets.of("g", "t", 0) is not None


def test_an_undecided_transaction_is_still_open_after_a_start(tmp_path: Path) -> None:
    with _folder(tmp_path) as folder:
        _open_transaction(folder)
    with _folder(tmp_path) as folder:
        log = folder.topics.partition("t", 0)
        assert (log.next_offset, log.last_stable_offset) == (1, 0)
        producer = folder.transactions.producer("tx", 0, 0)
        folder.transactions.end(producer, committed=True)
        assert log.last_stable_offset == 2


def test_a_transaction_that_the_journal_does_not_know_is_aborted(tmp_path: Path) -> None:
    with _folder(tmp_path) as folder:
        log, _ = _open_transaction(folder)
        records = batch(b"orphan", producer=(999, 0, 0), transactional=True)
        log.append(records, produced_batch(records))
    with _folder(tmp_path) as folder:
        log = folder.topics.partition("t", 0)
        assert log.producers.open_producers() == (0,)


def test_an_exhausted_epoch_gets_a_new_producer_id(tmp_path: Path) -> None:
    with _folder(tmp_path) as folder:
        producer_id, _ = folder.transactions.register("tx", 60_000)
        last = folder.transactions.producer("tx", producer_id, 0)
        last.epoch = 2**15 - 2
        assert folder.transactions.register("tx", 60_000) == (producer_id + 1, 0)


def test_a_start_rewrites_the_journal_to_the_same_state(tmp_path: Path) -> None:
    with _folder(tmp_path) as folder:
        _open_transaction(folder)
        folder.topics.grow("t", 3)
        folder.topics.create("gone", 1, {"retention.ms": "1000"})
        folder.topics.delete("gone")
        for offset in range(50):
            folder.offsets.commit("g", (CommittedOffset("t", 1, offset, ""),))
        folder.generations.next("g")
    sizes, states = [], []
    for _ in range(2):
        with _folder(tmp_path) as folder:
            sizes.append((tmp_path / "journal").stat().st_size)
            states.append(list(folder.state()))
    assert sizes[0] == sizes[1] < 1_500
    assert states[0] == states[1]
    assert [topic.name for topic in folder.topics] == ["t"]
