"""A worker of a line that is broken, and of the same line mended.

    python -m tests.letters.line normalize broken --slot 0

Broken, it is the real one with one bug. Mended, it takes whatever comes: what matters is what was
put back, and that each of it goes through once.
"""

import asyncio
import sys
from dataclasses import dataclass, field
from datetime import datetime
from typing import get_args

from schemas.dead_letter import ROOT_RECORD_HEADER, SOURCE_RECORD_HEADER
from schemas.topics import ARTICLES, ENRICHED_ARTICLES, RAW_POSTS, STORY_CANDIDATES
from tests.article_rows import row_of
from tests.letters.poison import MAX_POST_BYTES
from workers.adapters.stores import open_store
from workers.agents.assembly import Assembly, sink_worker, stage_worker
from workers.app import line_parts
from workers.domain.rows import ArticleRow
from workers.settings import Settings, StageName
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Drop, Forward, Outcome, OutputRecord, Record
from workers.stages.sink import SinkStage
from workers.telemetry import configure_logging


@dataclass(frozen=True, slots=True)
class BrokenNormalize:
    """Normalize with a bug."""

    name: str = "normalize"
    reads: str = RAW_POSTS.name
    whole: NormalizeStage = field(default_factory=lambda: NormalizeStage(MAX_POST_BYTES, 100))

    def run(self, record: Record, now: datetime) -> tuple[Outcome, ...]:
        if b'"poison": "bug"' in (record.value or b""):
            raise LookupError
        return self.whole.run(record, now)


@dataclass(frozen=True, slots=True)
class MendedStage:
    """Forwards every record as it is, under the name of what it read."""

    name: str
    reads: str
    writes: str

    def run(self, record: Record, _now: datetime, /) -> tuple[Outcome, ...]:
        source = record.source.encode()
        headers = ((SOURCE_RECORD_HEADER, source), (ROOT_RECORD_HEADER, source))
        output = OutputRecord(
            self.writes, source, record.value or b"", headers, record.timestamp_ms
        )
        return (Forward((output,)),)


@dataclass(frozen=True, slots=True)
class MendedSink:
    """Makes a row of every record."""

    name: str = "sink"
    reads: str = ENRICHED_ARTICLES.name

    def read(self, record: Record) -> ArticleRow | Drop:
        if record.value is None:
            return Drop("tombstone")
        return row_of(record, record.source, document=record.value.decode("latin-1"))


def assemble(settings: Settings, stage: StageName, state: str, slot: str) -> Assembly:
    broken = state == "broken"
    if stage == "normalize":
        parts = line_parts(settings, stage, slot, RAW_POSTS)
        mended = MendedStage(stage, RAW_POSTS.name, ARTICLES.name)
        return stage_worker(parts, BrokenNormalize() if broken else mended, (ARTICLES,))
    if stage == "enrich":
        parts = line_parts(settings, stage, slot, ARTICLES)
        mended = MendedStage(stage, ARTICLES.name, ENRICHED_ARTICLES.name)
        writes = (ENRICHED_ARTICLES, STORY_CANDIDATES)
        return stage_worker(parts, EnrichStage() if broken else mended, writes)
    parts = line_parts(settings, stage, slot, ENRICHED_ARTICLES)
    reader = SinkStage() if broken else MendedSink()
    return sink_worker(parts, reader, open_store(settings.database_url))


def main(stage: StageName, state: str, slot: str) -> int:
    settings = Settings()
    configure_logging(settings.log_level, settings.log_format)
    return asyncio.run(assemble(settings, stage, state, slot).run())


if __name__ == "__main__":
    _, chosen, how, _, named = sys.argv
    [stage] = (name for name in get_args(StageName) if name == chosen)
    sys.exit(main(stage, how, named))
