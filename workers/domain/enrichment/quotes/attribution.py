"""The words beside a quotation that say whose it is, in English."""

from typing import Final, NamedTuple

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
    BARE,
    CUES,
    FINITE,
    NOUNS_TOO,
    PARTICIPLES,
    PASSIVE,
    SPEAKING,
)

_ADVERBS: Final = frozenset(
    "has had have was were is are also later then reportedly recently repeatedly once often even"
    " never still now always all both just previously publicly would will could might may must can"
    " did not didn't didn’t do does doesn't doesn’t don't don’t be been being as at point turn"
    " simply only first to wouldn't wouldn’t who himself herself themselves on monday tuesday"
    " wednesday thursday friday saturday sunday afterwards afterward later today yesterday so".split()
)
_BE: Final = frozenset("was were is are been be being".split())
_COMMAS: Final = frozenset((",", "—", "–", "-", "--"))
_STOPS: Final = frozenset((".", "!", "?", ";", "…", ":", QUOTED))
_NOUN_BEFORE: Final = frozenset(
    "the a an his her its their this that no any of for in on by with from new my our some more many"
    " those these all such".split()
)
_INTRODUCING: Final = frozenset(
    "as while when if after before in on at during despite since because although though with by for"
    " from asked speaking appearing writing citing under over until following according".split()
)
_JOINING: Final = frozenset(("and", "but", "then", "or"))
_GAP: Final = 14
"""Words between a verb that is not of speech alone (`called the plan`) and the mark."""
_REACH: Final = 24
"""Words behind a closing mark within which its verb is looked for."""
_APPOSITION: Final = 24
"""Words between two commas that may stand between a speaker and the verb."""


class Attribution(NamedTuple):
    """Whose words they are."""

    speaker: Phrase
    cue: tuple[int, int] | None
    """The verb, in places of the reporter's words; None where there is none."""


