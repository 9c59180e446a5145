"""The stories as their topics tell them now: what was said last under each key."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from schemas.codec import decode
from schemas.enriched_article import EnrichedArticle
from schemas.story import Story, StoryArticle
from schemas.topics import ENRICHED_ARTICLES, STORIES, STORY_ARTICLES
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.reader import LogRecord, read_topic

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Telling:
    """One article of a story."""

    place: StoryArticle
    message: EnrichedArticle


@dataclass(frozen=True, slots=True)
class ToldStory:
    """A story and its articles, in the order in which they were filed."""

    story: Story
    tellings: tuple[Telling, ...]


class StoryTable:
    """What stands on `stories`."""

    def __init__(self) -> None:
        self._stories: dict[bytes, Story] = {}

    def take(self, record: LogRecord) -> None:
        """The next record of the topic; one without a value ends a story."""
        key = record.key or b""
        if record.value is None:
            self._stories.pop(key, None)
        else:
            self._stories[key] = decode(Story, record.value)

    def living(self) -> list[Story]:
        """The stories that have articles, the latest first."""
        alive = [story for story in self._stories.values() if story.merged_into is None]
        return sorted(alive, key=lambda story: (story.last_seen_at, story.story_id), reverse=True)

    def named(self, beginning: str) -> list[Story]:
        """The stories whose id begins so; one that was merged gives what it was merged into."""
        chosen = [each for each in self._stories.values() if each.story_id.startswith(beginning)]
        return list({each.story_id: each for each in map(self._standing, chosen)}.values())

    def _standing(self, story: Story) -> Story:
        seen = {story.story_id}
        while story.merged_into is not None and story.merged_into not in seen:
            seen.add(story.merged_into)
            following = self._stories.get(story.merged_into.encode())
            if following is None:
                break
            story = following
        return story


async def stories_now(connection: KafkaConnection) -> StoryTable:
    """Every story that stands.

    Raises:
        KafkaProblem: the broker does not answer, or the topic is missing.
    """
    table = StoryTable()
    async for record in read_topic(connection, STORIES.name):
        table.take(record)
    return table


async def told(connection: KafkaConnection, story: Story) -> ToldStory:
    """The story with its articles, as they stand.

    Raises:
        KafkaProblem: the broker does not answer, or a topic is missing.
    """
    ids = story.article_ids
    places = await _latest(read_topic(connection, STORY_ARTICLES.name), StoryArticle, ids)
    messages = await _latest(read_topic(connection, ENRICHED_ARTICLES.name), EnrichedArticle, ids)
    return ToldStory(
        story,
        tuple(
            Telling(places[each], messages[each])
            for each in ids
            if each in places.keys() & messages
        ),
    )


async def _latest(
    records: AsyncIterator[LogRecord], message: type[M], ids: Iterable[str]
) -> dict[str, M]:
    wanted = {each.encode() for each in ids}
    found: dict[str, M] = {}
    async for record in records:
        if record.key in wanted and record.value is not None:
            found[record.key.decode()] = decode(message, record.value)
    return found
