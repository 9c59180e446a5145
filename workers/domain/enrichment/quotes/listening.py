"""Goes through the blocks of a text and keeps in mind who is speaking."""

from dataclasses import dataclass, field
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.quotes.before import before, main_subject
from workers.domain.enrichment.quotes.behind import Attribution
from workers.domain.enrichment.quotes.marks import Quotation, quotations
from workers.domain.enrichment.quotes.nearby import nearby
from workers.domain.enrichment.quotes.noun_phrases import Phrase, is_weak
from workers.domain.enrichment.quotes.outer_words import QUOTED, OuterWords, outer_words
from workers.domain.enrichment.quotes.relays import relays
from workers.domain.enrichment.quotes.shape import (
    begins_sentence,
    is_adjective,
    is_label,
    is_whole,
    names_work,
)
from workers.domain.enrichment.quotes.speaker import Speaker, SpeakerReader

NEAR: Final = 2
"""Blocks over which a speaker is carried on."""
_LEADING_IN: Final = frozenset((":", ",", "—", "–", "--"))


@dataclass(slots=True)
class Heard:
    """One quotation and what became known of it."""

    quotation: Quotation
    whole: bool
    """It is a sentence or clause of its own."""
    label: bool
    """It looks like a title."""
    block: int
    place: int
    """Where it stands among the reporter's words of its block."""
    cut: int
    """Where its sentence begins there."""
    speaker: Speaker | None = None
    cue: str | None = None


