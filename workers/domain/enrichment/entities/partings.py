"""Where one run of capitals is two names."""

from typing import Final

from workers.domain.enrichment.entities.candidate import Line
from workers.domain.enrichment.entities.lexicon import (
    COMMON,
    FIRST,
    IS_PLACE,
    ORGANIZATION_NOUN,
    OTHER_NOUN,
    PLACE_NOUN,
    TITLE,
)
from workers.domain.enrichment.entities.vocabulary.people import OFFICE_WORDS

_NOUNS: Final = ORGANIZATION_NOUN | PLACE_NOUN | OTHER_NOUN


def inner_title(line: Line, first: int, end: int) -> int:
    """Where a title parts two names: `Larnland President Odile Vale`; 0 where none does."""
    if end - first > 1 and line.lexicon[line.words[end - 1]] & ORGANIZATION_NOUN:
        return 0
    for place in range(first + 1, end - 1):
        known = line.lexicon[line.words[place]]
        if (
            not known & TITLE
            or known & ORGANIZATION_NOUN
            or line.words[place].lower() in OFFICE_WORDS
        ):
            continue
        if not known & FIRST or (known & COMMON and line.lexicon[line.words[place + 1]] & FIRST):
            return place
    return 0


def inner_person(line: Line, first: int, end: int) -> int:
    """Where a person's full name follows another: `the Larn Film Festival Odile Vale`."""
    place = end - 2
    if place - first < 2 or not line.lexicon[line.words[place - 1]] & _NOUNS:
        return 0
    given, family = line.lexicon[line.words[place]], line.lexicon[line.words[place + 1]]
    if (
        given & FIRST
        and not given & (COMMON | IS_PLACE | TITLE | _NOUNS)
        and (not family & (COMMON | IS_PLACE | _NOUNS))
    ):
        return place
    return 0
