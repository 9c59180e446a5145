"""The pure line: everything that becomes of one record, stage after stage."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from schemas.dead_letter import Reason
from schemas.topics import ARTICLES, RAW_POSTS
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Bury, Drop, Forward, OutputRecord, Record, Stage

MAX_POST_BYTES = 4 << 20
MAX_POSTS = 1_000
STAGES: dict[str, Stage] = {
    RAW_POSTS.name: NormalizeStage(max_post_bytes=MAX_POST_BYTES, max_posts=MAX_POSTS),
    ARTICLES.name: EnrichStage(),
}
"""The stage that reads each topic. One that is named here is held to every law by itself."""


@dataclass(frozen=True, slots=True)
class Written:
    """What the line made of one record."""

    outputs: tuple[OutputRecord, ...]
    letters: tuple[Bury, ...]
    dropped: int


def written(record: Record, now: datetime) -> Written:
    """The record through the stage that reads its topic, and its outputs through theirs."""
    outputs: list[OutputRecord] = []
    letters: list[Bury] = []
    dropped = 0
    for outcome in STAGES[record.topic].run(record, now):
        match outcome:
            case Forward(records):
                outputs.extend(records)
            case Bury():
                letters.append(outcome)
            case Drop():
                dropped += 1
    for place, output in enumerate(tuple(outputs)):
        if output.topic in STAGES:
            # no two outputs of different records get the same place
            further = written(read_back(output, record.offset * MAX_POSTS + place), now)
            outputs.extend(further.outputs)
            letters.extend(further.letters)
            dropped += further.dropped
    return Written(tuple(outputs), tuple(letters), dropped)


def read_back(output: OutputRecord, offset: int) -> Record:
    """An output as the next stage reads it."""
    return Record(
        output.topic, 0, offset, output.key, output.value, output.headers, output.timestamp_ms
    )


def broken_letters(letters: tuple[Bury, ...]) -> Iterator[str]:
    """What is wrong with the reasons given; a bug is always wrong."""
    for letter in letters:
        if letter.reason not in Reason or letter.reason is Reason.BUG:
            yield f"buried as {letter.reason}"
        if "\n" in letter.detail or not 0 < len(letter.detail) < 300:
            yield "a detail that is not one short line"
