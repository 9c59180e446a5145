from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from workers.agents.chunks import Chunk, Limits, cut
from workers.stages.outcome import Record


@dataclass(frozen=True)
class Fetched:
    offset: int
    key: bytes | None
    value: bytes | None


def fetched(*sizes: int) -> list[Fetched]:
    return [Fetched(offset, None, b"x" * size) for offset, size in enumerate(sizes)]


def record(offset: int) -> Record:
    return Record("raw-posts", 0, offset, None, b"", (), 0)


def sizes_of_pieces(records: list[Fetched], limits: Limits) -> list[int]:
    return [len(piece) for piece in cut(records, limits)]


def test_a_chunk_has_at_most_the_set_number_of_records() -> None:
    assert sizes_of_pieces(fetched(*[1] * 7), Limits(3, 1 << 20, 0.5)) == [3, 3, 1]


def test_a_chunk_has_at_most_the_set_number_of_bytes() -> None:
    assert sizes_of_pieces(fetched(40, 40, 40, 10), Limits(100, 100, 0.5)) == [2, 2]


def test_a_record_larger_than_a_chunk_travels_alone() -> None:
    assert sizes_of_pieces(fetched(10, 500, 10), Limits(100, 100, 0.5)) == [1, 1, 1]


def test_a_record_without_key_or_value_takes_part() -> None:
    tombstone = [Fetched(0, None, None)]
    assert [list(piece) for piece in cut(tombstone, Limits(1, 1, 0.5))] == [tombstone]


@given(st.lists(st.integers(0, 300)), st.integers(1, 5), st.integers(1, 500))
def test_cutting_keeps_every_record_once_and_in_order(
    sizes: list[int], records: int, input_bytes: int
) -> None:
    whole = fetched(*sizes)
    pieces = list(cut(whole, Limits(records, input_bytes, 0.5)))
    assert [item for piece in pieces for item in piece] == whole
    assert all(piece for piece in pieces)


def test_the_rest_of_a_chunk_begins_at_the_committed_position() -> None:
    chunk = Chunk("raw-posts", 0, 10, (record(10), record(12), record(13)))
    assert [left.offset for left in chunk.rest(11)] == [12, 13]
    assert chunk.rest(10) == chunk.records
    assert chunk.rest(14) == ()
    assert chunk.continues_to == 14
