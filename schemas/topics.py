"""Every topic: its name, its key, its messages and how Kafka should keep it."""

from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel

from .article import Article
from .enriched_article import EnrichedArticle
from .story import Story, StoryArticle, StoryCandidate, StoryState

CleanupPolicy = Literal["delete", "compact", "compact,delete"]

CONTRACT_VERSION = 1
"""The major version of the messages, in `ce_type` and in the names of the published schemas."""

_DAY_MS = 86_400_000
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the line."""

    name: str
    """Kebab-case, without dots."""
    key: str
    """What the record's key holds, for a reader."""
    message: type[BaseModel] | None
    """The message in its values; None where they are a source's own bytes."""
    cleanup: CleanupPolicy
    """Kafka's `cleanup.policy`."""
    retention_ms: int
    """Kafka's `retention.ms`."""
    audience: Literal["producers", "consumers", "operators", "internal"]
    """Who may rely on it."""
    partitions: int | None = None
    """How many; None for the setting's number. Topics that are joined by key have the same."""
    max_message_bytes: int = 8 * _MIB
    """Kafka's `max.message.bytes`: the largest record batch."""
    extra_configs: tuple[tuple[str, str], ...] = field(default=())
    """Further Kafka settings."""

    @property
    def configs(self) -> dict[str, str]:
        """Every setting by Kafka's own name; brokers differ in their defaults, so all are given."""
        return {
            "cleanup.policy": self.cleanup,
            "retention.ms": str(self.retention_ms),
            "max.message.bytes": str(self.max_message_bytes),
            "compression.type": "producer",
            "message.timestamp.type": "CreateTime",
            **dict(self.extra_configs),
        }


RAW_POSTS = Topic("raw-posts", "any", None, "delete", 7 * _DAY_MS, "producers")
ARTICLES = Topic("articles", "article_id", Article, "compact,delete", 30 * _DAY_MS, "consumers")
ENRICHED_ARTICLES = Topic(
    "enriched-articles", "article_id", EnrichedArticle, "compact,delete", 30 * _DAY_MS, "consumers"
)
STORY_CANDIDATES = Topic(
    "story-candidates", "language_code", StoryCandidate, "delete", 7 * _DAY_MS, "internal"
)
STORY_ARTICLES = Topic(
    "story-articles", "article_id", StoryArticle, "compact,delete", 30 * _DAY_MS, "consumers"
)
STORIES = Topic("stories", "story_id", Story, "compact,delete", 30 * _DAY_MS, "consumers")
STORIES_STATE = Topic(
    "stories-state", "article_id", StoryState, "compact,delete", 8 * _DAY_MS, "internal"
)


DEAD_LETTER_REPLAYS = Topic(
    "dead-letter-replays",
    "letter_id",
    None,
    "compact,delete",
    60 * _DAY_MS,  # a mark must outlive its letter, which is kept for 30 days
    "internal",
    partitions=1,
)
"""Which dead letters were replayed: one record a letter, named by its `topic/partition/offset`,
written in the transaction of its replay."""


def dead_letters_of(topic: str) -> Topic:
    """The topic that takes what cannot go on from this one: as it came, why in headers."""
    return Topic(
        f"{topic}-dlq",
        "as it came",
        None,
        "delete",
        30 * _DAY_MS,
        "operators",
        max_message_bytes=9 * _MIB,  # a record of the largest size, and why in its headers
    )


TOPICS: tuple[Topic, ...] = (
    RAW_POSTS,
    ARTICLES,
    ENRICHED_ARTICLES,
    STORY_CANDIDATES,
    STORY_ARTICLES,
    STORIES,
    STORIES_STATE,
    dead_letters_of("raw-posts"),
    dead_letters_of("articles"),
    dead_letters_of("enriched-articles"),
    dead_letters_of("story-candidates"),
    dead_letters_of("stories"),
    dead_letters_of("story-articles"),
    DEAD_LETTER_REPLAYS,
)
