"""Invented reports through the whole line: like events stay apart, reports on one event meet."""

import json
from random import Random

import pytest

from tests.domain.stories.probes import ENGLISH, GERMAN, HINDI, JAPANESE, Report
from workers.adapters.sources import SourceRecord
from workers.cli.pure_line import PureLine
from workers.domain.stories.settings import DEFAULT
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.stories import StoriesStage


def stories_of(reports: tuple[Report, ...], seed: int) -> dict[str, set[str]]:
    """The events that each story holds."""
    shuffled = Random(seed).sample(reports, len(reports))
    records = [
        SourceRecord(
            "probes",
            place,
            None,
            json.dumps({"kind": "plain_text", "title": report.title, "text": report.text}).encode(),
        )
        for place, report in enumerate(shuffled)
    ]
    line = PureLine(NormalizeStage(1 << 20, 10), EnrichStage(), StoriesStage(DEFAULT))
    events: dict[str, set[str]] = {}
    for report, post in zip(shuffled, line.preview(records), strict=True):
        assert post.story is not None
        events.setdefault(json.loads(post.story)["story_id"], set()).add(report.event)
    return events


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    "reports",
    [ENGLISH, GERMAN, JAPANESE, HINDI],
    ids=["english", "german", "japanese", "hindi"],
)
def test_two_like_events_are_two_stories_in_any_order(
    reports: tuple[Report, ...], seed: int
) -> None:
    events = stories_of(reports, seed)
    assert all(len(each) == 1 for each in events.values())
    assert len(events) == len({each.event for each in reports})
