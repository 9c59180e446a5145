"""The shipped examples, mutated: whatever is done to them, each post gets one outcome, soon."""

import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.golden.examples import raw_examples, record_of
from tests.schemas.mutations import spliced
from tests.stages.records import NORMALIZE, NOW, record
from tests.stages.test_laws import check
from workers.domain.parsing.feeds.xml_feed import XmlFeed
from workers.domain.parsing.opening import open_record
from workers.domain.rejection import PostRejected
from workers.stages.outcome import Bury, Forward

SHAPES = [record_of(path).value or b"" for path in raw_examples()]
MUTATED = st.integers(0, 1 << 32).map(lambda seed: _mutated(Random(seed)))


def _mutated(rng: Random) -> bytes:
    return spliced(rng, rng.choice(SHAPES), SHAPES)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(MUTATED)
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


@settings(max_examples=150)
@given(MUTATED)
def test_the_letter_of_any_entry_is_an_entry_again(value: bytes) -> None:
    try:
        opened = open_record(value, None)
    except PostRejected:
        return
    if not isinstance(opened, XmlFeed) or opened.single:
        return
    for index in range(min(len(opened), 3)):
        assert opened.letter(index)
