"""One entity for all the forms of its name: the points of a text's mentions summed and settled."""

from typing import Final

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    PERSON,
    PLACE,
    Mention,
    Points,
)
from workers.domain.enrichment.entities.lexicon import (
    CAPITALS,
    COMMON,
    IS_ORGANIZATION,
    IS_PLACE,
    Lexicon,
)
from workers.domain.enrichment.entities.vocabulary.organizations import COMPANY_FORMS
from workers.domain.enrichment.entities.vocabulary.people import LATER

SHORT_FOR: Final = {
    "US": "United States",
    "U.S.": "United States",
    "U.S": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "EU": "European Union",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "UAE": "United Arab Emirates",
    "AP": "Associated Press",
    "ECB": "European Central Bank",
    "Fed": "Federal Reserve",
}
"""Short forms that the news uses without explaining them."""


class Folding:
    """What each name of a text is, and which names are one thing's."""

    def __init__(self, words: list[str], lexicon: Lexicon, mentions: list[Mention]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.mentions = mentions
        self.totals = _totals(mentions)
        self.kinds: dict[str, int] = {}
        for name, points in self.totals.items():
            if max(points) > 0:
                self.kinds[name] = _best(points)
        self.persons: dict[str, str] = {}
        """A family or given name to the full name that the text gives."""
        self._learn_family_names()
        self._learn_given_names()
        self.place_named = self._people_named_as_places()
        self.short: dict[str, str] = {}
        """A short form to the full name that the text gives."""
        self._learn_companies()
        self._learn_brackets()
        for short, full in SHORT_FOR.items():
            if short in self.kinds and full in self.kinds:
                self.short.setdefault(short, full)

    def settle(self, mention: Mention) -> tuple[str, int] | None:
        """The full name and the kind of a mention's entity; None where it is no name after all."""
        name = mention.name
        kind = self.kinds.get(name)
        if mention.end - mention.first == 1 and name in self.persons:
            known = self.lexicon[name]
            if (
                not known & (IS_PLACE | IS_ORGANIZATION)
                or name in self.place_named
                or mention.titled
            ):
                return self.persons[name], PERSON
        if name in self.short:
            full = self.short[name]
            kind = self.kinds.get(full, kind)
            return None if kind is None else (full, kind)
        best = max(mention.points)
        if kind is None:
            return None if best <= 0 else (name, mention.points.index(best))
        return name, self._here(mention, kind, best)

    def _here(self, mention: Mention, kind: int, best: float) -> int:
        """The kind of one mention: a strong view of the place itself beats the text's."""
        points = mention.points
        club, place = points[ORGANIZATION], points[PLACE]
        if (
            club
            and place
            and kind in (ORGANIZATION, PLACE)
            and abs(club - place) >= 0.5
            and mention.name in self.lexicon.places
        ):
            return ORGANIZATION if club > place else PLACE
        if best >= 2.5 and points[kind] < best - 1.4 and kind != PERSON:
            return points.index(best)
        return kind

    def _learn_family_names(self) -> None:
        for name, kind in self.kinds.items():
            if kind == PERSON and " " in name:
                parts = name.split()
                while len(parts) > 2 and parts[-1] in LATER:
                    parts.pop()
                self.persons.setdefault(parts[-1], name)

    def _learn_given_names(self) -> None:
        places = self.lexicon.places
        for name, kind in self.kinds.items():
            if kind != PERSON or " " not in name:
                continue
            given = name.split()[0]
            is_short = len(given) <= 4 and not given.endswith(".")
            if (is_short or (given not in places and not self.lexicon[given] & COMMON)) and (
                given not in ("Al", "St.")
            ):
                self.persons.setdefault(given, name)

    def _people_named_as_places(self) -> set[str]:
        """Jordan, Washington: a person where the text names one so and nothing places it."""
        named = {name for name in self.persons if name in self.lexicon.places}
        named.intersection_update(self.totals)
        excess = dict.fromkeys(sorted(named), 0.0)
        if not excess:
            return set()
        for mention in self.mentions:
            if mention.name in excess:
                kind = self.lexicon.places[mention.name]
                by_itself = 5.0 if kind in ("country", "region") else 2.5
                excess[mention.name] += mention.points[PLACE] - by_itself - 0.25
        return {name for name, points in excess.items() if points <= 0}

    def _learn_companies(self) -> None:
        """Veltrix, where the text has Veltrix Inc."""
        for name, kind in list(self.kinds.items()):
            parts = name.split()
            if kind != ORGANIZATION or not 1 < len(parts) <= 3 or parts[-1] not in COMPANY_FORMS:
                continue
            short = " ".join(parts[:-1])
            if short in self.lexicon.places or (
                len(parts) == 2 and self.lexicon[short] & COMMON
            ):
                continue
            self.short.setdefault(short, name)
            self.kinds.setdefault(short, kind)

    def _learn_brackets(self) -> None:
        """SCO, where the text has Shanghai Cooperation Organisation (SCO)."""
        words = self.words
        for mention in self.mentions:
            end = mention.end
            if mention.end - mention.first < 2 or end + 2 >= len(words):
                continue
            if words[end] != "(" or words[end + 2] != ")":
                continue
            short = words[end + 1]
            known = self.lexicon[short]
            if (
                known & CAPITALS
                and not known & IS_PLACE
                and self.kinds.get(mention.name) != PERSON
                and short[0].upper() == mention.name.removeprefix("the ")[0].upper()
            ):
                self.short.setdefault(short, mention.name)


def _totals(mentions: list[Mention]) -> dict[str, Points]:
    """Each name's points: what the words say counted once, what each place says summed."""
    totals: dict[str, Points] = {}
    least: dict[str, Points] = {}
    for mention in mentions:
        total = totals.get(mention.name)
        if total is None:
            totals[mention.name] = list(mention.points)
            least[mention.name] = mention.points
            continue
        low = least[mention.name] = list(map(min, least[mention.name], mention.points))
        for kind, points in enumerate(mention.points):
            total[kind] += points - low[kind]
    return totals


def _best(points: Points) -> int:
    best = max(points)
    if points[ORGANIZATION] == best:
        return PLACE if points[PLACE] == best else ORGANIZATION
    return points.index(best)
