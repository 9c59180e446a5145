"""Phrases of texts without spaces between words: signs that come again together."""

from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.terms import MOST_TOKENS, is_dense

_SIZES: Final = (6, 5, 4, 3, 2)
_FEWEST: Final = 2
_MOST_SIGNS: Final = 20_000
_HIRAGANA: Final = range(0x3040, 0x30A0)
_FUNCTION: Final = frozenset(
    "的了是在和与及对将已被为有也而且或于从到这那其并我他她它们不就都要会能可说表示"
)


def dense_phrases(text: AnalysedText, most: int) -> list[str]:
    """At most `most` runs of two to six signs that stand at least twice in the text.

    Kana of grammar and the commonest Chinese signs end a run. Longer runs go before their parts.
    """
    if text.text.isascii():
        return []
    runs: list[str] = []
    signs = 0
    for word in text.words[:MOST_TOKENS]:
        if is_dense(word) and signs < _MOST_SIGNS:
            runs += _pieces(word)
            signs += len(word)
    counts: dict[str, int] = {}
    for run in runs:
        for size in _SIZES:
            for start in range(len(run) - size + 1):
                piece = run[start : start + size]
                counts[piece] = counts.get(piece, 0) + 1
    ranked = sorted(
        (piece for piece, count in counts.items() if count >= _FEWEST),
        key=lambda piece: (-counts[piece] * (len(piece) - 0.5), piece),
    )
    chosen: list[str] = []
    for piece in ranked:
        if len(chosen) == most:
            break
        if not any(piece in other or other in piece or _meets(piece, other) for other in chosen):
            chosen.append(piece)
    return chosen


def _pieces(word: str) -> list[str]:
    found, piece = [], ""
    for sign in word:
        if ord(sign) in _HIRAGANA or sign in _FUNCTION:
            found.append(piece)
            piece = ""
        else:
            piece += sign
    return [piece for piece in (*found, piece) if len(piece) > 1]


def _meets(one: str, other: str) -> bool:
    """Whether the one ends as the other begins: two halves of a longer run."""
    return any(
        one.endswith(other[:size]) or other.endswith(one[:size])
        for size in range(2, min(len(one), len(other)))
    )
