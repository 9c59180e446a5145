"""One dead letter: the record that was buried, apart from what was written about it."""

from dataclasses import dataclass
from typing import Literal

from schemas.dead_letter import (
    DETAIL_HEADER,
    REASON_HEADER,
    REPLAYS_HEADER,
    SOURCE_RECORD_HEADER,
    STAGE_HEADER,
    VERSION_HEADER,
)
from schemas.topics import dead_letters_of

Headers = tuple[tuple[str, bytes | None], ...]

PARKED_FROM = 3
"""A letter that came back so often is parked: whatever was changed, it was not that."""

_MOST_DIGITS = 6  # of a count of replays; more is nothing that we wrote

LetterState = Literal["waiting", "replayed", "parked"]


@dataclass(frozen=True, slots=True)
class Letter:
    """A buried record as it was, and why it was buried."""

    place: str
    """`topic/partition/offset` among the dead letters: its name."""
    topic: str
    """The topic that the record was read from."""
    partition: int
    """Its partition there."""
    source: str
    """The record's name there, `topic/partition/offset[#index]`."""
    key: bytes | None
    value: bytes | None
    headers: Headers
    """The record's own, without ours and without the count of an earlier replay."""
    timestamp_ms: int
    reason: str
    detail: str
    stage: str
    version: str
    replays: int
    """How often it had been replayed before it was buried this time."""

    def state(self, *, replayed: bool) -> LetterState:
        """`replayed` says whether this very letter was put back already."""
        if replayed:
            return "replayed"
        return "parked" if self.replays >= PARKED_FROM else "waiting"

    @property
    def replay_headers(self) -> Headers:
        """The headers to put it back with: its own, and which replay this is."""
        return (*self.headers, (REPLAYS_HEADER, str(self.replays + 1).encode()))


def read_letter(
    place: str, key: bytes | None, value: bytes | None, headers: Headers, timestamp_ms: int
) -> Letter | None:
    """The letter that a record of a dead-letter topic is; None for one that we did not write.

    What we write about a record begins with the last `copydesk-reason`; all before it is the
    record's own, whatever it is called.
    """
    names = [name for name, _ in headers]
    if REASON_HEADER not in names:
        return None
    ours_from = len(names) - 1 - names[::-1].index(REASON_HEADER)
    about = {name: (text or b"").decode("utf-8", "replace") for name, text in headers[ours_from:]}
    source = about.get(SOURCE_RECORD_HEADER, "")
    topic, _, rest = source.partition("/")
    partition, _, _ = rest.partition("/")
    if dead_letters_of(topic).name != place.partition("/")[0] or not _is_number(partition):
        return None
    return Letter(
        place=place,
        topic=topic,
        partition=int(partition),
        source=source,
        key=key,
        value=value,
        headers=_without_replays(headers[:ours_from]),
        timestamp_ms=timestamp_ms,
        reason=about[REASON_HEADER],
        detail=about.get(DETAIL_HEADER, ""),
        stage=about.get(STAGE_HEADER, ""),
        version=about.get(VERSION_HEADER, ""),
        replays=replays_of(headers),
    )


def replays_of(headers: Headers) -> int:
    """How often a record was replayed, as its last header of that name says; 0 without one."""
    found = next((text for name, text in reversed(headers) if name == REPLAYS_HEADER), None) or b""
    return int(found) if found.isdigit() and len(found) <= _MOST_DIGITS else 0


def _without_replays(headers: Headers) -> Headers:
    """The record's own headers: a replay adds its count behind them, and only there."""
    return headers[:-1] if headers and headers[-1][0] == REPLAYS_HEADER else headers


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9
