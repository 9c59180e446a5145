"""Quotation marks, paired within a block."""

from typing import Final, NamedTuple

from workers.domain.enrichment.analysed_text import AnalysedText, TextBlock

FEWEST_OPEN: Final = 20
"""Characters behind a mark that nothing closes from which it opens a quotation that goes on in the
next paragraph: a stray mark, or the inches of a screen, has less text behind it."""
FEWEST_CURLY: Final = 10
"""The same behind a mark that can only open."""

_CLOSERS: Final = {
    "“": ("”",), "„": ("“", "”", "„"), "”": ("”",), "«": ("»",), "»": ("«", "»"), "‹": ("›",),
    "「": ("」",), "『": ("』",), '"': ('"',), "''": ("''",), "``": ("''", "``"), "‘": ("’",),
}  # fmt: skip
"""What closes each opening mark. Swedish opens and closes with the same, German with another's."""
MARKS: Final = frozenset(_CLOSERS) | {"」", "』", "›", "’"}
_ALWAYS_OPEN: Final = frozenset("“„「『‹")
_STRAIGHT: Final = frozenset(('"', "''", "``"))
_CORNERS: Final = frozenset("「『")
_SINGLE: Final = frozenset("‘’")
_ENDING: Final = frozenset(".,!?…")


class Quotation(NamedTuple):
    """Words between two marks, in tokens and code points; the marks themselves are outside."""

    opening: int
    """The token that opens it."""
    closing: int
    """The token that closes it, or the token after the block where nothing does."""
    start_char: int
    end_char: int
    goes_on: bool
    """Nothing closes it: it goes on in the next block."""


def quotations(text: AnalysedText, block: TextBlock, marks: list[int]) -> list[Quotation]:
    """The outermost quotations of a block; `marks` are its tokens that are in `MARKS`."""
    words = text.words
    single = all(words[mark] in _SINGLE for mark in marks)
    found: list[Quotation] = []
    opening = -1
    nested = 0
    for mark in marks:
        word = words[mark]
        if word in _SINGLE and not single:
            continue
        kind = words[opening] if opening >= 0 else ""
        if kind in _CORNERS and word == kind:
            nested += 1
        elif kind and word in _CLOSERS[kind] and _closes(text, block, mark):
            if nested:
                nested -= 1
            else:
                found.append(_between(text, opening, mark))
                opening = -1
        elif _begins_anew(kind, word) and _opens(text, block, mark):
            opening, nested = mark, 0
    if opening >= 0 and words[opening] not in _SINGLE:
        start, end = text.ends[opening], text.ends[block.end_token - 1]
        if end - start >= (FEWEST_CURLY if words[opening] in _ALWAYS_OPEN else FEWEST_OPEN):
            found.append(Quotation(opening, block.end_token, start, end, goes_on=True))
    return found


def _begins_anew(kind: str, word: str) -> bool:
    """Whether a mark may open where `kind` is open, or nothing: the one before was left open."""
    return not kind or (word == kind == "“") or (word in _STRAIGHT and word in _CLOSERS[kind])


def _between(text: AnalysedText, opening: int, closing: int) -> Quotation:
    start, end = text.ends[opening], text.starts[closing]
    inner = text.text[start:end]
    start += len(inner) - len(inner.lstrip())  # « French marks stand apart »
    end = max(start, end - (len(inner) - len(inner.rstrip())))
    return Quotation(opening, closing, start, end, goes_on=False)


def _opens(text: AnalysedText, block: TextBlock, mark: int) -> bool:
    word = text.words[mark]
    before, after = _beside(text, block, mark)
    if word in _ALWAYS_OPEN:
        return True
    if word in "«»":
        return not after.isspace() or word == "«"
    if word == "‘":
        return not after.isspace() and not before.isalnum()
    if word in "」』›’":
        return False
    return not after.isspace() and not before.isalnum() and before not in _ENDING


def _closes(text: AnalysedText, block: TextBlock, mark: int) -> bool:
    word = text.words[mark]
    before, after = _beside(text, block, mark)
    if word == "’":
        return not after.isalnum() and (before in _ENDING or not before.isspace())
    if word in _STRAIGHT:
        return not (before.isspace() and not after.isspace() and after not in ".,;:!?")
    return True


def _beside(text: AnalysedText, block: TextBlock, mark: int) -> tuple[str, str]:
    start, end = text.starts[mark], text.ends[mark]
    before = text.text[start - 1] if start > block.start_char else " "
    after = text.text[end] if end < block.end_char else " "
    return before, after
