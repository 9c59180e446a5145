"""Terms of scripts that put no spaces between words: runs of two or three characters."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_DENSE: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff]"
)
_SAMPLE: Final = 600
_SHARE: Final = 0.2
_RUN: Final = re.compile(
    "(?P<kana>[\u30a1-\u30fa\u30fc]+)|(?P<signs>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々]+)"
    "|(?P<hangul>[\uac00-\ud7af]+)|(?P<other>[\u0e00-\u0eff]+|[\u1000-\u109f]+|[\u1780-\u17ff]+)"
    r"|(?P<plain>[A-Za-z]{2,}|[0-9]+(?:[.,][0-9]+)*)"
)
_FUNCTION_SIGNS: Final = frozenset(
    "的了是在和也就都而及与與着著或个個们們这這那有不为為对對从從到把被将將于於之其以他她它我你说說"
)
"""Signs of Chinese grammar: a pair that holds one straddles two words."""


def is_dense(text: str) -> bool:
    """Whether a fifth of its first characters are of a script without spaces; Korean counts so."""
    sample = text[:_SAMPLE]
    return len(_DENSE.findall(sample)) > _SHARE * max(len(sample), 1)


def dense_terms(text: str) -> Iterator[str]:
    """The runs of characters that stand for words.

    Pairs of Chinese characters, katakana words whole, the first two and three syllables of Korean
    words, triples of Thai, Lao, Burmese and Khmer characters, Latin words and numbers whole.
    Hiragana, the script of Japanese grammar, is left out.
    """
    for found in _RUN.finditer(text):
        kind = found.lastgroup
        assert kind is not None
        yield from _pieces(kind, found.group())


def _pieces(kind: str, run: str) -> list[str]:
    match kind:
        case "signs":
            return [
                first + second
                for first, second in pairwise(run)
                if first not in _FUNCTION_SIGNS and second not in _FUNCTION_SIGNS
            ]
        case "hangul":
            return [run[:2], run[:3]] if len(run) > 2 else [run] * (len(run) == 2)
        case "other":
            return [run[start : start + 3] for start in range(len(run) - 2)]
        case _:
            return [run.lower()] * (len(run) > 1)
