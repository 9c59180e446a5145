"""Where the sentences of a block begin and end, in tokens."""

from typing import Final

from workers.domain.enrichment.abbreviations import BEFORE_NAMES, OFTEN_LAST, STATES
from workers.domain.enrichment.tokens import Tokens

_ALWAYS: Final = frozenset("。！？｡।॥។။።۔։")
"""Marks that end a sentence whatever follows; most of their scripts have no capitals."""
_FULL_STOPS: Final = frozenset((*".!?…؟", "..", "...", "...."))
_CLOSING: Final = frozenset("”’」』）)]】〉》")
_EITHER: Final = frozenset((*"\"'“‘«»", "''"))
"""Marks that close in one language and open in another: what is beside them tells."""
_BULLETS: Final = frozenset("•‣▪●◦·*-–—>→")
_LAST: Final = BEFORE_NAMES | OFTEN_LAST | STATES
_ENDERS: Final = _ALWAYS | _FULL_STOPS | {"\n"}
_OPENERS: Final = frozenset(
    "a according after all also although an and another any are as asked at be because before both"
    " but by can can't could did do does don't during each earlier even every few first for former"
    " four from had has have he he's her here his how however i i'd i'll i'm i've if in instead is"
    " it it's its just last later let let's like many maybe me meanwhile more moreover most mr mr."
    " mrs mrs. ms ms. much my nearly neither never nevertheless next no nobody none nor not nothing"
    " now of on once one only or other others our over people perhaps police since so some soon"
    " still such that that's the their then there there's these they they're this those though"
    " three to today together tomorrow too two under unlike until was we we're were what when"
    " where whether which while who why will with without yes yesterday yet you you're your".split()
)
"""Words with which sentences begin, and names after an abbreviation do not."""
_SAYING: Final = frozenset(
    "said says asked asks told tells wondered replied cried shouted added wrote exclaimed joked"
    " demanded queried yelled insisted answered tweeted quipped".split()
)


def sentence_ends(text: str, tokens: Tokens, first: int, end: int) -> list[int]:
    """The token after the last one of each sentence of a block, in order; the last is `end`.

    A sentence keeps its closing marks. None ends after `Mr.`, the `J.` of `J. Smith`, the `1.` that
    counts a list, or before `asked the mayor` behind `“Why?”`; after `U.S.`, `p.m.` or `Inc.` it
    ends where a word follows that opens sentences. A line break ends one where the next line does
    not go on in small letters.
    """
    words = tokens.words
    ends: list[int] = []
    start = looked = first
    small = not any(map(_is_capital, words[first:end]))  # a text that never uses capitals
    for place in [
        place
        for place, word in enumerate(words[first:end], first)
        if word in _ENDERS or (word[-1] == "." and len(word) > 1)
    ]:
        if place < looked:
            continue
        after = looked = _after_closing(text, tokens, place + 1, end)
        if after >= end:
            break
        if _ends_sentence(tokens, place, start, after, small=small):
            ends.append(after)
            start = after
    ends.append(end)
    return ends


def _ends_sentence(tokens: Tokens, place: int, start: int, after: int, *, small: bool) -> bool:
    words = tokens.words
    word, following = words[place], words[after]
    if word[0] == "\n":
        return place > start and not following[0].islower()
    if word in _ALWAYS:
        return True
    if following[0] == "\n":
        return False  # the line break decides
    if word in _FULL_STOPS:
        if tokens.starts[after] == tokens.ends[place]:  # no space: a missing one, or `9.Nf3`
            return following[0].isupper() and place > start and words[place - 1][-1].islower()
        if following.islower():  # so eBay begins one
            return small and word != "…" and len(following) > 1
        return not (
            _counts_a_list(words, place, start)
            or (word in "?!" and after > place + 1 and _is_said(words, after))
        )
    if word in BEFORE_NAMES:
        return False
    if following in _EITHER or following in "“„‘":
        return word in _LAST or len(word) > 2
    return following.lower() in _OPENERS and following[0].isupper() and place > start


def _after_closing(text: str, tokens: Tokens, place: int, end: int) -> int:
    """The first token that belongs to the next sentence: not a mark that closes this one."""
    words = tokens.words
    while place < end:
        word = words[place]
        if word in _EITHER:
            if _opens(text, tokens, place):
                break
        elif word not in _FULL_STOPS and word not in _CLOSING:
            break
        place += 1
    return place


def _opens(text: str, tokens: Tokens, place: int) -> bool:
    """Whether a mark that may open or close opens here: `"` with space before and none behind."""
    word, before, behind = tokens.words[place], tokens.starts[place] - 1, tokens.ends[place]
    spaced = before >= 0 and text[before].isspace()
    if behind >= len(text):
        return False
    if word in "“‘«" and text[behind].isalnum():  # Chinese needs no space before it
        return True
    return spaced and (word == "«" or not text[behind].isspace())  # French has one behind it


def _counts_a_list(words: list[str], place: int, start: int) -> bool:
    """`1.`, `(b).`, `• 3.` at the start of a sentence."""
    if place - start > 3:
        return False
    counter = [word for word in words[start:place] if word not in _BULLETS and word not in "()"]
    return not counter or (len(counter) == 1 and (counter[0].isdigit() or len(counter[0]) == 1))


def _is_said(words: list[str], after: int) -> bool:
    """Whether the words behind a quotation say whose it is: `asked the mayor`, `Ms Ode said`."""
    for word in words[after : after + 4]:
        if word in _SAYING:
            return True
        if not word[0].isalpha():
            return False
    return False


def _is_capital(word: str) -> bool:
    return word[0].isupper()
