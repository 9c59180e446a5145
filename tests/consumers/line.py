"""The invented feed, and with it what our own stages make of the contract's examples."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import schemas
from schemas.topics import ARTICLES, ENRICHED_ARTICLES, RAW_POSTS
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, OutputRecord, Record, Stage

from .feed import Feed, Message, invented_feed

RAW_EXAMPLES = Path(schemas.__file__).parent / "examples" / RAW_POSTS.name
_NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
_NOW_MS = int(_NOW.timestamp() * 1000)


def feed_with_line() -> Feed:
    """The invented feed; what the line makes of the examples goes with its second half."""
    return invented_feed(line_output())


def line_output() -> Iterator[Message]:
    """Every enriched article that the shipped raw posts become, in the order of their names."""
    normalize, enrich = NormalizeStage(max_post_bytes=4 << 20, max_posts=100), EnrichStage()
    for place, path in enumerate(sorted(RAW_EXAMPLES.iterdir())):
        raw = Record(RAW_POSTS.name, 0, place, None, path.read_bytes(), (), _NOW_MS)
        for article in _forwarded(normalize, raw):
            for enriched in _forwarded(enrich, _read_back(article, place)):
                if enriched.topic != ENRICHED_ARTICLES.name:
                    continue  # what goes to the stories stage is no consumer's business
                yield Message(enriched.topic, enriched.key, enriched.value, enriched.headers)


def _forwarded(stage: Stage, record: Record) -> Iterator[OutputRecord]:
    for outcome in stage.run(record, _NOW):
        match outcome:
            case Forward(records):
                yield from records
            case _:  # what is buried or dropped is no consumer's business
                pass


def _read_back(article: OutputRecord, offset: int) -> Record:
    return Record(
        ARTICLES.name, 0, offset, article.key, article.value, article.headers, article.timestamp_ms
    )
