"""Tests of `workers.domain.enrichment.summary`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import Block, BlockKind
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.summary import MOST_SENTENCES, find_summary
from workers.domain.enrichment.terms import weigh

LEAD = "The ban on eel fishing in the Fen River was lifted by the harbour council on Monday."
MORE = "Stocks of eel in the Fen River have grown by a third since the council wrote the ban."
LEANING = "He said so himself when they met at the quay in the small hours of the morning."
ASIDE = "Visitors who come for the market will find the old bakery open until six o'clock."


def summary(text: str, title: str | None = None) -> list[str]:
    analysed = analyse(text)
    return [span.text for span in find_summary(analysed, weigh(analysed, title, "en"))]


def test_the_first_whole_sentence_opens_it() -> None:
    assert summary(f"Reedmouth\n\n{LEAD} {LEANING} {MORE}")[0] == LEAD


def test_sentences_keep_their_order_and_their_words() -> None:
    text = f"{LEAD} {ASIDE} {LEANING}\n\n{MORE}"
    found = summary(text)
    assert len(found) == MOST_SENTENCES
    assert sorted(found, key=text.index) == found
    assert all(sentence in text for sentence in found)


def test_what_the_text_is_about_is_chosen_before_an_aside() -> None:
    text = " ".join([LEAD, ASIDE, *[LEANING] * 3, MORE])
    assert MORE in summary(text)


def test_the_same_thing_is_not_said_twice() -> None:
    assert summary(f"{LEAD} {LEAD} {MORE}").count(LEAD) == 1


@pytest.mark.parametrize(
    "text", ["", "Eels", "Eels are back", "12.5 13.5 14.5.", "What now?", "and then it was over."]
)
def test_what_has_no_whole_sentence_has_no_summary(text: str) -> None:
    assert summary(text) == []


def test_headings_captions_and_lists_are_left_out() -> None:
    parts = [LEAD, ASIDE, MORE]
    kinds: tuple[BlockKind, ...] = ("heading", "caption", "paragraph")
    text = "\n\n".join(parts)
    blocks = [
        Block(kind=kind, start_char=text.index(part), end_char=text.index(part) + len(part))
        for kind, part in zip(kinds, parts, strict=True)
    ]
    analysed = analyse(text, blocks)
    found = find_summary(analysed, weigh(analysed, None, "en"))
    assert [span.text for span in found] == [MORE]


@given(st.text(alphabet="Eel ban.!?“”\n漁價。aA1", max_size=300))
def test_every_span_shows_the_words_it_ships(text: str) -> None:
    analysed = analyse(text)
    for span in find_summary(analysed, weigh(analysed, None, "en")):
        assert text[span.start_char : span.end_char] == span.text
