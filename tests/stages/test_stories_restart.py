"""The stage killed at any moment goes on as if nothing had happened."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.codec import decode, encode
from schemas.story import Story
from tests.domain.stories.candidates import BEGIN, Stream
from workers.domain.stories.settings import DEFAULT
from workers.stages.outcome import Forward, Record, Written
from workers.stages.stories import StoriesStage

EAGER = replace(
    DEFAULT,
    merge=-99.0,  # so that a short stream has many merges
    window_seconds=12 * 3600,
    open_seconds=30 * 3600,
    expiries_at_once=2,
    most_articles=12,
)
PARTITION = 3


def records_of(seed: int, articles: int) -> list[Record]:
    return [
        Record(
            topic="story-candidates",
            partition=PARTITION,
            offset=offset,
            key=each.language_code.encode(),
            value=encode(each),
            headers=(),
            timestamp_ms=int(BEGIN.timestamp() * 1000) + offset,
        )
        for offset, each in enumerate(Stream(seed).take(articles))
    ]


def run(stage: StoriesStage, record: Record) -> list[Written]:
    (outcome,) = stage.run(record, BEGIN)
    assert isinstance(outcome, Forward)
    return [*outcome.tombstones, *outcome.records]


def as_read(written: list[Written]) -> list[Record]:
    return [
        Record(each.topic, PARTITION, offset, each.key, each.value, each.headers, each.timestamp_ms)
        for offset, each in enumerate(written)
        if each.topic == "stories-state"
    ]


def compacted(state: list[Record]) -> list[Record]:
    """What compaction may leave: the latest of each key, and no tombstone."""
    latest = {record.key: record for record in state}
    return [each for each in state if latest[each.key] is each and each.value is not None]


def differences(seed: int, articles: int, cut: int) -> int:
    """How many outputs differ after a restart from the whole state, and from the compacted one."""
    stage = StoriesStage(EAGER)
    records = records_of(seed, articles)
    before = [each for record in records[:cut] for each in run(stage, record)]
    state = as_read(before)
    others = [StoriesStage(EAGER), StoriesStage(EAGER)]
    others[0].restore(PARTITION, state)
    others[1].restore(PARTITION, compacted(state))
    found = 0
    for record in records[cut:]:
        expected = run(stage, record)
        found += sum(run(other, record) != expected for other in others)
    return found


@pytest.mark.parametrize("cut", [1, 37, 250, 388, 551, 599])
def test_a_restart_changes_nothing_in_a_stream_with_merges_and_ends(cut: int) -> None:
    assert differences(seed=7, articles=600, cut=cut) == 0


@given(seed=st.integers(0, 10**6), cut=st.integers(0, 120))
@settings(max_examples=25)
def test_a_restart_changes_nothing_in_any_stream(seed: int, cut: int) -> None:
    assert differences(seed, articles=120, cut=cut) == 0


def test_the_stream_of_the_restarts_has_twenty_merges_and_many_ends() -> None:
    stage = StoriesStage(EAGER)
    written = [each for record in records_of(7, 600) for each in run(stage, record)]
    stories = [
        decode(Story, each.value) for each in written if each.topic == "stories" and each.value
    ]
    assert sum(story.merged_into is not None for story in stories) >= 20
    assert sum(each.topic == "stories" and each.value is None for each in written) >= 50


def test_no_story_outgrows_what_it_may_hold() -> None:
    stage = StoriesStage(EAGER)
    for record in records_of(7, 600):
        for each in run(stage, record):
            if each.topic == "stories" and each.value is not None:
                # one more than may join: a withdrawn article may come back to a full story
                assert len(decode(Story, each.value).article_ids) <= EAGER.most_articles + 1


def test_an_id_that_was_merged_away_never_comes_back_while_anyone_may_remember_it() -> None:
    stage = StoriesStage(EAGER)
    away: set[bytes] = set()
    for record in records_of(11, 400):
        for each in run(stage, record):
            if each.topic != "stories":
                continue
            if each.value is None:
                away.discard(each.key)
            elif decode(Story, each.value).merged_into is not None:
                away.add(each.key)
            else:
                assert each.key not in away


def test_no_two_records_of_a_stream_are_the_same_event() -> None:
    stage = StoriesStage(EAGER)
    written = [dict(each.headers) for record in records_of(7, 600) for each in run(stage, record)]
    events = {(headers["ce_source"], headers["ce_id"]) for headers in written}
    assert len(events) == len(written)
