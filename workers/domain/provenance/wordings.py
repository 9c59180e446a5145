"""How a language says "this text was first published by", and which languages a text may speak."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

GAP: Final = r"(?:\s[\w’'.-]+){0,4}?"
"""Up to four words between a verb and its preposition."""
PAPER: Final = (
    r"(?P<paper>[^\W\d_](?:[^.,;()\n]|\.(?=\w)){2,50}?)"
    r"(?=\W*$|\W+(?:(?:vom|of|du|del?|do|dia|le|el|il|em|van|no?|nr|núm|numéro|ausgabe|issue)\W+)"
    r"{0,2}\d[\w ./-]{0,25}\W*$)"
)
"""The name of an outlet that closes a line, but for the day of its issue: it counts only where it
is known, or built as outlets' names are."""
BEFORE: Final = 240
"""The most characters of a sentence that may stand before its verb: a long title is 150."""

_OPENING: Final = " \n\t*_-–—•·|([“\"«„‘'"
"""Signs that may stand before the first word of a line."""
_MARKS: Final = "\xa0’“”–—…‘«»。،"
"""The signs beyond ASCII that stand beside words."""


def _spaced(sign: int) -> int:
    """What stands for a byte where words are looked for: a space, where it is in no word."""
    if sign >= 0x80:
        return sign
    letter = chr(sign)
    return ord(letter.lower()) if letter.isalnum() or letter == "-" else 0x20


_SPACED: Final = bytes(map(_spaced, range(256)))
"""For `bytes.translate`: letters of ASCII are small, and its other signs spaces."""


@dataclass(frozen=True)
class Wordings:
    """What attributions look like in one language.

    Of the columns, `texts`, `says` and `around` are regular expressions. To add a language, add a
    row: docs/outlets.md tells how.
    """

    language: str
    texts: str
    """What the sentence may speak of: `this article`, `the post`."""
    says: tuple[str, ...] = ()
    """What it says of it, up to and with the preposition before the outlet's name. In small
    letters: the text is made small for it once, and not every sign of it at every try."""
    starts: str = ""
    """The two letters that begin `says`, whichever of them: all there are, or none named. A word
    that begins with others is passed over at once; where `says` is long that is most of its cost.
    """
    words: frozenset[str] = frozenset()
    """In lower case: one of them stands in every attribution of the language. They are looked for
    first, for that is a hundred times cheaper than a pattern."""
    begins: tuple[str, ...] = ()
    """In small letters: with one of them every line of the row begins. None: with anything."""
    stems: tuple[str, ...] = ()
    """The same for languages that put no spaces between words, and none of their letters is of
    ASCII."""
    around: tuple[str, ...] = ()
    """Whole attributions with a group `name`, where the name stands before the verb."""


class Patterns(NamedTuple):
    """The regular expressions of a row."""

    subject: re.Pattern[str]
    """A sentence that begins by naming the text."""
    verbs: re.Pattern[str] | None
    """What is said of a text in small letters, in any of its forms."""
    wholes: tuple[re.Pattern[str], ...]
    """The attributions that hold the name inside."""
    openings: tuple[re.Pattern[str], ...]
    """Those of them that begin a line: they are tried at its beginning only."""


class Row:
    """The wordings of one language, and their patterns once somebody needs them."""

    def __init__(self, wordings: Wordings) -> None:
        self.wordings = wordings
        self._patterns: Patterns | None = None

    @property
    def patterns(self) -> Patterns:
        """The patterns: compiling those of all languages would take a third of a second."""
        if self._patterns is None:
            self._patterns = _compiled(self.wordings)
        return self._patterns


def _compiled(wordings: Wordings) -> Patterns:
    says = "|".join(wordings.says)
    starts = _any_of(wordings.starts.split())
    return Patterns(
        subject=re.compile(rf"[\W_]*(?:{wordings.texts})(?!\w)", re.IGNORECASE),
        verbs=re.compile(rf"(?<!\w)(?={starts})(?:{says})(?!\w)") if says else None,
        wholes=tuple(
            [re.compile(one, re.IGNORECASE) for one in wordings.around if not one.startswith("^")]
        ),
        openings=tuple(
            [re.compile(one, re.IGNORECASE) for one in wordings.around if one.startswith("^")]
        ),
    )


def _any_of(starts: Sequence[str]) -> str:
    """A pattern for starts of two letters: one choice for each first letter."""
    seconds: dict[str, str] = {}
    for start in starts:
        seconds[start[0]] = seconds.get(start[0], "") + start[1]
    return "|".join(f"{first}[{more}]" for first, more in seconds.items())


def in_small_letters(text: str) -> str:
    """The text in small letters, each sign where it stood."""
    return text.replace("İ", "I").lower()  # alone of all letters it becomes two


class Heard(NamedTuple):
    """A row, and those of its words that a text has."""

    row: Row
    words: tuple[str, ...]

    def is_in(self, low: str) -> bool:
        """Whether a part of the text, in small letters, has one of the words, and begins so."""
        begins = self.row.wordings.begins
        if begins and not low.lstrip(_OPENING).startswith(begins):
            return False
        return any(map(low.__contains__, self.words))


def _forms(word: str) -> frozenset[str]:
    """A word as it stands in texts whose letters of ASCII are small: inside, first, in capitals."""
    capitals = (word.capitalize(), word.upper())
    return frozenset((word, *(form.encode().lower().decode() for form in capitals)))


class Languages:
    """The rows of some languages, to be found by the words that give them away."""

    def __init__(self, rows: Sequence[Wordings]) -> None:
        """Sorts the rows by their words."""
        self.rows = tuple([Row(wordings) for wordings in rows])
        by_word: dict[bytes, list[tuple[str, str]]] = {}
        for wordings in rows:
            for word in wordings.words:
                for form in _forms(word):
                    by_word.setdefault(form.encode(), []).append((wordings.language, word))
        self._by_word = by_word
        self._words = frozenset(by_word)
        self._stems = tuple([(stem.encode(), one.language) for one in rows for stem in one.stems])
        starts = bytes({stem[0] for stem, _ in self._stems})
        self._never_start = bytes(set(range(256)).difference(starts))
        self._place = {wordings.language: place for place, wordings in enumerate(rows)}

    def of(self, text: str) -> tuple[Heard, ...]:
        """The rows that may say something in this text."""
        ascii_alone = text.isascii()
        for mark in _MARKS if not ascii_alone else ():
            text = text.replace(mark, " ")
        # bytes: words are cut and pieces found in them at one speed, whatever signs the text has
        signs = text.encode("utf-8", "replace").translate(_SPACED)
        heard: dict[str, list[str]] = {}
        for form in sorted(self._words.intersection(signs.split())):
            for language, word in self._by_word[form]:
                heard.setdefault(language, []).append(word)
        # a letter with which some stem begins
        if not ascii_alone and signs.translate(None, self._never_start):
            for stem, language in self._stems:
                if stem in signs:
                    heard.setdefault(language, []).append(stem.decode())
        if not heard:
            return ()
        places = sorted([self._place[language] for language in heard])
        rows = [self.rows[place] for place in places]
        return tuple([Heard(row, tuple(heard[row.wordings.language])) for row in rows])
