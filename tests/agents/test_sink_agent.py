from dataclasses import dataclass

import pytest
from faust.types.tuples import TP

from schemas.dead_letter import Reason
from tests.article_rows import row_of
from workers.agents.breaker import Breaker
from workers.agents.ends import Discontinuity
from workers.agents.letters import LetterWriter
from workers.agents.sink_agent import SinkPartition, SinkRun, where_stored
from workers.agents.waiting import Waiting
from workers.domain.rows import ArticleRow, StoreUnavailable
from workers.stages.outcome import Bury, Drop, Record
from workers.telemetry import Meters

from .fakes import FakeStore, FakeWriter, chunk, record

SOURCE = TP("raw-posts", 0)
METERS = Meters("test")
WAITING = Waiting(METERS, "store")


class Crash(Exception):
    """Stands for a SIGKILL at this point."""


@dataclass(frozen=True)
class FakeReader:
    """Buries what says `bad`."""

    name: str = "sink"
    reads: str = "raw-posts"

    def read(self, record: Record) -> ArticleRow | Bury | Drop:
        match record.value:
            case None:
                return Drop("tombstone")
            case b"bad":
                return Bury(Reason.CONTRACT_VIOLATION, "not an article")
            case b"bug":
                raise LookupError
            case _:
                return row(record)


def row(record: Record) -> ArticleRow:
    return row_of(record, f"id-{record.offset}")


def sink(writer: FakeWriter, store: FakeStore) -> SinkPartition:
    letters = LetterWriter("sink", "0.1.0", {"raw-posts-dlq": 4000})
    run = SinkRun(FakeReader(), store, letters, Breaker(100, 0.5), METERS, WAITING)
    return SinkPartition(run, writer, writer.committed, writer.commit_alone, SOURCE)


GOOD_BAD_GOOD = (record(0, b"a"), record(1, b"bad"), record(2, b"c"))


def offsets(store: FakeStore) -> list[int]:
    return [row.offset for row in store.rows]


async def test_rows_without_letters_move_both_offsets_and_need_no_transaction() -> None:
    writer, store = FakeWriter(), FakeStore()
    await sink(writer, store).take(chunk(0, record(0), record(1, None), record(2)))
    assert offsets(store) == [0, 2]
    assert (store.position, writer.position) == (3, 3)
    assert writer.commits == []


async def test_a_record_that_makes_no_row_is_buried_and_the_rest_stored() -> None:
    writer, store = FakeWriter(), FakeStore()
    await sink(writer, store).take(chunk(0, *GOOD_BAD_GOOD))
    assert offsets(store) == [0, 2]
    assert [letter.value for letter in writer.written] == [b"bad"]
    assert (store.position, writer.position) == (3, 3)


async def test_a_crash_between_letters_and_rows_doubles_no_letter_and_loses_no_row() -> None:
    writer, store = FakeWriter(), FakeStore()
    store.failures = [Crash()]
    with pytest.raises(Crash):
        await sink(writer, store).take(chunk(0, *GOOD_BAD_GOOD))
    assert (store.position, writer.position) == (0, 3)
    await sink(writer, store).take(chunk(0, *GOOD_BAD_GOOD))
    assert offsets(store) == [0, 2]
    assert len(writer.written) == 1


async def test_a_replay_in_smaller_chunks_never_moves_the_groups_offset_back() -> None:
    writer, store = FakeWriter(), FakeStore()
    store.failures = [Crash()]
    with pytest.raises(Crash):
        await sink(writer, store).take(chunk(0, *GOOD_BAD_GOOD))
    replaying = sink(writer, store)
    await replaying.take(chunk(0, GOOD_BAD_GOOD[0]))
    assert writer.position == 3  # moved back, a crash now would write the letter again
    await sink(writer, store).take(chunk(1, *GOOD_BAD_GOOD[1:]))
    assert len(writer.written) == 1
    assert offsets(store) == [0, 2]


async def test_a_new_database_is_filled_again_without_writing_letters_again() -> None:
    writer = FakeWriter()
    await sink(writer, FakeStore()).take(chunk(0, *GOOD_BAD_GOOD))
    fresh = FakeStore()
    await sink(writer, fresh).take(chunk(0, *GOOD_BAD_GOOD))
    assert offsets(fresh) == [0, 2]
    assert len(writer.written) == 1


async def test_what_the_database_has_is_not_stored_again_when_kafka_lags() -> None:
    writer, store = FakeWriter(), FakeStore()
    await sink(writer, store).take(chunk(0, record(0), record(1)))
    writer.position = 0  # the database's transaction was in, the offset's commit was not
    await sink(writer, store).take(chunk(0, record(0), record(1), record(2)))
    assert offsets(store) == [0, 1, 2]
    assert writer.position == 3


async def test_a_database_that_is_away_is_waited_for() -> None:
    writer, store = FakeWriter(), FakeStore()
    store.failures = [StoreUnavailable("locked"), StoreUnavailable("locked")]
    await sink(writer, store).take(chunk(0, record(0)))
    assert offsets(store) == [0]


async def test_a_chunk_that_leaves_a_gap_in_the_database_is_refused() -> None:
    writer, store = FakeWriter(), FakeStore()
    store.position = 2
    with pytest.raises(Discontinuity, match="stored up to 2, the chunk continues from 3"):
        await sink(writer, store).take(chunk(3, record(3)))


async def test_rows_are_not_written_over_a_gap_into_a_database_that_went_back() -> None:
    writer, store = FakeWriter(), FakeStore()
    under_test = sink(writer, store)
    await under_test.take(chunk(0, record(0), record(1)))
    store.position, store.rows = 1, store.rows[:1]  # a backup has taken its place
    with pytest.raises(Discontinuity, match="stands at 1, not at 2"):
        await under_test.take(chunk(2, record(2)))
    assert offsets(store) == [0]
    await sink(writer, store).take(chunk(1, record(1), record(2)))
    assert offsets(store) == [0, 1, 2]


async def test_a_reader_that_fails_buries_the_record_as_bug() -> None:
    writer, store = FakeWriter(), FakeStore()
    await sink(writer, store).take(chunk(0, record(0, b"bug"), record(1)))
    [letter] = writer.written
    assert dict(letter.headers)["copydesk-reason"] == b"bug"
    assert offsets(store) == [1]


async def test_reading_starts_where_the_database_ends_and_else_at_the_first_record() -> None:
    store = FakeStore()
    assert await where_stored(store, {SOURCE}, WAITING) == {}
    store.position = 7
    assert await where_stored(store, {SOURCE}, WAITING) == {SOURCE: 7}
