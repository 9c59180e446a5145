from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from schemas import encode
from tests.domain.articles import MONDAY, enriched_article
from workers.domain.ledger import LINE, Kept, StageLedger
from workers.domain.row_audit import RowAudit
from workers.domain.rows import ArticleRow
from workers.domain.versions import Access
from workers.stages.outcome import Record
from workers.stages.sink import SinkStage

SINK = LINE[3]
UNREADABLE = b'{"article_id": 7}'


@dataclass(frozen=True)
class Sunk:
    """What lies on the topic, in the dead letters and in the store when the sink has read it."""

    records: tuple[Record, ...]
    letters: tuple[bytes, ...]
    rows: tuple[ArticleRow, ...]
    read_to: dict[int, int]


def account(sunk: Sunk, kept: Kept | None = None) -> StageLedger:
    audit = RowAudit(SINK)
    for row in sunk.rows:
        audit.row(row)
    audit.read_to(sunk.read_to)
    for letter in sunk.letters:
        audit.dead_letter(letter)
    for record in sunk.records:
        audit.post(record.partition, record.offset, record.value)
    return audit.close(kept or Kept())


def total(ledger: StageLedger) -> int:
    return (
        ledger.forwarded
        + ledger.buried
        + ledger.dropped
        + ledger.waiting
        + ledger.lost.count
        + ledger.doubled.count
    )


def sink(records: Iterable[Record]) -> Sunk:
    """What an honest sink makes of these records."""
    rows: dict[str, ArticleRow] = {}
    letters: list[bytes] = []
    read_to: dict[int, int] = {}
    kept = tuple(records)
    for record in kept:
        read_to[record.partition] = record.offset + 1
        match SinkStage().read(record):
            case ArticleRow() as row:
                standing = rows.get(row.article_id)
                if row.version.supersedes(standing.version if standing else None):
                    rows[row.article_id] = row
            case outcome if record.value is not None:
                assert outcome
                letters.append(record.source.encode())
    return Sunk(kept, tuple(letters), tuple(rows.values()), read_to)


def record(
    offset: int, name: str = "a", *, day: int = 0, access: Access = "open", partition: int = 0
) -> Record:
    message = enriched_article(
        name, access=access, modified_at=MONDAY + timedelta(days=day), text=f"text {offset}"
    )
    return Record(SINK.reads, partition, offset, name.encode(), encode(message), (), 0)


@st.composite
def histories(draw: st.DrawFn) -> Sunk:
    records: list[Record] = []
    for partition in range(draw(st.integers(1, 2))):
        offset = draw(st.integers(0, 3))
        for _ in range(draw(st.integers(0, 7))):
            made = record(
                offset,
                draw(st.sampled_from("abc")),
                day=draw(st.integers(0, 3)),
                access=draw(st.sampled_from(("open", "truncated", "withheld", "withdrawn"))),
                partition=partition,
            )
            value = draw(st.sampled_from([made.value] * 6 + [None, UNREADABLE]))
            records.append(made._replace(value=value))
            offset += draw(st.integers(1, 3))
    return sink(records)


@given(histories())
def test_what_an_honest_sink_wrote_has_nothing_lost_and_nothing_doubled(sunk: Sunk) -> None:
    ledger = account(sunk)
    assert ledger.holds
    assert ledger.posts_in == len(sunk.records) == total(ledger)
    assert ledger.buried == len(sunk.letters)
    assert ledger.dropped == sum(record.value is None for record in sunk.records)
    assert ledger.waiting == ledger.orphaned == ledger.foreign == 0


@given(histories(), st.data())
def test_any_row_that_is_taken_away_is_found_and_named(sunk: Sunk, data: st.DataObject) -> None:
    assume(sunk.rows)
    gone = data.draw(st.sampled_from(sunk.rows))
    ledger = account(replace(sunk, rows=tuple(row for row in sunk.rows if row is not gone)))
    assert ledger.lost.count == 1
    assert total(ledger) == ledger.posts_in


@given(histories(), st.data())
def test_a_row_with_another_document_is_found_and_named(sunk: Sunk, data: st.DataObject) -> None:
    assume(sunk.rows)
    touched = data.draw(st.sampled_from(sunk.rows))
    other = replace(touched, document=touched.document.replace("text", "test"))
    rows = tuple(other if row is touched else row for row in sunk.rows)
    assert account(replace(sunk, rows=rows)).lost.names == (
        f"{SINK.reads}/{touched.partition}/{touched.offset}",
    )


