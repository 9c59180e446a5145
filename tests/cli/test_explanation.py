"""The explanation: each part of an article, and beside it where it came from."""

import pytest

from schemas.article import Claim
from tests.cli.drawing import drawn
from tests.cli.invented import BLOCKS, TAIL, article, enriched
from workers.cli.article_view import card
from workers.cli.explanation import explanation


def test_every_block_of_the_text_is_shown() -> None:
    shown = drawn(explanation(article(), enriched()))
    assert all(block in shown for block in BLOCKS)


def test_a_claim_stands_under_the_field_that_it_is_about() -> None:
    lines = drawn(explanation(article(), enriched())).splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("sections"))
    assert lines[place + 1].strip() == "↳ /class_list · class_list_slugs · 90 %"


def test_the_origins_evidence_is_quoted_with_its_place() -> None:
    shown = drawn(explanation(article(), enriched()))
    assert "Harbour Gazette (gazette.example)  95 % sure" in shown
    assert TAIL in shown
    assert "↳ /content/rendered · attribution_tail" in shown


def test_what_was_removed_is_shown_with_its_rule() -> None:
    lines = drawn(explanation(article(origin=None), enriched())).splitlines()
    assert any(line.startswith("attribution_tail") and TAIL in line for line in lines)


def test_an_article_without_a_title_says_so() -> None:
    assert "title" in drawn(explanation(article(title=None), None)).splitlines()[0]
    assert "(none)" in drawn(explanation(article(title=None), None)).splitlines()[0]


def test_a_claim_about_a_block_stands_under_that_block() -> None:
    claim = Claim(field="blocks.1", source="/content/rendered", rule="heading", confidence=1.0)
    lines = drawn(explanation(article(claims=(claim,)), None)).splitlines()
    place = next(number for number, line in enumerate(lines) if BLOCKS[1] in line)
    assert "↳ /content/rendered · heading · 100 %" in lines[place + 1]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for view in (explanation(article(), enriched()), card(article(), enriched())):
        assert all(len(line) <= width for line in drawn(view, width).splitlines())


def test_a_card_says_who_published_first() -> None:
    shown = drawn(card(article(), enriched()))
    assert "Coast Today (coast.example)  ← first published by Harbour Gazette" in shown
    assert "en · 18 words · 3 blocks · Sea · 1 piece removed" in shown
