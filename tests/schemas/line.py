"""The pure line: everything that becomes of one record, stage after stage."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from schemas.dead_letter import SOURCE_RECORD_HEADER, Reason
from schemas.topics import ARTICLES, RAW_POSTS, STORY_CANDIDATES
from workers.domain.stories.settings import DEFAULT
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Bury, Drop, Forward, OutputRecord, Record, Stage, Tombstone
from workers.stages.stories import StoriesStage

MAX_POST_BYTES = 4 << 20
MAX_POSTS = 1_000


@dataclass(slots=True)
class Written:
    """What the line made of one record."""

    outputs: list[OutputRecord] = field(default_factory=list)
    tombstones: list[Tombstone] = field(default_factory=list)
    letters: list[Bury] = field(default_factory=list)
    dropped: int = 0

    @property
    def answers(self) -> list[str]:
        """The topic of every record that names what it was made from, tombstones among them."""
        everything: list[OutputRecord | Tombstone] = [*self.outputs, *self.tombstones]
        return [one.topic for one in everything if SOURCE_RECORD_HEADER in dict(one.headers)]


class Line:
    """One of every stage. The last of them remembers: what it says depends on what came before."""

    def __init__(self) -> None:
        self.stages: dict[str, Stage] = {
            RAW_POSTS.name: NormalizeStage(max_post_bytes=MAX_POST_BYTES, max_posts=MAX_POSTS),
            ARTICLES.name: EnrichStage(),
            STORY_CANDIDATES.name: StoriesStage(DEFAULT),
        }
        """By the topic that it reads. A stage that is named here is held to every law."""

    def written(self, record: Record, now: datetime) -> Written:
        """The record through the stage that reads its topic, and its outputs through theirs."""
        said = Written()
        self._follow(record, now, said)
        return said

    def _follow(self, record: Record, now: datetime, said: Written) -> None:
        outputs: list[OutputRecord] = []
        for outcome in self.stages[record.topic].run(record, now):
            match outcome:
                case Forward(records, tombstones):
                    outputs.extend(records)
                    said.tombstones.extend(tombstones)
                case Bury():
                    said.letters.append(outcome)
                case Drop():
                    said.dropped += 1
        said.outputs.extend(outputs)
        for place, output in enumerate(outputs):
            if output.topic in self.stages:
                # no two outputs of different records get the same place
                self._follow(read_back(output, record.offset * MAX_POSTS + place), now, said)


def read_back(output: OutputRecord, offset: int) -> Record:
    """An output as the next stage reads it."""
    return Record(
        output.topic, 0, offset, output.key, output.value, output.headers, output.timestamp_ms
    )


def broken_letters(letters: list[Bury]) -> Iterator[str]:
    """What is wrong with the reasons given; a bug is always wrong."""
    for letter in letters:
        if letter.reason not in Reason or letter.reason is Reason.BUG:
            yield f"buried as {letter.reason}"
        if "\n" in letter.detail or not 0 < len(letter.detail) < 300:
            yield "a detail that is not one short line"