@given(histories(), st.data())
def test_a_row_that_nobody_sent_is_found(sunk: Sunk, data: st.DataObject) -> None:
    row = SinkStage().read(record(data.draw(st.integers(90, 99)), "invented"))
    assert isinstance(row, ArticleRow)
    ledger = account(replace(sunk, rows=(*sunk.rows, row)))
    assert ledger.unfounded.count == 1
    assert "invented" in ledger.unfounded.names[0]


@given(histories(), st.data())
def test_any_dead_letter_that_is_taken_away_or_doubled_is_found(
    sunk: Sunk, data: st.DataObject
) -> None:
    assume(sunk.letters)
    letter = data.draw(st.sampled_from(sunk.letters))
    rest = tuple(each for each in sunk.letters if each != letter)
    assert account(replace(sunk, letters=rest)).lost.names == (letter.decode(),)
    twice = account(replace(sunk, letters=(*sunk.letters, letter)))
    assert twice.doubled.names == (letter.decode(),)


def test_an_older_version_in_place_of_the_newest_is_a_loss() -> None:
    records = (record(0, day=1), record(1, day=2))
    old = sink(records[:1]).rows
    ledger = account(Sunk(records, (), old, {0: 2}))
    assert ledger.lost.names == ("enriched-articles/0/1",)


def test_a_withheld_version_over_an_open_one_is_a_loss() -> None:
    records = (record(0), record(1, access="withheld", day=2))
    held = sink(records[1:]).rows
    assert account(Sunk(records, (), held, {0: 2})).lost.names == ("enriched-articles/0/0",)


def test_what_the_store_has_not_read_is_waiting() -> None:
    records = (record(0), record(1, "b"))
    ledger = account(replace(sink(records[:1]), records=records))
    assert ledger.holds
    assert (ledger.forwarded, ledger.waiting) == (1, 1)


def test_a_row_that_is_ahead_of_its_offset_is_found() -> None:
    ledger = account(replace(sink([record(0), record(1, "b")]), read_to={0: 1}))
    assert not ledger.holds
    assert "the offset stands before it" in ledger.unfounded.names[0]


def test_an_offset_that_is_ahead_of_its_rows_is_a_loss() -> None:
    sunk = sink([record(0)])
    ledger = account(replace(sunk, records=(*sunk.records, record(1, "b")), read_to={0: 2}))
    assert ledger.lost.names == ("enriched-articles/0/1",)


def test_a_record_that_is_both_a_row_and_a_dead_letter_is_doubled() -> None:
    sunk = sink([record(0)])
    ledger = account(replace(sunk, letters=(b"enriched-articles/0/0",)))
    assert ledger.doubled.names == ("enriched-articles/0/0",)


def test_a_row_whose_record_expired_is_no_fault() -> None:
    sunk = replace(sink([record(0)]), records=())
    assert account(sunk).unfounded.count == 1
    expired = account(sunk, Kept(first={0: 5}))
    assert expired.holds
    assert expired.orphaned == 1


def test_a_row_whose_record_compaction_may_have_taken_is_no_fault() -> None:
    newer_and_older = sink([record(0, day=5), record(1, day=1)])
    left = replace(newer_and_older, records=newer_and_older.records[1:])
    assert not account(left).holds
    assert account(left, Kept(compacted=True)).holds


def test_a_row_of_another_topic_is_unfounded() -> None:
    sunk = sink([record(0)])
    (row,) = sunk.rows
    ledger = account(replace(sunk, rows=(replace(row, topic="elsewhere"),)))
    assert not ledger.holds


def test_a_store_that_has_read_past_the_end_is_noted() -> None:
    audit = RowAudit(SINK)
    audit.read_to({0: 500, 1: 3})
    (note,) = audit.beyond(Kept(end={0: 100, 1: 3}))
    assert "enriched-articles/0 up to 500" in note


def test_a_letter_of_another_topic_is_foreign() -> None:
    assert account(Sunk((), (b"articles/0/1",), (), {})).foreign == 1
