"""What an uninterrupted stories stage says, against what one that was killed has written."""

from collections import defaultdict
from datetime import UTC, datetime

from tests.chaos.counter import Records, everything
from workers.agents.chunks import as_record
from workers.domain.stories.settings import DEFAULT
from workers.stages.outcome import Forward, Written
from workers.stages.stories import StoriesStage

WRITTEN = ("story-articles", "stories", "stories-state")
NOW = datetime(2026, 3, 1, tzinfo=UTC)

Told = dict[tuple[str, bytes], list[bytes | None]]
"""All that was ever said under a key of a topic, in order."""


async def differences(bootstrap: str) -> list[str]:
    """The keys under which something else was said; empty when the kills have changed nothing."""
    found: Told = defaultdict(list)
    for topic in WRITTEN:
        for record in await everything(bootstrap, topic):
            found[topic, record.key].append(record.value)
    wanted = _told(await everything(bootstrap, "story-candidates"))
    return [
        f"{topic} {key!r} was told {len(found[topic, key])} times,"
        f" uninterrupted {len(wanted[topic, key])} times, or otherwise"
        for topic, key in sorted({*found, *wanted})
        if found[topic, key] != wanted[topic, key]
    ]


def _told(candidates: Records) -> Told:
    told: Told = defaultdict(list)
    stage = StoriesStage(DEFAULT)
    for candidate in sorted(candidates, key=lambda record: (record.partition, record.offset)):
        (outcome,) = stage.run(as_record(candidate), NOW)
        assert isinstance(outcome, Forward)
        outputs: tuple[Written, ...] = (*outcome.tombstones, *outcome.records)
        for output in outputs:
            told[output.topic, output.key].append(output.value)
    return told
