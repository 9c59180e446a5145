import pytest

from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.quotes.marks import MARKS, quotations


def between_marks(text: str) -> list[str]:
    analysed = analyse(text)
    (block,) = analysed.blocks
    marks = [place for place, word in enumerate(analysed.words) if word in MARKS]
    return [
        text[quotation.start_char : quotation.end_char]
        for quotation in quotations(analysed, block, marks)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "She said “the eels are back” today.",
        'She said "the eels are back" today.',
        "She said ''the eels are back'' today.",
        "She said ``the eels are back'' today.",
        "Sie sagte „the eels are back“ heute.",
        "Elle a dit « the eels are back » hier.",
        "Sie sagte »the eels are back« heute.",
        "Hon sade ”the eels are back” i dag.",
        "She said ‘the eels are back’ today.",
        "彼女は「the eels are back」と言った。",
    ],
)
def test_the_words_inside_the_marks_of_many_languages(text: str) -> None:
    assert between_marks(text) == ["the eels are back"]


def test_a_quotation_within_a_quotation_is_part_of_it() -> None:
    assert between_marks("“He said ‘go home’ to us,” she said.") == ["He said ‘go home’ to us,"]
    assert between_marks("「彼は「行け」と言った」と話した。") == ["彼は「行け」と言った"]


def test_two_quotations_in_one_sentence_are_two() -> None:
    assert between_marks("“We go,” she said, “and stay.”") == ["We go,", "and stay."]


def test_inches_and_apostrophes_open_nothing() -> None:
    assert between_marks('A 24" screen beside a 27" one.') == []
    assert between_marks("The workers’ choice, and the boss’s.") == []


def test_what_nothing_closes_goes_on_to_the_end_of_the_paragraph() -> None:
    assert between_marks("“We waited for a very long time.") == ["We waited for a very long time."]
    assert between_marks("Stray “ mark.") == []
