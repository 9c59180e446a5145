"""The lines of a text by their look: running text, tables, and lines of capitals."""

from typing import Final, NamedTuple

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.candidate import Line
from workers.domain.enrichment.entities.lexicon import Lexicon, is_capital
from workers.domain.enrichment.entities.vocabulary.sport import BEATS, NICKNAMES, SPORT_WORDS

_UNREAD: Final = ("code", "embed")
"""Blocks that are no text."""


class FlatLine(NamedTuple):
    """A line in capitals, or with a capital on nearly every word: a headline, a shout."""

    first: int
    end: int
    all_capitals: bool
    figures: int


def lines_of(text: AnalysedText, lexicon: Lexicon) -> tuple[list[Line], list[FlatLine]]:
    """Lines with capitals that tell something, and lines whose capitals do not."""
    lines: list[Line] = []
    flat: list[FlatLine] = []
    for first, end in _stretches(text):
        words = text.words[first:end]
        capitals = [  # half the time of calling for each word
            place
            for place, word in enumerate(words, first)
            if word[0].isupper() or (word[2:3] == "-" and is_capital(word))
        ]
        if not capitals:
            continue
        line = Line(text.words, lexicon, first, end, capitals, is_table=False, sport=0)
        if len(words) >= 40 and len(capitals) * 4 < len(words):  # an ordinary paragraph
            line.sport = _sport(words)
            lines.append(line)
            continue
        found = _flat_line(line, words)
        if found is None:
            _look_for_table(line, words)
            lines.append(line)
        else:
            flat.append(found)
    _spread_sport(lines)
    return lines, flat


def _stretches(text: AnalysedText) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    for block in text.blocks:
        if block.kind in _UNREAD or block.first_token == block.end_token:
            continue
        start = block.first_token
        words = text.words[start : block.end_token]
        for place in [place for place, word in enumerate(words, start) if word[0] == "\n"]:
            if place > start:
                stretches.append((start, place))
            start = place + 1
        if block.end_token > start:
            stretches.append((start, block.end_token))
    return stretches


def _flat_line(line: Line, words: list[str]) -> FlatLine | None:
    high = len(line.capitals)
    small = sum(map(str.islower, words))
    loud = sum(map(str.isupper, words))
    figures = _figures(words)
    if high >= 3 and loud >= 3 and loud >= 0.6 * (high + small) and small <= 0.3 * high:
        return FlatLine(line.first, line.end, all_capitals=True, figures=figures)
    parted = words.count(",") + words.count(";") + words.count("(")
    if figures >= 2 or parted >= 2:
        return None
    is_sentence = words[-1] in (".", "?", "!")
    if (high >= 5 and small <= 0.45 * high and not is_sentence) or (
        high >= (9 if is_sentence else 6) and small <= 0.3 * high
    ):
        return FlatLine(line.first, line.end, all_capitals=False, figures=figures)
    return None


def _figures(words: list[str]) -> int:
    return sum([word[0].isdigit() for word in words])


def _look_for_table(line: Line, words: list[str]) -> None:
    figures, small = _figures(words), sum(map(str.islower, words))
    line.is_table = (figures >= 2 and small <= 3 and small <= 0.6 * len(line.capitals)) or (
        figures >= 4 and small <= 5
    )
    line.sport = 2 * line.is_table + _sport(words) + (figures >= 2 and not BEATS.isdisjoint(words))


def _sport(words: list[str]) -> int:
    return len(SPORT_WORDS.intersection(words)) + len(NICKNAMES.intersection(words))


def _spread_sport(lines: list[Line]) -> None:
    """A line between lines about sport is about sport: three on each side are counted."""
    counts = [line.sport for line in lines]
    for place, line in enumerate(lines):
        around = counts[max(0, place - 3) : place + 4]
        near = sum(around)
        if line.sport < 2 and near >= 6 and near >= len(around):
            line.sport = 2
