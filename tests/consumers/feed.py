"""What the kits read: messages of the contract with their keys and headers, in order.

Between the two halves stands a third part that is never committed. It would change every kit's
answer, so a reader that is not read committed is caught.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import BaseModel

from schemas.codec import encode
from schemas.enriched_article import EnrichedArticle
from schemas.json_schema import schema_id
from schemas.topics import CONTRACT_VERSION, ENRICHED_ARTICLES, STORIES, STORY_ARTICLES, Topic

from .invented_articles import ARTICLES, FOLLOWED, invented_article
from .invented_articles import STORIES as STORIES_INVENTED
from .invented_stories import INDEPENDENT, invented_stories, invented_story, invented_story_articles

TOPICS: tuple[Topic, ...] = (ENRICHED_ARTICLES, STORY_ARTICLES, STORIES)
INVENTED = "/copydesk/invented"
"""`ce_source` of what is invented; what the line wrote names its stage."""
REVISED_EVERY = 6
"""Every sixth article is published again, changed."""

Headers = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One record to publish; the value is None where the key has expired."""

    topic: str
    key: bytes
    value: bytes | None
    headers: Headers

    @property
    def source(self) -> str:
        """Who wrote it, from `ce_source`."""
        return dict(self.headers)["ce_source"].decode()


@dataclass(frozen=True, slots=True)
class Feed:
    """What is put on the topics, one transaction a part."""

    first: tuple[Message, ...]
    aborted: tuple[Message, ...]
    second: tuple[Message, ...]

    @property
    def committed(self) -> tuple[Message, ...]:
        """What a reader may see."""
        return self.first + self.second

    @property
    def published(self) -> tuple[Message, ...]:
        """What a reader sees that does not leave aborted transactions out."""
        return self.first + self.aborted + self.second


def invented_feed() -> Feed:
    """The invented messages."""
    messages = (*_articles(), *_story_articles(), *_stories())
    first, second = _halves(messages)
    parts = (first, tuple(_never_committed()), second)
    return Feed(*(tuple(_named(messages, part)) for part, messages in enumerate(parts)))


def _named(messages: tuple[Message, ...], part: int) -> Iterator[Message]:
    """Each as an event of its own: its headers name the record that it was made from."""
    for number, one in enumerate(messages):
        source = f"invented/{part}/{number}".encode()
        headers = ((name, value or source) for name, value in one.headers)
        yield replace(one, headers=tuple(headers))


def _halves(messages: tuple[Message, ...]) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """Both hold something of every topic; what has one key stays in its order."""
    by_topic = [tuple(m for m in messages if m.topic == topic.name) for topic in TOPICS]
    return (
        tuple(m for part in by_topic for m in part[: len(part) // 2]),
        tuple(m for part in by_topic for m in part[len(part) // 2 :]),
    )


def _articles() -> Iterator[Message]:
    for number in range(ARTICLES):
        yield _article(invented_article(number))
        if number % REVISED_EVERY == 0:
            yield _article(invented_article(number, revision=2))


def _article(enriched: EnrichedArticle) -> Message:
    return message(ENRICHED_ARTICLES, "enriched-article", enriched.article_id, enriched)


def _story_articles() -> Iterator[Message]:
    for key, filing in invented_story_articles():
        yield message(STORY_ARTICLES, "story-article", key, filing)


def _stories() -> Iterator[Message]:
    for key, story in invented_stories():
        yield message(STORIES, "story", key, story)


def _never_committed() -> Iterator[Message]:
    """Articles of the followed outlet with one entity more, and stories of many origins."""
    for number in range(ARTICLES, ARTICLES + 40):
        enriched = invented_article(number)
        origin = invented_article(3).article.origin
        assert origin is not None
        article = enriched.article.model_copy(
            update={"origin": origin.model_copy(update={"domain": FOLLOWED})}
        )
        yield _article(enriched.model_copy(update={"article": article}))
    for key, filing in invented_story_articles():
        if filing is not None:
            moved = filing.model_copy(update={"story_id": "story-never"})
            yield message(STORY_ARTICLES, "story-article", key, moved)
    for number in range(0, STORIES_INVENTED, len(INDEPENDENT)):
        story = invented_story(number, 5).model_copy(
            update={"story_id": f"never-{number}", "independent_origins": 9}
        )
        yield message(STORIES, "story", story.story_id, story)


def message(topic: Topic, kind: str, key: str, value: BaseModel | None) -> Message:
    """A message as a stage would write it; which event it is, `_named` says later."""
    headers = {
        "ce_specversion": "1.0",
        "ce_id": "",
        "ce_source": INVENTED,
        "ce_type": f"copydesk.{kind}.v{CONTRACT_VERSION}",
        "ce_time": "2026-03-01T08:30:00Z",
        "ce_dataschema": schema_id(topic.name),
        "content-type": "application/json",
        "source-record": "",
        "root-record": "",
    }
    return Message(
        topic.name,
        key.encode(),
        None if value is None else encode(value),
        tuple((name, text.encode()) for name, text in headers.items()),
    )
