"""What is known of a word, as one number: worked out once a word."""

import re
from functools import cache
from typing import Final

from workers.domain.enrichment.entities.gazetteer import gazetteer
from workers.domain.enrichment.entities.vocabulary.english import (
    CALENDAR,
    DEMONYMS,
    FUNCTION_WORDS,
    SAYS,
)
from workers.domain.enrichment.entities.vocabulary.known_organizations import (
    COMPANIES,
    OFFICIAL_BODIES,
    PARTIES_AND_GROUPS,
    SPORT_BODIES,
    WORLD_ORGANIZATIONS,
)
from workers.domain.enrichment.entities.vocabulary.organizations import (
    ORGANIZATION_NOUNS,
    ORGANIZATIONS,
    OTHER_NOUNS,
)
from workers.domain.enrichment.entities.vocabulary.people import TITLES
from workers.domain.enrichment.entities.vocabulary.places import PLACE_NOUNS, PLACE_OPENERS
from workers.domain.provenance.outlets import outlets

FIRST: Final = 1 << 0
LAST: Final = 1 << 1
COMMON: Final = 1 << 2
IS_PLACE: Final = 1 << 3
IS_TOWN: Final = 1 << 4
DEMONYM: Final = 1 << 5
TITLE: Final = 1 << 6
ORGANIZATION_NOUN: Final = 1 << 7
PLACE_NOUN: Final = 1 << 8
PLACE_OPENER: Final = 1 << 9
OTHER_NOUN: Final = 1 << 10
FUNCTION: Final = 1 << 11
IN_CALENDAR: Final = 1 << 12
CAPITALS: Final = 1 << 13
SAYING: Final = 1 << 14
IS_ORGANIZATION: Final = 1 << 15
OFTEN: Final = 1 << 16
"""A common word that is met often."""

_KNOWN_ORGANIZATIONS: Final = ORGANIZATIONS.union(
    COMPANIES, OFFICIAL_BODIES, PARTIES_AND_GROUPS, SPORT_BODIES, WORLD_ORGANIZATIONS
)
_MOST_KEPT: Final = 100_000
"""Words that are remembered: the language has fewer that matter; a stream has no end of them."""
_LONGEST_KEPT: Final = 40
_PRONOUNS: Final = frozenset("i we you they he she it that there who what let here".split())
_KIN: Final = frozenset("prime king queen father mother".split())
_PREFIXES: Final = frozenset("anti non pro ex mid".split())
_APOSTROPHE: Final = re.compile("['’]")


def is_capital(word: str) -> bool:
    """Whether a word is written as a name: with a capital, or as `al-Aqsa`."""
    return word[0].isupper() or (word[2:3] == "-" and word[3:4].isupper())


class Lexicon(dict[str, int]):
    """Word to what is known of it: `lexicon[word] & FIRST`."""

    def __init__(self) -> None:
        super().__init__()
        lists = gazetteer()
        self.places = lists.places
        self.sure_places = lists.sure_places
        self.organizations = _KNOWN_ORGANIZATIONS | _outlets(lists.common)
        self.common, self.often = lists.common, lists.often
        self.first, self.last = lists.first, lists.last
        self.places_in_capitals = _by_capitals(self.places)
        self.names_in_capitals = _by_capitals((*self.organizations, *self.first))

    def __missing__(self, word: str) -> int:
        known = self._from_lists(word) | self._from_shape(word)
        if "-" in word and not known:
            known = self._from_parts(word.split("-"))
        if len(self) < _MOST_KEPT and len(word) <= _LONGEST_KEPT:
            self[word] = known
        return known

    def _from_lists(self, word: str) -> int:
        small = word.lower().replace("’", "'")
        known = 0
        for listed, flag in (
            (self.first, FIRST),
            (self.last, LAST),
            (DEMONYMS, DEMONYM),
            (ORGANIZATION_NOUNS, ORGANIZATION_NOUN),
            (PLACE_NOUNS, PLACE_NOUN),
            (PLACE_OPENERS, PLACE_OPENER),
            (OTHER_NOUNS, OTHER_NOUN),
            (CALENDAR, IN_CALENDAR),
            (self.organizations, IS_ORGANIZATION),
        ):
            if word in listed:
                known |= flag
        for listed, flag in (
            (self.common, COMMON),
            (self.often, OFTEN),
            (TITLES, TITLE),
            (FUNCTION_WORDS, FUNCTION),
            (SAYS, SAYING),
        ):
            if small in listed:
                known |= flag
        kind = self.places.get(word)
        if kind is not None:
            known |= IS_PLACE | (IS_TOWN if kind in ("city", "state") else 0)
        return known

    def _from_shape(self, word: str) -> int:
        known = 0
        if len(word) > 1 and word.isupper() and word.replace(".", "").isalpha():
            known |= CAPITALS
        if len(word) > _LONGEST_KEPT:
            return known
        small = word.lower()
        if "-" in small:
            head = small.split("-", 1)[0]
            if head in TITLES and head not in _KIN:
                known |= TITLE
        if ("'" in small or "’" in small) and _APOSTROPHE.split(small, 1)[0] in _PRONOUNS:
            known |= FUNCTION
        return known

    def _from_parts(self, parts: list[str]) -> int:
        known = 0
        if len(parts) > 4 or not parts[0][:1].isupper():
            return 0
        if all(part in self.first for part in parts):
            known |= FIRST
        elif (
            parts[-1] in self.last
            and len(parts) == 2
            and not (parts[0] in self.places or parts[0] in DEMONYMS)
        ):
            known |= LAST
        if all(part[:1].islower() or part.isdigit() for part in parts[1:]) or all(
            self._is_plain(part) or part in DEMONYMS or part.lower() in _PREFIXES for part in parts
        ):
            known |= COMMON
        return known

    def _is_plain(self, part: str) -> bool:
        return part[:1].islower() or part.lower() in self.common or part.isdigit()


@cache
def lexicon() -> Lexicon:
    """The one lexicon: it only remembers, so whoever asks first changes nothing."""
    return Lexicon()


def _by_capitals(names: "dict[str, str] | tuple[str, ...]") -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(names):
        found.setdefault(name.upper(), name)
    return found


def _outlets(common: frozenset[str]) -> frozenset[str]:
    """The outlets that provenance knows, but for those that are words: Time, Focus."""
    names = (
        name.split(" (")[0].removeprefix("The ")
        for outlet in outlets()
        for name in outlet.names
        if name not in outlet.words
    )
    return frozenset(
        name for name in names if len(name) > 2 and name[0].isupper() and name.lower() not in common
    )
