"""Who of a text's people a phrase means: names, pronouns and descriptions."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

from schemas.enriched_article import EntityKind
from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.gazetteer import gazetteer
from workers.domain.enrichment.entities.lexicon import DEMONYM, FUNCTION, TITLE, lexicon

_SHE: Final = frozenset(("mrs", "mrs.", "ms", "ms.", "miss", "madame", "dame", "queen", "princess"))
_HE: Final = frozenset(("mr", "mr.", "sir", "lord", "king", "prince", "pope", "herr", "monsieur"))
_HANGS_ON: Final = frozenset("of for from at in to with by on against".split())
_DETERMINERS: Final = frozenset("the a an his her their its our my one another".split())
_TITLE_WORDS: Final = 4
"""Words before a name that may be its title: `former Deputy Prime Minister`."""
MOST_OF_ONE_ROLE: Final = 20
"""People of one title that are told apart: more are a list."""
_APPOSITION: Final = 9
"""Words behind a name and a comma that may say who it is."""


class Placed(Protocol):
    """Where a text names an entity, in tokens."""

    @property
    def first_token(self) -> int: ...
    @property
    def end_token(self) -> int: ...


class Named(Protocol):
    """An entity of the text: what this part needs of one."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> EntityKind: ...
    @property
    def mentions(self) -> Sequence[Placed]: ...


class _Mention(NamedTuple):
    first: int
    end: int
    name: str
    kind: EntityKind


class People:
    """The named of a text, by token."""

    def __init__(self, text: AnalysedText, entities: Iterable[Named]) -> None:
        self._text = text
        mentions = sorted(
            _Mention(place.first_token, place.end_token, entity.name, entity.kind)
            for entity in entities
            for place in entity.mentions
        )
        self._persons = [mention for mention in mentions if mention.kind == "person"]
        self._person_starts = [mention.first for mention in self._persons]
        self._groups = [mention for mention in mentions if mention.kind == "organization"]
        self._group_starts = [mention.first for mention in self._groups]
        self._by_last: dict[str, str] = {}
        for mention in self._persons:
            self._by_last.setdefault(mention.name.rsplit(" ", 1)[-1], mention.name)
        self._by_role: dict[str, list[str]] = {}
        self._roles: dict[str, set[str]] | None = None
        self._genders: dict[str, str] | None = None

    def named(self, first: int, end: int) -> str | None:
        """The full name of whom the tokens name, or None: `Prime Minister Duarte`."""
        inside = self.persons_between(first, end)
        if inside:
            mention = inside[-1] if len(inside) == 1 else inside[0]
            before = self._text.lowered[first : mention.first]
            owned = mention.end < end and self._text.words[mention.end] in ("’s", "'s")
            return None if owned or _HANGS_ON.intersection(before) else mention.name
        return None

    def by_last_word(self, word: str) -> str | None:
        """The person whose full name ends with a word."""
        return self._by_last.get(word)

    def organization(self, first: int, end: int) -> str | None:
        """The full name of the organisation that the tokens name and nothing else."""
        at = bisect_left(self._group_starts, first)
        while at < len(self._groups) and self._groups[at].first < end:
            mention = self._groups[at]
            if mention.end == end and mention.first - first <= 1:
                return mention.name
            at += 1
        return None

    def persons_between(self, first: int, end: int) -> list[_Mention]:
        """The mentions of persons within tokens, in order."""
        at = bisect_left(self._person_starts, first)
        last = bisect_left(self._person_starts, end)
        return [mention for mention in self._persons[at:last] if mention.end <= end]

    def before(self, token: int, most: int = 12) -> list[_Mention]:
        """The last mentions of persons before a token, the nearest first."""
        at = bisect_left(self._person_starts, token)
        return self._persons[max(0, at - most) : at][::-1]

    def after(self, token: int, end: int) -> list[_Mention]:
        """The mentions of persons from a token to another."""
        return self.persons_between(token, end)

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether a person may be meant by `he` or `she`: true where the sex is not known."""
        if self._genders is None:
            self._genders = self._read_genders()
        known = self._genders.get(name, "")
        return known in ("", pronoun) or pronoun not in ("he", "she")

    def described(self, first: int, end: int) -> str | None:
        """The one person whom the text gives a title or trade that the tokens name."""
        if self._roles is None:
            self._roles = self._read_roles()
            for name, role in self._roles.items():
                for word in sorted(role):
                    named = self._by_role.setdefault(word, [])
                    if len(named) < MOST_OF_ONE_ROLE:
                        named.append(name)
        lowered = self._text.lowered[first:end]
        stop = next((i for i, low in enumerate(lowered) if low in _HANGS_ON), len(lowered))
        words = [low for low in lowered[:stop] if low not in _DETERMINERS]
        if not words or lowered[0] != "the":
            return None
        fits = self._by_role.get(words[-1], [])
        best = [name for name in fits if set(words) <= self._roles[name]]
        if len(best) == 1:
            return best[0]
        demonyms = [low for low in words if lexicon()[low.capitalize()] & DEMONYM]
        return fits[0] if len(fits) == 1 and not demonyms and len(words) == 1 else None

    def _read_roles(self) -> dict[str, set[str]]:
        roles: dict[str, set[str]] = {}
        words, lowered = self._text.words, self._text.lowered
        known = lexicon()
        for mention in self._persons:
            role = roles.setdefault(mention.name, set())
            inside = range(mention.first, mention.end)
            role.update(lowered[at] for at in inside if known[words[at]] & TITLE)
            before = range(mention.first - 1, max(-1, mention.first - 1 - _TITLE_WORDS), -1)
            role.update(self._plain(before))
            if mention.end < len(words) and words[mention.end] == ",":
                at = mention.end + 1
                at += lowered[at : at + 1] in (["the"], ["a"], ["an"])
                role.update(self._plain(range(at, min(len(words), mention.end + _APPOSITION))))
        return roles

    def _plain(self, places: Iterable[int]) -> Iterator[str]:
        """Words up to the first that is none, or that only joins others."""
        known = lexicon()
        for place in places:
            word = self._text.words[place]
            if not word[0].isalpha() or known[word] & FUNCTION:
                return
            yield self._text.lowered[place]

    def _read_genders(self) -> dict[str, str]:
        lists = gazetteer()
        found: dict[str, str] = {}
        for mention in self._persons:
            before = self._text.lowered[max(0, mention.first - 1) : mention.first + 1]
            if _SHE.intersection(before):
                found[mention.name] = "she"
            elif _HE.intersection(before):
                found[mention.name] = "he"
        for mention in self._persons:
            first = mention.name.split(" ", 1)[0]
            female, male = first in lists.female, first in lists.male
            if mention.name not in found and female != male and " " in mention.name:
                found[mention.name] = "she" if female else "he"
        return found
