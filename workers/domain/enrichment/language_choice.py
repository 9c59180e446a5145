"""One language out of what two libraries, the letters and a few words say."""

import re
from enum import StrEnum
from typing import Final

from workers.domain.enrichment.language_detectors import UNKNOWN, Votes
from workers.domain.enrichment.language_letters import may_be, told_by_letters
from workers.domain.enrichment.language_neighbours import (
    NEAR,
    is_kurmanji,
    told_apart,
    told_by_reflex,
    told_by_small_words,
)


class Ground(StrEnum):
    """What an answer rests on: the measured share of right answers differs between them."""

    SCRIPT = "script"
    """The script belongs to one language."""
    BOTH = "both"
    """Both libraries say so, and eldc is sure."""
    SURE = "sure"
    """eldc is sure, cld2 says something else."""
    NEIGHBOUR = "neighbour"
    """eldc is sure of a neighbour of what cld2 says."""
    WORDS = "words"
    """Words told neighbours apart."""
    CLD2 = "cld2"
    """eldc is not sure, and cld2 names a language that eldc does not know."""
    BOTH_UNSURE = "both_unsure"
    """Both libraries say so, and eldc is not sure."""
    GUESS = "guess"
    """The libraries disagree and eldc is not sure."""


_SHAKY: Final = frozenset((Ground.GUESS, Ground.BOTH_UNSURE))
_ONLY_CLD2: Final = frozenset(
    "af as ba br bs ceb co cy eo fo fy ga gd gl ha ht ig jv kk km ky lb lg ln mg mi mk mn mt my "
    "ne ny oc om ps rw sd si sn so ss st su sw tg ti tk tn ts tt ug uz wo xh yi zu".split()
)
"""What is taken from cld2 alone: what news is written in. Its other answers on short texts (Manx,
Scots, Sango, Bislama) were wrong more often than right."""
_PAIRS: Final = (
    ("", frozenset(("no", "da", "sv"))),
    ("af", frozenset(("af", "nl"))),
    ("gl", frozenset(("gl", "es", "pt"))),
)
"""Neighbours between which words decide where the libraries disagree. In a draw eldc is right,
save for the one that it does not know, which stands before."""
_SOUTH_SLAVIC: Final = ("hr", "bs", "sr")
DOUBTFUL: Final = NEAR.keys() | set(_SOUTH_SLAVIC) | {"da", "no", "sv"}
"""Answers of eldc that may stand for a neighbour, however sure it is."""
_ALSO: Final = {"war": "ceb", "nso": "st"}
_SERBIAN_LETTERS: Final = re.compile("[јљњџ]", re.IGNORECASE)
_RUSSIAN_LETTERS: Final = re.compile("[ыэё]", re.IGNORECASE)


def choose(words: str, script: str, seen: Votes) -> tuple[str, Ground]:
    """The language that the votes come to, and on what ground; `und` where nobody knows."""
    first, second, sure = seen.eldc, _ALSO.get(seen.cld2, seen.cld2), seen.sure
    if not may_be(second, words):
        second = UNKNOWN
    if not sure and not may_be(first, words):
        first = second
    settled = _in_script(words, script, first, second, sure=sure)
    if settled:
        return settled
    code, ground = _by_votes(first, second, sure=sure)
    if script == "Latn" and ground in _SHAKY and code not in _ONLY_CLD2:
        told = told_by_letters(words) or told_by_small_words(words)
        if told and told != code:
            return told, Ground.GUESS
    return code, ground


def _in_script(
    words: str, script: str, first: str, second: str, *, sure: bool
) -> tuple[str, Ground] | None:
    """What is known of the neighbours within a script; None where the votes stand."""
    match script:
        case "Latn":
            return _latin(words, first, second, sure=sure)
        case "Cyrl":
            return _cyrillic(words, first, second, sure=sure)
        case "Deva":
            return _devanagari(words, first, second)
        case "Arab" if "ku" in (first, second) and second != "ug":
            return "ckb", Ground.BOTH if first == second else Ground.GUESS
        case "Hani":
            return "zh", Ground.BOTH if first == "zh" else Ground.GUESS
        case _:
            return None


def _by_votes(first: str, second: str, *, sure: bool) -> tuple[str, Ground]:
    if first == second:
        return first, Ground.BOTH if sure else Ground.BOTH_UNSURE
    if second in NEAR.get(first, ()):
        return second, Ground.NEIGHBOUR
    if sure:
        return first, Ground.SURE
    if second in _ONLY_CLD2:
        return second, Ground.CLD2
    return (first if first != UNKNOWN else second), Ground.GUESS


def _latin(words: str, first: str, second: str, *, sure: bool) -> tuple[str, Ground] | None:
    if not sure and (first != second or first == "tr") and is_kurmanji(words):
        return "ku", Ground.WORDS
    if first == "ms" and second not in ("jv", "su") and (sure or second in ("id", "ms")):
        guess = second if second in ("id", "ms") else "id"
        return _told_or(guess, words, ("id", "ms"))
    if first in _SOUTH_SLAVIC and (sure or second in _SOUTH_SLAVIC):
        told = told_by_reflex(words)
        if told:
            return told, Ground.WORDS
        return _told_or(second if second in _SOUTH_SLAVIC else first, words, _SOUTH_SLAVIC)
    for favourite, near in _PAIRS:
        if first in near and second in near and first != second:
            return _told_or(second if second == favourite else first, words, (first, second))
    if first in ("da", "no") and not sure:
        told = told_apart(words, ("no", "da"))
        return (told, Ground.WORDS) if told else None
    return None


def _told_or(guess: str, words: str, codes: tuple[str, ...]) -> tuple[str, Ground]:
    told = told_apart(words, codes)
    return (told, Ground.WORDS) if told else (guess, Ground.GUESS)


def _cyrillic(words: str, first: str, second: str, *, sure: bool) -> tuple[str, Ground] | None:
    if _SERBIAN_LETTERS.search(words) and {first, second} & {"sr", "mk", "bg", "uk"}:
        told = told_apart(words, ("sr", "mk"))
        if told:
            return told, Ground.WORDS
        return ("mk" if "mk" in (first, second) else "sr"), Ground.GUESS
    unsure = first == "bg" and not sure and second in ("ru", "sr", UNKNOWN)
    if unsure or {first, second} == {"bg", "ru"}:
        told = "ru" if _RUSSIAN_LETTERS.search(words) else told_apart(words, ("bg", "ru"))
        return (told, Ground.WORDS) if told else None
    return None


def _devanagari(words: str, first: str, second: str) -> tuple[str, Ground] | None:
    near = ("hi", "mr", "ne")
    if first == second:
        return None
    return _told_or(second if second in near else first, words, near)
