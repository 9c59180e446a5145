"""One entity for all the forms of its name: the points of a text's mentions summed and settled."""

from typing import Final

from workers.domain.enrichment.entities.aliases import clubs, organizations, people
from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    PERSON,
    PLACE,
    Mention,
    Points,
)
from workers.domain.enrichment.entities.lexicon import (
    COMMON,
    IS_ORGANIZATION,
    IS_PLACE,
    ORGANIZATION_NOUN,
    Lexicon,
)

_NO_PERSON: Final = COMMON | IS_PLACE | IS_ORGANIZATION | ORGANIZATION_NOUN
_PLACED: Final = 2.8
"""Points for a place above which a town is the town, not its club: a preposition stands there."""


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
        self._people_after_all()
        self.persons, self.long_persons = people(self.kinds, lexicon)
        """A family or given name, and several words of a name, to the full name."""
        self.place_named = self._people_named_as_places()
        self.short = organizations(words, mentions, self.kinds, self.totals, lexicon)
        """A short form to the full name that the text gives."""
        for form, name in self.short.items():
            self.kinds.setdefault(form, self.kinds.get(name, ORGANIZATION))
        self.clubs = clubs(self.kinds, lexicon)

    def settle(self, mention: Mention) -> tuple[str, int] | None:
        """The full name and the kind of a mention's entity; None where it is no name after all."""
        name = mention.name
        person = self._person(mention)
        if person is not None:
            return person, PERSON
        if name in self.short:
            full = self.short[name]
            return full, self.kinds.get(full, self.kinds[name])
        if name in self.clubs and mention.sport and mention.points[PLACE] < _PLACED:
            return self.clubs[name], ORGANIZATION
        kind, best = self.kinds.get(name), max(mention.points)
        if kind is None:
            return None if best <= 0 else (name, mention.points.index(best))
        return name, self._here(mention, kind, best)

    def _person(self, mention: Mention) -> str | None:
        name = mention.name
        if mention.end - mention.first > 1:
            full = self.long_persons.get(name.lower())
            return full if self.kinds.get(name, PERSON) == PERSON else None
        if name not in self.persons:
            return None
        if (
            not self.lexicon[name] & (IS_PLACE | IS_ORGANIZATION)
            or name in self.place_named
            or mention.titled
        ):
            return self.persons[name]
        return None

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

    def _people_after_all(self) -> None:
        """Odile Vale is a person where Vale is one, though a word beside her spoke of a team."""
        for name, kind in self.kinds.items():
            given, _, family = name.partition(" ")
            if (
                kind != ORGANIZATION
                or not family
                or " " in family
                or (name in self.lexicon.organizations)
            ):
                continue
            if self.kinds.get(family) == PERSON and not (
                (self.lexicon[given] | self.lexicon[family]) & _NO_PERSON
            ):
                self.kinds[name] = PERSON

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


def _totals(mentions: list[Mention]) -> dict[str, Points]:
    """Each name's points: what the words say counted once, what each place says summed."""
    totals: dict[str, Points] = {}
    for mention in mentions:
        total = totals.get(mention.name)
        if total is None:
            totals[mention.name] = list(mention.points)
            continue
        for kind, points in enumerate(mention.points):
            total[kind] += points - mention.by_words[kind]
    return totals


def _best(points: Points) -> int:
    best = max(points)
    if points[ORGANIZATION] == best:
        return PLACE if points[PLACE] == best else ORGANIZATION
    return points.index(best)
