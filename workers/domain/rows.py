"""What a sink keeps of an article, and the port that every store of articles stands behind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from workers.domain.versions import Access, Version


class StoreError(Exception):
    """The store cannot be used as it is; a person must do something. The text says what."""


class StoreUnavailable(StoreError):
    """The store is locked or away for the moment; the same call may succeed later."""


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


Position = tuple[str, int]
"""A partition: topic and number."""


class ArticleStore(Protocol):
    """Where rows are kept: one row an article, and how far each partition was read.

    Every method may raise `StoreUnavailable` (wait and call again: nothing was changed) and
    `StoreError` (a person must act).
    """

    async def open(self) -> None:
        """Makes the store ready, and brings its tables to this version's form."""

    async def next_offset(self, topic: str, partition: int) -> int:
        """Up to which offset (exclusive) the partition's records are in the store; 0 if none."""

    async def write(
        self, topic: str, partition: int, next_offset: int, rows: Sequence[ArticleRow]
    ) -> None:
        """Takes the rows of one partition and moves its offset, both or neither.

        Rows below the stored offset are skipped, and a store that is past `next_offset` is left
        alone, so the same call may be made again after any failure. An older version of an article
        never takes the place of a newer one (`workers.domain.versions`).
        """

    async def survey(self, visit: Callable[[ArticleRow], None]) -> Mapping[Position, int]:
        """Shows every row and returns every next offset, all as of one moment.

        A store that was never opened for writing holds nothing; surveying does not make it.
        """

    async def close(self) -> None:
        """Gives everything back. A closed store may be opened again."""
