"""The quotations of a text, each with its speaker."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from schemas.enriched_article import DetectedLanguage, Quote
from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.quotes.abroad import find_abroad
from workers.domain.enrichment.quotes.attribution import (
    Attribution,
    according,
    before,
    behind,
    later,
    main_subject,
)
from workers.domain.enrichment.quotes.marks import MARKS, Quotation, quotations
from workers.domain.enrichment.quotes.noun_phrases import Phrase, is_weak
from workers.domain.enrichment.quotes.outer_words import QUOTED, OuterWords, outer_words
from workers.domain.enrichment.quotes.people import Named, People
from workers.domain.enrichment.quotes.relays import relays
from workers.domain.enrichment.quotes.shape import (
    begins_sentence,
    is_adjective,
    is_label,
    is_whole,
    names_work,
)
from workers.domain.enrichment.quotes.speaker import Speaker, SpeakerReader
from workers.domain.enrichment.quotes.verbs import SAYING_ABROAD

SURE: Final = 0.5
"""Confidence from which a language other than English is believed."""
NEAR: Final = 2
"""Blocks over which a speaker is carried on."""


@dataclass(slots=True)
class _Heard:
    """One quotation on its way to a quote."""

    quotation: Quotation
    whole: bool
    block: int
    sentence: int
    """Where its sentence begins, in the reporter's words."""
    speaker: Speaker | None = None
    cue: str | None = None


@dataclass(slots=True)
class _Listener:
    text: AnalysedText
    reader: SpeakerReader
    heard: list[_Heard] = field(default_factory=list)
    waiting: list[_Heard] = field(default_factory=list)
    """Whole quotations before which nobody was named, until somebody is."""
    announced: Speaker | None = None
    """Whom a block named that ended with a colon."""
    holds_floor: bool = False
    """Whether the block before ended with a quotation."""
    last: Speaker | None = None
    last_block: int = -9

    def block(self, number: int, marks: list[int]) -> None:
        block = self.text.blocks[number]
        found = quotations(self.text, block, marks)
        outer = outer_words(self.text, block, found)
        if not found:
            self._indirect(outer, number)
            return
        previous: _Heard | None = None
        for index, quotation in enumerate(found):
            place = outer.quoted[index]
            start, end = outer.sentence(place)
            heard = _Heard(quotation, is_whole(self.text, quotation), number, start)
            self._attribute(outer, heard, place, end, previous)
            self.heard.append(heard)
            if heard.speaker:
                self._settle(heard)
            elif heard.whole:
                self.waiting.append(heard)
            previous = heard
        last = found[-1]
        tail = outer.words[outer.quoted[-1] + 1 :]
        self.holds_floor = last.goes_on or len(tail) <= 1
        self._announce(outer)
        if tail:
            start, end = outer.sentence(len(outer.words) - 1)
            if QUOTED not in outer.words[start:end]:
                self._remember_indirect(outer, start, end, number)

    def _attribute(
        self, outer: OuterWords, heard: _Heard, place: int, end: int, previous: _Heard | None
    ) -> None:
        start = heard.sentence
        relayed = False
        for found in self._beside(outer, heard, place, end):
            self._take(outer, heard, found)
            if heard.speaker is None:
                continue
            sentence = outer.lowered[start:end]
            if not relays(heard.speaker.name, heard.speaker.as_written, heard.cue or "", sentence):
                return
            heard.speaker, relayed = None, True
        if relayed and start < place:
            return
        label = is_label(self.text, heard.quotation)
        if previous and previous.speaker and not label:
            same = start == previous.sentence
            between = outer.words[_place_of(outer, previous) + 1 : place]
            opens = start == place and begins_sentence(self.text, heard.quotation)
            if same or (opens and QUOTED not in between):
                action = None if same else self._actor(outer, start, place, between)
                heard.speaker = action or previous.speaker
                heard.cue = previous.cue if same else None
                return
        if not heard.whole:
            return
        lead = outer.words[start:place]
        if len(lead) > 1 and lead[-1] in (":", ",", "—", "–", "--"):
            self._take(outer, heard, _without_cue(main_subject(outer, start, place)))
        elif not lead and start > 0:
            self._from_sentence_before(outer, heard, start)
        elif not lead and self.announced:
            heard.speaker = self.announced
        elif not lead and (
            (self.holds_floor and heard.block - self.last_block <= NEAR)
            or heard.block - self.last_block == 1
        ):
            heard.speaker = self.last

    def _beside(
        self, outer: OuterWords, heard: _Heard, place: int, end: int
    ) -> Iterator[Attribution]:
        """What stands beside a quotation in its sentence, the likeliest first."""
        quotation, start = heard.quotation, heard.sentence
        inner_end = self.text.text[quotation.end_char - 1 : quotation.end_char]
        label = is_label(self.text, quotation)
        if names_work(outer, place):
            return
        if not heard.whole and is_adjective(quotation, outer, place):
            return
        if not quotation.goes_on and (heard.whole or not label):
            found = behind(outer, place, ended=inner_end == "." and heard.whole)
            if found and (heard.whole or _joined(outer, place, inner_end)):
                yield found
        if place > start:
            found = before(outer, start, place)
            if found and not (label and not _leads_in(outer, found, place)):
                yield found
        if not quotation.goes_on and not label:
            found = later(outer, place, end)
            if found:
                yield found
        for first, last in ((place, end), (start, place)):
            found = according(outer, first, last)
            if found:
                yield found

    def _from_sentence_before(self, outer: OuterWords, heard: _Heard, start: int) -> None:
        begin, _ = outer.sentence(start - 1)
        found = before(outer, begin, start) if QUOTED not in outer.words[begin:start] else None
        if found:
            self._take(outer, heard, found)
            return
        subject = main_subject(outer, begin, start)
        if subject:
            speaker = self.reader.read(outer, subject)
            if speaker and (speaker.is_person or outer.words[start - 1] == ":"):
                heard.speaker = speaker

    def _actor(
        self, outer: OuterWords, start: int, place: int, between: list[str]
    ) -> Speaker | None:
        """`But Bell disagreed. “…”`: whose words follow what he did."""
        if start >= place and start > 0 and len(between) > 2:
            begin, _ = outer.sentence(start - 1)
            subject = main_subject(outer, begin, start)
            if subject and QUOTED not in outer.words[begin:start]:
                speaker = self.reader.read(outer, subject)
                return speaker if speaker and speaker.is_person else None
        return None

    def _take(self, outer: OuterWords, heard: _Heard, found: Attribution | None) -> None:
        if found is None or (
            found.speaker.end - found.speaker.first == 1
            and is_weak(outer, found.speaker.first)
            and found.speaker.is_name
        ):
            return
        speaker = self.reader.read(outer, found.speaker, self.last, heard.block - self.last_block)
        if speaker is None or (found.cue is None and not speaker.is_known):
            return
        heard.speaker = speaker
        if found.cue:
            heard.cue = _written(self.text, outer, *found.cue)

    def _settle(self, heard: _Heard) -> None:
        assert heard.speaker is not None
        self.last, self.last_block = heard.speaker, heard.block
        for one in self.waiting:
            if heard.block - one.block <= 1:
                one.speaker = heard.speaker
        self.waiting.clear()

    def _indirect(self, outer: OuterWords, number: int) -> None:
        """What is reported without marks still tells who holds the floor."""
        self.holds_floor = False
        if not outer.words:
            return
        start, end = outer.sentence(len(outer.words) - 1)
        self._remember_indirect(outer, start, end, number)
        self._announce(outer)

    def _remember_indirect(self, outer: OuterWords, start: int, end: int, number: int) -> None:
        found = before(outer, start, end)
        speaker = self.reader.read(outer, found.speaker) if found else None
        if speaker and speaker.is_person:
            self.last, self.last_block, self.holds_floor = speaker, number, True

    def _announce(self, outer: OuterWords) -> None:
        self.announced = None
        if outer.words and outer.words[-1] == ":":
            start, end = outer.sentence(len(outer.words) - 1)
            found = before(outer, start, end)
            subject = found.speaker if found else main_subject(outer, start, end)
            self.announced = self.reader.read(outer, subject) if subject else None


