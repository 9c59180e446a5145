"""The reporter's own words of a block, with each quotation folded into one sign."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText, TextBlock
from workers.domain.enrichment.quotes.marks import Quotation

QUOTED: Final = "\x02"
"""Stands for a quotation among the reporter's words."""
WINDOW: Final = 80
"""Words on either side of a place that are looked at: it keeps the time linear, and the longest
sentence of the development set with its speaker further away was not found."""


@dataclass(frozen=True, slots=True)
class OuterWords:
    """What the reporter says himself: parallel lists, one place a word or quotation."""

    words: list[str]
    lowered: list[str]
    tokens: list[int]
    """The place of each in the text; of a quotation, its opening mark."""
    quoted: list[int]
    """Where the quotations stand, in order."""
    cuts: list[int]
    """Where sentences begin, the first at 0."""

    def cut_before(self, place: int) -> int:
        """Where the sentence begins that holds a place."""
        return self.cuts[bisect_right(self.cuts, place) - 1]

    def sentence(self, place: int) -> tuple[int, int]:
        """The first place of the sentence that holds a place, and the one after its last.

        Of an endless sentence, what is within `WINDOW` of the place.
        """
        after = bisect_right(self.cuts, place)
        end = self.cuts[after] if after < len(self.cuts) else len(self.words)
        return max(self.cuts[after - 1], place - WINDOW), min(end, place + WINDOW)


def outer_words(text: AnalysedText, block: TextBlock, found: list[Quotation]) -> OuterWords:
    """A block's words outside its quotations."""
    words: list[str] = []
    lowered: list[str] = []
    tokens: list[int] = []
    quoted: list[int] = []
    at = block.first_token
    for quotation in found:
        words += text.words[at : quotation.opening]
        lowered += text.lowered[at : quotation.opening]
        tokens += range(at, quotation.opening)
        quoted.append(len(words))
        words.append(QUOTED)
        lowered.append(QUOTED)
        tokens.append(quotation.opening)
        at = min(quotation.closing + 1, block.end_token)
    words += text.words[at : block.end_token]
    lowered += text.lowered[at : block.end_token]
    tokens += range(at, block.end_token)
    return OuterWords(words, lowered, tokens, quoted, _cuts(text, block, found, tokens))


def _cuts(
    text: AnalysedText, block: TextBlock, found: list[Quotation], tokens: list[int]
) -> list[int]:
    sentences = text.sentences
    first = bisect_left(sentences, block.first_token, key=lambda sentence: sentence.first_token)
    cuts = [0]
    inside = 0
    for sentence in sentences[first:]:
        begin = sentence.first_token
        if begin >= block.end_token:
            break
        while inside < len(found) and found[inside].closing < begin:
            inside += 1
        if inside < len(found) and found[inside].opening < begin:
            continue  # it begins inside the quotation
        place = bisect_left(tokens, begin)
        if place > cuts[-1]:
            cuts.append(place)
    return cuts
