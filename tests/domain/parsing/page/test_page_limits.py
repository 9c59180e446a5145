"""How much of a page's markup is looked at: what real pages have, and not much more."""

import pytest

from tests.domain.parsing.page.probe import page
from workers.domain.parsing.limits import DEFAULT
from workers.domain.parsing.page.limits import MOST_LOOKED
from workers.domain.parsing.page.reader import read_page

BYLINE = "<p class='byline'>By Ann Brook</p>"


def test_of_many_different_names_the_first_are_searched() -> None:
    lean = read_page(page("", "".join(f"<p id='i{n}'>x" for n in range(2_000))), DEFAULT).lean
    assert ("i1499" in lean, "i1500" in lean) == (True, False)


def test_a_name_that_was_searched_is_known() -> None:
    body = "<p class='old'>x" + "".join(f"<p class='i{n}'>x" for n in range(1_600))
    lean = read_page(page("", body + "<p class='old'>x"), DEFAULT).lean
    assert lean.count("old") == 2


def test_of_long_different_names_the_first_fifty_thousand_characters_are_searched() -> None:
    body = "".join(f"<p class='{n:03} {'e' * 246}'>x" for n in range(500))
    assert read_page(page("", body), DEFAULT).lean.count("class=") == 200


def test_of_long_names_the_first_hundred_thousand_characters_are_searched() -> None:
    body = f"<p class='{'e' * 250}'>x" * 500
    assert read_page(page("", body), DEFAULT).lean.count("class=") == 400


def test_a_long_style_is_kept_since_it_may_hide_a_text() -> None:
    style = "color:#000;" * 40 + "display:none"
    assert style in read_page(page("", f"<p style='{style}'>x"), DEFAULT).lean


def test_bylines_in_bylines_are_not_read_again_and_again() -> None:
    words = "x " * 2_400
    boxes = "".join(f"{'<div class=byline>' * 20}{words}{'</div>' * 20}" for _ in range(3))
    assert 3 * 20 * len(words) > MOST_LOOKED
    assert not read_page(page("", boxes + BYLINE), DEFAULT).marks
    assert read_page(page("", words + BYLINE), DEFAULT).marks


def test_kinds_of_elements_are_forgotten_before_they_are_too_many() -> None:
    kinds = pytest.importorskip("workers.domain.parsing.page.library_kinds")
    etree = pytest.importorskip("lxml.etree")
    asked = kinds.Kinds([etree.XPath(".//*[self::p][@class='a']")], most_kinds=3)
    for number in range(9):
        tree = etree.fromstring(f"<div><p class='a'/><p class='{number}'/><q class='a'/></div>")
        assert asked.found_in(tree) == [tree[0]]
        assert len(asked.known) <= 6
