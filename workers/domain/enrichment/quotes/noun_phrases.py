"""Who is spoken of: pronouns, names and descriptions at a place among the reporter's words."""

from typing import Final, NamedTuple

from workers.domain.enrichment.entities.lexicon import (
    COMMON,
    DEMONYM,
    FIRST,
    FUNCTION,
    IN_CALENDAR,
    IS_ORGANIZATION,
    IS_PLACE,
    LAST,
    TITLE,
    lexicon,
)
from workers.domain.enrichment.quotes.outer_words import QUOTED, OuterWords
from workers.domain.enrichment.quotes.verbs import CUES

PRONOUNS: Final = frozenset("he she they we i it".split())
_DETERMINERS: Final = frozenset(
    "the a an one his her their my our its another some several many most other two three four five"
    " both each few no every these those such".split()
)
_BARE_PLURALS: Final = frozenset(
    "officials critics police organizers organisers prosecutors authorities supporters researchers"
    " experts analysts residents investigators doctors scientists lawyers activists campaigners"
    " opponents protesters witnesses neighbours neighbors republicans democrats conservatives"
    " economists sources aides others people lawmakers".split()
)
_BREAKS: Final = frozenset(
    "that which said who and to is was were are had has have will would but when where while after"
    " before as because if since than then not did does do be been could should can may might must"
    " also just later there it he she they we i".split()
)
"""Words at which a description ends, however long it might go on."""
_OPENERS: Final = frozenset(
    "but and in on at if when while as so yet after before meanwhile however later still then now"
    " because since once asked also earlier last though although instead for with by from this that"
    " these those it there here what how why who yes no not even only perhaps speaking monday"
    " tuesday wednesday thursday friday saturday sunday".split()
)
_WITHIN_NAMES: Final = frozenset(
    "de la van von der den bin al el ibn da dos del di of the for and & du le".split()
)
_NOT_ENDING: Final = _WITHIN_NAMES | {"’s", "'s"}
_PUNCTUATION: Final = frozenset((*",.;:()[]!?…—–-", "--", "...", QUOTED))
_PREPOSITIONS: Final = frozenset(
    "in of at on by with for to from about against during despite under over like into among"
    " between through without unlike near outside inside amid toward towards upon within around"
    " following including alongside than".split()
)
_SUBORDINATORS: Final = frozenset("after before as when while if because since".split())
"""What opens a clause with a subject of its own: `as Moss said`."""
_HANGING: Final = frozenset(("of", "for", "from", "at", "in"))
LONGEST_NAME: Final = 9
LONGEST_DESCRIPTION: Final = 10
_LONGEST_ROLE: Final = 6


class Phrase(NamedTuple):
    """A stretch of the reporter's words that names somebody."""

    first: int
    end: int
    is_name: bool
    """Whether it holds a name, and is not a pronoun or a description."""


def is_capital(word: str) -> bool:
    """Whether a word begins as names do."""
    return word[:1].isupper() or (word[:1].isalpha() and not word[:1].islower())


def is_weak(outer: OuterWords, place: int) -> bool:
    """Whether a word has its capital only because it opens a sentence, or is of the calendar."""
    known = lexicon()[outer.words[place]]
    if known & IN_CALENDAR or outer.lowered[place] in _OPENERS:
        return True
    if outer.lowered[place] in _BARE_PLURALS:
        return True
    named = known & (LAST | FIRST | IS_PLACE | IS_ORGANIZATION)
    return bool(known & FUNCTION or (known & (COMMON | DEMONYM) and not named))


def follows_preposition(
    outer: OuterWords, place: int, start: int, *, clauses: bool = False
) -> bool:
    """Whether a phrase hangs on a preposition: `in Tarn`, `of the town`.

    With `clauses`, `as Moss` and `when Moss` count too: there the subject is of a lesser clause.
    """
    before = place - 1
    while before >= start and outer.lowered[before] in _DETERMINERS:
        before -= 1
    if before < start:
        return False
    low = outer.lowered[before]
    return low in _PREPOSITIONS or (clauses and low in _SUBORDINATORS)


def phrase_from(outer: OuterWords, place: int, end: int) -> Phrase | None:
    """The phrase that begins at a place; None where none does."""
    if place >= end:
        return None
    word, low = outer.words[place], outer.lowered[place]
    if low in PRONOUNS:
        return Phrase(place, place + 1, is_name=False)
    if low in _DETERMINERS or low in _BARE_PLURALS:
        return _description(outer, place, end)
    if is_capital(word) and word not in _PUNCTUATION:
        after = _name_end(outer, place, end)
        if after == place + 1 and is_weak(outer, place):
            return _role_and_name(outer, place, end)
        after = _titled_end(outer, after, end)
        return Phrase(place, after, is_name=True)
    if low.isalpha() and not {low} & (_BREAKS | _PREPOSITIONS | _SUBORDINATORS):
        return _role_and_name(outer, place, end)
    return None


