"""Texts folded for comparing: what differs in case, quotes or blanks alone is the same."""

import unicodedata
from functools import lru_cache
from typing import Final

_QUOTES: Final = str.maketrans("’‘“”–—", "''\"\"--")


def squash(text: str) -> str:
    """The letters and digits of a text alone, case and width folded: for comparing."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=4096)
def squashed(text: str) -> str:
    """The same for a short text that is compared often."""
    return squash(text)


def folded(text: str) -> str:
    """A text on one line, case, quotes and dashes folded."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(plain.split()).casefold()
