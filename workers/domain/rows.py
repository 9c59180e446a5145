"""What a sink keeps of an article, and the port that every store of articles stands behind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from workers.domain.versions import Access, Version


class StoreError(Exception):
    """The store cannot be used as it is; a person must do something. The text says what."""


class StoreUnavailable(StoreError):
    """The store is locked, full or away for the moment; the same call may succeed later."""


class StoreWentBack(Exception):
    """The store holds less than it did: a backup, or a standby that lagged, has taken its place."""


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One entity that an article names."""

    name: str
    kind: str
    mentions: int
    """How often it is named."""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One quote in an article."""

    speaker: str | None
    text: str
    kind: str
    start_char: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as a row: the columns that people search by, and the whole message."""

    article_id: str
    revision: str
    kind: str
    url: str | None
    title: str | None
    publisher_domain: str | None
    origin_name: str | None
    origin_domain: str | None
    language: str | None
    """The detected language's code, or None when it was not looked for."""
    access: Access
    published_at: datetime | None
    modified_at: datetime | None
    ingested_at: datetime
    word_count: int | None
    source_record: str
    """The raw post that it was made from, as the article names it."""
    topic: str
    partition: int
    offset: int
    """With topic and partition: the record of `enriched-articles` that this row was read from."""
    document: str
    """The record's value: the `EnrichedArticle` as JSON, byte for byte."""
    named: tuple[NamedRow, ...] = ()
    """Its entities, in their order. Written, and not shown again by `survey`: the document has
    them."""
    said: tuple[SaidRow, ...] = ()
    """Its quotes, likewise."""

    @property
    def version(self) -> Version:
        """What decides whether it may take the place of another row of the same article."""
        return Version(
            self.access,
            self.published_at,
            self.modified_at,
            self.ingested_at,
            self.partition,
            self.offset,
        )


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story as it stands."""

    story_id: str
    title: str | None
    language: str
    first_seen_at: datetime
    last_seen_at: datetime
    articles: int
    origins: tuple[str, ...]
    independent_origins: int
    merged_into: str | None
    topic: str
    partition: int
    offset: int
    document: str
    """The record's value: the `Story` as JSON, byte for byte."""


@dataclass(frozen=True, slots=True)
class StoryEndRow:
    """A story that ended: it stays, and says when."""

    story_id: str
    ended_at: datetime
    topic: str
    partition: int
    offset: int


@dataclass(frozen=True, slots=True)
class StoryArticleRow:
    """Which story an article belongs to."""

    article_id: str
    story_id: str
    similarity: float
    near_duplicate_of: str | None
    containment: float | None
    topic: str
    partition: int
    offset: int


@dataclass(frozen=True, slots=True)
class LeftStoryRow:
    """An article that was withdrawn from its story."""

    article_id: str
    topic: str
    partition: int
    offset: int


Row = ArticleRow | StoryRow | StoryEndRow | StoryArticleRow | LeftStoryRow

Position = tuple[str, int]
"""A partition: topic and number."""


class ArticleStore(Protocol):
    """Where rows are kept: one an article and one a story, and how far each partition was read.

    Every method may raise `StoreUnavailable` (wait and call again: nothing was changed) and
    `StoreError` (a person must act).
    """

    async def open(self) -> None:
        """Makes the store ready, and brings its tables to this version's form."""

    async def next_offset(self, topic: str, partition: int) -> int:
        """Up to which offset (exclusive) the partition's records are in the store; 0 if none."""

    async def write(
        self, topic: str, partition: int, next_offset: int, rows: Sequence[Row], since: int = 0
    ) -> None:
        """Takes the rows of one partition and moves its offset, both or neither.

        `since` is the offset that the store is believed to stand at: no row of what lies below it
        is given. A store that stands lower would lose them, and raises `StoreWentBack`.

        Rows below the stored offset are skipped, and a store that is past `next_offset` is left
        alone, so the same call may be made again after any failure. An older version of an article
        never takes the place of a newer one (`workers.domain.versions`). Of a story, and of an
        article's place in one, what stands later in the partition stands.
        """

    async def survey(self, visit: Callable[[ArticleRow], None]) -> Mapping[Position, int]:
        """Shows every article's row and returns every next offset, all as of one moment.

        A store that was never opened for writing holds nothing; surveying does not make it.
        """

    async def close(self) -> None:
        """Gives everything back. A closed store may be opened again."""
