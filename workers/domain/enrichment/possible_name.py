"""A stretch of a sentence that may name an outlet."""

import re
from typing import Final, NamedTuple

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.provenance.outlets import Outlet

_ELIDED: Final = re.compile(r"(?:dell|nell|dall|all|sull|l|d)[’'](?=[A-ZÀ-Þ])")
_JOINED: Final = re.compile(r"(?<=\w)[’'][a-zıüöşğç]{1,4}$")
"""A case of Turkish, or an English genitive that is no token of its own."""


class SourceName(NamedTuple):
    """A stretch of tokens that may name an outlet."""

    first: int
    end: int
    name: str
    outlet: Outlet | None
    sure: bool
    """Whether the name alone tells that it is an outlet's: it is known and no word, or looks it."""
    article: bool
    """Whether it is an unknown name with an article of its own: `Der Reiher`."""
    start_char: int
    end_char: int
    """Narrower than the tokens where an article is elided, or a case joined on: `l’Ansa`."""
    never: bool = False
    """Whether it is an institution or a network where people write: never an outlet."""


def source_at(
    text: AnalysedText, first: int, stop: int, outlet: Outlet | None, *, sure: bool
) -> SourceName:
    start, end = text.starts[first] + elided(text.words[first]), text.ends[stop - 1]
    joined = _JOINED.search(text.words[stop - 1])
    if joined is not None:
        end -= len(joined[0])
    return SourceName(first, stop, text.text[start:end], outlet, sure, False, start, end)


def elided(word: str) -> int:
    """How many signs of a token are an elided article: two in `l’Ansa`."""
    found = _ELIDED.match(word)
    return found.end() if found else 0
