"""What stands before a quotation and says whose it is: `Moss, who runs it, called the plan “…”`."""

from typing import Final

from workers.domain.enrichment.quotes.behind import APPOSITION, STOPS, Attribution
from workers.domain.enrichment.quotes.noun_phrases import (
    PRONOUNS,
    Phrase,
    follows_preposition,
    is_capital,
    is_weak,
    phrase_from,
    phrase_until,
)
from workers.domain.enrichment.quotes.outer_words import QUOTED, OuterWords
from workers.domain.enrichment.quotes.verbs import (
    ADVERBS,
    BARE,
    BE,
    CUES,
    NOUNS_TOO,
    PARTICIPLES,
    PASSIVE,
    SPEAKING,
)

_NOUN_BEFORE: Final = frozenset(
    "the a an his her its their this that no any of for in on by with from new my our some more"
    " many those these all such".split()
)
_INTRODUCING: Final = frozenset(
    "as while when if after before in on at during despite since because although though with by"
    " for from asked speaking appearing writing citing under over until following"
    " according".split()
)
_JOINING: Final = frozenset(("and", "but", "then", "or"))
_WRITINGS: Final = frozenset(
    "statement letter message note tweet email e-mail post memo release testimonial speech".split()
)
_HANGING: Final = ("of", "from", "for", "at", "with", "in")
_GAP: Final = 14
"""Words between a verb that is not of speech alone (`called the plan`) and the mark."""
_VERBS: Final = 4
"""Verbs of saying before one quotation that are tried, the nearest first."""
_CLAUSE: Final = 14
"""Words of a clause with `who` between a speaker and the verb."""


def before(outer: OuterWords, start: int, quoted: int) -> Attribution | None:
    """The subject of the last verb of saying between a place and a quotation."""
    lowered = outer.lowered
    inner: Attribution | None = None
    tried = 0
    for verb in range(quoted - 1, start - 1, -1):
        low = lowered[verb]
        if low not in CUES or _is_noun(outer, start, verb):
            continue
        if low in PARTICIPLES and QUOTED in outer.words[verb:quoted]:
            continue
        if low not in SPEAKING and low not in PARTICIPLES and quoted - verb > _GAP:
            continue
        tried += 1
        if tried > _VERBS:
            break
        found = _subject_of(outer, start, verb)
        if found and not _is_said(outer, start, found.speaker):
            return found
        inner = inner or found
    return inner


def _is_said(outer: OuterWords, start: int, phrase: Phrase) -> bool:
    """`the firm said it saw “…”`: the pronoun is who said so."""
    at = phrase.first - 1
    if outer.lowered[phrase.first] not in PRONOUNS or at <= start:
        return False
    return outer.lowered[at - (outer.lowered[at] == "that")] in SPEAKING


def main_subject(outer: OuterWords, start: int, end: int) -> Phrase | None:
    """The subject of a clause: its first name that hangs on no preposition, else a description."""
    at = start
    if at < end and outer.lowered[at] in _INTRODUCING:
        comma = next((i for i in range(at, end) if outer.words[i] == ","), -1)
        inner = main_subject(outer, comma + 1, end) if comma > 0 else None
        if inner:
            return inner
    described: Phrase | None = None
    while at < end:
        phrase = _phrase_at(outer, at, end)
        if phrase is None:
            at += 1
            continue
        at = phrase.end
        if not _may_be_subject(outer, phrase, start, end):
            continue
        if phrase.is_name or outer.lowered[phrase.first] in PRONOUNS:
            near = described is None or phrase.first - described.end <= 1
            return phrase if near else described
        described = described or phrase
    return described


def _phrase_at(outer: OuterWords, at: int, end: int) -> Phrase | None:
    word, low = outer.words[at], outer.lowered[at]
    if not (is_capital(word) or low in PRONOUNS or low in _NOUN_BEFORE):
        return None
    phrase = phrase_from(outer, at, end)
    if phrase and phrase.end == at + 1 and low not in PRONOUNS and is_weak(outer, at):
        return None
    return phrase


def _may_be_subject(outer: OuterWords, phrase: Phrase, start: int, end: int) -> bool:
    owner = phrase.end < end and outer.words[phrase.end] in ("’s", "'s")
    hangs = follows_preposition(outer, phrase.first, start, clauses=True)
    return not owner and not hangs and outer.lowered[phrase.first] not in ("i", "it")


def _is_noun(outer: OuterWords, start: int, verb: int) -> bool:
    """Whether a form that may be a verb is none: `a nervous call`, `the so-called`, `points`."""
    low = outer.lowered[verb]
    before = outer.lowered[max(start, verb - 2) : verb]
    if low == "points":
        return outer.lowered[verb + 1 : verb + 2] != ["out"]
    if low in BARE and _NOUN_BEFORE.intersection(before):
        return True
    if low == "called" and before[-1:] and before[-1] in ("so", "-", "is", "a"):
        return True
    return low in NOUNS_TOO and bool(_NOUN_BEFORE.intersection(before[-1:]))