def behind(outer: OuterWords, quoted: int, *, ended: bool) -> Attribution | None:
    """What stands behind a quotation: `… ,” said Moss`, `… ,” Moss told the court`.

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
    if lowered[at] in _BE and at + 1 < end and lowered[at + 1] in SPEAKING:
        at += 1
    if lowered[at] in SPEAKING or (lowered[at] in ("reads", "read") and not ended):
        phrase = phrase_from(outer, at + 1, _limit(outer, at + 1, end))
        if phrase and not (ended and not dash and not _closes_sentence(outer, phrase, at)):
            return Attribution(_apposed(outer, phrase, end), (at, at + 1))
        return None
    if ended and not dash:
        return None
    return _subject_and_verb(outer, at, end)


def _closes_sentence(outer: OuterWords, phrase: Phrase, verb: int) -> bool:
    return outer.lowered[verb] in SPEAKING and phrase.end > phrase.first


def _limit(outer: OuterWords, place: int, end: int) -> int:
    for at in range(place, end):
        if outer.words[at] in _STOPS or outer.words[at][0] == "\n":
            return at
    return end


def _apposed(outer: OuterWords, phrase: Phrase, end: int) -> Phrase:
    """`said Bell’s neighbour, Ruth Amsel.`: the name behind the comma is the speaker."""
    at = phrase.end
    if outer.words[at - 1 : at] and at < end and outer.words[at] in ("’s", "'s"):
        stop = _limit(outer, at, end)
        comma = next((i for i in range(at, stop) if outer.words[i] == ","), stop)
        after = phrase_from(outer, comma + 1, stop) if comma < stop else None
        if after and after.is_name:
            return after
        inner = phrase_from(outer, at + 1, min(comma, at + 8))
        named = inner if inner and inner.is_name else None
        return named or Phrase(phrase.first, min(comma, at + 4), is_name=False)
    if not phrase.is_name and outer.lowered[phrase.first] not in PRONOUNS:
        if at < end and outer.words[at] == ",":
            after = phrase_from(outer, at + 1, _limit(outer, at + 1, end))
            if after and after.is_name and is_capital(outer.words[after.first]):
                return after
    return phrase


def _subject_and_verb(outer: OuterWords, at: int, end: int) -> Attribution | None:
    """`Moss, who runs it, told the court`: a phrase, what is between commas, and a verb."""
    phrase = phrase_from(outer, at, _limit(outer, at, end))
    if phrase is None:
        return None
    place = phrase.end
    words, lowered = outer.words, outer.lowered
    if place < end and words[place] == "(":
        close = next((i for i in range(place, end) if words[i] == ")"), -1)
        place = close + 1 if close > 0 else place
    if place < end and words[place] == ",":
        phrase = _apposed(outer, phrase, end)
        place = _behind_apposition(outer, max(place, phrase.end), end)
    elif place < end and lowered[place] in ("of", "from", "for", "at", "with", "in"):
        place = _verb_after(outer, place + 1, min(end, place + 9))
    elif place < end and lowered[place] == "who":
        place = _verb_after(outer, place + 1, min(end, place + _GAP))
    elif place < end and words[place] in ("’s", "'s"):
        place = _verb_after(outer, place + 1, min(end, place + 7))
        phrase = Phrase(phrase.first, max(place, phrase.end), is_name=False)
    while place < end and (lowered[place] in _ADVERBS or lowered[place].endswith("ly")):
        place += 1
    if place < end and words[place] == ",":
        place += 1
    if place < end and lowered[place] in FINITE:
        if lowered[place - 1] in _BE and lowered[place] not in PASSIVE:
            return None
        cue_end = place + 1
        if lowered[place : place + 3] == ["quoted", "as", "saying"]:
            cue_end = place + 3
        return Attribution(phrase, (place, cue_end))
    return None


def _behind_apposition(outer: OuterWords, comma: int, end: int) -> int:
    """The place of the verb behind `, the mayor of Tarn,`; the comma itself where none is found."""
    for at in range(comma + 1, min(comma + _APPOSITION, end)):
        word = outer.words[at]
        if word in _STOPS:
            break
        after = at + 1
        while after < end and outer.lowered[after] in _ADVERBS:
            after += 1
        if word == "," and after < end and outer.lowered[after] in FINITE:
            return after
    return comma


def _verb_after(outer: OuterWords, place: int, end: int) -> int:
    for at in range(place, end):
        if outer.words[at] in _STOPS or outer.words[at] == ",":
            return at
        if outer.lowered[at] in SPEAKING:
            return at
    return place


def before(outer: OuterWords, start: int, quoted: int) -> Attribution | None:
    """What stands before a quotation in its sentence: `Moss called the plan “…”`."""
    lowered = outer.lowered
    for verb in range(quoted - 1, start - 1, -1):
        low = lowered[verb]
        if low not in CUES or _is_noun(outer, start, verb):
            continue
        if low in PARTICIPLES and QUOTED in outer.words[verb:quoted]:
            continue
        if low not in SPEAKING and low not in PARTICIPLES and quoted - verb > _GAP:
            continue
        found = _subject_of(outer, start, verb)
        if found:
            return found
    return None


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
    words, lowered = outer.words, outer.lowered
    cue = (verb, verb + 1)
    end = verb
    if lowered[verb] in PARTICIPLES and lowered[max(start, verb - 2) : verb] == ["quoted", "as"]:
        cue, end = (verb - 2, verb + 1), verb - 2
    if lowered[verb] not in PARTICIPLES or cue[0] < verb:
        stripped = end
        while stripped > start and (
            lowered[stripped - 1] in _ADVERBS or lowered[stripped - 1].endswith("ly")
        ):
            stripped -= 1
        passive = any(low in _BE for low in lowered[stripped:end])
        if passive and lowered[cue[0]] not in PASSIVE and lowered[verb] not in PARTICIPLES:
            return None
        phrase = None
        if not (stripped > start and lowered[stripped - 1] in _JOINING):
            phrase = _ending_at(outer, start, stripped)
        if phrase:
            return Attribution(phrase, cue)
    elif verb > start and words[verb - 1] != ",":
        phrase = _ending_at(outer, start, verb)
        if phrase:
            return Attribution(phrase, cue)
    phrase = main_subject(outer, start, cue[0])
    return Attribution(phrase, cue) if phrase else None


def _ending_at(outer: OuterWords, start: int, end: int) -> Phrase | None:
    """The subject that ends there, or before an apposition or a clause with `who`."""
    words, lowered = outer.words, outer.lowered
    if end <= start:
        return None
    if words[end - 1] == ",":
        for comma in range(end - 2, max(start, end - _APPOSITION) - 1, -1):
            if words[comma] == "," and lowered[comma + 1] not in ("and", "but", "then"):
                inner = phrase_from(outer, comma + 1, end - 1)
                phrase = phrase_until(outer, start, comma)
                if (
                    phrase
                    and not phrase.is_name
                    and inner
                    and inner.is_name
                    and inner.end == end - 1
                ):
                    return inner
                if phrase and not follows_preposition(outer, phrase.first, start):
                    return phrase
        return None
    if words[end - 1] == ")":
        opened = next((i for i in range(end - 1, max(start, end - 9), -1) if words[i] == "("), end)
        return phrase_until(outer, start, opened)
    for who in range(end - 1, max(start, end - 14), -1):
        if lowered[who] == "who":
            return phrase_until(outer, start, who - (words[who - 1] == ","))
        if words[who] in _STOPS:
            break
    phrase = phrase_until(outer, start, end)
    while phrase and follows_preposition(outer, phrase.first, start):
        hang = phrase.first - 1
        while hang > start and lowered[hang] in ("the", "a", "an", "his", "her", "their"):
            hang -= 1
        if lowered[hang] not in ("of", "from", "for", "at", "with", "in"):
            return None
        held = phrase_until(outer, start, hang)
        if held and not held.is_name:
            held = Phrase(held.first, end, is_name=False)
        phrase = held
    return phrase


def main_subject(outer: OuterWords, start: int, end: int) -> Phrase | None:
    """The subject of a clause: its first name that hangs on no preposition, else a description."""
    at = start
    if at < end and outer.lowered[at] in _INTRODUCING:
        comma = next((i for i in range(at, end) if outer.words[i] == ","), -1)
        if comma > 0:
            inner = main_subject(outer, comma + 1, end)
            if inner:
                return inner
    described: Phrase | None = None
    while at < end:
        word, low = outer.words[at], outer.lowered[at]
        if not word[0].isalpha():
            at += 1
            continue
        starts_phrase = is_capital(word) or low in PRONOUNS or low in _NOUN_BEFORE
        phrase = phrase_from(outer, at, end) if starts_phrase else None
        if phrase is None or (phrase.end == at + 1 and is_weak(outer, at) and low not in PRONOUNS):
            at += 1
            continue
        owner = phrase.end < end and outer.words[phrase.end] in ("’s", "'s")
        if owner or follows_preposition(outer, at, start, clauses=True) or low in ("i", "it"):
            at = phrase.end
            continue
        if phrase.is_name or low in PRONOUNS:
            return phrase if described is None or phrase.first - described.end <= 1 else described
        if described is None:
            described = phrase
        at = phrase.end
    return described


def according(outer: OuterWords, start: int, end: int) -> Attribution | None:
    """`according to Moss`, `in the words of Moss`."""
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


def later(outer: OuterWords, quoted: int, end: int) -> Attribution | None:
    """`“…” will be the end of it, Moss said.`: the reporter's sentence, then who said it."""
    lowered = outer.lowered
    for comma in range(quoted + 1, min(end, quoted + 60)):
        if outer.words[comma] == QUOTED:
            return None
        if outer.words[comma] not in _COMMAS:
            continue
        at = comma + 1 + (lowered[comma + 1 : comma + 2] in (["and"], ["as"]))
        found = _subject_and_verb(outer, at, min(end, at + _REACH))
        if found and found.cue and lowered[found.cue[0]] in SPEAKING:
            return found
        if at < end and lowered[at] in SPEAKING:
            phrase = phrase_from(outer, at + 1, _limit(outer, at + 1, end))
            if phrase:
                return Attribution(_apposed(outer, phrase, end), (at, at + 1))
    return None
