"""From a run of capitals to names: titles, adjectives and openings cut off, two names parted."""

from typing import Final

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    PLACE,
    Candidate,
    Line,
    Mention,
)
from workers.domain.enrichment.entities.lexicon import (
    CAPITALS,
    COMMON,
    DEMONYM,
    FIRST,
    FUNCTION,
    IN_CALENDAR,
    IS_ORGANIZATION,
    IS_PLACE,
    IS_TOWN,
    LAST,
    OFTEN,
    ORGANIZATION_NOUN,
    OTHER_NOUN,
    PLACE_NOUN,
    PLACE_OPENER,
    TITLE,
    is_capital,
)
from workers.domain.enrichment.entities.partings import inner_person, inner_title
from workers.domain.enrichment.entities.runs import OPENERS
from workers.domain.enrichment.entities.scoring import score
from workers.domain.enrichment.entities.vocabulary.english import CREEDS, TRAILING
from workers.domain.enrichment.entities.vocabulary.organizations import (
    GOVERNING,
    NATIONAL_BODIES,
)
from workers.domain.enrichment.entities.vocabulary.people import (
    JOBS,
    OFFICE_WORDS,
    OFFICES,
)

_STATES: Final = {"U.S.": PLACE, "US": PLACE, "UK": PLACE, "U.K.": PLACE} | {
    "U.N.": ORGANIZATION,
    "EU": ORGANIZATION,
}
"""What stands before another name as a word of its own: `U.S. President`."""
_KEEP_STATE: Final = frozenset("Open Airways Steel Capitol".split())
_GIVEN_NAMES: Final = frozenset("Dean Earl Duke".split())
"""Titles that are given names first, where they open the name."""
_NOT_TITLING: Final = frozenset("leader chief trade champion winner finance".split())
"""Titles in small letters that as often stand before an organisation: `trade Ministry`."""
_YOUNGER: Final = frozenset(("Jr", "Jr.", "Sr", "Sr."))
"""What stands behind a name, and opens none."""
_LONGEST_NAME: Final = 200
"""Characters of a name: longer ones are text without spaces."""
_NOUNS: Final = ORGANIZATION_NOUN | PLACE_NOUN | OTHER_NOUN


