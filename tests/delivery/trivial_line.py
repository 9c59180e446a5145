"""A worker whose stages do next to nothing, so that delivery is all that a test sees.

    python -m tests.delivery.trivial_line normalize --slot 0

It is put together from the same parts as a real one, and settings come from the environment. A raw
post is `{"id": "…"}`; what is not JSON is buried, and a post with `"bug"` makes the stage fail.
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from schemas.dead_letter import ROOT_RECORD_HEADER, SOURCE_RECORD_HEADER, Reason
from schemas.topics import ARTICLES, ENRICHED_ARTICLES, RAW_POSTS, Topic
from tests.article_rows import row_of
from workers.agents.assembly import Assembly, sink_worker, stage_worker
from workers.app import line_parts
from workers.domain.rows import ArticleRow
from workers.settings import Settings, StageName
from workers.stages.outcome import Bury, Drop, Forward, Outcome, OutputRecord, Record
from workers.telemetry import configure_logging

from .append_store import AppendStore


@dataclass(frozen=True, slots=True)
class CopyStage:
    """Forwards every post under its id."""

    name: str
    reads: str
    writes: str
    work_seconds: float = 0.0

    def run(self, record: Record, _now: datetime, /) -> tuple[Outcome, ...]:
        if record.value is None:
            return (Drop("tombstone"),)
        post = _post(record.value)
        if post is None:
            return (Bury(Reason.UNREADABLE_JSON, "not JSON"),)
        if self.name == "normalize" and "bug" in post:
            raise LookupError(post["bug"])
        if self.work_seconds:
            time.sleep(self.work_seconds)
        key = str(post["id"])[::-1].encode()
        headers = (
            (SOURCE_RECORD_HEADER, record.source.encode()),
            (ROOT_RECORD_HEADER, record.source.encode()),
        )
        output = OutputRecord(self.writes, key, record.value, headers, record.timestamp_ms)
        return (Forward((output,)),)


@dataclass(frozen=True, slots=True)
class KeepStage:
    """Makes a row of every post."""

    name: str = "sink"
    reads: str = ENRICHED_ARTICLES.name

    def read(self, record: Record) -> ArticleRow | Bury | Drop:
        if record.value is None:
            return Drop("tombstone")
        post = _post(record.value)
        if post is None or "unstorable" in post:
            return Bury(Reason.CONTRACT_VIOLATION, "no row can be made of it")
        return row_of(record, str(post["id"]), document=record.value.decode())


def _post(value: bytes) -> dict[str, Any] | None:
    try:
        post = json.loads(value)
    except ValueError:
        return None
    return post if isinstance(post, dict) and "id" in post else None


def assemble(settings: Settings, stage: StageName, slot: str, work_seconds: float) -> Assembly:
    match stage:
        case "normalize":
            return _copying(settings, stage, slot, RAW_POSTS, ARTICLES, work_seconds)
        case "enrich":
            return _copying(settings, stage, slot, ARTICLES, ENRICHED_ARTICLES, work_seconds)
        case "stories":
            raise ValueError("a trivial line tells no stories")
        case "sink":
            parts = line_parts(settings, stage, slot, ENRICHED_ARTICLES)
            database = Path(settings.database_url.removeprefix("sqlite:///"))
            return sink_worker(parts, KeepStage(), AppendStore(database))


def _copying(
    settings: Settings,
    stage: StageName,
    slot: str,
    reads: Topic,
    writes: Topic,
    work_seconds: float,
) -> Assembly:
    copy = CopyStage(stage, reads.name, writes.name, work_seconds)
    return stage_worker(line_parts(settings, stage, slot, reads), copy, (writes,))


def main(stage: StageName, slot: str, work_seconds: float = 0.0) -> int:
    settings = Settings()
    configure_logging(settings.log_level, settings.log_format)
    return asyncio.run(assemble(settings, stage, slot, work_seconds).run())


if __name__ == "__main__":
    _, chosen, _, named, *rest = sys.argv
    stage_name = TypeAdapter[StageName](StageName).validate_python(chosen)
    sys.exit(main(stage_name, named, *map(float, rest)))