def phrase_until(outer: OuterWords, start: int, end: int) -> Phrase | None:
    """The phrase that ends just before `end` and begins no earlier than `start`."""
    if end <= start:
        return None
    if outer.lowered[end - 1] in PRONOUNS:
        return Phrase(end - 1, end, is_name=False)
    return _name_until(outer, start, end) or _description_until(outer, start, end)


def _name_until(outer: OuterWords, start: int, end: int) -> Phrase | None:
    first = end
    while first > start and _in_name(outer, first - 1) and end - first < LONGEST_NAME:
        first -= 1
    while first < end and (not is_capital(outer.words[first]) or outer.lowered[first] in _OPENERS):
        first += 1
    if first == end or (end - first == 1 and is_weak(outer, first)):
        return None
    if first > start and outer.lowered[first - 1] in _DETERMINERS:
        first -= 1
    return Phrase(first, end, is_name=True)


def _description_until(outer: OuterWords, start: int, end: int) -> Phrase | None:
    for first in range(end - 1, max(start, end - LONGEST_DESCRIPTION) - 1, -1):
        low = outer.lowered[first]
        if low in _DETERMINERS:
            nested = first - 1 > start and outer.lowered[first - 1] in _HANGING
            if nested and end - first < LONGEST_DESCRIPTION - 2:
                continue  # the spokeswoman for the mayor
            return Phrase(first, end, is_name=False)
        if low in _PUNCTUATION or low in CUES or (low in _BREAKS and low != "and"):
            break
        if low in _BARE_PLURALS and first == end - 1 and not _modified(outer, first, start):
            return Phrase(first, end, is_name=False)
    return None


def _modified(outer: OuterWords, place: int, start: int) -> bool:
    return place > start and outer.lowered[place - 1] in _DETERMINERS


def _in_name(outer: OuterWords, place: int) -> bool:
    word = outer.words[place]
    if word in ("’s", "'s"):
        return False
    return is_capital(word) or (outer.lowered[place] in _WITHIN_NAMES) or word == "&"


def _name_end(outer: OuterWords, place: int, end: int) -> int:
    """The place after a name; `of`, `the` and the like count only between capitals."""
    after = at = place + 1
    while at < end and at - place < LONGEST_NAME:
        if is_capital(outer.words[at]) and outer.words[at] not in _PUNCTUATION:
            at += 1
            after = at
        elif outer.lowered[at] in _WITHIN_NAMES and outer.lowered[at] != "and":
            at += 1
        else:
            break
    return after


def _role_and_name(outer: OuterWords, place: int, end: int) -> Phrase | None:
    """`chief executive Lina Moss`, `police spokesman Ted Orr`."""
    for at in range(place, min(place + _LONGEST_ROLE, end)):
        word, low = outer.words[at], outer.lowered[at]
        if low in _PUNCTUATION or low in _PREPOSITIONS or low in _SUBORDINATORS or low in CUES:
            return None
        if at > place and is_capital(word) and not is_weak(outer, at):
            return Phrase(place, _last_name_end(outer, at, end), is_name=True)
        if not word[:1].isalpha() or low in _BREAKS:
            return None
    return None


def _led(outer: OuterWords, place: int) -> bool:
    low = outer.lowered[place - 1]
    return low in _PREPOSITIONS or low in ("and", "or", ",") or low in _DETERMINERS


def _titled_end(outer: OuterWords, after: int, end: int) -> int:
    """`UN secretary general Ada Okoro`: the name goes on behind titles in small letters."""
    at = after
    while at < end and lexicon()[outer.words[at]] & TITLE and not is_capital(outer.words[at]):
        at += 1
    if at == after or at >= end or not is_capital(outer.words[at]):
        return after
    return _name_end(outer, at, end)


def _last_name_end(outer: OuterWords, place: int, end: int) -> int:
    """`retired Air Force general Lloyd Newton`: a name may stand in the role before another."""
    after = _name_end(outer, place, end)
    for at in range(after, min(after + 3, end)):
        low = outer.lowered[at]
        if not low.isalpha() or low in _BREAKS or low in _PREPOSITIONS or low in CUES:
            break
        if low.endswith("ly"):
            break
        if at > after and is_capital(outer.words[at]):
            return _name_end(outer, at, end)
    return after


def _description(outer: OuterWords, place: int, end: int) -> Phrase:
    at = place + 1
    named = False
    while at < end and at - place < LONGEST_DESCRIPTION:
        low = outer.lowered[at]
        if low in _PUNCTUATION or low in _BREAKS or (low in CUES and not named and at - place > 1):
            break
        if low in _DETERMINERS and at - place > 2 and not _led(outer, at):
            at -= 1  # what stands before an article is a verb: `the bank left its rate`
            break
        if is_capital(outer.words[at]) and not lexicon()[outer.words[at]] & TITLE:
            named = True
        elif (
            named
            and low not in _NOT_ENDING
            and (low in _PREPOSITIONS or low in CUES or low.endswith("ly"))
        ):
            break
        at += 1
    return Phrase(place, at, is_name=False)
