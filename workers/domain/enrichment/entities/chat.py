"""Names in comments and chat: shouting and slang are none, and places come in small letters."""

import re
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.candidate import PERSON, PLACE, Mention
from workers.domain.enrichment.entities.lexicon import (
    CAPITALS,
    COMMON,
    FIRST,
    FUNCTION,
    IS_PLACE,
    LAST,
    ORGANIZATION_NOUN,
    PLACE_NOUN,
    Lexicon,
)
from workers.domain.enrichment.entities.runs import OPENERS
from workers.domain.enrichment.entities.vocabulary.english import INTERJECTIONS, SLANG
from workers.domain.enrichment.entities.vocabulary.people import FAMOUS
from workers.domain.enrichment.entities.vocabulary.places import TO_PLACES

_EMOJI: Final = re.compile("[\U0001f300-\U0001faff\u2764]")
_DRAWN_OUT: Final = re.compile(r"([a-z])\1\1")
_SHORTEST: Final = 4
"""Letters of a name in small letters: shorter ones are other words."""


def is_chat(text: AnalysedText) -> bool:
    """Whether a text has four marks of chat, and one in two hundred words."""
    marks = sum([word in SLANG for word in text.words])
    marks += text.text.count("!!") + text.text.count("??")
    if not text.text.isascii():
        marks += len(_EMOJI.findall(text.text))
    return marks >= 4 and marks > 0.005 * len(text.words)


def adapt_to_chat(words: list[str], lexicon: Lexicon, mentions: list[Mention]) -> None:
    """Takes the points from shouts, and adds names in small letters, in order."""
    for mention in mentions:
        if _is_no_name(words, lexicon, mention):
            mention.dismiss()
    taken = {place for mention in mentions for place in range(mention.first, mention.end)}
    for place, word in enumerate(words):
        if place in taken or len(word) < _SHORTEST or not (word.islower() and word.isalpha()):
            continue
        added = _small_name(words, lexicon, place, taken)
        if added is not None:
            mentions.append(added)
            taken.update(range(added.first, added.end))
    mentions.sort(key=lambda mention: mention.first)


def _is_no_name(words: list[str], lexicon: Lexicon, mention: Mention) -> bool:
    name, first, end = mention.name, mention.first, mention.end
    if name in lexicon.places or name in lexicon.organizations:
        return False
    before = words[first - 1] if first else "\n"
    if before in ("#", "/", "@") or name in SLANG or words[first] in INTERJECTIONS:
        return True
    if name in FAMOUS:
        return False
    known = lexicon[words[first]]
    if end - first == 1:
        return (
            bool(known & CAPITALS and name not in lexicon.places_in_capitals)
            or (before in OPENERS and not known & FIRST)
            or (not known & (FIRST | LAST) and not _has_shape_of_name(name))
            or _DRAWN_OUT.search(name) is not None
        )
    return all(map(str.isupper, words[first:end])) or (
        not known & FIRST
        and any(lexicon[word] & (COMMON | FUNCTION) for word in words[first:end])
        and not lexicon[words[end - 1]] & (ORGANIZATION_NOUN | PLACE_NOUN)
    )


def _has_shape_of_name(word: str) -> bool:
    return word[1:].islower() or any(map(str.isupper, word[1:]))


def _small_name(words: list[str], lexicon: Lexicon, place: int, taken: set[int]) -> Mention | None:
    name = words[place].capitalize()
    known = lexicon[name]
    if known & COMMON or name in INTERJECTIONS:
        return None
    if known & IS_PLACE and (
        name in lexicon.sure_places
        or not known & (FIRST | LAST)
        or (place and words[place - 1] in TO_PLACES)
    ):
        points = [0.0, 0.0, 0.0, 0.0]
        points[PLACE] = 2.5
        return Mention(place, place + 1, name, points)
    if not known & FIRST and name not in FAMOUS:
        return None
    points = [0.0, 0.0, 0.0, 0.0]
    if place + 1 < len(words) and place + 1 not in taken and words[place + 1].isalpha():
        family = words[place + 1].capitalize()
        behind = lexicon[family]
        if behind & LAST and not behind & COMMON and len(family) > 3:
            points[PERSON] = 2.0
            return Mention(place, place + 2, f"{name} {family}", points)
    points[PERSON] = 1.0
    return Mention(place, place + 1, name, points)
