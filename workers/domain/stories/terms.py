"""The terms of a text: what it is about, before anything is known of other articles."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.tokens import tokenise
from workers.domain.stories.dense_scripts import dense_terms, is_dense
from workers.domain.stories.month_days import month_days_of
from workers.domain.stories.spellings import DIGIT_SIGNS, spelling_of

MAX_CHARS: Final = 6_000
"""What comes later is background: reading on changed no score, and costs its time."""
LEDE_WORDS: Final = 60
"""The first words of the text, which say what happened."""
MAX_TERMS: Final = 400
"""No article needs more: the filed ones keep 80."""


_BEFORE_SENTENCES: Final = frozenset('.!?:“”"\n।؟')
"""What may stand before a sentence, whose first capital tells no name."""


@dataclass(frozen=True, slots=True)
class TextTerms:
    """What a text is about."""

    groups: tuple[tuple[str, ...], ...]
    """Names of title and lede, other names, other words of title and lede, other words."""
    counts: dict[str, int]
    """How much the text speaks of each: mentions, those in title and lede counted up."""
    month_days: tuple[int, ...]
    """Days that it names as month * 100 + day, ascending."""
    word_count: int
    has_case: bool
    """Whether any capital was seen that could tell a name."""


def terms_of(title: str, text: AnalysedText, language_code: str) -> TextTerms:
    """The terms of a text in any language with words; for dense scripts, runs of characters."""
    begin = text.text[:MAX_CHARS]
    title = title[:MAX_CHARS]
    reading = _Reading()
    if is_dense(begin or title):
        _read_dense(reading, title, begin)
    else:
        words = text.words[: bisect_left(text.starts, MAX_CHARS)]
        _read_words(reading, tokenise(title).words, words, language_code)
    return TextTerms(
        groups=reading.groups(),
        counts=reading.counts,
        month_days=month_days_of(f"{title}\n{begin}"),
        word_count=reading.words,
        has_case=reading.has_case,
    )


class _Reading:
    """A text while it is read."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.head: set[str] = set()
        self.names: set[str] = set()
        self.words = 0
        self.has_case = False

    def add(self, term: str, in_title: bool) -> None:
        """One more mention. A word of the title counts three times, one of the lede twice."""
        extra = 3 if in_title else 1
        if in_title or self.words <= LEDE_WORDS:
            self.head.add(term)
            extra = max(extra, 2)
        self.counts[term] = self.counts.get(term, 0) + extra

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The terms in their four groups, the most mentioned first."""
        ordered = sorted(self.counts, key=lambda term: (-self.counts[term], term))[:MAX_TERMS]
        groups: tuple[list[str], ...] = ([], [], [], [])
        for term in ordered:
            groups[(term not in self.names) * 2 + (term not in self.head)].append(term)
        return tuple(map(tuple, groups))


def _read_dense(reading: _Reading, title: str, text: str) -> None:
    for in_title, part in ((True, title), (False, text)):
        for term in dense_terms(part):
            reading.words += not in_title
            reading.add(term, in_title)
    reading.words = reading.words * 2 // 3  # two-character runs overlap


class _Words:
    """What is seen of capitals while words are read: a name only comes with one."""

    def __init__(self) -> None:
        self.inside: Counter[str] = Counter()
        """With a capital, and not at the beginning of a sentence."""
        self.small: Counter[str] = Counter()
        self.capital: set[str] = set()
        self.pairs: Counter[tuple[str, str]] = Counter()
        """Two with a capital, one behind the other."""

    def names(self) -> set[str]:
        """Words that come with a capital alone, or inside sentences more often than without."""
        small, inside = self.small, self.inside
        return {
            term
            for term in self.capital
            if not small[term] or (inside[term] and inside[term] >= small[term])
        }


def _read_words(
    reading: _Reading, title: Sequence[str], text: Sequence[str], language_code: str
) -> None:
    """Words as terms, and pairs of names."""
    seen = _Words()
    for in_title, part in ((True, title), (False, text)):
        _read_part(reading, seen, part, in_title, language_code)
    reading.has_case = bool(seen.capital)
    reading.names = seen.names()
    for (first, second), count in seen.pairs.items():
        if first in reading.names and second in reading.names:
            pair = intern(f"{first} {second}")
            reading.counts[pair] = reading.counts.get(pair, 0) + count
            reading.names.add(pair)


def _read_part(
    reading: _Reading, seen: _Words, part: Sequence[str], in_title: bool, language_code: str
) -> None:
    begins, before = True, ""
    for token in part:
        if not token[0].isalnum():
            if token[0] in _BEFORE_SENTENCES:
                begins, before = True, ""
            continue
        term, is_capital = spelling_of(token, language_code)
        reading.words += not in_title
        if term:
            reading.add(term, in_title)
            if is_capital:
                seen.capital.add(term)
                seen.inside[term] += not (in_title or begins)
                if before:
                    seen.pairs[before, term] += 1
            elif token[0] not in DIGIT_SIGNS:
                seen.small[term] += 1
            before = term if is_capital else ""
        elif not is_capital:
            before = ""
        begins = False
