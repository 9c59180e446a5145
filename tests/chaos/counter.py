"""The independent count: plain aiokafka and sqlite3, no code of the line or of its audit."""

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer

from .posts import RawRecord

Records = list[Any]
"""Records as aiokafka gives them: it ships no types."""


@dataclass
class Step:
    """One step of the line: what went in, and how often each came out."""

    name: str
    went_in: int
    came_out: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    """Forwarded what was to be buried, buried what was not, or changed a dead letter."""

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.wrong)


async def count(
    bootstrap: str, database: Path, sent: list[RawRecord], *, stories: bool = False
) -> list[Step]:
    """The steps of the line, counted record by record."""
    topics = {
        name: await everything(bootstrap, name)
        for name in (
            "raw-posts",
            "raw-posts-dlq",
            "articles",
            "articles-dlq",
            "enriched-articles",
            "enriched-articles-dlq",
        )
    }
    steps = [
        _step("normalize", topics["raw-posts"], topics["articles"], topics["raw-posts-dlq"]),
        _step("enrich", topics["articles"], topics["enriched-articles"], topics["articles-dlq"]),
        _sink(topics["enriched-articles"], topics["enriched-articles-dlq"], _rows(database)),
    ]
    if stories:
        steps += await _stories(bootstrap, database, topics["articles"])
    steps[0].wrong += _wrongly_buried(topics["raw-posts"], topics["raw-posts-dlq"], sent)
    return steps


def _step(name: str, read: Records, forwarded: Records, buried: Records) -> Step:
    step = Step(name, len(read))
    step.came_out.update(_header(record, "source-record") for record in (*forwarded, *buried))
    _judge(step, [_name(record) for record in read])
    return step


def _sink(read: Records, buried: Records, rows: list[str]) -> Step:
    step = Step("sink", len(read))
    step.came_out.update(rows)
    step.came_out.update(_header(record, "source-record") for record in buried)
    _judge(step, [_name(record) for record in read])
    return step


async def _stories(bootstrap: str, database: Path, articles: Records) -> list[Step]:
    """Every article once a candidate; every candidate once answered; the state as it must be."""
    candidates, answers, buried, state = [
        await everything(bootstrap, name)
        for name in ("story-candidates", "story-articles", "story-candidates-dlq", "stories-state")
    ]
    answered = [record for record in answers if _header(record, "source-record") != "?"]
    latest = {record.key: record.value for record in answers}
    standing = {record.key: record.value for record in state}
    told = _step("stories", candidates, answered, buried)
    told.wrong += [
        f"{key!r} stands in another story than its state says"
        for key, value in standing.items()
        if value is not None and _story_of(value) != _story_of(latest.get(key))
    ]
    told.wrong += [
        f"{record.key!r} is in partition {record.partition} of the state"
        for record in state
        if record.partition != int(_header(record, "source-record").split("/")[1])
    ]
    rows = Step("story rows", len(latest))
    rows.came_out.update(key.decode() for key in latest)
    query = "select article_id, story_id from story_articles"
    stands = {row[0]: row[1] for row in _asked(database, query)}
    rows.wrong += [
        f"{key!r} stands in story {stands.get(key.decode())}"
        for key, value in latest.items()
        if _story_of(value) != stands.get(key.decode())
    ]
    rows.wrong += sorted(set(stands) - {key.decode() for key in latest})
    return [_step("candidates", articles, candidates, []), rows, told]


def _story_of(value: bytes | None) -> str | None:
    return None if value is None else json.loads(value)["story_id"]


def _judge(step: Step, expected: list[str]) -> None:
    step.lost = [name for name in expected if step.came_out[name] == 0]
    step.doubled = [name for name, times in step.came_out.items() if times > 1]
    step.wrong += sorted(set(step.came_out) - set(expected))


def _wrongly_buried(raw: Records, buried: Records, sent: list[RawRecord]) -> list[str]:
    """The dead letters that are not what was sent, and the poisoned that are not among them."""
    by_time = {record.timestamp_ms: record for record in sent}
    poisoned = {_name(record) for record in raw if by_time[record.timestamp].poisoned}
    wrong = sorted(poisoned ^ {_header(letter, "source-record") for letter in buried})
    for letter in buried:
        original = by_time[letter.timestamp]
        same = (letter.key, letter.value, letter.headers[: len(original.headers)])
        if same != (original.key, original.value, original.headers):
            wrong.append(f"changed: {_header(letter, 'source-record')}")
    return wrong


def _rows(database: Path) -> list[str]:
    columns = "record_topic || '/' || record_partition || '/' || record_offset"
    return [name for (name,) in _asked(database, f"select {columns} from articles")]


def _asked(database: Path, query: str) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


async def everything(bootstrap: str, topic: str) -> Records:
    """All committed records of a topic, as aiokafka gives them."""
    consumer = AIOKafkaConsumer(
        topic,  # without a group: all of its partitions
        bootstrap_servers=bootstrap,
        isolation_level="read_committed",
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=4 << 20,
    )
    await consumer.start()
    try:
        partitions = sorted(consumer.assignment())
        ends = await consumer.end_offsets(partitions)
        records = []
        while [p for p in partitions if await consumer.position(p) < ends[p]]:
            for batch in (await consumer.getmany(timeout_ms=500)).values():
                records += batch
        return records
    finally:
        await consumer.stop()


def _name(record: Any) -> str:
    return f"{record.topic}/{record.partition}/{record.offset}"


def _header(record: Any, name: str) -> str:
    values = [value for key, value in record.headers if key == name]
    return values[-1].decode() if values else "?"
