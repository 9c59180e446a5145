"""What stands behind a quotation and says whose it is: `…,” said Moss`, `…,” Moss told him`."""

from typing import Final, NamedTuple

from workers.domain.enrichment.quotes.noun_phrases import (
    PRONOUNS,
    Phrase,
    is_capital,
    phrase_from,
)
from workers.domain.enrichment.quotes.outer_words import QUOTED, OuterWords
from workers.domain.enrichment.quotes.verbs import ADVERBS, BARE, BE, FINITE, PASSIVE, SPEAKING

STOPS: Final = frozenset((".", "!", "?", ";", "…", ":", QUOTED))
_COMMAS: Final = frozenset((",", "—", "–", "-", "--"))
_OWNERS: Final = ("’s", "'s")
_REACH: Final = 24
"""Words behind a closing mark within which its verb is looked for."""
APPOSITION: Final = 24
"""Words between two commas that may stand between a speaker and the verb."""
_CLAUSE: Final = 14
_HUNG: Final = 9
"""Words of `of the harbour`, `for Moss` between a speaker and the verb."""
_FAR: Final = 60
"""Words of the reporter's sentence behind a quotation before `, Moss said`."""


class Attribution(NamedTuple):
    """Whose words they are."""

    speaker: Phrase
    cue: tuple[int, int] | None
    """The verb, in places of the reporter's words; None where there is none."""


def behind(outer: OuterWords, quoted: int, *, ended: bool) -> Attribution | None:
    """Who is named right behind a quotation.

    `ended` says that the quotation ended with a full stop: what follows is a sentence of its own,
    and only `said Moss.` belongs to the words before it.
    """
    words, lowered = outer.words, outer.lowered
    end = min(len(words), quoted + 1 + _REACH)
    at = quoted + 1
    dash = at < end and words[at] in _COMMAS
    while at < end and (words[at] in _COMMAS or words[at] in "'’" or lowered[at].endswith("ly")):
        at += 1
    if at >= end:
        return None
    if lowered[at] in BE and at + 1 < end and lowered[at + 1] in SPEAKING:
        at += 1
    if lowered[at] in SPEAKING or (lowered[at] in ("reads", "read") and not ended):
        return _verb_and_subject(outer, at, end)
    at += lowered[at] == "as"  # as Moss likes to say
    return None if ended and not dash else subject_and_verb(outer, at, end)


def later(outer: OuterWords, quoted: int, end: int) -> Attribution | None:
    """Who is named behind more of the sentence: `“…” will be the end of it, Moss said.`"""
    lowered = outer.lowered
    for comma in range(quoted + 1, min(end, quoted + _FAR)):
        if outer.words[comma] == QUOTED:
            return None
        if outer.words[comma] not in _COMMAS:
            continue
        at = comma + 1 + (lowered[comma + 1 : comma + 2] in (["and"], ["as"]))
        found = subject_and_verb(outer, at, min(end, at + _REACH))
        if found and found.cue and lowered[found.cue[0]] in (SPEAKING | BARE):
            return found
        if at < end and lowered[at] in SPEAKING:
            found = _verb_and_subject(outer, at, end)
            if found:
                return found
    return None


def according(outer: OuterWords, start: int, end: int) -> Attribution | None:
    """Who is named by `according to Moss` or `in the words of Moss`."""
    lowered = outer.lowered
    for at in range(start, end - 2):
        if lowered[at] == "according" and lowered[at + 1] == "to":
            place, cue = at + 2, (at, at + 2)
        elif lowered[at : at + 4] in (["in", "the", "words", "of"], ["in", "the", "view", "of"]):
            place, cue = at + 4, (at, at + 4)
        else:
            continue
        phrase = phrase_from(outer, place, _limit(outer, place, end))
        if phrase:
            return Attribution(_apposed(outer, phrase, end), cue)
    return None


def subject_and_verb(outer: OuterWords, at: int, end: int) -> Attribution | None:
    """`Moss, who runs it, told the court`: a phrase, what stands between, and a verb."""
    phrase = phrase_from(outer, at, _limit(outer, at, end))
    if phrase is None:
        return None
    phrase, place = _to_verb(outer, phrase, end)
    words, lowered = outer.words, outer.lowered
    while place < end and (lowered[place] in ADVERBS or lowered[place].endswith("ly")):
        place += 1
    if place < end and words[place] == ",":
        place += 1
    if place >= end or not _says(outer, place):
        return None
    if lowered[place - 1] in BE and lowered[place] not in PASSIVE:
        return None
    if lowered[place] in PASSIVE and lowered[place - 1] not in BE:
        return _quoted(outer, place, end)
    long = lowered[place : place + 3] == ["quoted", "as", "saying"]
    return Attribution(phrase, (place, place + 3 if long else place + 1))


