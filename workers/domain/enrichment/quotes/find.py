"""The quotations of a text, each with its speaker."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from schemas.enriched_article import DetectedLanguage, Quote
from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.quotes.abroad import find_abroad
from workers.domain.enrichment.quotes.listening import Heard, Listener
from workers.domain.enrichment.quotes.marks import MARKS
from workers.domain.enrichment.quotes.people import Named, People
from workers.domain.enrichment.quotes.speaker import SpeakerReader
from workers.domain.enrichment.quotes.verbs import SAYING_ABROAD

SURE: Final = 0.6
"""Confidence from which a language other than English is believed."""

MOST_MARKS: Final = 10_000
"""Quotation marks of one text that are read: the longest interview of the corpus has 400."""


def find_quotes(
    text: AnalysedText, entities: Iterable[Named] = (), language: DetectedLanguage | None = None
) -> tuple[Quote, ...]:
    """What the text quotes, in its order: words that stand between marks and are attributed.

    Titles, nicknames and words held at arm's length are no quotes. An outlet that passes words on
    is not their speaker: where it alone is named, the speaker is null. Speakers are looked for in
    English and, more simply, in the languages of `SAYING_ABROAD`; in others a whole sentence
    between marks is a quote whose speaker is null. Without `language` the text is taken for
    English.

    Time is linear in the length of the text.
    """
    marks = _marks_by_block(text)
    if not marks:
        return ()
    people = People(text, entities)
    code = language.code if language and language.confidence >= SURE else "en"
    if code not in ("en", "und"):
        return find_abroad(text, people, marks, SAYING_ABROAD.get(code, frozenset()))
    listener = Listener(text, SpeakerReader(text, people))
    for number in sorted({*marks, *(number - 1 for number in marks if number)}):
        listener.block(number, marks.get(number, []))
    return tuple(_quote(text, heard) for heard in listener.heard if _is_quote(heard))


def _marks_by_block(text: AnalysedText) -> dict[int, list[int]]:
    """The tokens that may be quotation marks, by the number of their block."""
    marks: dict[int, list[int]] = {}
    firsts = [block.first_token for block in text.blocks]
    places = [place for place, word in enumerate(text.words) if word in MARKS]
    for place in places[:MOST_MARKS]:
        number = bisect_right(firsts, place) - 1
        if number >= 0 and place < text.blocks[number].end_token:
            marks.setdefault(number, []).append(place)
    return marks


def _is_quote(heard: Heard) -> bool:
    if heard.quotation.end_char <= heard.quotation.start_char:
        return False
    return heard.speaker is not None or (heard.whole and not heard.label and heard.cue is not None)


def _quote(text: AnalysedText, heard: Heard) -> Quote:
    start, end = heard.quotation.start_char, heard.quotation.end_char
    speaker = heard.speaker
    return Quote(
        text=text.text[start:end],
        start_char=start,
        end_char=end,
        speaker=speaker.name if speaker else None,
        speaker_as_written=speaker.as_written if speaker else None,
        cue=heard.cue,
        kind="direct" if heard.whole else "mixed",
    )
