from pathlib import Path

import pytest

from tests.fuzz.__main__ import Tally, hold_all, run
from tests.fuzz.inputs import SHARES, Inputs, Shapes
from tests.fuzz.laws import broken_by
from tests.stages.records import record

KEPT = Path(__file__).with_name("kept")
"""Inputs that the fuzzer found, cut down to what broke."""
SHIPPED = Shapes.shipped()


def test_four_hundred_mutations_get_their_outcomes_and_nobody_is_hurt() -> None:
    tally = Tally()
    hold_all(Inputs(1, SHIPPED), range(400), tally)
    assert tally.broken == []
    assert set(tally.kinds) == {kind for kind, _ in SHARES}


@pytest.mark.parametrize("path", sorted(KEPT.iterdir()), ids=lambda path: path.name)
def test_what_once_broke_something_breaks_nothing_now(path: Path) -> None:
    outcomes, _ = run(record(path.read_bytes()))
    assert list(broken_by(outcomes)) == []


def test_an_input_is_its_seed_and_its_number() -> None:
    assert Inputs(3, SHIPPED).input(17) == Inputs(3, SHIPPED).input(17)
    assert Inputs(3, SHIPPED).input(17) != Inputs(4, SHIPPED).input(17)
