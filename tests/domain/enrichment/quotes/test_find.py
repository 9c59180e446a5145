import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.enriched_article import DetectedLanguage
from tests.domain.enrichment.quotes.probes import quoted
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.quotes.find import find_quotes


def test_a_quote_has_its_words_span_speaker_and_verb() -> None:
    text = "“The bridge will open in May,” Mayor Marta Olsen told reporters."
    (quote,) = quoted(text)
    assert text[quote.start_char : quote.end_char] == quote.text == "The bridge will open in May,"
    assert (quote.speaker, quote.cue, quote.kind) == ("Marta Olsen", "told", "direct")
    assert quote.speaker_as_written == "Mayor Marta Olsen"


def test_a_fragment_in_the_reporters_sentence_is_mixed() -> None:
    (quote,) = quoted("Marta Olsen called the plan “an insult to every fisherman”.")
    assert (quote.kind, quote.cue) == ("mixed", "called")


def test_a_pronoun_means_who_may_be_meant_by_it() -> None:
    met = "Marta Olsen met Peter Grau in Tarn."
    (his,) = quoted(f"{met} “We have waited long enough,” he said.")
    (hers,) = quoted(f"{met} “We have waited long enough,” she said.")
    assert (his.speaker, his.speaker_as_written) == ("Peter Grau", "he")
    assert (hers.speaker, hers.speaker_as_written) == ("Marta Olsen", "she")


def test_a_description_means_the_one_person_who_was_given_it() -> None:
    text = "President Ivo Lens spoke in Tarn. “The talks were good and open,” the president said."
    (quote,) = quoted(text)
    assert (quote.speaker, quote.speaker_as_written) == ("Ivo Lens", "the president")


def test_a_description_of_nobody_stays_as_it_is_written() -> None:
    (quote,) = quoted("“We lost everything we had,” a resident said.")
    assert quote.speaker == quote.speaker_as_written == "a resident"


@pytest.mark.parametrize(
    "behind",
    [
        "the state news agency reported.",
        "Reuters reported.",
        "according to the Associated Press.",
        "the Guardian reported, citing officials.",
    ],
)
def test_an_outlet_that_passes_words_on_is_not_the_speaker(behind: str) -> None:
    for quote in quoted(f"“The ships will sail on Sunday,” {behind}"):
        assert quote.speaker is None


def test_who_is_quoted_by_an_outlet_is_the_speaker() -> None:
    (quote,) = quoted("“The ships will sail,” Reuters quoted Marta Olsen as saying.")
    assert quote.speaker == "Marta Olsen"


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    text = "“It began with a leak,” said Anna Weiss. “We told them.\n\n“Then the wall came down.”"
    assert [quote.speaker for quote in quoted(text)] == ["Anna Weiss"] * 3


def test_a_text_without_marks_has_no_quotes() -> None:
    assert quoted("Marta Olsen said that the bridge will open in May.") == ()


_PIECES = st.sampled_from(
    [
        *'“”«»「」‘’„",.:()—',
        "''",
        "said",
        "called",
        "according to",
        "who",
        "’s",
        "he",
        "the",
        "Ann Lee",
        "We will go now.",
        "\n\n",
        " ",
    ],
)


@given(st.lists(_PIECES | st.text(max_size=4), max_size=40).map(" ".join))
def test_quotes_lie_in_the_text_in_order_and_apart(text: str) -> None:
    for code in ("en", "fr", "xx"):
        language = DetectedLanguage(code=code, script="Latn", confidence=0.99)
        found = find_quotes(analyse(text), (), language)
        assert found == find_quotes(analyse(text), (), language)
        end = 0
        for quote in found:
            assert end <= quote.start_char < quote.end_char <= len(text)
            assert quote.text == text[quote.start_char : quote.end_char]
            assert (quote.speaker is None) == (quote.speaker_as_written is None)
            if quote.speaker_as_written is not None:
                assert quote.speaker_as_written in text
            end = quote.end_char


HOSTILE = {
    "marks": "“",
    "straight marks": '"',
    "pairs": "“a” ",
    "corners": "「",
    "attributions": "“We go now,” said Ann Lee, ",
    "one sentence without end": "“a b c” Ann Lee, the head of the union of bakers ",
    "appositions": "Moss, who ",
    "paragraphs": "“We will go there now.”\n\n",
    "capitals": "“WE GO NOW,” SAID ANN LEE. ",
    "right to left": "«نحن ذاهبون الآن»، قال أحمد. ",
    "no spaces": "“wego”said",
    "presidents": "“We will go,” the president said. President Ann Lee left. ",
}


def _seconds(text: str) -> float:
    analysed = analyse(text)
    began = time.process_time()
    find_quotes(analysed)
    return time.process_time() - began


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    small = min(_seconds(piece * 500) for _ in range(3))
    large = min(_seconds(piece * 2_000) for _ in range(2))
    assert large < 4 * 3 * max(small, 0.002)  # four times the text; three for a busy machine


def test_two_hundred_thousand_marks_and_a_word_of_five_megabytes() -> None:
    assert _seconds("“a” " * 100_000) < 4
    assert _seconds("a" * 5_000_000) < 1
    assert find_quotes(analyse('"' * 200_000)) == ()
