"""A text cut into words and signs, each with its place: once, for every part of enrichment."""

import re
import unicodedata
from itertools import accumulate, compress
from typing import Final, NamedTuple

from workers.domain.enrichment.abbreviations import ABBREVIATION

_MARKS: Final = "".join(
    chr(code) for code in range(0x0300, 0xFE30) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
"""Vowel signs and accents that stand behind their letter: Hindi words are half made of them."""
_JOINERS: Final = "\u200c\u200d"
_SIGNS: Final = (
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
"""Chinese characters and kana: written without spaces, a run of them is one token."""

# The first six pieces are short cuts: they take 4 in 5 pieces of English text, and only what the
# later ones would take just so. Possessive (`++`), because a word of 5 MB must not be read twice.
_PIECE: Final = re.compile(
    r" |[a-z]++(?=[ ,\n])|,|\n++|[A-Z][a-z]++(?=[ ,\n])|\.(?=[ \n])"
    r"|(?:https?://|www\.)[^\s<>“”\"»]*[^\s<>“”\"».,;:!?)…]"
    r"|[@#](?=[^\W_])\w++"
    rf"|{ABBREVIATION}"
    r"|(?:[^\W\d_]\.){2,}+(?:[A-Z](?![\w.]))?+"  # U.S., p.m., U.S.A
    r"|[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]\.(?=\s?[^\W\d_])"  # the J. of J. Smith
    r"|[RDI](?=-[A-Z][a-z.])"  # R-Ohio, D-N.Y.: a party and a state
    r"|[’'][sS](?![^\W_])"
    r"|\d++(?:[.,:]\d++)++"
    rf"|[{_SIGNS}]++"
    # a word: hyphens, full stops and apostrophes join what they stand between, but for an 's
    rf"|[^\W_{_SIGNS}]++(?:[{_MARKS}{_JOINERS}]++[^\W_{_SIGNS}]*+)*+"
    rf"(?:(?:[-&‐‑](?=[^\W_])|\.(?=[a-zß-ÿ])|[’'](?![sS](?![^\W_]))(?=[^\W\d_]))"
    rf"[^\W_{_SIGNS}]++(?:[{_MARKS}{_JOINERS}]++[^\W_{_SIGNS}]*+)*+)*+"
    r"|``|''|-{2,}+|\.{2,}+|\s|[^\s\w]|_++"
)
_WHITE: Final = frozenset(
    " \t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060"
    "\u2066\u2067\u2068\u2069\u3000\ufeff"
)


class Tokens(NamedTuple):
    """The tokens of a text, one place in all three lists for each.

    White space is no token, but a run of line breaks is one: no name, quotation or phrase crosses
    it unawares, and its first character is one.
    """

    words: list[str]
    """The tokens as written."""
    starts: list[int]
    """The first code point of each."""
    ends: list[int]
    """The code point after its last one."""


def tokenise(text: str) -> Tokens:
    """The words and signs of a text, in order.

    A word is letters and figures with what joins them: `Jean-Luc`, `don't`, `AT&T`, `example.com`,
    `3,250.5`. Abbreviations keep their full stop (`Mr.`, `U.S.`, `p.m.`, the `J.` of `J. Smith`);
    `'s` is a token of its own, and so are addresses, `@handles` and `#tags`. Any other sign is a
    token by itself, but `--`, `...`, `''` and two backticks are one. Chinese and Japanese are cut
    where script or sign changes, not into words; nor are Thai, Lao, Khmer and Burmese.

    Time is linear in the length of the text, about a million tokens a second.
    """
    # the pieces cover the text, so their lengths give the places without an object for each
    pieces = _PIECE.findall(text)
    places = list(accumulate(map(len, pieces), initial=0))
    kept = [piece not in _WHITE for piece in pieces]
    words = list(compress(pieces, kept))
    starts = list(compress(places, kept))
    del places[0]
    return Tokens(words, starts, list(compress(places, kept)))
