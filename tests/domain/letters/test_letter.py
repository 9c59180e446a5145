from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dead_letter import Reason
from workers.domain.letters.letter import Headers, Letter, read_letter, replays_of
from workers.stages.dead_letters import dead_letter
from workers.stages.outcome import Bury, Record

RECORD = Record("raw-posts", 3, 17, b"\x00key", b"\xff", (), 1_700_000_000_123)


def letter_for(record: Record, bury: Bury | None = None) -> Letter:
    """The letter as it is read back after the record was buried."""
    written = dead_letter(record, bury or Bury(Reason.EMPTY, "nothing"), "normalize", "0.1.0")
    place = f"{written.topic}/1/5"
    letter = read_letter(place, written.key, written.value, written.headers, written.timestamp_ms)
    assert letter is not None
    return letter


def put_back(letter: Letter) -> Record:
    """The record that a replay writes."""
    return Record(
        letter.topic, letter.partition, 99, letter.key, letter.value, letter.replay_headers,
        letter.timestamp_ms,
    )  # fmt: skip


def test_a_letter_tells_the_record_apart_from_why_it_was_buried() -> None:
    letter = letter_for(RECORD._replace(headers=(("x", b"1"), ("x", None))))
    assert letter == Letter(
        place="raw-posts-dlq/1/5",
        topic="raw-posts",
        partition=3,
        source="raw-posts/3/17",
        key=b"\x00key",
        value=b"\xff",
        headers=(("x", b"1"), ("x", None)),
        timestamp_ms=1_700_000_000_123,
        reason="empty",
        detail="nothing",
        stage="normalize",
        version="0.1.0",
        replays=0,
    )


own_names = st.sampled_from(
    ["x", "copydesk-reason", "copydesk-replays", "source-record", "kafka_dlt-original-offset"]
)


@given(st.lists(st.tuples(own_names, st.none() | st.binary(max_size=4)), max_size=6))
def test_whatever_headers_a_record_brought_come_back_and_no_others(headers: Headers) -> None:
    # a replay's own count is the last header; a source has no business with that name there
    brought = (*headers, ("last", b"1"))
    letter = letter_for(RECORD._replace(headers=brought))
    assert letter.headers == brought
    again = letter_for(put_back(letter))
    assert again.headers == brought
    assert again.replay_headers[:-1] == brought


def test_each_replay_that_comes_back_counts_and_the_third_parks_the_letter() -> None:
    letter = letter_for(RECORD)
    states = []
    for _ in range(4):
        states.append((letter.replays, letter.state(replayed=False)))
        letter = letter_for(put_back(letter))
    assert states == [(0, "waiting"), (1, "waiting"), (2, "waiting"), (3, "parked")]


def test_a_replayed_letter_is_replayed_whether_it_was_parked_or_not() -> None:
    assert replace(letter_for(RECORD), replays=3).state(replayed=True) == "replayed"


def test_one_post_of_many_names_its_record_and_place() -> None:
    letter = letter_for(RECORD, Bury(Reason.EMPTY, "nothing", index=2, posts=5, value=b"{}"))
    assert (letter.source, letter.partition, letter.value) == ("raw-posts/3/17#2", 3, b"{}")


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (("x", b"1"),),
        (("copydesk-reason", b"empty"),),
        (("copydesk-reason", b"empty"), ("source-record", b"articles/3/17")),
        (("copydesk-reason", b"empty"), ("source-record", b"raw-posts/three/17")),
        (("copydesk-reason", b"empty"), ("source-record", b"raw-posts/\xc2\xb2/17")),
        (("copydesk-reason", b"empty"), ("source-record", None)),
    ],
)
def test_what_somebody_else_wrote_is_no_letter(headers: Headers) -> None:
    assert read_letter("raw-posts-dlq/0/0", None, b"", headers, 0) is None


@pytest.mark.parametrize("forged", [b"", b"-1", b"many", b"1" * 7, b"\xb2", None])
def test_a_count_that_is_no_number_of_ours_is_none(forged: bytes | None) -> None:
    assert replays_of((("copydesk-replays", forged),)) == 0
