from pathlib import Path

import pytest

from tests.fuzz.__main__ import Tally, hold, hold_all
from tests.fuzz.inputs import SHARES, Inputs, Shapes

KEPT = Path(__file__).with_name("seeds.txt")
SHIPPED = Shapes.shipped()


def kept() -> list[tuple[int, int]]:
    """The seeds and numbers of inputs that once broke something."""
    lines = (line.partition("#")[0].split() for line in KEPT.read_text().splitlines())
    return [(int(line[0]), int(line[1])) for line in lines if line]


def test_four_hundred_mutations_get_their_outcomes_and_nobody_is_hurt() -> None:
    tally = Tally()
    hold_all(Inputs(1, SHIPPED), range(400), tally)
    assert tally.broken == []
    assert set(tally.kinds) == {kind for kind, _ in SHARES}


@pytest.mark.parametrize(("seed", "number"), kept())
def test_what_once_broke_something_breaks_nothing_now(seed: int, number: int) -> None:
    tally = Tally()
    hold(Inputs(seed, SHIPPED), number, tally)
    assert tally.broken == []


def test_an_input_is_its_seed_and_its_number() -> None:
    assert Inputs(3, SHIPPED).input(17) == Inputs(3, SHIPPED).input(17)
    assert Inputs(3, SHIPPED).input(17) != Inputs(4, SHIPPED).input(17)
