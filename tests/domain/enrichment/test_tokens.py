import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.domain.enrichment.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Ode met J. R. Vale.", ["Mr.", "Ode", "met", "J.", "R.", "Vale", "."]),
        ("the U.S.-led talks", ["the", "U.S.", "-", "led", "talks"]),
        ("at 5 p.m., e.g. here", ["at", "5", "p.m.", ",", "e.g.", "here"]),
        ("Jean-Luc don't AT&T", ["Jean-Luc", "don't", "AT&T"]),
        ("Ode's and Vale’s eels'", ["Ode", "'s", "and", "Vale", "’s", "eels", "'"]),
        ("3,250.5 at 10:30, 1. x", ["3,250.5", "at", "10:30", ",", "1", ".", "x"]),
        ("harbour.example/a", ["harbour.example", "/", "a"]),
        ("see https://a.example/b?c=1.", ["see", "https://a.example/b?c=1", "."]),
        ("@ode_v #eels a_b", ["@ode_v", "#eels", "a", "_", "b"]),
        ("''Yes,'' -- no...", ["''", "Yes", ",", "''", "--", "no", "..."]),
        ("ended.The next", ["ended", ".", "The", "next"]),
        ("नमस्ते दुनिया।", ["नमस्ते", "दुनिया", "।"]),
        ("می\u200cخواهم رفت", ["می\u200cخواهم", "رفت"]),
        ("WHO表示，ウナギ3匹", ["WHO", "表示", "，", "ウナギ", "3", "匹"]),
        ("one\n\ntwo\nthree", ["one", "\n\n", "two", "\n", "three"]),
        ("a\u200b b\u00a0c", ["a", "b", "c"]),
        ("Miami, Fla. Ill. now", ["Miami", ",", "Fla.", "Ill", ".", "now"]),
        ("No. 5 but No.", ["No.", "5", "but", "No", "."]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_its_words_and_signs_are(text: str, words: list[str]) -> None:
    assert tokenise(text).words == words


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from(" .’'-&aAzsS1\néनि字"))))
def test_every_token_stands_where_it_says_and_nothing_but_white_space_is_left_out(
    text: str,
) -> None:
    tokens = tokenise(text)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    places = zip([0, *tokens.ends], [*tokens.starts, len(text)], strict=True)
    left_out = "".join(text[end:start] for end, start in places)
    assert not any(sign.isalnum() or sign in "\n.,!?" for sign in left_out)
    assert tokens.starts == sorted(tokens.starts)
