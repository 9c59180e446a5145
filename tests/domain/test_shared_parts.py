from collections.abc import Callable

import pytest

from schemas.article import Author, Publisher, Term
from workers.domain.shared_parts import LONGEST_KEPT, author, publisher, term

Part = Author | Publisher | Term

PARTS: list[Callable[[str, str | None], Part]] = [author, publisher, term]


@pytest.mark.parametrize("part", PARTS)
def test_parts_that_say_the_same_are_one_object(part: Callable[[str, str | None], Part]) -> None:
    assert part("fenlands", None) is part("fenlands", None)
    assert part("fenlands", "Fen") != part("fenlands", None)


@pytest.mark.parametrize("part", PARTS)
def test_a_long_part_is_not_kept(part: Callable[[str, str | None], Part]) -> None:
    long = "x" * (LONGEST_KEPT + 1)
    assert part(long, None) == part(long, None)
    assert part(long, None) is not part(long, None)
    assert part("fenlands", long) is not part("fenlands", long)


def test_each_word_has_its_place() -> None:
    assert term("fen", "The Fen") == Term(slug="fen", name="The Fen")
    assert author("Ada Fenwick", "https://fen.example/ada") == Author(
        name="Ada Fenwick", url="https://fen.example/ada"
    )
    assert publisher("Fen Herald", "fen.example") == Publisher(
        name="Fen Herald", domain="fen.example"
    )