@dataclass(slots=True)
class Listener:
    """Hears one block after the other."""

    text: AnalysedText
    reader: SpeakerReader
    heard: list[Heard] = field(default_factory=list)
    waiting: list[Heard] = field(default_factory=list)
    """Whole quotations before which nobody was named, until somebody is."""
    announced: Speaker | None = None
    """Whom a block named that ended with a colon."""
    holds_floor: bool = False
    """Whether the block before ended with a quotation, or with what somebody says."""
    last: Speaker | None = None
    last_block: int = -9

    def block(self, number: int, marks: list[int]) -> None:
        """Hears a block; `marks` are its tokens that may be quotation marks."""
        block = self.text.blocks[number]
        found = quotations(self.text, block, marks)
        outer = outer_words(self.text, block, found)
        self.holds_floor = self.holds_floor and bool(found)
        previous: Heard | None = None
        for place, quotation in zip(outer.quoted, found, strict=True):
            whole, label = is_whole(self.text, quotation), is_label(self.text, quotation)
            cut = outer.cut_before(place)
            heard = Heard(quotation, whole, label, number, place, cut)
            self._attribute(outer, heard, previous)
            self.heard.append(heard)
            if heard.speaker:
                self._settle(heard.speaker, number)
            elif whole and not label:
                self.waiting.append(heard)
            previous = heard
        if found:
            self.holds_floor = found[-1].goes_on or outer.quoted[-1] >= len(outer.words) - 2
        self._listen_to_the_end(outer, number)

    def _attribute(self, outer: OuterWords, heard: Heard, previous: Heard | None) -> None:
        place = heard.place
        if names_work(outer, place, label=heard.label):
            return
        if not heard.whole and is_adjective(heard.quotation, outer, place):
            return
        relayed = False
        for found in nearby(self.text, outer, heard.quotation, place, whole=heard.whole):
            self._take(outer, heard, found)
            if heard.speaker and not self._relays(outer, heard, heard.speaker):
                return
            relayed = relayed or heard.speaker is not None
            heard.speaker = None
        if relayed and heard.cut < place:
            return
        if previous and previous.speaker and self._goes_on(outer, heard, previous):
            return
        if heard.whole:
            self._from_around(outer, heard)

    def _goes_on(self, outer: OuterWords, heard: Heard, previous: Heard) -> bool:
        """Takes the speaker of the quotation before, where it is the same sentence or the next."""
        if heard.label:
            return False
        same = heard.cut == previous.cut
        opens = heard.cut == heard.place and begins_sentence(self.text, heard.quotation)
        if not same and not opens:
            return False
        action = None if same else self._actor(outer, heard, previous)
        heard.speaker = action or previous.speaker
        heard.cue = previous.cue if same else None
        return True

    def _from_around(self, outer: OuterWords, heard: Heard) -> None:
        """Takes the speaker from what leads in, the sentence before, or the blocks before."""
        start, _ = outer.sentence(heard.place)
        apart = heard.block - self.last_block
        if start < heard.place:
            if outer.words[heard.place - 1] in _LEADING_IN and heard.place - start > 1:
                subject = main_subject(outer, start, heard.place)
                self._take(outer, heard, Attribution(subject, None) if subject else None)
        elif start > 0:
            self._from_sentence_before(outer, heard, start)
        elif self.announced:
            heard.speaker = self.announced
        elif apart == 1 or (self.holds_floor and apart <= NEAR):
            heard.speaker = self.last

    def _from_sentence_before(self, outer: OuterWords, heard: Heard, start: int) -> None:
        begin, _ = outer.sentence(start - 1)
        found = before(outer, begin, start) if QUOTED not in outer.words[begin:start] else None
        if found:
            self._take(outer, heard, found)
            return
        speaker = self._read(outer, main_subject(outer, begin, start))
        if speaker and (speaker.is_person or outer.words[start - 1] == ":"):
            heard.speaker = speaker

    def _actor(self, outer: OuterWords, heard: Heard, previous: Heard) -> Speaker | None:
        """`But Bell disagreed. “…”`: whose words follow what he did."""
        if heard.place - previous.place <= NEAR:
            return None
        begin, end = outer.sentence(heard.place - 1)
        if QUOTED in outer.words[begin:end]:
            return None
        speaker = self._read(outer, main_subject(outer, begin, end))
        return speaker if speaker and speaker.is_person else None

    def _take(self, outer: OuterWords, heard: Heard, found: Attribution | None) -> None:
        if found is None:
            return
        phrase = found.speaker
        if phrase.is_name and phrase.end - phrase.first == 1 and is_weak(outer, phrase.first):
            return
        apart = heard.block - self.last_block
        speaker = self.reader.read(outer, phrase, self.last, apart)
        if found.cue is None and not speaker.is_known:
            return
        heard.speaker = speaker
        if found.cue:
            first, last = (outer.tokens[place] for place in (found.cue[0], found.cue[1] - 1))
            heard.cue = self.text.text[self.text.starts[first] : self.text.ends[last]]

    def _relays(self, outer: OuterWords, heard: Heard, speaker: Speaker) -> bool:
        start, end = outer.sentence(heard.place)
        cue = heard.cue or ""
        return relays(speaker.name, speaker.as_written, cue, outer.lowered[start:end])

    def _settle(self, speaker: Speaker, number: int) -> None:
        self.last, self.last_block = speaker, number
        for one in self.waiting:
            if number - one.block <= 1:
                one.speaker = speaker
        self.waiting.clear()

    def _listen_to_the_end(self, outer: OuterWords, number: int) -> None:
        """What is reported without marks, or ends with a colon, tells whose words come next."""
        self.announced = None
        if not outer.words:
            return
        start, end = outer.sentence(len(outer.words) - 1)
        found = before(outer, start, end)
        if found and QUOTED not in outer.words[start:end]:
            speaker = self._read(outer, found.speaker)
            if speaker and speaker.is_person:
                self.last, self.last_block, self.holds_floor = speaker, number, True
        if outer.words[-1] == ":":
            subject = found.speaker if found else main_subject(outer, start, end)
            self.announced = self._read(outer, subject)

    def _read(self, outer: OuterWords, phrase: Phrase | None) -> Speaker | None:
        return self.reader.read(outer, phrase) if phrase else None
