"""An article as it was filed: all that stories are made of."""

from array import array
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from workers.domain.stories.fingerprint import Fingerprint
from workers.domain.versions import Access, Version


@dataclass(frozen=True, slots=True)
class Likeness:
    """Which earlier article a text largely repeats, and how much."""

    article_id: str
    containment: float
    """The share of this text found in that one."""
    reverse: float
    """The share of that text found in this one."""


@dataclass(frozen=True, slots=True)
class Vector:
    """What an article is about, weighed."""

    terms: tuple[str, ...]
    """Names of the head, other names, words of the head, other words; each group by weight."""
    groups: tuple[int, ...]
    """How many of each there are."""
    weights: "array[int]"
    """Thousandths of a vector of length one."""

    @property
    def names(self) -> int:
        """How many of the first terms are names."""
        return self.groups[0] + self.groups[1]


NOTHING: Final = Vector((), (0, 0, 0, 0), array("H"))


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """One article and its place. Times are whole seconds since 1970."""

    article_id: str
    revision: str
    language_code: str
    access: Access
    title: str | None
    publisher_domain: str | None
    origin_domain: str | None
    published_at: int | None
    modified_at: int | None
    ingested_at: int
    month_days: tuple[int, ...]
    vector: Vector
    fingerprint: Fingerprint
    story_id: str
    earlier_story_ids: tuple[str, ...]
    similarity: float
    copy_of: Likeness | None
    filed_number: int
    written_number: int
    clock: int
    """The latest arrival seen when this was written."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was taken back: it is remembered, and counts nowhere."""
        return self.access == "withdrawn"

    @property
    def happened_at(self) -> int:
        """When it was published, or else came."""
        return self.ingested_at if self.published_at is None else self.published_at

    @property
    def origin(self) -> str | None:
        """The domain that published the text first, as far as is known."""
        return self.origin_domain or self.publisher_domain

    @property
    def version(self) -> Version:
        """How new it is, and how much of it was shown."""
        return Version(
            access=self.access,
            published_at=None if self.published_at is None else moment(self.published_at),
            modified_at=None if self.modified_at is None else moment(self.modified_at),
            ingested_at=moment(self.ingested_at),
            partition=0,  # the log's order breaks ties: what comes later is newer
            offset=0,
        )


def moment(seconds: int) -> datetime:
    """The instant of so many seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def seconds(instant: datetime) -> int:
    """The whole seconds since 1970 of an instant."""
    return int(instant.timestamp())
