"""Which of two versions of one article stands: the order that every sink obeys.

The order is total, so the version that stands does not depend on the order of arrival: a replay,
another number of partitions or a feed that overtakes a REST answer change nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

Access = Literal["open", "truncated", "withheld", "withdrawn"]

Rank = tuple[bool, int, int, int, int, int]

_NEVER = -(1 << 62)

_FULLNESS: dict[Access, int] = {"withheld": 0, "truncated": 1, "open": 2, "withdrawn": 3}


@dataclass(frozen=True, slots=True)
class Version:
    """One record about an article: how old, how much of it was shown, and where it stands."""

    access: Access
    published_at: datetime | None
    modified_at: datetime | None
    ingested_at: datetime
    partition: int
    offset: int

    @property
    def rank(self) -> Rank:
        """What versions are compared by; the greatest of an article stands.

        First: a version whose text was withheld never takes the place of one that was shown.
        Then the moment from which the source says so: `modified_at`, else `published_at`. One
        without either is older than any with, for nothing shows that it is newer; a withdrawal is
        the exception, since taking back is itself an event, and dated by its arrival at worst.
        At the same moment what shows more wins (a feed's excerpt of an unchanged post does not
        replace the post), then what arrived later, then what stands later in the log.
        """
        return (
            self.access != "withheld",
            self._stated_from(),
            _FULLNESS[self.access],
            _seconds(self.ingested_at),
            self.offset,
            self.partition,
        )

    def _stated_from(self) -> int:
        stated = self.modified_at or self.published_at
        if stated is not None:
            return _seconds(stated)
        return _seconds(self.ingested_at) if self.access == "withdrawn" else _NEVER

    def supersedes(self, standing: "Version | None") -> bool:
        """Whether this version takes the place of the one that stands; never of itself."""
        return standing is None or self.rank > standing.rank


def newest(versions: Iterable[Version]) -> Version:
    """The version that stands, of at least one."""
    return max(versions, key=lambda version: version.rank)


def _seconds(moment: datetime) -> int:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int(aware.timestamp())
