"""A line in a hundred lines: each stage as one transaction a partition, and flaws on demand."""

import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from aiokafka import TopicPartition

from schemas import TOPICS, encode
from tests.adapters.kafka.traffic import producing
from tests.domain.articles import MONDAY, enriched_article
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.publisher import Publisher
from workers.adapters.kafka.reader import LogRecord, read_topic
from workers.adapters.kafka.topics import ensure_topics
from workers.adapters.stores import open_store
from workers.domain.rows import ArticleRow
from workers.stages.outcome import Record
from workers.stages.sink import SinkStage

_START_MS = int(time.time() * 1000)  # of our day: retention goes by the records' own times

Outputs = list[tuple[str, bytes | None, bytes, list[tuple[str, bytes]]]]


@dataclass(frozen=True)
class Flaws:
    """Names of input records whose outcome is left out, or written twice."""

    lost: frozenset[str] = frozenset()
    doubled: frozenset[str] = frozenset()
    unread: int = 0
    """How many records at the end of each partition `enrich` has not come to."""


async def run(
    connection: KafkaConnection, url: str, posts: int, flaws: Flaws | None = None
) -> None:
    """Publishes posts (every tenth a list of three, some tombstones) and runs every stage."""
    await ensure_topics(connection, TOPICS, 2, -1, apply=True)
    async with Publisher(connection) as publisher:
        for number in range(posts):
            value = None if number % 17 == 3 else b"%d" % number
            await publisher.send(
                "raw-posts", b"%d" % number, value, timestamp_ms=_START_MS + number
            )
    wrong = flaws or Flaws()
    await _stage(connection, "normalize", "raw-posts", wrong)
    await _stage(connection, "enrich", "articles", wrong)
    await _stage(connection, "stories", "story-candidates", wrong)
    await _sink(connection, url)


async def _stage(connection: KafkaConnection, stage: str, reads: str, flaws: Flaws) -> None:
    async for partition, records in _partitions(connection, reads):
        kept = records[: len(records) - flaws.unread] if stage == "enrich" else records
        async with producing(connection, f"copydesk-{stage}-{reads}-{partition}") as producer:
            await producer.begin_transaction()
            for record in kept:
                for topic, key, value, headers in _outputs(stage, record, flaws):
                    await producer.send(
                        topic, value, key, headers=headers, timestamp_ms=record.timestamp_ms
                    )
            if kept:
                await producer.send_offsets_to_transaction(
                    {TopicPartition(reads, partition): kept[-1].offset + 1}, f"copydesk-{stage}"
                )
            await producer.commit_transaction()


def _outputs(stage: str, record: LogRecord, flaws: Flaws) -> Outputs:
    if record.value is None:
        return []
    copies = 2 if record.source in flaws.doubled else 1
    if record.source in flaws.lost:
        copies = 0
    number = record.timestamp_ms - _START_MS
    several = 3 if stage == "normalize" and number % 10 == 0 else 0
    outputs: Outputs = []
    for index in range(several or 1):
        name = f"{record.source}#{index}" if several else record.source
        headers = [("source-record", b"brought along"), ("source-record", name.encode())]
        if several:
            headers.append(("record-posts", b"%d" % several))
        outputs.append(_output(stage, record, (number + index) % 7 == 5, index, headers))
    if stage == "enrich":
        outputs += [("story-candidates", b"en", value, named) for _, _, value, named in outputs]
    outputs *= copies
    if stage == "stories" and record.offset % 5 == 0:
        outputs.append(("story-articles", b"moved by a merge", b"{}", []))
    return outputs


def _output(
    stage: str, record: LogRecord, buried: bool, index: int, headers: list[tuple[str, bytes]]
) -> tuple[str, bytes | None, bytes, list[tuple[str, bytes]]]:
    assert record.value is not None
    if buried and stage == "normalize":
        return "raw-posts-dlq", record.key, record.value, headers
    if stage == "enrich":
        return "enriched-articles", record.key, record.value, headers
    if stage == "stories":
        return "story-articles", b"%d" % record.offset, record.value, headers
    number = record.timestamp_ms - _START_MS
    name = f"a{(number + index) % 40}"
    day = MONDAY + timedelta(days=number)
    return "articles", name.encode(), encode(enriched_article(name, modified_at=day)), headers


async def _sink(connection: KafkaConnection, url: str) -> None:
    store = open_store(url)
    await store.open()
    async for partition, records in _partitions(connection, "enriched-articles"):
        rows = [SinkStage().read(_plain(record)) for record in records]
        if rows:
            await store.write(
                "enriched-articles",
                partition,
                records[-1].offset + 1,
                [row for row in rows if isinstance(row, ArticleRow)],
            )
    await store.close()


async def _partitions(
    connection: KafkaConnection, topic: str
) -> AsyncIterator[tuple[int, list[LogRecord]]]:
    found: Mapping[int, list[LogRecord]] = defaultdict(list)
    async for record in read_topic(connection, topic):
        found[record.partition].append(record)
    for partition, records in sorted(found.items()):
        yield partition, records


def _plain(record: LogRecord) -> Record:
    return Record(
        record.topic,
        record.partition,
        record.offset,
        record.key,
        record.value,
        record.headers,
        record.timestamp_ms,
    )
