import pytest

from workers.domain.cleaning.read_on import without_read_on


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The eels came up […]", "The eels came up"),
        ("The eels came up [...]", "The eels came up"),
        ("The eels came up … Continue reading “The eels are back”", "The eels came up"),
        ("The eels came up… Read more »", "The eels came up"),
        ("Continue reading →", ""),
        ("Read more…", ""),
        ("Lire la suite", ""),
        ("続きを読む", ""),
    ],
)
def test_words_that_lead_on_are_cut_off(text: str, left: str) -> None:
    assert without_read_on(text) == (left, True)


@pytest.mark.parametrize(
    "text",
    [
        "She told the children to continue reading.",
        "Read more: Eels of the north",
        "He trailed off…",
        "I would like to read more",
        "The list is long: a, b, […] and z.",
    ],
)
def test_words_of_the_text_stay(text: str) -> None:
    assert without_read_on(text) == (text, False)
