"""Runs of words that may be one name: capitals, and the small words that join them."""

from collections.abc import Iterator
from typing import Final

from workers.domain.enrichment.entities.candidate import Line
from workers.domain.enrichment.entities.lexicon import (
    COMMON,
    FIRST,
    FUNCTION,
    IN_CALENDAR,
    IS_ORGANIZATION,
    IS_PLACE,
    LAST,
    ORGANIZATION_NOUN,
    OTHER_NOUN,
    PLACE_NOUN,
    PLACE_OPENER,
    TITLE,
    is_capital,
)
from workers.domain.enrichment.entities.vocabulary.english import JOINS
from workers.domain.enrichment.entities.vocabulary.organizations import COMPANY_FORMS
from workers.domain.enrichment.entities.vocabulary.people import FAMILY_LINKS

OPENERS: Final = frozenset((*'.!?\n"“‘:—…•;*―|-–', "``", "''", "--", "...", ".."))
"""Signs behind which a capital tells nothing."""
_LONGEST: Final = 30
"""Words of a run: a longer one is a list or a shout, and is taken in pieces."""
_NOUNS: Final = ORGANIZATION_NOUN | PLACE_NOUN | OTHER_NOUN


def runs(line: Line) -> Iterator[tuple[int, int]]:
    """The first word of each run in a line, and the word after its last one."""
    done = line.first
    for place in line.capitals:
        if place < done or _stands_alone(line, place):
            continue
        end = place + 1
        while end < line.end and end - place < _LONGEST:
            step = _step(line, place, end)
            if not step:
                break
            end += step
        done = end
        yield place, end


def _stands_alone(line: Line, place: int) -> bool:
    """A word that is no name, with no name behind it: most of what opens a sentence."""
    known = line.lexicon[line.words[place]]
    if known & (IS_ORGANIZATION | IS_PLACE | PLACE_OPENER):
        return False
    opens = place == line.first or line.words[place - 1] in OPENERS
    if not (known & (FUNCTION | IN_CALENDAR) or (known == COMMON and opens)):
        return False
    behind = line.at(place + 1)
    return not behind or behind == "," or (behind.islower() and behind not in JOINS)


def _step(line: Line, start: int, end: int) -> int:
    """How many words at `end` still belong to the run: none, one, or a small word and its twin."""
    word, behind = line.words[end], line.at(end + 1)
    if is_capital(word):
        return 0 if line.lexicon[word] & IN_CALENDAR else 1
    if word not in JOINS or (word == "of" and line.words[end - 1] in COMPANY_FORMS):
        return 0
    if behind and is_capital(behind):
        return int(_joins(line, word, start, end))
    later = line.at(end + 2)[:1].isupper()
    if word == "of" and behind == "the" and later:
        before = line.lexicon[line.words[end - 1]]
        return 2 * (
            bool(before & ORGANIZATION_NOUN)
            or (
                bool(before & COMMON)
                and end - start == 1  # not Odile Vale of the Harbour Trust
                and not _opens_sentence(line, end - 1)
            )
        )
    return 2 * (word in FAMILY_LINKS and behind in FAMILY_LINKS and later)


def _joins(line: Line, word: str, start: int, place: int) -> bool:
    """Whether a small word between two capitals stands inside one name."""
    before = line.lexicon[line.words[place - 1]]
    opens = line.lexicon[line.words[start + (line.words[start] == "The")]]
    match word:
        case "for":  # Court of Arbitration for Sport
            return bool(before & _NOUNS or (opens & ORGANIZATION_NOUN and place - start > 1))
        case "of":
            return bool(before & _NOUNS) or (
                bool(before & COMMON)
                and not before & (FIRST | TITLE)
                and not (before & LAST and place - start > 1)  # Odile Vale of Oslo
                and not _opens_sentence(line, place - 1)
            )
        case "and":
            return _joins_by_and(line, before, place)
        case "the":
            return False
        case "on":
            return bool(before & ORGANIZATION_NOUN)
        case "in":  # Organisation for Security and Cooperation in Europe
            return (
                bool(opens & ORGANIZATION_NOUN)
                and "for" in line.words[start:place]
                and " ".join(line.words[start:place]) not in line.lexicon.organizations
            )
        case "y":
            return bool(before & (LAST | FIRST))
        case _:
            return True


def _opens_sentence(line: Line, place: int) -> bool:
    """Where `Shares of Veltrix` is no name."""
    return place == line.first or line.words[place - 1] in OPENERS


def _joins_by_and(line: Line, before: int, place: int) -> bool:
    behind = line.words[place + 1 : min(place + 4, line.end)]
    if line.words[place - 1] in COMPANY_FORMS or not any(
        word[0].isupper() and line.lexicon[word] & (ORGANIZATION_NOUN | OTHER_NOUN)
        for word in behind
    ):
        return False
    return bool(before & COMMON) or not before & (IS_PLACE | ORGANIZATION_NOUN | FIRST | LAST)
