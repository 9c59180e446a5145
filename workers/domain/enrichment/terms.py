"""What the words of a text are worth: how much each tells of what the text is about."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText

MOST_TOKENS: Final = 20_000
"""A book's length: what an article is about is said long before."""
_TITLE: Final = 2.0
_EARLY: Final = 1.5
"""How much more a word of the title, and one of the first tenth, tells."""
_DENSE: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_HIRAGANA: Final = re.compile(r"[\u3040-\u309f]+")


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """A text's words by their weight. Lists run parallel to the text's tokens."""

    of_tokens: list[str | None]
    """Each token's term: its plain form; None where it tells nothing."""
    weights: dict[str, float]


@cache
def common_words(language: str) -> frozenset[str]:
    """The words of a language that tell nothing; English ones too, for every text quotes some."""
    return _tables().get(language, frozenset()) | _tables()["en"]


@cache
def _tables() -> dict[str, frozenset[str]]:
    folder = resources.files(__package__).joinpath("data", "common_words.tsv")
    lines = folder.read_text("utf-8").splitlines()
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row[0]: frozenset(row[1].split()) for row in rows if not row[0].startswith("#")}


def weigh(text: AnalysedText, title: str | None, language: str) -> Terms:
    """The text's terms. Weight grows with the root of the count, and for the title and the lead."""
    common = common_words(language)
    lowered = text.lowered[:MOST_TOKENS]
    of_tokens: list[str | None] = [_term(word, common) for word in lowered]
    counts: dict[str, int] = {}
    first: dict[str, int] = {}
    for place, term in enumerate(of_tokens):
        if term is not None:
            counts[term] = counts.get(term, 0) + 1
            first.setdefault(term, place)
    titled = {_term(word, common) for word in _words(title)} if title else set()
    early = max(30, len(lowered) // 10)
    weights = {
        term: count**0.5
        * (_TITLE if term in titled else 1.0)
        * (_EARLY if first[term] < early else 1.0)
        for term, count in counts.items()
    }
    return Terms(of_tokens, weights)


def is_dense(word: str) -> bool:
    """Whether a token is a run of a script that puts no spaces between words."""
    return not word.isascii() and _DENSE.match(word) is not None


def _term(word: str, common: frozenset[str]) -> str | None:
    if not word[0].isalpha() or word in common:
        return None
    if len(word) < 3:
        return word if is_dense(word) and not _HIRAGANA.fullmatch(word) else None
    if word.isascii() and word.endswith("s") and len(word) > 4 and not word.endswith("ss"):
        return word[:-1]
    return None if not word.isascii() and _HIRAGANA.fullmatch(word) else word


def _words(text: str) -> Sequence[str]:
    return re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", text.lower())