def find_quotes(
    text: AnalysedText, entities: Iterable[Named] = (), language: DetectedLanguage | None = None
) -> tuple[Quote, ...]:
    """What the text quotes, in its order: words that stand between marks and are attributed.

    Titles, nicknames and words held at arm's length are no quotes. A whole sentence between marks
    is one even where the text does not tell whose it is: its `speaker` is null. Speakers are looked
    for in English and, more simply, in the languages of `SAYING_ABROAD`. An outlet that passes a
    quotation on is not its speaker. Without `language` the text is taken for English.

    Time is linear in the length of the text.
    """
    marks = [place for place, word in enumerate(text.words) if word in MARKS]
    if not marks:
        return ()
    people = People(text, entities)
    code = language.code if language and language.confidence >= SURE else "en"
    if code not in ("en", "und"):
        return find_abroad(text, people, marks, SAYING_ABROAD.get(code, frozenset()))
    listener = _Listener(text, SpeakerReader(text, people))
    with_marks: dict[int, list[int]] = {}
    firsts = [block.first_token for block in text.blocks]
    for mark in marks:
        number = bisect_left(firsts, mark + 1) - 1
        if number >= 0 and mark < text.blocks[number].end_token:
            with_marks.setdefault(number, []).append(mark)
    for number in sorted({*with_marks, *(n - 1 for n in with_marks if n)}):
        listener.block(number, with_marks.get(number, []))
    return tuple(_quote(text, heard) for heard in listener.heard if _is_quote(text, heard))


def _is_quote(text: AnalysedText, heard: _Heard) -> bool:
    if heard.quotation.end_char <= heard.quotation.start_char:
        return False
    return heard.speaker is not None or (
        heard.whole and not is_label(text, heard.quotation) and heard.cue is not None
    )


def _quote(text: AnalysedText, heard: _Heard) -> Quote:
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


def _without_cue(phrase: Phrase | None) -> Attribution | None:
    return Attribution(phrase, None) if phrase else None


def _joined(outer: OuterWords, place: int, inner_end: str) -> bool:
    """Whether a comma joins a quoted fragment to what stands behind it."""
    after = outer.words[place + 1 : place + 2]
    return inner_end in ",!?" or after in ([","], ["—"], ["–"])


def _leads_in(outer: OuterWords, found: Attribution, place: int) -> bool:
    """Whether the verb stands right before the mark: what looks like a title may be a cry."""
    return found.cue is not None and (
        found.cue[1] == place
        or (found.cue[1] == place - 1 and outer.words[place - 1] in (":", ","))
    )


def _place_of(outer: OuterWords, heard: _Heard) -> int:
    return bisect_left(outer.tokens, heard.quotation.opening)


def _written(text: AnalysedText, outer: OuterWords, first: int, end: int) -> str:
    return text.text[text.starts[outer.tokens[first]] : text.ends[outer.tokens[end - 1]]]
