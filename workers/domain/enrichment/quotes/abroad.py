"""Quotations in languages other than English: the marks, and the name beside a verb of saying."""

from typing import Final

from schemas.enriched_article import Quote
from workers.domain.enrichment.analysed_text import AnalysedText, TextBlock
from workers.domain.enrichment.entities.lexicon import FIRST, lexicon
from workers.domain.enrichment.quotes.marks import Quotation, quotations
from workers.domain.enrichment.quotes.people import People
from workers.domain.enrichment.quotes.shape import is_label, is_whole

REACH: Final = 14
"""Tokens beside a quotation within which verb and name are looked for."""
_STOPS: Final = frozenset((".", "!", "?", ";"))
SIGNS: Final = 8
"""Signs between corner brackets that are more than a name; fewer where と, `that`, follows."""
LONGEST_NAME: Final = 6
_WITHIN: Final = frozenset("de la van von di del da dos du le el al bin".split())


def find_abroad(
    text: AnalysedText, people: People, marks: dict[int, list[int]], verbs: frozenset[str]
) -> tuple[Quote, ...]:
    """Quotes whose speaker stands beside a verb of `verbs`, and whole sentences without one.

    `marks` are the tokens that may be quotation marks, by the number of their block.
    """
    return tuple(
        quote
        for number in sorted(marks)
        for quotation in quotations(text, text.blocks[number], marks[number])
        if (quote := _read(text, people, text.blocks[number], quotation, verbs))
    )


def _read(
    text: AnalysedText,
    people: People,
    block: TextBlock,
    quotation: Quotation,
    verbs: frozenset[str],
) -> Quote | None:
    start, end = quotation.start_char, quotation.end_char
    whole = is_whole(text, quotation) or _is_signs(text, quotation)
    verb = _verb_behind(text, block, quotation, verbs)
    name = _name(text, people, verb + 1, min(verb + REACH, block.end_token)) if verb >= 0 else None
    if name is None:
        verb = _verb_before(text, block, quotation, verbs)
        if verb >= 0:
            name = _name_before(text, people, max(block.first_token, verb - REACH), verb)
    if end <= start or (name is None and (not whole or is_label(text, quotation))):
        return None
    speaker, written = name or (None, None)
    return Quote(
        text=text.text[start:end],
        start_char=start,
        end_char=end,
        speaker=speaker,
        speaker_as_written=written,
        cue=text.words[verb] if name and verb >= 0 else None,
        kind="direct" if whole else "mixed",
    )


def _is_signs(text: AnalysedText, quotation: Quotation) -> bool:
    words = text.text[quotation.start_char : quotation.end_char]
    if text.words[quotation.opening] not in "「『":
        return False
    return len(words) >= SIGNS or text.text[quotation.end_char + 1 :][:1] == "と"


def _verb_behind(
    text: AnalysedText, block: TextBlock, quotation: Quotation, verbs: frozenset[str]
) -> int:
    for at in range(quotation.closing + 1, min(quotation.closing + 8, block.end_token)):
        if text.words[at] in _STOPS:
            break
        if text.lowered[at] in verbs:
            while at + 1 < block.end_token and text.lowered[at + 1] in verbs:
                at += 1
            return at
    return -1


def _verb_before(
    text: AnalysedText, block: TextBlock, quotation: Quotation, verbs: frozenset[str]
) -> int:
    for at in range(
        quotation.opening - 1, max(block.first_token, quotation.opening - REACH) - 1, -1
    ):
        if text.words[at] in _STOPS:
            break
        if text.lowered[at] in verbs:
            return at
    return -1


def _name(text: AnalysedText, people: People, first: int, end: int) -> tuple[str, str] | None:
    """The person named from a place on, else the words with capitals."""
    persons = people.persons_between(first, end)
    stop = next((at for at in range(first, end) if text.words[at] in _STOPS), end)
    if persons and persons[0].first < stop:
        mention = persons[0]
        return mention.name, text.text[text.starts[mention.first] : text.ends[mention.end - 1]]
    return _capitals(text, first, min(stop, first + 5))


def _name_before(
    text: AnalysedText, people: People, first: int, end: int
) -> tuple[str, str] | None:
    persons = people.persons_between(first, end)
    if persons:
        mention = persons[-1]
        return mention.name, text.text[text.starts[mention.first] : text.ends[mention.end - 1]]
    return _capitals(text, first, end)


def _capitals(text: AnalysedText, first: int, end: int) -> tuple[str, str] | None:
    """Two and more words with capitals; titles before a known given name are left out."""
    known = lexicon()
    at = first
    while at < end:
        after = _capitals_end(text, at)
        if after - at >= 2:
            given = (i for i in range(at, after - 1) if known[text.words[i]] & FIRST)
            at = next(given, at)
            written = text.text[text.starts[at] : text.ends[after - 1]]
            return written, written
        at = max(after, at + 1)
    return None


def _capitals_end(text: AnalysedText, at: int) -> int:
    after = at
    for word in text.words[at : at + LONGEST_NAME]:
        if not (word[:1].isupper() or (after > at and word in _WITHIN)):
            break
        after += 1
    while after > at and not text.words[after - 1][:1].isupper():
        after -= 1
    return after
