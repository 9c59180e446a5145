"""The account of the sink: the rows of a store against the topic that they were read from.

A row is an article's newest version, so rows cannot be counted against records. Instead, for each
article: among its records below the store's offset, the newest by `versions` is the very row that
stands, with the very document.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from schemas.base import Identifier, Instant
from schemas.codec import DecodeError, decode
from workers.domain.ledger import Findings, Hop, Kept, StageLedger, name_of, place_named
from workers.domain.rows import ArticleRow
from workers.domain.versions import Access, Rank, Version


class _StatedArticle(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)

    access: Access
    published_at: Instant | None
    modified_at: Instant | None
    ingested_at: Instant


class _Stated(BaseModel):
    """The few fields that decide between versions."""

    model_config = ConfigDict(strict=True, frozen=True)

    article_id: Identifier
    article: _StatedArticle


@dataclass(slots=True)
class _Standing:
    """A row, while its record is looked for."""

    rank: Rank
    topic: str
    document: int
    found: bool = False


class RowAudit:
    """Told every row and dead letter first, then every record of the input; then `close`."""

    def __init__(self, hop: Hop) -> None:
        self._hop = hop
        self._read_to: Mapping[int, int] = {}
        self._rows: dict[str, _Standing] = {}
        self._missing: dict[str, str] = {}
        self._letters: dict[tuple[int, int], int] = {}
        self._posts_in = self._buried = self._dropped = self._waiting = self._written = 0
        self._foreign = self._orphaned = 0
        self._doubled, self._unfounded = Findings(), Findings()

    def row(self, row: ArticleRow) -> None:
        """One row of the store."""
        document = hash(row.document.encode())
        self._rows[row.article_id] = _Standing(row.version.rank, row.topic, document)

    def read_to(self, offsets: Mapping[int, int]) -> None:
        """Each partition's next offset, as of the same moment as the rows."""
        self._read_to = offsets

    def dead_letter(self, source: bytes | None) -> None:
        """One record of the sink's dead letters, by its `source-record` header."""
        place = place_named(source, self._hop.reads)
        if place is None or place[2] is not None:
            self._foreign += 1
        else:
            at = place[:2]
            self._letters[at] = self._letters.get(at, 0) + 1

    def post(self, partition: int, offset: int, value: bytes | None) -> None:
        """One record of the input."""
        self._posts_in += 1
        name = name_of(self._hop.reads, (partition, offset, None))
        letters = self._letters.pop((partition, offset), 0)
        stated = None if value is None else _stated(value, partition, offset)
        standing = self._rows.get(stated.article_id) if stated else None
        is_row = bool(stated and standing and self._is_row(stated, standing))
        if standing and is_row:
            standing.found = True
        if letters + is_row + (value is None) > 1:
            self._doubled.add(name)
        elif letters:
            self._buried += 1
        elif value is None:
            self._dropped += 1
        elif offset < self._read_to.get(partition, 0):
            self._written += 1
            self._settle(name, stated, standing, value, is_row=is_row)
        else:
            self._waiting += 1
            if is_row:
                self._unfounded.add(f"{name} (a row, and the offset stands before it)")

    def beyond(self, inputs: Kept) -> tuple[str, ...]:
        """A note for each partition that the store claims to have read past its end."""
        return tuple(
            f"the database has read {self._hop.reads}/{partition} up to {offset}, and it ends at "
            f"{inputs.end.get(partition, 0)}: they are not of the same line"
            for partition, offset in sorted(self._read_to.items())
            if offset > inputs.end.get(partition, 0)
        )

    def _is_row(self, stated: "_Record", standing: _Standing) -> bool:
        return standing.topic == self._hop.reads and standing.rank == stated.rank

    def _settle(
        self,
        name: str,
        stated: "_Record | None",
        standing: _Standing | None,
        value: bytes,
        *,
        is_row: bool,
    ) -> None:
        """Notes a record that ought to be the row of its article, and is not."""
        altered = is_row and standing is not None and standing.document != hash(value)
        if stated is None:
            self._missing[name] = name
        elif standing is None or stated.rank > standing.rank or altered:
            self._missing[stated.article_id] = name

    def close(self, inputs: Kept) -> StageLedger:
        """The account; a row whose record was never met was made up, or its record forgotten."""
        for article_id, standing in self._rows.items():
            if standing.found:
                continue
            offset, partition = standing.rank[4], standing.rank[5]
            ours = standing.topic == self._hop.reads
            if ours and inputs.may_have_held(partition, offset):
                self._orphaned += 1
            else:
                self._unfounded.add(f"row {article_id} of {standing.topic}/{partition}/{offset}")
        for partition, offset in self._letters:
            if inputs.may_have_held(partition, offset):
                self._orphaned += 1
            else:
                self._unfounded.add(name_of(self._hop.reads, (partition, offset, None)))
        lost = Findings()
        for name in self._missing.values():
            lost.add(name)
        return StageLedger(
            stage=self._hop.stage,
            posts_in=self._posts_in,
            forwarded=self._written - lost.count,
            buried=self._buried,
            dropped=self._dropped,
            waiting=self._waiting,
            forgotten=0,
            lost=lost.tally(),
            doubled=self._doubled.tally(),
            unfounded=self._unfounded.tally(),
            foreign=self._foreign,
            orphaned=self._orphaned,
        )


@dataclass(frozen=True, slots=True)
class _Record:
    article_id: str
    rank: Rank


def _stated(value: bytes, partition: int, offset: int) -> _Record | None:
    try:
        stated = decode(_Stated, value)
    except DecodeError:
        return None
    article = stated.article
    version = Version(
        article.access,
        article.published_at,
        article.modified_at,
        article.ingested_at,
        partition,
        offset,
    )
    return _Record(stated.article_id, version.rank)
