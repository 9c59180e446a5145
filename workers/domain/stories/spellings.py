"""Words as they are compared: small, without their commonest endings, function words left out."""

from functools import cache, lru_cache
from importlib import resources
from sys import intern
from typing import Final

DIGIT_SIGNS: Final = frozenset("0123456789")

_STEM_CHARS: Final = {
    "ar": 6, "cs": 6, "de": 9, "es": 8, "fi": 6, "fr": 8, "he": 6, "hi": 6, "hu": 6, "it": 8,
    "pl": 6, "pt": 8, "ru": 6, "tr": 6, "uk": 6,
}  # fmt: skip
"""Words are cut to so many letters, which takes most endings; halves of the same documents met
best with these."""
_STEM_CHARS_ELSEWHERE: Final = 8
_ARABIC_PREFIXES: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "و")
_HEBREW_PREFIXES: Final = frozenset("הובלמשכ")


@lru_cache(maxsize=200_000)
def spelling_of(token: str, language_code: str) -> tuple[str, bool]:
    """The term that a word or number is, empty for function words; and whether it is a capital's.

    The same string object for the same term: the live stories hold it many times.
    """
    if token[0].isdecimal():
        number = token.replace(",", "")
        return ("" if number in ("0", "1") else intern(number)), False
    if "://" in token:
        return "", False
    word = token.lower().replace("’", "'")
    if word[-1] == ".":  # an abbreviation: Mr., U.S.
        word = word.replace(".", "")
    if language_code in ("fr", "it") and "'" in word[:5]:
        word = word.split("'", 1)[1]
    if len(word) < 2 or word in function_words(language_code):
        return "", token[0].isupper()
    return intern(_stem(word, language_code)), token[0].isupper()


def _stem(word: str, language_code: str) -> str:
    match language_code:
        case "en":
            if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
                return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
            return word
        case "ar":
            for prefix in _ARABIC_PREFIXES:
                if word.startswith(prefix) and len(word) - len(prefix) >= 3:
                    word = word.removeprefix(prefix)
                    break
        case "he" if len(word) > 4 and word[0] in _HEBREW_PREFIXES:
            word = word[1:]
    return word[: _STEM_CHARS.get(language_code, _STEM_CHARS_ELSEWHERE)]


@cache
def function_words(language_code: str) -> frozenset[str]:
    """Words of a language that say nothing of what a text is about; empty where we know none."""
    return _function_words().get(language_code, frozenset())


@cache
def _function_words() -> dict[str, frozenset[str]]:
    table = resources.files(__package__).joinpath("function_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {code: frozenset(words.split(" ")) for code, words in rows}
