"""How a language says "this text was first published by", and which languages a text may speak."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

GAP: Final = r"(?:\s[\w’'.-]+){0,4}?"
"""Up to four words between a verb and its preposition."""
BEFORE: Final = 240
"""The most characters of a sentence that may stand before its verb: a long title is 150."""


@dataclass(frozen=True)
class Wordings:
    """What attributions look like in one language.

    Of the columns, `texts`, `says` and `around` are regular expressions. To add a language, add a
    row: docs/outlets.md tells how.
    """

    language: str
    stems: tuple[str, ...]
    """Pieces in lower case, of which one stands in every attribution of the language: they are
    looked for first, because looking for a piece is a hundred times cheaper than a pattern."""
    texts: str
    """What the sentence may speak of: `this article`, `the post`."""
    says: tuple[str, ...] = ()
    """What it says of it, up to and with the preposition before the outlet's name."""
    around: tuple[str, ...] = ()
    """Whole attributions with a group `name`, where the name stands before the verb."""

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """A sentence that begins by naming the text."""
        return re.compile(rf"[\W_]*(?:{self.texts})(?!\w)", re.IGNORECASE)

    @cached_property
    def verbs(self) -> re.Pattern[str] | None:
        """What is said of the text, in any of its forms."""
        says = "|".join(self.says)
        return re.compile(rf"(?<!\w)(?:{says})(?!\w)", re.IGNORECASE) if says else None

    @cached_property
    def wholes(self) -> tuple[re.Pattern[str], ...]:
        """The attributions that hold the name inside."""
        return tuple(re.compile(around, re.IGNORECASE) for around in self.around)


class Stems:
    """The rows of some languages, to be found by their stems."""

    def __init__(self, rows: Sequence[Wordings]) -> None:
        """Sorts the stems by the signs that they are made of."""
        pairs = [(stem, row) for row in rows for stem in row.stems]
        self._ascii = tuple(pair for pair in pairs if pair[0].isascii())
        self._others = tuple(pair for pair in pairs if not pair[0].isascii())

    def languages_of(self, text: str) -> tuple[Wordings, ...]:
        """The rows that may say something in this text, by their stems."""
        low = text.lower()
        # Python finds a needle several times as fast in a string that has no sign beyond Latin-1
        narrow = low if low.isascii() else low.encode("ascii", "replace").decode("ascii")
        found = [row for stem, row in self._ascii if stem in narrow]
        if narrow is not low:
            found += [row for stem, row in self._others if stem in low]
        return tuple({row.language: row for row in found}.values()) if found else ()
