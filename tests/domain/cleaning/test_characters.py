import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workers.domain.cleaning.characters import tidy, tidy_code, tidy_line

odd_text = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \t\n\r\x0b\x0c\x1c\x85\xa0\u2028\u3000\u200b\ufeff\xad\x00a“é中😀"),
        st.characters(),
    )
)


def test_the_joiners_that_persian_hindi_and_emoji_need_stay() -> None:
    text = "می‌خواهم 👩‍🚒"
    assert tidy_line(text) == text


def test_a_hidden_character_between_spaces_leaves_one_space() -> None:
    assert tidy_line("a \u200b b") == "a b"


def test_code_keeps_its_indentation_and_loses_its_blank_lines() -> None:
    assert tidy_code("if a:\n\n    b\xa0= 1  \r\n") == "if a:\n    b = 1"


@given(odd_text)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert tidy_line(tidy_line(text)) == tidy_line(text)
    assert tidy_code(tidy_code(text)) == tidy_code(text)


@given(odd_text)
def test_a_tidy_text_has_no_blank_line_and_no_odd_space(text: str) -> None:
    for tidied in (tidy(text), tidy_code(text)):
        assert all(line.strip() for line in tidied.split("\n")) or not tidied
        assert len(tidied.splitlines()) == len(tidied.split("\n")) or not tidied
    assert not any(unicodedata.category(sign) == "Zs" and sign != " " for sign in tidy(text))


@given(odd_text)
def test_tidying_takes_nothing_that_can_be_read(text: str) -> None:
    assert [sign for sign in tidy(text) if sign.isalnum()] == [
        sign for sign in text if sign.isalnum()
    ]
