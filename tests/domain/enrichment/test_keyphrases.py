"""Tests of `workers.domain.enrichment.keyphrases` and the terms behind them."""

import time

import pytest

from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.keyphrases import MOST_PHRASES, find_keyphrases
from workers.domain.enrichment.terms import weigh

EELS = (
    "The eel ban in the Fen River was lifted on Monday. Fishermen had fought the eel ban for"
    " years, and the harbour council of Reedmouth, which wrote the eel ban, said that stocks had"
    " grown.\n\nThe Fen River has the largest eel stocks in the country. The harbour council will"
    " meet again in May, and fishermen hope for longer seasons."
)


def phrases(text: str, title: str | None = None, language: str = "en") -> tuple[str, ...]:
    analysed = analyse(text)
    return find_keyphrases(analysed, weigh(analysed, title, language))


def test_what_a_text_keeps_coming_back_to_is_named_first() -> None:
    assert set(phrases(EELS)[:4]) & {"eel ban", "Fen River"} == {"eel ban", "Fen River"}


def test_no_phrase_holds_another() -> None:
    found = [frozenset(phrase.lower().split()) for phrase in phrases(EELS)]
    assert not any(one < other for one in found for other in found)


def test_each_phrase_stands_in_the_text_as_it_is_written() -> None:
    for phrase in phrases(EELS):
        assert phrase in EELS or phrase.capitalize() in EELS


def test_words_of_the_title_weigh_more() -> None:
    text = "Reeds grow. Reeds bend. Eels swim. Eels turn."
    assert phrases(text, "On eels")[0].lower() == "eels"
    assert phrases(text, "On reeds")[0].lower() == "reeds"


def test_common_words_are_no_phrases_in_any_language() -> None:
    text = "Der Aal und der Fluss. Der Aal ist wieder da, und der Fluss auch."
    assert {phrase.lower() for phrase in phrases(text, language="de")} == {"aal", "fluss"}


def test_a_text_without_spaces_has_phrases() -> None:
    assert "鳗鱼价格" in phrases("鳗鱼价格上涨。渔民说鳗鱼价格已经翻倍。", language="zh")


def test_there_are_never_more_than_a_reader_takes_in() -> None:
    text = " ".join(f"Name{letter} met Name{letter}." for letter in "abcdefghijklmnop")
    assert len(phrases(text)) <= MOST_PHRASES


@pytest.mark.parametrize("text", ["", "12 34 56", "…", "!!!\n\n!!!", "\U0001f41f" * 40])
def test_nothing_is_made_up(text: str) -> None:
    assert phrases(text) == ()


@pytest.mark.parametrize(
    "unit", ["eel ", "Eel Fen ", "鳗鱼价格", "eel, ", "x", "a.\n\n", "Aa Bb Cc. "]
)
def test_hostile_texts_take_time_in_step_with_their_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = analyse(unit * (size // len(unit)))
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            find_keyphrases(text, weigh(text, None, "en"))
            best = min(best, time.process_time() - began)
        return best

    short, long = seconds(20_000), seconds(80_000)
    assert long < 12 * short + 0.05