def _quoted(outer: OuterWords, verb: int, end: int) -> Attribution | None:
    """`Reuters quoted Moss as saying`: not who quotes is the speaker, but who is quoted."""
    phrase = phrase_from(outer, verb + 1, _limit(outer, verb + 1, end))
    if phrase and outer.lowered[phrase.end : phrase.end + 2] == ["as", "saying"]:
        return Attribution(phrase, (verb, verb + 1))
    return None


def _verb_and_subject(outer: OuterWords, verb: int, end: int) -> Attribution | None:
    phrase = phrase_from(outer, verb + 1, _limit(outer, verb + 1, end))
    return Attribution(_apposed(outer, phrase, end), (verb, verb + 1)) if phrase else None


def _to_verb(outer: OuterWords, phrase: Phrase, end: int) -> tuple[Phrase, int]:
    """The phrase with what hangs on it, and where the verb may stand."""
    words, lowered = outer.words, outer.lowered
    place = phrase.end
    if place < end and words[place] == "(":
        close = next((i for i in range(place, end) if words[i] == ")"), -1)
        place = close + 1 if close > 0 else place
    if place >= end:
        return phrase, place
    if words[place] == ",":
        phrase = _apposed(outer, phrase, end)
        return phrase, _behind_apposition(outer, max(place, phrase.end), end)
    if lowered[place] in ("of", "from", "for", "at", "with", "in"):
        return phrase, _verb_after(outer, place + 1, min(end, place + _HUNG))
    if lowered[place] == "who":
        return phrase, _verb_after(outer, place + 1, min(end, place + _CLAUSE))
    if words[place] in _OWNERS:
        place = _verb_after(outer, place + 1, min(end, place + _HUNG - 2))
        return Phrase(phrase.first, max(place, phrase.end), is_name=False), place
    return phrase, place


def _limit(outer: OuterWords, place: int, end: int) -> int:
    for at in range(place, end):
        if outer.words[at] in STOPS or outer.words[at][0] == "\n":
            return at
    return end


def _apposed(outer: OuterWords, phrase: Phrase, end: int) -> Phrase:
    """`said Bell’s neighbour, Ruth Amsel.`: the name behind the comma is the speaker."""
    at = phrase.end
    if at < end and outer.words[at] in _OWNERS:
        return _owned(outer, phrase, end)
    described = not phrase.is_name and outer.lowered[phrase.first] not in PRONOUNS
    if described and at < end and outer.words[at] == ",":
        after = phrase_from(outer, at + 1, _limit(outer, at + 1, end))
        if after and after.is_name and is_capital(outer.words[after.first]):
            return after
    return phrase


def _owned(outer: OuterWords, phrase: Phrase, end: int) -> Phrase:
    at = phrase.end
    stop = _limit(outer, at, end)
    comma = next((i for i in range(at, stop) if outer.words[i] == ","), stop)
    after = phrase_from(outer, comma + 1, stop) if comma < stop else None
    if after and after.is_name:
        return after
    inner = phrase_from(outer, at + 1, min(comma, at + 8))
    if inner and inner.is_name:
        return inner
    return Phrase(phrase.first, min(comma, at + 4), is_name=False)


def _behind_apposition(outer: OuterWords, comma: int, end: int) -> int:
    """The place of the verb behind `, the mayor of Tarn,`; the comma itself where none is found."""
    for at in range(comma + 1, min(comma + APPOSITION, end)):
        word = outer.words[at]
        if word in STOPS:
            break
        after = at + 1
        while after < end and outer.lowered[after] in ADVERBS:
            after += 1
        if word == "," and after < end and _says(outer, after):
            return after
    return comma


def _says(outer: OuterWords, place: int) -> bool:
    """Whether a verb of saying stands there: `told`, `likes to say`."""
    low = outer.lowered[place]
    return low in FINITE or (low in BARE and outer.lowered[place - 1] == "to")


def _verb_after(outer: OuterWords, place: int, end: int) -> int:
    for at in range(place, end):
        if outer.words[at] in STOPS or outer.words[at] == ",":
            return at
        if outer.lowered[at] in SPEAKING:
            return at
    return place
