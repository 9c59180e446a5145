"""Names in headlines and in lines of capitals: only what is known from elsewhere."""

from typing import Final

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    PERSON,
    PLACE,
    Mention,
    Points,
)
from workers.domain.enrichment.entities.lexicon import COMMON, FIRST, Lexicon
from workers.domain.enrichment.entities.lines import FlatLine

_LONGEST: Final = 5
_SHORT_LINE: Final = 8


class FlatLineReader:
    """Finds in flat lines the names of the running text and of the lists."""

    def __init__(
        self, words: list[str], lexicon: Lexicon, kinds: dict[str, int], persons: dict[str, str]
    ) -> None:
        self.words = words
        self.lexicon = lexicon
        self.told: dict[str, tuple[str, int]] = {}
        """What the running text names, by its name in capitals."""
        for name, kind in kinds.items():
            self.told.setdefault(name.upper(), (name, kind))
        for last in persons:
            self.told.setdefault(last.upper(), (last, PERSON))

    def read(self, line: FlatLine) -> list[Mention]:
        """The mentions of one line, in order."""
        mentions: list[Mention] = []
        place = line.first
        while place < line.end:
            mention = None
            if self.words[place][0].isupper():
                mention = self._known(line, place) or self._person(line, place)
            if mention is None:
                place += 1
            else:
                mentions.append(mention)
                place = mention.end
        return mentions

    def _known(self, line: FlatLine, place: int) -> Mention | None:
        for size in range(min(_LONGEST, line.end - place), 0, -1):
            name = " ".join(self.words[place : place + size])
            hit = self._look_up(name, size)
            if hit is not None:
                found, kind = hit
                if kind == PLACE and self._is_side(line, place + size, size, found):
                    kind = ORGANIZATION
                return Mention(place, place + size, found, _three_for(kind))
        return None

    def _look_up(self, name: str, size: int) -> tuple[str, int] | None:
        lexicon, loud = self.lexicon, name.upper()
        told = self.told.get(loud)
        if told and (size > 1 or not lexicon[told[0]] & COMMON):
            return told
        if name in lexicon.organizations and len(name) > 2:
            return name, ORGANIZATION
        found = lexicon.places_in_capitals.get(loud)
        if found and (size > 1 or not lexicon[found] & COMMON):
            return found, PLACE
        found = lexicon.names_in_capitals.get(loud)
        if size > 1 and found in lexicon.organizations:
            return found, ORGANIZATION
        return None

    def _is_side(self, line: FlatLine, end: int, size: int, name: str) -> bool:
        """`LARNHOLM 3 TARNFORD 1`, `LARNHOLM AT TARNFORD`: towns that play."""
        if end >= line.end or self.lexicon.places.get(name) == "country":
            return False
        after = self.words[end]
        if after == "AT" and line.end - line.first <= _SHORT_LINE:
            return True
        return size == 1 and line.figures >= 2 and (after.isdigit() or after == "AT")

    def _person(self, line: FlatLine, place: int) -> Mention | None:
        """A known given name with a name behind it."""
        if place + 1 >= line.end or not self.words[place + 1][0].isupper():
            return None
        given, family = self.words[place : place + 2]
        if line.all_capitals:
            given, family = given.title(), family.title()
        known = self.lexicon[given]
        if (
            known & FIRST
            and not known & COMMON
            and not self.lexicon[family] & COMMON
            and len(family) > 2
        ):
            return Mention(place, place + 2, f"{given} {family}", _three_for(PERSON))
        return None


def _three_for(kind: int) -> Points:
    points = [0.0, 0.0, 0.0, 0.0]
    points[kind] = 3.0
    return points
