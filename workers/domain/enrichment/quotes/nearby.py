"""What stands beside a quotation in its own sentence, the likeliest first."""

from collections.abc import Iterator
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.quotes.before import before
from workers.domain.enrichment.quotes.behind import Attribution, according, behind, later
from workers.domain.enrichment.quotes.marks import Quotation
from workers.domain.enrichment.quotes.outer_words import OuterWords
from workers.domain.enrichment.quotes.shape import is_label

_JOINING: Final = frozenset(",!?")


def nearby(
    text: AnalysedText, outer: OuterWords, quotation: Quotation, place: int, *, whole: bool
) -> Iterator[Attribution]:
    """Who may have said it: by what stands behind, before, further behind, and `according to`.

    `place` is the quotation's among the reporter's words; `whole` that it is a sentence by itself.
    """
    label = is_label(text, quotation)
    start, end = outer.sentence(place)
    closed = not quotation.goes_on
    if closed and (whole or not label):
        yield from _right_behind(text, outer, quotation, place, whole=whole)
    found = before(outer, start, place)
    if found and (not label or _leads_in(outer, found, place)):
        yield found
    found = later(outer, place, end) if closed and not label else None
    if found:
        yield found
    for first, last in ((place, end), (start, place)):
        found = according(outer, first, last)
        if found:
            yield found


def _right_behind(
    text: AnalysedText, outer: OuterWords, quotation: Quotation, place: int, *, whole: bool
) -> Iterator[Attribution]:
    last = text.text[quotation.end_char - 1 : quotation.end_char]
    found = behind(outer, place, ended=last == "." and whole)
    after = outer.words[place + 1 : place + 2]
    joined = last in _JOINING or after in ([","], ["—"], ["–"])
    if found and (whole or joined):
        yield found


def _leads_in(outer: OuterWords, found: Attribution, place: int) -> bool:
    """Whether the verb stands right before the mark: what looks like a title may be a cry."""
    if found.cue is None:
        return False
    return found.cue[1] == place or (
        found.cue[1] == place - 1 and outer.words[place - 1] in (":", ",")
    )