class Trimmer:
    """Cuts the runs of one line into mentions and scores them."""

    def __init__(self, line: Line, mentions: list[Mention]) -> None:
        self.line = line
        self.words = line.words
        self.lexicon = line.lexicon
        self.mentions = mentions
        self.titled = False

    def cut(self, first: int, end: int) -> None:
        """Adds the mentions of the run from one word to before another."""
        self.titled = False
        opens = first == self.line.first or self.words[first - 1] in OPENERS
        if opens and self.words[first] == "The" and end - first > 2:
            first, opens = first + 1, False
        full = " ".join(self.words[first:end])
        known = (
            full in self.lexicon.places
            or full in self.lexicon.organizations
            or (end - first > 1 and full in self.lexicon.places_in_capitals)
        )
        if not known:
            begin = self._front(first, end, opens=opens)
            opens = opens and not any(self.words[at][0].isupper() for at in range(first, begin))
            first = begin
            parting = inner_title(self.line, first, end) or inner_person(self.line, first, end)
            if parting:
                if parting > first:
                    self.cut(first, parting)
                self.cut(parting, end)
                return
            run_end, end = end, self._back(first, end)
            if first >= end:
                self._only_title(run_end)
                return
            if self._opens_with_a_word(first, end, opens=opens):
                self.cut(first + 1, end)
                return
        self._add(first, end, opens=opens)

    def _front(self, first: int, end: int, *, opens: bool) -> int:
        """The first word that is the name's own."""
        run = first
        is_body = self._is_body(first, end)
        while first < end and (
            self._is_filling(first, end, is_body=is_body, opens=opens)
            or self._is_office(first)
            or self._is_title(first, end, run, is_body=is_body)
            or self._is_adjective(first, end, is_body=is_body)
            or self._is_name_of_its_own(first, end, is_body=is_body)
        ):
            opens = opens and not self.words[first][0].isupper()
            first += 1
        return first

    def _is_body(self, first: int, end: int) -> bool:
        """Whether it ends as the name of an organisation does, or is a `Larn Observatory for`."""
        if end - first < 2:
            return False
        if self.lexicon[self.words[end - 1]] & ORGANIZATION_NOUN:
            return True
        return self.words[first + 2 : first + 3] == ["for"] and bool(
            self.lexicon[self.words[first + 1]] & ORGANIZATION_NOUN
        )

    def _is_filling(self, place: int, end: int, *, is_body: bool, opens: bool) -> bool:
        word, known = self.words[place], self.lexicon[self.words[place]]
        if known & IN_CALENDAR or not is_capital(word) or word in _YOUNGER:
            return True
        if "-" in word and end - place > 1 and word.rpartition("-")[2][:1].islower():
            return not known & (FIRST | LAST)  # Larn-based
        if not known & FUNCTION or (not opens and self._is_given_name(place, end)):
            return False
        if word.isupper() and len(word) > 1 and known & (IS_ORGANIZATION | IS_PLACE):
            return False
        return not (
            end - place > 1
            and (
                (is_body and word in ("New", "First", "All"))
                or (word == "New" and self._follows_new(place, opens=opens))
            )
        )

    def _is_given_name(self, place: int, end: int) -> bool:
        """The Will of `to Will Vale`."""
        known = self.lexicon[self.words[place]]
        behind = self.lexicon[self.words[place + 1]] if end - place > 1 else 0
        return bool(known & FIRST and behind & LAST and not behind & OFTEN)

    def _follows_new(self, place: int, *, opens: bool) -> bool:
        behind = self.words[place + 1]
        known = self.lexicon[behind]
        return (
            not opens
            or bool(known & (LAST | IS_TOWN))
            or (behind[0].isupper() and not known & COMMON)
        )

    def _is_office(self, place: int) -> bool:
        """The State of `Secretary of State Odile Vale`, the Sport of `Head of Sport Odile Vale`."""
        if place - 2 < self.line.first or self.words[place - 1] != "of":
            return False
        if not self.lexicon[self.words[place - 2]] & TITLE:
            return False
        known, behind = (
            self.lexicon[self.words[place]],
            self.lexicon[self.line.at(place + 1) or ","],
        )
        if self.words[place] not in OFFICES and not (known & COMMON and behind & FIRST):
            return False
        self.titled = self.titled or self.words[place - 2][0].isupper()
        return True

    def _is_title(self, place: int, end: int, run: int, *, is_body: bool) -> bool:
        word, known = self.words[place], self.lexicon[self.words[place]]
        if place == run and self._is_job(place, end):
            return True
        if not known & TITLE or (
            word.lower() in OFFICE_WORDS
            and (is_body or (end - place > 1 and self.lexicon[self.words[end - 1]] & PLACE_NOUN))
        ):
            return False
        if word in _GIVEN_NAMES and end - place > 1 and place == run:
            return False
        self.titled = True
        return True

    def _is_job(self, place: int, end: int) -> bool:
        """`Popstar Odile Vale`, at the start of a sentence."""
        if end - place != 3 or self.words[place].lower() not in JOBS:
            return False
        given, family = (self.lexicon[self.words[at]] for at in (place + 1, place + 2))
        return bool(given & FIRST or (family & LAST and not (given | family) & COMMON))

    def _is_adjective(self, place: int, end: int, *, is_body: bool) -> bool:
        if not self.lexicon[self.words[place]] & DEMONYM or end - place < 2:
            return False
        behind = self.lexicon[self.words[place + 1]]
        rest = self.words[place + 1 : end]
        if behind & OTHER_NOUN or " ".join(rest) in NATIONAL_BODIES:
            return False
        if len(rest) == 1 and rest[0] in GOVERNING:
            return False  # the Hungarian Embassy
        if self.words[place] in CREEDS and self.lexicon[rest[0]] & ORGANIZATION_NOUN:
            return False
        return (
            not is_body
            or self.words[place + 1] in GOVERNING
            or (end - place <= 3 and self.words[end - 1] in GOVERNING)
            or bool(behind & TITLE)
        )

    def _is_name_of_its_own(self, place: int, end: int, *, is_body: bool) -> bool:
        """`U.S.` before another name, `NATO` before a title or a person: adds the mention."""
        word = self.words[place]
        if end - place < 2 or is_body:
            return False
        kind = _STATES.get(word)
        if kind is not None:
            if self.words[place + 1] in _KEEP_STATE:
                return False
        else:
            known, behind = self.lexicon[word], self.lexicon[self.words[place + 1]]
            if not (
                known & CAPITALS
                and known & IS_ORGANIZATION
                and len(word) > 2
                and behind & (TITLE | FIRST | COMMON)
            ) or (end - place == 2 and behind & FIRST and not behind & (TITLE | COMMON)):
                return False  # BBC Alba is no person at the BBC
            kind = ORGANIZATION
        points = [0.0, 0.0, 0.0, 0.0]
        points[kind] = 5.0
        self.mentions.append(Mention(place, place + 1, word, points))
        return True

    def _back(self, first: int, end: int) -> int:
        while end > first and (
            self.lexicon[self.words[end - 1]] & IN_CALENDAR
            or not is_capital(self.words[end - 1])
            or (self.words[end - 1] in TRAILING and end - first > 1)
        ):
            end -= 1
        if (
            end - first > 1
            and self.lexicon[self.words[end - 1]] & DEMONYM
            and (" ".join(self.words[first : end - 1]) in self.lexicon.places)
        ):
            end -= 1  # an Arkansas Republican
        while end - first > 1:
            known = self.lexicon[self.words[end - 1]]
            if not known & TITLE or known & (FIRST | LAST | ORGANIZATION_NOUN):
                break
            end -= 1
        return end

    def _only_title(self, end: int) -> None:
        """A run of titles alone: the last may be a family name that is spelt like one."""
        word = self.words[end - 1]
        if self.titled and self.lexicon[word] & LAST and word[0].isupper():
            self.mentions.append(Mention(end - 1, end, word, [0.0, 0.0, 0.0, 0.0]))

    def _opens_with_a_word(self, first: int, end: int, *, opens: bool) -> bool:
        """Whether the run's first word is only the sentence's: `Yesterday Odile Vale`."""
        known = self.lexicon[self.words[first]]
        if not opens or end - first < 2 or not known & COMMON:
            return False
        if known & (IS_PLACE | PLACE_OPENER | DEMONYM) or self._is_before_place(end):
            return False
        behind = self.lexicon[self.words[first + 1]]
        if not known & (OFTEN | FUNCTION | TITLE) and not behind & ~LAST and end - first == 2:
            return False  # Coco Gauff: a rare word before an unknown one
        given = behind & FIRST and not behind & COMMON
        if self.lexicon[self.words[end - 1]] & _NOUNS and not given:
            return False
        if known & FIRST and not behind & (COMMON | IS_PLACE):
            return False
        rest = " ".join(self.words[first + 1 : end])
        return (
            rest in self.lexicon.places
            or rest in self.lexicon.organizations
            or bool(known & FUNCTION)
            or not known & LAST
            or bool(behind & (FIRST | IS_PLACE | TITLE) and not behind & COMMON)
        )

    def _is_before_place(self, end: int) -> bool:
        """`Ode Vale (Norway)`: a name in a list of names."""
        return self.line.at(end) == "(" and bool(self.lexicon[self.line.at(end + 1)] & IS_PLACE)

    def _add(self, first: int, end: int, *, opens: bool) -> None:
        name = " ".join(self.words[first:end])
        if len(name) > _LONGEST_NAME:
            return
        if self.line.at(end) in ("'s", "’s") and f"{name}'s" in self.lexicon.organizations:
            name, end = f"{name}'s", end + 1  # Sainsbury's
        if end - first > 1 and name.isupper():
            name = self.lexicon.places_in_capitals.get(name, name)
        before = self.words[first - 1] if first > self.line.first else ""
        titled = self.titled or bool(
            before and self.lexicon[before] & TITLE and before not in _NOT_TITLING
        )
        candidate = Candidate(self.line, first, end, name, titled=titled, starts=opens)
        if score(candidate):
            self.mentions.append(candidate)
