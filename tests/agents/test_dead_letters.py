from typing import Any

from schemas.dead_letter import Reason
from workers.stages.dead_letters import dead_letter
from workers.stages.outcome import Bury, Headers, Record

HEADERS: Headers = (("x", b"1"), ("x", b"2"), ("nothing", None), ("copydesk-reason", b"earlier"))


RECORD = Record("raw-posts", 3, 17, b"\x00key", b"\xff not text", HEADERS, 1_700_000_000_123)


def record(**changes: Any) -> Record:
    return RECORD._replace(**changes)


def test_a_letter_carries_key_value_headers_and_time_byte_for_byte() -> None:
    letter = dead_letter(record(), Bury(Reason.EMPTY, "nothing in it"), "normalize", "0.1.0")
    assert letter.topic == "raw-posts-dlq"
    assert (letter.key, letter.value) == (b"\x00key", b"\xff not text")
    assert letter.headers[: len(HEADERS)] == HEADERS
    assert letter.timestamp_ms == 1_700_000_000_123
    assert letter.source_partition == 3


def test_a_letter_says_why_where_and_by_whom() -> None:
    letter = dead_letter(record(), Bury(Reason.EMPTY, "nothing in it"), "normalize", "0.1.0")
    assert letter.headers[len(HEADERS) : len(HEADERS) + 7] == (
        ("copydesk-reason", b"empty"),
        ("copydesk-detail", b"nothing in it"),
        ("copydesk-stage", b"normalize"),
        ("copydesk-version", b"0.1.0"),
        ("copydesk-replays", b"0"),
        ("source-record", b"raw-posts/3/17"),
        ("root-record", b"raw-posts/3/17"),
    )


def test_one_post_of_many_is_buried_alone_and_says_which_it_was() -> None:
    bury = Bury(Reason.EMPTY, "nothing", index=2, posts=5, value=b"{}")
    letter = dead_letter(record(), bury, "normalize", "0.1.0")
    headers = dict(letter.headers)
    assert letter.value == b"{}"
    assert headers["source-record"] == b"raw-posts/3/17#2"
    assert headers["root-record"] == b"raw-posts/3/17#2"
    assert headers["record-posts"] == b"5"


def test_a_letter_of_a_later_stage_keeps_the_root_that_the_record_names() -> None:
    later = record(topic="articles", headers=(("root-record", b"raw-posts/0/4#1"),))
    letter = dead_letter(later, Bury(Reason.BUG, "KeyError"), "enrich", "0.1.0")
    assert letter.topic == "articles-dlq"
    assert [value for name, value in letter.headers if name == "root-record"] == [
        b"raw-posts/0/4#1",
        b"raw-posts/0/4#1",
    ]


def test_a_record_without_key_and_value_can_be_buried() -> None:
    letter = dead_letter(record(key=None, value=None), Bury(Reason.BUG, "?"), "enrich", "0")
    assert (letter.key, letter.value) == (None, None)


def test_a_detail_with_half_an_emoji_still_becomes_a_header() -> None:
    letter = dead_letter(record(), Bury(Reason.EMPTY, "got '\ud83d'"), "normalize", "0")
    assert dict(letter.headers)["copydesk-detail"] == b"got '\\ud83d'"


def test_a_replayed_record_that_is_buried_again_keeps_the_count() -> None:
    replayed = record(headers=(*HEADERS, ("copydesk-replays", b"2")))
    letter = dead_letter(replayed, Bury(Reason.EMPTY, "nothing"), "normalize", "0.1.0")
    assert dict(letter.headers)["copydesk-replays"] == b"2"