def _subject_of(outer: OuterWords, start: int, verb: int) -> Attribution | None:
    lowered = outer.lowered
    cue = (verb, verb + 1)
    participle = lowered[verb] in PARTICIPLES
    if participle and lowered[max(start, verb - 1) : verb] == ["as"]:
        quoted = _quoted_as(outer, start, verb)
        if quoted:
            return quoted
    if participle and lowered[max(start, verb - 2) : verb] == ["quoted", "as"]:
        cue = (verb - 2, verb + 1)
    end = cue[0]
    if not participle or end < verb:
        stripped = end
        while stripped > start and (
            lowered[stripped - 1] in ADVERBS or lowered[stripped - 1].endswith("ly")
        ):
            stripped -= 1
        passive = not BE.isdisjoint(lowered[stripped:end])
        if passive and lowered[end] not in PASSIVE and not participle:
            return None
        joined = stripped > start and lowered[stripped - 1] in _JOINING
        phrase = None if joined else _ending_at(outer, start, stripped)
    else:
        apart = verb == start or outer.words[verb - 1] == ","
        phrase = None if apart else _holder(outer, start, verb)
    phrase = phrase or main_subject(outer, start, end)
    return Attribution(phrase, cue) if phrase else None


def _quoted_as(outer: OuterWords, start: int, verb: int) -> Attribution | None:
    """`Larn Radio quoted Moss as saying that it was “…”`: Moss."""
    for at in range(verb - 2, max(start, verb - _CLAUSE) - 1, -1):
        if outer.lowered[at] == "quoted":
            phrase = phrase_from(outer, at + 1, verb - 1)
            if phrase and phrase.end == verb - 1:
                return Attribution(phrase, (at, at + 1))
            break
    return None


def _holder(outer: OuterWords, start: int, verb: int) -> Phrase | None:
    """Who says what a participle introduces: `with many chanting`, `issued a letter saying`."""
    phrase = phrase_until(outer, start, verb)
    if phrase is None or phrase.is_name or phrase.first == start:
        return _ending_at(outer, start, verb)
    if not _WRITINGS.isdisjoint(outer.lowered[phrase.first : phrase.end]):
        return main_subject(outer, start, phrase.first) or phrase
    if outer.lowered[phrase.first - 1] == "with":
        return phrase
    return _ending_at(outer, start, verb)


def _ending_at(outer: OuterWords, start: int, end: int) -> Phrase | None:
    """The subject that ends there, or before an apposition or a clause with `who`."""
    words = outer.words
    if end <= start:
        return None
    if words[end - 1] == ",":
        return _before_apposition(outer, start, end)
    if words[end - 1] == ")":
        opened = next((i for i in range(end - 1, max(start, end - 9), -1) if words[i] == "("), end)
        return phrase_until(outer, start, opened)
    for who in range(end - 1, max(start, end - _CLAUSE), -1):
        if outer.lowered[who] == "who":
            return phrase_until(outer, start, who - (words[who - 1] == ","))
        if words[who] in STOPS:
            break
    return _without_hanging(outer, start, end)


def _before_apposition(outer: OuterWords, start: int, end: int) -> Phrase | None:
    """`Moss, the mayor of Tarn,`: what stands before the first comma, or `the mayor, Moss,`."""
    for comma in range(end - 2, max(start, end - APPOSITION) - 1, -1):
        if outer.words[comma] != "," or outer.lowered[comma + 1] in _JOINING:
            continue
        phrase = phrase_until(outer, start, comma)
        if phrase is None:
            continue
        inner = phrase_from(outer, comma + 1, end - 1)
        if not phrase.is_name and inner and inner.is_name and inner.end == end - 1:
            return inner
        if not follows_preposition(outer, phrase.first, start):
            return phrase
    return None


def _without_hanging(outer: OuterWords, start: int, end: int) -> Phrase | None:
    """`the head of the union of bakers`: the phrase on which the others hang."""
    lowered = outer.lowered
    phrase = phrase_until(outer, start, end)
    while phrase and follows_preposition(outer, phrase.first, start):
        hang = phrase.first - 1
        while hang > start and lowered[hang] in ("the", "a", "an", "his", "her", "their"):
            hang -= 1
        if lowered[hang] not in _HANGING:
            return None
        held = phrase_until(outer, start, hang)
        if held and not held.is_name:
            held = Phrase(held.first, end, is_name=False)
        phrase = held
    return phrase
