"""The shipped examples, mutated: whatever is done to them, each post gets one outcome, soon."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.golden.examples import raw_examples, record_of
from tests.stages.records import NORMALIZE, NOW, record
from tests.stages.test_laws import check
from workers.domain.parsing.feeds.xml_feed import XmlFeed
from workers.domain.parsing.recognise import open_record
from workers.domain.rejection import PostRejected
from workers.stages.outcome import Bury, Forward

SHAPES = [record_of(path).value or b"" for path in raw_examples()]
PIECES = [
    *(b"<", b">", b"&", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?", b"?>", b"&#0;"),
    b"&#x110000;",
    *(b"<item>", b"</item>", b"<entry>", b"</channel>", b"<!DOCTYPE x [", b"<!ENTITY a '&a;'>"),
    *(b'"', b"'", b"\\", b"\\ud83d", b"{", b"}", b"[", b"]", b",", b":", b"null", b"1e999", b"\0"),
    *(b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\n\n", b"\r", b" " * 50, b"a" * 3_000),
    *(b"javascript:alert(1)", b"data:text/html,x", b"onclick=", b"<script>", b"xml:base='//['"),
    *(b"<content type='xhtml'>", b"<div><div><div>", b"0000-00-00", b"9999-99-99", b"-30-"),
    *(b"From: a\nSubject: b\n", b"By A B\n", b"(Reuters) - ", b"#comment-1", b"?p=1", b"@context"),
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """One of the examples after a few cuts, doublings, swaps and insertions."""
    value = draw(st.sampled_from(SHAPES))
    for _ in range(draw(st.integers(1, 6))):
        begins = draw(st.integers(0, len(value)))
        ends = min(len(value), begins + draw(st.integers(0, 80)))
        match draw(st.integers(0, 4)):
            case 0:
                value = value[:begins] + value[ends:]
            case 1:
                value = value[:ends] + value[begins:]
            case 2:
                value = value[:begins] + draw(st.sampled_from(PIECES)) + value[begins:]
            case 3:
                value = value[:begins] + draw(st.binary(max_size=8)) + value[ends:]
            case _:
                other = draw(st.sampled_from(SHAPES))
                at = draw(st.integers(0, len(other)))
                value = value[:begins] + other[at : at + 200] + value[ends:]
    return value


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(mutated())
def test_a_mutated_example_gets_its_outcomes_soon(value: bytes) -> None:
    began = time.process_time()
    outcomes = NORMALIZE.run(record(value), NOW)
    assert time.process_time() - began < 1
    assert all(isinstance(outcome, Forward | Bury) for outcome in outcomes)
    check(outcomes)
    for outcome in outcomes:
        if isinstance(outcome, Forward):
            written = outcome.records[0].value
            assert b'"url":"javascript:' not in written
            assert b'"url":"data:' not in written


@pytest.mark.parametrize("path", raw_examples(), ids=lambda path: str(path.name))
def test_a_buried_entry_can_be_read_again_and_is_buried_again(path: Path) -> None:
    """What a dead letter holds is the post itself, so replaying it alone gives the same answer."""
    for outcome in NORMALIZE.run(record_of(path), NOW):
        if isinstance(outcome, Bury) and outcome.value is not None:
            (again,) = NORMALIZE.run(record(outcome.value), NOW)
            assert isinstance(again, Bury)
            assert again.reason == outcome.reason


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_the_letter_of_any_entry_is_an_entry_again(value: bytes) -> None:
    try:
        opened = open_record(value, None)
    except PostRejected:
        return
    if not isinstance(opened, XmlFeed) or opened.single:
        return
    for index in range(min(len(opened), 3)):
        assert opened.letter(index)
