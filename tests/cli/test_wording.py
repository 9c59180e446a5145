"""Values in words, and nothing in them that a terminal would obey."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import Publisher
from tests.cli.invented import article
from workers.cli.raw_view import middle_cut
from workers.cli.wording import (
    date_words,
    instant,
    percent,
    plural,
    printable,
    publisher_words,
    short_provenance,
    shortened,
    size,
)


@given(st.text())
def test_what_is_printed_never_commands_a_terminal(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    assert "\u202e" not in shown  # would turn the rest of the line around


def test_letters_of_every_script_are_printed_as_they_are() -> None:
    text = "港が開く — ميناء، бухта 👩‍🚒"
    assert printable(text) == text


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_a_shortened_text_is_never_longer_than_asked(text: str, characters: int) -> None:
    assert len(shortened(text, characters)) <= characters


@given(st.text(), st.integers(min_value=12, max_value=50))
def test_a_text_cut_in_the_middle_is_never_longer_than_asked(text: str, characters: int) -> None:
    assert len(middle_cut(text, characters)) <= characters


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (48_200, "48 kB"), (3_000_000_000, "3.0 GB")],
)
def test_sizes_are_in_powers_of_ten(count: int, words: str) -> None:
    assert size(count) == words


def test_numbers_agree_with_their_nouns() -> None:
    assert (plural(1, "post"), plural(2_000, "post")) == ("1 post", "2,000 posts")
    assert percent(0.875) == "88 %"


def test_seconds_are_shown_where_there_are_any() -> None:
    assert instant(datetime(2026, 3, 1, 8, 30, tzinfo=UTC)) == "2026-03-01 08:30 UTC"
    assert instant(datetime(2026, 3, 1, 8, 30, 5, tzinfo=UTC)) == "2026-03-01 08:30:05 UTC"


def test_a_date_without_a_zone_says_why_it_is_no_instant() -> None:
    assert date_words(article().date_claims[1]) == (
        "2026-03-01 12:49 (zone unknown, so no instant)"
    )


def test_a_republished_text_names_both_publishers() -> None:
    assert short_provenance(article()) == "coast.example ← Harbour Gazette"
    assert short_provenance(article(origin=None)) == "coast.example"
    assert short_provenance(article(origin=None, publisher=None)) == "—"


def test_a_publisher_is_named_by_what_is_known() -> None:
    assert publisher_words(Publisher(name="Coast", domain="coast.example")) == (
        "Coast (coast.example)"
    )
    assert publisher_words(Publisher(name=None, domain="coast.example")) == "coast.example"
    assert publisher_words(None) == "publisher unknown"
