"""What the words between two marks look like: a sentence, a fragment, or a title."""

from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.quotes.marks import Quotation
from workers.domain.enrichment.quotes.outer_words import OuterWords

_ENDINGS: Final = frozenset(",.!?…—-’'。！？、")
_OUTSIDE: Final = frozenset((",", ".", "!", "?"))
"""What stands behind the closing mark where a language, or Britain, ends a sentence there."""
_OPENING: Final = frozenset("[‘'…(")
FEWEST_WORDS: Final = 3
"""Words of a quotation that stands by itself."""
_LONGEST_TITLE: Final = 10
_WORKS: Final = frozenset(
    "book books novel memoir autobiography biography song album film movie documentary show series"
    " episode play poem essay column commentary article op-ed editorial headline painting titled"
    " entitled named nicknamed dubbed so-called program programme podcast bestseller magazine"
    " slogan motto hashtag term phrase word".split()
)
_BEFORE_WORKS: Final = frozenset("of in on at from to by ’s 's".split())
_ARTICLES: Final = frozenset("a an the this that its their his her".split())
_FRAGMENT: Final = 3


def is_whole(text: AnalysedText, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence or clause of its own: a capital, and an end."""
    words = text.text[quotation.start_char : quotation.end_char]
    if len(words) < FEWEST_WORDS:
        return False
    first, last = words[0], words[-1]
    begins = first in _OPENING or (first.isalpha() and not first.islower())
    count = quotation.closing - quotation.opening - 1
    behind = text.text[quotation.end_char : quotation.end_char + 3].lstrip(" \u00a0\u202f")[1:2]
    ends = last in _ENDINGS or quotation.goes_on or behind in _OUTSIDE
    return begins and ends and count >= FEWEST_WORDS + (last in _ENDINGS)


def is_label(text: AnalysedText, quotation: Quotation) -> bool:
    """Whether it looks like a title: few words, the long ones with capitals, no end."""
    if quotation.closing - quotation.opening > _LONGEST_TITLE + 6:
        return False
    words = text.text[quotation.start_char : quotation.end_char].split()
    if len(words) > _LONGEST_TITLE:
        return False
    capitals = sum(word[:1].isupper() for word in words)
    return capitals >= 2 and all(word[:1].isupper() or len(word) < 5 for word in words)


def begins_sentence(text: AnalysedText, quotation: Quotation) -> bool:
    """Whether a quotation begins as sentences do and is long enough to be one."""
    words = text.text[quotation.start_char : quotation.end_char]
    begins = words[:1] in _OPENING or (words[:1].isalpha() and not words[0].islower())
    return begins and quotation.closing - quotation.opening > FEWEST_WORDS


def names_work(outer: OuterWords, place: int, *, label: bool) -> bool:
    """Whether the words before a quotation say that it is a title or a word: `her book “…”`.

    What looks like a title is one behind a preposition or a year: `the author of “…”`.
    """
    at = place - 1
    if at >= 0 and outer.words[at] == ",":
        at -= 1
    if at < 0:
        return False
    low = outer.lowered[at]
    return low in _WORKS or (label and at == place - 1 and (low in _BEFORE_WORKS or low.isdigit()))


def is_adjective(quotation: Quotation, outer: OuterWords, place: int) -> bool:
    """Whether a few words stand before a noun as an adjective: `a “no limits” friendship`."""
    if quotation.closing - quotation.opening - 1 > _FRAGMENT or place == 0:
        return False
    after = outer.words[place + 1 : place + 2]
    return outer.lowered[place - 1] in _ARTICLES and bool(after) and after[0][:1].islower()
