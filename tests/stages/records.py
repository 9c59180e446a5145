"""Records as a broker would hand them over."""

import json
from datetime import UTC, datetime

from pydantic import JsonValue

from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Bury, Forward, Headers, Outcome, OutputRecord, Record

NOW = datetime(2026, 3, 1, 12, 0, 30, 999, tzinfo=UTC)
ARRIVED_MS = int(datetime(2026, 3, 1, 11, 59, 0, tzinfo=UTC).timestamp() * 1_000) + 250
NORMALIZE = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)
ENRICH = EnrichStage()


def record(
    value: bytes | JsonValue, headers: Headers = (), timestamp_ms: int = ARRIVED_MS
) -> Record:
    """A raw post; anything but bytes is sent as JSON."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Record("raw-posts", 3, 17, b"any", data, headers, timestamp_ms)


def normalized(value: bytes | JsonValue, headers: Headers = ()) -> tuple[Outcome, ...]:
    return NORMALIZE.run(record(value, headers), NOW)


def forwarded(outcome: Outcome) -> OutputRecord:
    """The record that the post became; what goes beside it for stories comes behind."""
    assert isinstance(outcome, Forward), outcome
    return outcome.records[0]


def buried(outcome: Outcome) -> Bury:
    assert isinstance(outcome, Bury), outcome
    return outcome


def read_again(output: OutputRecord) -> Record:
    """An output as the next stage reads it."""
    return Record(output.topic, 1, 5, output.key, output.value, output.headers, output.timestamp_ms)
