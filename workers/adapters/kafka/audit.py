"""Proves the ledger of a line: reads its topics and its store, and says where every post went."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from schemas.dead_letter import RECORD_POSTS_HEADER, REPLAYS_HEADER, SOURCE_RECORD_HEADER
from schemas.topics import STORY_ARTICLES, TOPICS, dead_letters_of
from workers.adapters.kafka.admin import admin, committed_offsets, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import TopicMissing
from workers.adapters.kafka.reader import LogRecord, TopicReader
from workers.adapters.kafka.topics import topic_configs
from workers.adapters.kafka.wear import Wear
from workers.adapters.stores import open_store
from workers.domain.ledger import LINE, Hop, Kept, Ledger, StageLedger
from workers.domain.row_audit import RowAudit
from workers.domain.stage_audit import StageAudit

PATIENCE_SECONDS = 35.0
"""Longer than any transaction of ours may stay open (30 s): then nothing of ours is hidden."""

_NORMALIZE, _ENRICH, _STORIES, _SINK = LINE


@dataclass(frozen=True, slots=True)
class _Line:
    """The line's cluster, as it was when the audit began."""

    connection: KafkaConnection
    configs: Mapping[str, Mapping[str, str]]
    notes: list[str]

    async def read(self, topic: str, *tell: Callable[[LogRecord], None]) -> Kept:
        """Tells every record of the topic, and says what the topic still keeps."""
        wear = Wear(self.configs.get(topic) or _declared(topic))
        reader = TopicReader(self.connection, topic, patience_seconds=PATIENCE_SECONDS)
        async with reader:
            async for record in reader.records():
                wear.add(record)
                for each in tell:
                    each(record)
        first = {partition: extent.first for partition, extent in reader.extents.items()}
        end = {partition: extent.end for partition, extent in reader.extents.items()}
        self.notes.extend(str(unseen) for unseen in reader.unseen)
        if any(offset > 0 for offset in first.values()):
            self.notes.append(f"{topic}: retention has removed the oldest records")
        compacted = wear.may_be_compacted(first)
        if compacted:
            self.notes.append(f"{topic}: compaction may have removed earlier versions")
        return Kept(first, end, compacted=compacted, hidden=bool(reader.unseen))


async def audit(connection: KafkaConnection, database_url: str | None) -> Ledger:
    """The account of every post from raw post to row; without a database, to enriched article.

    It may be made while the line runs: what is on its way counts as waiting. For that, the order of
    reading is everything: first how far each stage has come, then outcomes, then their posts.

    Raises:
        KafkaProblem: the broker does not answer, or a topic is missing.
        StoreError: the database cannot be read.
    """
    rows = None if database_url is None else await _rows(database_url)
    async with admin(connection) as client:
        standing = await partition_counts(client)
        names = list(dict.fromkeys(name for hop in LINE for name in _topics_of(hop)))
        for name in names:
            if name not in standing:
                raise TopicMissing.at(connection, name)
        configs = await topic_configs(client, names)
        normalized, enriched, told = [
            StageAudit(hop, await committed_offsets(client, f"copydesk-{hop.stage}", hop.reads))
            for hop in (_NORMALIZE, _ENRICH, _STORIES)
        ]
    line = _Line(connection, configs, [])
    sunk_letters, enrich_letters, raw_letters = [
        await line.read(dead_letters_of(hop.reads).name, tell)
        for hop, tell in (
            (_SINK, _letters_of(rows)),
            (_ENRICH, _outcomes_of(enriched, buried=True)),
            (_NORMALIZE, _outcomes_of(normalized, buried=True)),
        )
    ]
    del sunk_letters  # they expire long after the records that they hold
    stories = await _stories(line, told)
    enriched_kept = await line.read(
        _SINK.reads, _outcomes_of(enriched, buried=False), _rows_of(rows)
    )
    enriched.outputs_kept(enriched_kept, enrich_letters)
    articles_kept = await line.read(
        _ENRICH.reads, _outcomes_of(normalized, buried=False), _posts_of(enriched)
    )
    normalized.outputs_kept(articles_kept, raw_letters)
    raw_kept = await line.read(_NORMALIZE.reads, _posts_of(normalized))
    stages = [
        normalized.close(raw_kept),
        enriched.close(articles_kept),
        stories,
    ]
    if rows is not None:
        stages.append(rows.close(enriched_kept))
        line.notes.extend(rows.beyond(enriched_kept))
    return Ledger(tuple(stages), tuple(line.notes))


def _topics_of(hop: Hop) -> tuple[str, ...]:
    forwards = () if hop.forwards is None else (hop.forwards,)
    return (hop.reads, *forwards, dead_letters_of(hop.reads).name)


async def _stories(line: _Line, told: StageAudit) -> StageLedger:
    letters = await line.read(dead_letters_of(_STORIES.reads).name, _outcomes_of(told, buried=True))
    told.outputs_kept(
        await line.read(STORY_ARTICLES.name, _outcomes_of(told, buried=False)), letters
    )
    return told.close(await line.read(_STORIES.reads, _posts_of(told)))


async def _rows(database_url: str) -> RowAudit:
    store = open_store(database_url)
    rows = RowAudit(_SINK)
    try:
        offsets = await store.survey(rows.row)
    finally:
        await store.close()
    rows.read_to(
        {
            partition: offset
            for (topic, partition), offset in offsets.items()
            if topic == _SINK.reads
        }
    )
    return rows


def _outcomes_of(stage: StageAudit, *, buried: bool) -> Callable[[LogRecord], None]:
    def tell(record: LogRecord) -> None:
        if not buried and _last(record.headers, REPLAYS_HEADER) is not None:
            return  # put back by a replay: no outcome of this stage, but one more post for the next
        stage.outcome(
            _last(record.headers, SOURCE_RECORD_HEADER),
            _last(record.headers, RECORD_POSTS_HEADER),
            buried=buried,
            partition=record.partition,
            key=record.key,
        )

    return tell


def _posts_of(stage: StageAudit) -> Callable[[LogRecord], None]:
    def tell(record: LogRecord) -> None:
        stage.post(record.partition, record.offset, record.key, tombstone=record.value is None)

    return tell


def _letters_of(rows: RowAudit | None) -> Callable[[LogRecord], None]:
    def tell(record: LogRecord) -> None:
        if rows is not None:
            rows.dead_letter(_last(record.headers, SOURCE_RECORD_HEADER))

    return tell


def _rows_of(rows: RowAudit | None) -> Callable[[LogRecord], None]:
    def tell(record: LogRecord) -> None:
        if rows is not None:
            rows.post(record.partition, record.offset, record.value)

    return tell


def _last(headers: Sequence[tuple[str, bytes | None]], name: str) -> bytes | None:
    """A header's value; the last one counts, for a record may have brought its own."""
    return next((value for key, value in reversed(headers) if key == name), None)


def _declared(topic: str) -> Mapping[str, str]:
    return next((each.configs for each in TOPICS if each.name == topic), {})
