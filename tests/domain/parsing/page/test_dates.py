import pytest

from tests.domain.parsing.page.probe import page
from tests.domain.parsing.page.probes_one import STORY
from tests.domain.parsing.page.reading import article_of, rules_of
from workers.domain.parsing.page.days import days_in

URL = "https://fenpost.example/eels"


def stamped(published: str, modified: str = "") -> str:
    head = f'<meta property="article:published_time" content="{published}">'
    if modified:
        head += f'<meta property="article:modified_time" content="{modified}">'
    return head


def claims_of(head: str, body: str) -> list[tuple[str, str | None, bool]]:
    article = article_of(page(head, f"<h1>Eels</h1>{body}{STORY}"), URL)
    return [
        (claim.role, claim.wall_time, claim.instant is not None) for claim in article.date_claims
    ]


def test_a_day_that_the_page_shows_as_its_own_outranks_an_older_stamp() -> None:
    """Pages that are published anew keep the stamp of the first time."""
    found = claims_of(stamped("2012-09-12T16:45:28Z"), "<p>8 September 2021</p>")
    assert found == [("published", "2021-09-08", False), ("created", "2012-09-12T16:45:28", True)]


def test_the_stamp_of_the_same_day_gives_the_shown_day_its_moment() -> None:
    head = stamped("2012-09-12T16:45:28Z", "2021-09-08T18:02:10Z")
    article = article_of(page(head, f"<h1>Eels</h1><p>8 September 2021</p>{STORY}"), URL)
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2021-09-08T18:02:10+00:00"


def test_a_days_difference_is_a_zones_and_the_stamp_stands() -> None:
    found = claims_of(stamped("2021-06-30T23:30:00Z"), "<p>July 1, 2021</p>")
    assert found[0] == ("published", "2021-06-30T23:30:00", True)


def test_a_day_of_change_is_never_a_day_of_publication() -> None:
    assert claims_of("", "<p>Updated: 5 May 2022</p>") == [("modified", "2022-05-05", False)]
    found = claims_of(stamped("2020-01-01T10:00:00Z"), "<p>Last updated on 5 May 2022</p>")
    assert found[0] == ("published", "2020-01-01T10:00:00", True)


def test_every_statement_says_by_which_rule() -> None:
    article = article_of(page(stamped("2020-01-01T10:00:00Z"), f"<h1>Eels</h1>{STORY}"), URL)
    assert rules_of(article, "date_claims.0") == ["meta_date"]


@pytest.mark.parametrize(
    ("line", "language", "day"),
    [
        ("Tuesday, March 9, 2021 at 9 am", "en", "2021-03-09"),
        ("9. März 2021", "de", "2021-03-09"),
        ("le 1er août 2021 à 8h", "fr", "2021-08-01"),
        ("9 de marzo de 2021", "es", "2021-03-09"),
        ("9 março 2021", "pt", "2021-03-09"),
        ("9 марта 2021 г.", "ru", "2021-03-09"),
        ("2021年3月9日(火)", "ja", "2021-03-09"),
        ("2021년 3월 9일", "ko", "2021-03-09"),
        ("22 Tháng Tám, 2023", "vi", "2023-08-22"),
        ("09.03.2021 08:15", "de", "2021-03-09"),
        ("03/09/2021", "en-US", "2021-03-09"),
        ("09/03/2021", "en-GB", "2021-03-09"),
        ("2021/03/09", None, "2021-03-09"),
        ("04-ago-2021", "es", "2021-08-04"),
        ("12 listopada 2021", "pl", "2021-11-12"),
        ("12. listopada 2021.", "hr", "2021-10-12"),
        ("2021. március 9.", "hu", "2021-03-09"),
        ("9Mar2021", "en", "2021-03-09"),
        ("İSTANBUL, 9 MART 2021", "tr", "2021-03-09"),
    ],
)
def test_days_are_read_in_the_languages_that_they_are_written_in(
    line: str, language: str | None, day: str
) -> None:
    assert [found.day for found in days_in(line, language)] == [day]


def test_a_day_stands_where_the_line_has_it() -> None:
    line = "İZMİR, 9 MART 2021, İSTANBUL"
    (found,) = days_in(line, "tr")
    assert line[found.start : found.end] == "9 MART 2021"


@pytest.mark.parametrize(
    "line", ["31 February 2021", "version 2021.13.45", "call 555 0142", "1984", "May 2021"]
)
def test_what_is_no_day_is_none(line: str) -> None:
    assert list(days_in(line, "en")) == []
