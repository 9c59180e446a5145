"""Short forms that a text uses for the full names that it gives."""

from collections.abc import Iterator
from typing import Final

from workers.domain.enrichment.entities.candidate import (
    ORGANIZATION,
    PERSON,
    PLACE,
    Mention,
    Points,
)
from workers.domain.enrichment.entities.lexicon import (
    CAPITALS,
    COMMON,
    DEMONYM,
    FIRST,
    IS_ORGANIZATION,
    IS_PLACE,
    Lexicon,
)
from workers.domain.enrichment.entities.vocabulary.organizations import COMPANY_FORMS
from workers.domain.enrichment.entities.vocabulary.people import LATER
from workers.domain.enrichment.entities.vocabulary.sport import CLUB_NOUNS, NICKNAMES

SHORT_FOR: Final = {
    "US": "United States",
    "U.S.": "United States",
    "U.S": "United States",
    "USA": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "EU": "European Union",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "UAE": "United Arab Emirates",
    "AP": "Associated Press",
    "ECB": "European Central Bank",
    "Fed": "Federal Reserve",
}
"""Short forms that the news uses without explaining them."""

_NO_SHORT_FORM: Final = FIRST | COMMON | IS_PLACE | DEMONYM | IS_ORGANIZATION
_CLUB_OPENERS: Final = frozenset("AC AS Al CD El FC RB SC SV".split())
_LONGEST_ACRONYM: Final = 7


def people(kinds: dict[str, int], known: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """What one word, and what several, stand for which person's full name.

    Family names come before given ones, and both before the names between; the first person of a
    name has it. Several words are in small letters: `von der leyen`.
    """
    full = [name for name, kind in kinds.items() if kind == PERSON and " " in name]
    one: dict[str, str] = {}
    several: dict[str, str] = {}
    for name in full:
        parts = _without_later(name)
        one.setdefault(parts[-1], name)
        for start in range(1, len(parts) - 1):
            several.setdefault(" ".join(parts[start:]).lower(), name)
    for name in full:
        given = name.split()[0]
        is_short = len(given) <= 4 and not given.endswith(".")
        is_plain = given not in known.places and not known[given] & COMMON
        if (is_short or is_plain) and given not in ("Al", "St."):
            one.setdefault(given, name)
    for name in full:
        for middle in _without_later(name)[1:-1]:
            if middle[0].isupper() and middle[-1] != "." and not known[middle] & (FIRST | COMMON):
                one.setdefault(middle, name)
    return one, several


def _without_later(name: str) -> list[str]:
    parts = name.split()
    while len(parts) > 2 and parts[-1] in LATER:
        parts.pop()
    return parts


def organizations(
    words: list[str],
    mentions: list[Mention],
    kinds: dict[str, int],
    totals: dict[str, Points],
    known: Lexicon,
) -> dict[str, str]:
    """What stands for which organisation's full name: `SCO`, `Veltrix`, `EU`."""
    short: dict[str, str] = {}
    full = [name for name, kind in kinds.items() if kind == ORGANIZATION and " " in name]
    for form, name in _explained(words, mentions, kinds, known):
        short.setdefault(form, name)
    for name in full:
        initials = _initials(name)
        if initials in totals and len(initials) > 1:
            short.setdefault(initials, name)
    for name in full:
        for form in _first_words(name, totals, known):
            short.setdefault(form, name)
    for form, name in SHORT_FOR.items():
        if form in kinds and name in kinds:
            short.setdefault(form, name)
    return {form: name for form, name in short.items() if form != name}


def _explained(
    words: list[str], mentions: list[Mention], kinds: dict[str, int], known: Lexicon
) -> Iterator[tuple[str, str]]:
    """`Shanghai Cooperation Organisation (SCO)`, `the National Liberation Army, or ELN,`."""
    last = len(words) - 2
    for mention in mentions:
        end = mention.end
        if end - mention.first < 2 or end >= last:
            continue
        if not (
            (words[end] == "(" and words[end + 2] == ")")
            or (words[end] == "," and words[end + 1] == "or")
        ):
            continue
        form = words[end + 1] if words[end] == "(" else words[end + 2]
        kind, is_known = kinds.get(mention.name), known[form]
        if not is_known & CAPITALS or is_known & IS_PLACE or kind == PERSON:
            continue
        if form[0] == mention.name[0].upper() or (
            kind == ORGANIZATION and not is_known & IS_ORGANIZATION
        ):
            yield form, mention.name


def _initials(name: str) -> str:
    initials = "".join(part[0] for part in name.split() if part[0].isupper())
    return initials if len(initials) <= _LONGEST_ACRONYM else ""


def _first_words(name: str, totals: dict[str, Points], known: Lexicon) -> Iterator[str]:
    """Veltrix and Veltrix Holdings for Veltrix Holdings Inc; no word, town or given name."""
    parts = name.split()
    if parts[-1] in COMPANY_FORMS and len(parts) <= 3:
        short = " ".join(parts[:-1])
        if short not in known.places and (len(parts) > 2 or not known[short] & COMMON):
            yield short
    if parts[0] in _CLUB_OPENERS and len(parts) == 2 and not known[parts[1]] & _NO_SHORT_FORM:
        yield parts[1]
    short = parts[0]
    points = totals.get(short)
    if points is None or known[short] & _NO_SHORT_FORM or len(short) < 3:
        return
    body = points[ORGANIZATION]
    if points[PERSON] <= body + 2.0 and points[PLACE] <= body + 0.5:
        yield short


def clubs(kinds: dict[str, int], known: Lexicon) -> dict[str, str]:
    """What town stands for which club of the text: `Denver` for `Denver Nuggets`."""
    found: dict[str, str] = {}
    for name, kind in kinds.items():
        town, _, noun = name.rpartition(" ")
        if (
            kind == ORGANIZATION
            and town in known.places
            and (noun in CLUB_NOUNS or noun in NICKNAMES)
        ):
            found.setdefault(town, name)
    return found
