"""Story candidates in; stories, the articles in them, and the state of it all out.

Unlike its neighbours this stage remembers: what it decides depends on the candidates before. It
still waits for nothing, and everything that it remembers is in the records that it writes, so the
agent can make it again: `restore` with the whole `stories-state` partition, then go on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel

from schemas.codec import DecodeError, decode, encode
from schemas.dead_letter import ROOT_RECORD_HEADER, SOURCE_RECORD_HEADER, Reason
from schemas.story import StoryCandidate, StoryState
from schemas.topics import STORIES, STORIES_STATE, STORY_ARTICLES, STORY_CANDIDATES, Topic
from workers.domain.stories.candidate import disagreement
from workers.domain.stories.filing import Filing
from workers.domain.stories.partition import StoryPartition
from workers.domain.stories.settings import StorySettings
from workers.domain.stories.state_records import (
    filed_article,
    state_message,
    story_article_message,
)
from workers.domain.stories.telling import story_message
from workers.stages.headers import OutputHeaders, output_headers
from workers.stages.outcome import Bury, Drop, Forward, Outcome, OutputRecord, Record, Tombstone


@dataclass(slots=True)
class StoriesStage:
    """Assigns articles to stories; one state for each partition of its input."""

    settings: StorySettings
    name: Literal["stories"] = "stories"
    reads: str = STORY_CANDIDATES.name
    _partitions: dict[int, StoryPartition] = field(default_factory=dict)

    def restore(self, partition: int, records: Iterable[Record]) -> None:
        """Makes the state of one partition from its records in `stories-state`, in their order.

        Whatever was remembered of the partition before is forgotten first. Needed when the
        partition is assigned, and after a chunk was run that could not be committed.

        Raises:
            DecodeError: a record is no state of ours.
        """
        self.release(partition)
        for record in records:
            self.remember(partition, record)

    def remember(self, partition: int, record: Record) -> None:
        """Takes in the next record of a partition's state.

        Raises:
            DecodeError: it is no state of ours.
        """
        stories = self._stories(partition)
        if record.value is None:
            stories.forget((record.key or b"").decode())
        else:
            stories.replay(filed_article(decode(StoryState, record.value)))

    def release(self, partition: int) -> None:
        """Forgets a partition that somebody else has now."""
        self._partitions.pop(partition, None)

    def run(self, record: Record, _now: datetime, /) -> tuple[Outcome, ...]:
        """One outcome, never an exception. The clock is in the records, so `now` is not asked."""
        if record.value is None:
            return (Drop("tombstone"),)
        try:
            candidate = decode(StoryCandidate, record.value)
        except DecodeError as error:
            return (Bury(Reason.CONTRACT_VIOLATION, str(error)),)
        if (why := disagreement(candidate)) is not None:
            return (Bury(Reason.CONTRACT_VIOLATION, why),)
        filing = self._stories(record.partition).assign(candidate)
        return (_Writing(record, candidate).outcome(filing),)

    def _stories(self, partition: int) -> StoryPartition:
        stories = self._partitions.get(partition)
        if stories is None:
            stories = self._partitions[partition] = StoryPartition(self.settings)
        return stories


@dataclass(slots=True)
class _Writing:
    """What is written for one candidate."""

    record: Record
    candidate: StoryCandidate
    records: list[OutputRecord] = field(default_factory=list)
    tombstones: list[Tombstone] = field(default_factory=list)

    def outcome(self, filing: Filing) -> Forward:
        """What ended and what was merged, the article itself, and its story.

        On `story-articles` only the article's own record, a tombstone where it was withdrawn,
        names the candidate as its source: there is exactly one for each candidate. What is said
        there of other articles came of other posts.
        """
        for ended in filing.ended:
            for article_id in ended.article_ids:
                self._take_back(STORY_ARTICLES, article_id)
                self._take_back(STORIES_STATE, article_id)
            for story_id in ended.story_ids:
                self._take_back(STORIES, story_id)
        for moved in filing.moved:
            self._write(STORIES_STATE, moved.article_id, state_message(moved))
            if not moved.is_withdrawn:
                self._write(STORY_ARTICLES, moved.article_id, story_article_message(moved))
        if filing.merged is not None:
            self._write(STORIES, filing.merged.story_id, filing.merged)
        self._answer(filing)
        for story in filing.changed:
            if story.members:
                self._write(STORIES, story.story_id, story_message(story))
            else:
                self._take_back(STORIES, story.story_id)
        return Forward(tuple(self.records), tuple(self.tombstones))

    def _answer(self, filing: Filing) -> None:
        standing = filing.standing
        if standing is None or standing.is_withdrawn:
            self._take_back(STORY_ARTICLES, filing.article_id, is_answer=True)
        else:
            message = story_article_message(standing)
            self._write(STORY_ARTICLES, filing.article_id, message, is_answer=True)
        if standing is not None and filing.is_news:
            self._write(STORIES_STATE, filing.article_id, state_message(standing))

    def _write(self, topic: Topic, key: str, message: BaseModel, is_answer: bool = False) -> None:
        self.records.append(
            OutputRecord(
                topic=topic.name,
                key=key.encode(),
                value=encode(message),
                headers=self._headers(topic, is_answer),
                timestamp_ms=self.record.timestamp_ms,
                partition=self.record.partition if topic is STORIES_STATE else None,
            )
        )

    def _take_back(self, topic: Topic, key: str, is_answer: bool = False) -> None:
        self.tombstones.append(
            Tombstone(
                topic=topic.name,
                key=key.encode(),
                headers=self._headers(topic, is_answer),
                timestamp_ms=self.record.timestamp_ms,
                partition=self.record.partition if topic is STORIES_STATE else None,
            )
        )

    def _headers(self, topic: Topic, is_answer: bool) -> OutputHeaders:
        headers = output_headers(
            self.record,
            stage="stories",
            topic=topic.name,
            message=_MESSAGES[topic.name],
            ingested_at=self.candidate.ingested_at,
            place=len(self.records) + len(self.tombstones),
        )
        if topic is STORY_ARTICLES and not is_answer:
            return tuple(each for each in headers if each[0] not in _LINEAGE)
        return headers


_LINEAGE: Final = (SOURCE_RECORD_HEADER, ROOT_RECORD_HEADER)
_MESSAGES: Final = {
    STORIES.name: "story",
    STORY_ARTICLES.name: "story-article",
    STORIES_STATE.name: "story-state",
}
