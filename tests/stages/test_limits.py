"""Limits that an operator sets: each holds where it stands, and is named in the letter."""

from dataclasses import replace

import pytest
from pydantic import JsonValue

from schemas.dead_letter import Reason
from tests.stages.records import NOW, buried, record
from tests.stages.test_one_article import SENT, shown
from workers.domain.parsing.limits import DEFAULT, Limits
from workers.settings import Settings
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, Outcome

PAGE = shown()


def with_limits(limits: Limits, value: bytes) -> Outcome:
    """The outcome of a page under these limits."""
    (outcome,) = NormalizeStage(1 << 20, 10, limits).run(record(value), NOW)
    return outcome


@pytest.mark.parametrize(
    ("limits", "reason", "words"),
    [
        (replace(DEFAULT, page_characters=1_000), Reason.TOO_LARGE, "1000 characters"),
        (replace(DEFAULT, page_tags=10), Reason.TOO_LARGE, "10 tags"),
        (replace(DEFAULT, page_elements=10), Reason.TOO_LARGE, "10 elements"),
        (replace(DEFAULT, page_text=700), Reason.TOO_LARGE, "700 characters without scripts"),
        (replace(DEFAULT, page_depth=3), Reason.TOO_DEEP, "deeper than 3 elements"),
    ],
    ids=["characters", "tags", "elements", "text", "depth"],
)
def test_a_page_beyond_a_limit_is_buried_and_told_which(
    limits: Limits, reason: Reason, words: str
) -> None:
    assert isinstance(with_limits(DEFAULT, PAGE), Forward)
    letter = buried(with_limits(limits, PAGE))
    assert letter.reason == reason
    assert words in letter.detail


def test_markup_that_nobody_closes_is_counted_as_it_is_parsed() -> None:
    left_open = b"<div><b><i>x</div>"  # and opened again in every paragraph
    page = b"<html><body><h1>Eels</h1>" + left_open + b"<p>x" * (DEFAULT.page_elements // 3)
    letter = buried(with_limits(DEFAULT, page))
    assert (letter.reason, "elements" in letter.detail) == (Reason.TOO_LARGE, True)


def test_an_article_with_more_links_than_the_limit_is_buried() -> None:
    assert isinstance(SENT, dict)
    content: JsonValue = {"rendered": "<p><a href='/a'>Eels</a> and <a href='/b'>otters</a>.</p>"}
    stage = NormalizeStage(1 << 20, 10, replace(DEFAULT, links=1))
    (outcome,) = stage.run(record({**SENT, "content": content}), NOW)
    assert buried(outcome).detail == "2 links, the limit is 1"


def test_the_limits_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_LIMIT_PAGE_TAGS", "777")
    monkeypatch.setenv("COPYDESK_LIMIT_LINKS", "7")
    assert Settings().limits == replace(DEFAULT, page_tags=777, links=7)
