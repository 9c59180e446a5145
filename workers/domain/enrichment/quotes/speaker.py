"""From a phrase of the reporter's words to a speaker."""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.lexicon import TITLE, lexicon
from workers.domain.enrichment.quotes.noun_phrases import PRONOUNS, Phrase
from workers.domain.enrichment.quotes.outer_words import QUOTED, OuterWords
from workers.domain.enrichment.quotes.people import People

NEAR: Final = 3
"""Blocks over which `she` may mean the last speaker."""
_POINTING: Final = re.compile(r"s?he|the \w+-year-old")
"""What means a person named before: `the 22-year-old` too."""
AHEAD: Final = 40
"""Tokens behind a pronoun within which the name may follow."""


class Speaker(NamedTuple):
    """Who said it."""

    name: str
    """The fullest name that the text gives, or the description."""
    as_written: str
    is_person: bool
    """Whether the text names the person."""
    is_known: bool = True
    """Whether it is a person, an organisation or a pronoun, and not words that may be anything."""


class SpeakerReader:
    """Reads speakers of one text."""

    def __init__(self, text: AnalysedText, people: People) -> None:
        self._text, self._people = text, people

    def read(
        self, outer: OuterWords, phrase: Phrase, last: Speaker | None = None, apart: int = 9
    ) -> Speaker:
        """The speaker that a phrase names; `last` spoke `apart` blocks ago."""
        first, end = outer.tokens[phrase.first], outer.tokens[phrase.end - 1] + 1
        while end > first + 1 and self._text.words[end - 1] in (",", "’s", "'s", "and", "—"):
            end -= 1
        written = self._text.text[self._text.starts[first] : self._text.ends[end - 1]]
        low = written.lower()
        points = _POINTING.fullmatch(low)
        if points or low in PRONOUNS:
            name = self._meant(outer, phrase.first, low, last, apart) if points else None
            return Speaker(name or written, written, is_person=name is not None)
        name = self._people.named(first, end) or self._by_word(first, end, phrase)
        if name:
            return Speaker(name, written, is_person=True)
        if not phrase.is_name:
            name = self._people.described(first, end)
            if name:
                return Speaker(name, written, is_person=True)
        group = self._people.organization(first, end)
        plain = self._without_title(first, end) if phrase.is_name else written
        return Speaker(group or plain, written, is_person=False, is_known=group is not None)

    def _by_word(self, first: int, end: int, phrase: Phrase) -> str | None:
        if not phrase.is_name or self._people.organization(first, end):
            return None
        return self._people.by_last_word(self._text.words[end - 1])

    def _without_title(self, first: int, end: int) -> str:
        known = lexicon()
        at = first
        while at < end - 1 and (
            known[self._text.words[at]] & TITLE or self._text.words[at] == "the"
        ):
            at += 1
        return self._text.text[self._text.starts[at] : self._text.ends[end - 1]]

    def _meant(
        self, outer: OuterWords, place: int, pronoun: str, last: Speaker | None, apart: int
    ) -> str | None:
        """Whom a pronoun means: named in its sentence, the last speaker, or named before."""
        token = outer.tokens[place]
        start, _ = outer.sentence(place)
        fits = self._people.may_be
        here = self._people.persons_between(outer.tokens[start], token)
        here = [mention for mention in here if self._outside(outer, mention.first)]
        for mention in here:
            if fits(mention.name, pronoun):
                return mention.name
        between = self._subject_before(outer, start, pronoun)
        if between:
            return between
        if last and last.is_person and apart <= NEAR and fits(last.name, pronoun):
            return last.name
        around = (*self._people.before(token), *self._people.after(token, token + AHEAD))
        return next((one.name for one in around if fits(one.name, pronoun)), None)

    def _subject_before(self, outer: OuterWords, start: int, pronoun: str) -> str | None:
        """Who opened the sentence before, outside quotations: `Bell disagreed. “…,” he said.`"""
        if start <= 0:
            return None
        begin, end = outer.sentence(start - 1)
        if QUOTED in outer.words[begin:end]:
            return None
        token = outer.tokens[begin]
        for mention in self._people.persons_between(token, outer.tokens[end - 1] + 1):
            if mention.first - token <= NEAR and self._people.may_be(mention.name, pronoun):
                return mention.name
        return None

    def _outside(self, outer: OuterWords, token: int) -> bool:
        at = bisect_left(outer.tokens, token)
        return at < len(outer.tokens) and outer.tokens[at] == token
