"""The independent count: plain aiokafka and SQL, no code of the line or of its audit."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from aiokafka import AIOKafkaConsumer

from .databases import Database
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
    disordered: list[str] = field(default_factory=list)
    """Versions of one article that came out in another order than they went in."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Which post each record was made of, where that is known."""

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.wrong or self.disordered)


async def count(
    bootstrap: str, store: Database, sent: list[RawRecord], *, real: bool = False
) -> list[Step]:
    """The steps of the line, counted record by record.

    The real line keeps the last version of each article and tells stories; the trivial one keeps
    every version.
    """
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
    raw, articles, enriched = (topics[n] for n in ("raw-posts", "articles", "enriched-articles"))
    steps = [
        _step("normalize", raw, articles, topics["raw-posts-dlq"]),
        _step("enrich", articles, enriched, topics["articles-dlq"]),
        _sink(enriched, topics["enriched-articles-dlq"], store, last_only=real),
    ]
    if real:
        steps += await _stories(bootstrap, store, articles)
    steps[0].wrong += _wrongly_buried(raw, topics["raw-posts-dlq"], sent)
    steps[0].lost += _unpublished(raw, sent)
    steps[0].disordered += _disordered(articles)
    steps[1].disordered += _disordered(enriched)
    _number(steps, raw, [*articles, *enriched], sent)
    return steps


def _step(name: str, read: Records, forwarded: Records, buried: Records) -> Step:
    step = Step(name, len(read))
    step.came_out.update(header(record, "source-record") for record in (*forwarded, *buried))
    _judge(step, [name_of(record) for record in read])
    return step


def _sink(read: Records, buried: Records, store: Database, *, last_only: bool) -> Step:
    """Every record a row; or, where later versions take the place of earlier ones, the last."""
    last = {record.key: record for record in read}
    expected = list(last.values()) if last_only else read
    step = Step("sink", len(expected))
    columns = "record_topic || '/' || record_partition || '/' || record_offset"
    step.came_out.update(name for (name,) in store.ask(f"select {columns} from articles"))
    step.came_out.update(header(record, "source-record") for record in buried)
    _judge(step, [name_of(record) for record in expected])
    return step


async def _stories(bootstrap: str, store: Database, articles: Records) -> list[Step]:
    """Every article once a candidate; every candidate once answered; the state as it must be."""
    candidates, answers, buried, state = [
        await everything(bootstrap, name)
        for name in ("story-candidates", "story-articles", "story-candidates-dlq", "stories-state")
    ]
    answered = [record for record in answers if header(record, "source-record") != "?"]
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
        if record.partition != int(header(record, "source-record").split("/")[1])
    ]
    told.disordered += _disordered(answered)
    rows = Step("story rows", len(latest))
    rows.came_out.update(key.decode() for key in latest)
    stands = {
        row[0]: row[1] for row in store.ask("select article_id, story_id from story_articles")
    }
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


def _disordered(records: Records) -> list[str]:
    """Records that stand before what went into the line before them, key by key.

    All versions of an article were sent under one key, so that their places in `raw-posts` tell
    their order.
    """
    last: dict[bytes, tuple[int, list[str], int]] = {}
    found = []
    for record in records:
        topic, partition, offset = header(record, "root-record").split("/")
        place = record.partition, [topic, partition], int(offset)
        if record.key in last:
            before = last[record.key]
            if before[:2] != place[:2] or before[2] > place[2]:
                found.append(name_of(record))
        last[record.key] = place
    return found


def _wrongly_buried(raw: Records, buried: Records, sent: list[RawRecord]) -> list[str]:
    """The dead letters that are not what was sent, and the poisoned that are not among them."""
    by_time = {record.timestamp_ms: record for record in sent}
    poisoned = {name_of(record) for record in raw if by_time[record.timestamp].poisoned}
    wrong = sorted(poisoned ^ {header(letter, "source-record") for letter in buried})
    for letter in buried:
        original = by_time[letter.timestamp]
        same = (letter.key, letter.value, letter.headers[: len(original.headers)])
        if same != (original.key, original.value, original.headers):
            wrong.append(f"changed: {header(letter, 'source-record')}")
    return wrong


def _unpublished(raw: Records, sent: list[RawRecord]) -> list[str]:
    """The posts that the broker has acknowledged and does not have."""
    standing = {record.timestamp for record in raw}
    return [f"post {post.number}" for post in sent if post.timestamp_ms not in standing]


def _number(steps: Sequence[Step], raw: Records, made: Records, sent: Sequence[RawRecord]) -> None:
    by_time = {record.timestamp_ms: record.number for record in sent}
    numbers = {name_of(record): by_time[record.timestamp] for record in raw}
    numbers |= {f"post {record.number}": record.number for record in sent}
    for record in made:
        numbers[name_of(record)] = numbers[header(record, "source-record")]
    for step in steps:
        step.numbers = numbers


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


def name_of(record: Any) -> str:
    """`topic/partition/offset`."""
    return f"{record.topic}/{record.partition}/{record.offset}"


def header(record: Any, name: str) -> str:
    """The header's text; "?" where there is none."""
    values = [value for key, value in record.headers if key == name]
    return values[-1].decode() if values else "?"
