"""What every engine is told, and the same two pieces of work for all of them."""

import argparse
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from schemas.codec import UnreadableJson, parse_json
from schemas.dead_letter import SOURCE_RECORD_HEADER, Reason
from schemas.topics import ARTICLES, RAW_POSTS
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Bury, Forward, Outcome, OutputRecord, Record, Stage

Work = Literal["normalize", "trivial"]
WORKS: tuple[Work, ...] = get_args(Work)
SESSION_SECONDS = 3.0
"""Short for all: a killed member that is not static holds its partitions for so long."""


@dataclass(frozen=True, slots=True)
class Task:
    """One run of one engine."""

    bootstrap: str
    group: str
    work: Work
    began: Path
    """Where the process says when it was given its first record."""
    posts: int
    """After so many an engine that can stop by itself does; 0 for never."""
    exactly_once: bool

    @property
    def arguments(self) -> list[str]:
        """The command line of it."""
        named = [self.bootstrap, self.group, self.work, str(self.began), str(self.posts)]
        return [*named, "--exactly-once"] if self.exactly_once else named

    def stage(self) -> "NotedStage":
        """The work, as the stage that every engine runs."""
        stage = CopyStage() if self.work == "trivial" else NormalizeStage(4 << 20, 1_000)
        return NotedStage(stage, self.began)


@dataclass(frozen=True, slots=True)
class CopyStage:
    """Checks that a post is JSON and forwards it as it is."""

    name: str = "normalize"
    reads: str = RAW_POSTS.name

    def run(self, record: Record, _now: datetime, /) -> tuple[Outcome, ...]:
        """The post under its own key."""
        try:
            parse_json(record.value or b"")
        except UnreadableJson as error:
            return (Bury(Reason.UNREADABLE_JSON, str(error)),)
        headers = ((SOURCE_RECORD_HEADER, record.source.encode()),)
        key, value = record.key or b"", record.value or b""
        return (Forward((OutputRecord(ARTICLES.name, key, value, headers, record.timestamp_ms),)),)


class NotedStage:
    """A stage that says when it was first run, and how much CPU time the process used till then."""

    def __init__(self, stage: Stage, began: Path) -> None:
        self.name = stage.name
        self.reads = stage.reads
        self._run = stage.run
        self._began: Path | None = began

    def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:
        """What the stage says."""
        if self._began is not None:
            partial = self._began.with_suffix(".partial")
            partial.write_text(f"{time.monotonic()} {time.process_time()}")
            partial.rename(self._began)
            self._began = None
        return self._run(record, now)

    def outputs(self, record: Record) -> list[OutputRecord]:
        """What is to be written for a record: the benchmark's posts are all good."""
        return [
            output
            for outcome in self.run(record, datetime.now(UTC))
            if isinstance(outcome, Forward)
            for output in outcome.records
        ]


def told() -> Task:
    """The task on this process's command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("bootstrap")
    parser.add_argument("group")
    parser.add_argument("work", choices=WORKS)
    parser.add_argument("began", type=Path)
    parser.add_argument("posts", type=int)
    parser.add_argument("--exactly-once", action="store_true")
    return Task(**vars(parser.parse_args()))
