"""What the words between two marks look like: a sentence, a fragment, or a title."""

from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.quotes.marks import Quotation

_ENDINGS: Final = frozenset(",.!?…—-’'。！？、")
_OPENING: Final = frozenset("[‘'…(")
FEWEST_WORDS: Final = 3
"""Words of a quotation that stands by itself."""
_LONGEST_TITLE: Final = 7


def is_whole(text: AnalysedText, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence or clause of its own: a capital, and an end."""
    words = text.text[quotation.start_char : quotation.end_char]
    if len(words) < FEWEST_WORDS:
        return False
    first, last = words[0], words[-1]
    begins = first in _OPENING or (first.isalpha() and not first.islower())
    count = quotation.closing - quotation.opening - 1
    ends = last in _ENDINGS or quotation.goes_on
    return begins and ends and count >= FEWEST_WORDS + (last in _ENDINGS)


def is_label(text: AnalysedText, quotation: Quotation) -> bool:
    """Whether it looks like a title: few words, the long ones with capitals, no end."""
    words = text.text[quotation.start_char : quotation.start_char + 120].split()
    inside = quotation.closing - quotation.opening
    if inside > 2 * _LONGEST_TITLE or len(words) > _LONGEST_TITLE:
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return capitals >= 2 and all(word[:1].isupper() or len(word) < 5 for word in words)
