"""A text with its blocks, tokens and sentences: worked out once, taken by every part."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from schemas.article import Block, BlockKind
from schemas.base import Span
from workers.domain.enrichment.sentences import sentence_ends
from workers.domain.enrichment.tokens import tokenise

_BLANK_LINE: Final = re.compile(r"\n\n++")


class TextBlock(NamedTuple):
    """One block of the text, in code points and in tokens."""

    kind: BlockKind
    start_char: int
    end_char: int
    first_token: int
    end_token: int
    """The token after its last one."""


class Sentence(NamedTuple):
    """One sentence, in code points and in tokens. It never crosses a block."""

    start_char: int
    end_char: int
    first_token: int
    end_token: int
    """The token after its last one."""
    block: int
    """Its block's place in `blocks`."""
    kind: BlockKind
    """Its block's kind: a heading is no sentence to quote, a caption none to sum up by."""


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedText:
    """A text cut into blocks, sentences and tokens. Lists are shared: read them, never change them.

    `words`, `lowered`, `starts` and `ends` have one place for each token. See `tokenise` for what a
    token is: a run of line breaks is one, so that neighbours in the lists are neighbours in a line.
    """

    text: str
    words: list[str]
    """The tokens as written."""
    lowered: list[str]
    """The tokens in small letters."""
    starts: list[int]
    """The first code point of each token."""
    ends: list[int]
    """The code point after the last one of each."""
    blocks: tuple[TextBlock, ...]
    sentences: tuple[Sentence, ...]

    def token_at(self, char: int) -> int:
        """The first token that ends behind a code point; the number of tokens where none does."""
        return bisect_right(self.ends, char)

    def span(self, first_token: int, end_token: int) -> Span:
        """The stretch from one token to the one before another."""
        return self.span_of(self.starts[first_token], self.ends[end_token - 1])

    def span_of(self, start_char: int, end_char: int) -> Span:
        """The stretch from one code point to the one before another."""
        words = self.text[start_char:end_char]
        return Span(start_char=start_char, end_char=end_char, text=words)

    def sentence_at(self, token: int) -> Sentence | None:
        """The sentence that holds a token; None for a line break between blocks."""
        place = bisect_right(self.sentences, token, key=_first_token) - 1
        if place < 0 or token >= self.sentences[place].end_token:
            return None
        return self.sentences[place]


def _first_token(sentence: Sentence) -> int:
    return sentence.first_token


def analyse(text: str, blocks: Iterable[Block] = ()) -> AnalysedText:
    """The text in blocks, sentences and tokens; without `blocks`, each paragraph is one.

    Blocks are those of an article: in order, inside the text, none in another.
    """
    tokens = tokenise(text)
    placed = [(block.kind, block.start_char, block.end_char) for block in blocks]
    found: list[TextBlock] = []
    sentences: list[Sentence] = []
    for kind, start_char, end_char in placed or _paragraphs(text):
        first = bisect_left(tokens.starts, start_char)
        end = bisect_left(tokens.starts, end_char, lo=first)
        if first == end:
            found.append(TextBlock(kind, start_char, end_char, first, end))
            continue
        at = first
        for after in sentence_ends(text, tokens, first, end):
            last = after
            while last > at and tokens.words[last - 1][0] == "\n":
                last -= 1
            if last > at:
                place = (tokens.starts[at], tokens.ends[last - 1], at, last)
                sentences.append(Sentence(*place, len(found), kind))
            at = after
        found.append(TextBlock(kind, start_char, end_char, first, end))
    return AnalysedText(
        text=text,
        words=tokens.words,
        lowered=list(map(str.lower, tokens.words)),
        starts=tokens.starts,
        ends=tokens.ends,
        blocks=tuple(found),
        sentences=tuple(sentences),
    )


def _paragraphs(text: str) -> list[tuple[BlockKind, int, int]]:
    paragraphs: list[tuple[BlockKind, int, int]] = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        if gap.start() > start:
            paragraphs.append(("paragraph", start, gap.start()))
        start = gap.end()
    if start < len(text):
        paragraphs.append(("paragraph", start, len(text)))
    return paragraphs
