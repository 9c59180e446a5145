"""How far each group has come, in every partition that it reads."""

from collections.abc import Iterable, Iterator

from .errors import ErrorCode, Refused
from .events import CommittedOffset, Event, OffsetsCommitted
from .journal import Journal

# Kafka's default for offset.metadata.max.bytes.
_MAX_METADATA_BYTES = 4096


class CommittedOffsets:
    """Committed offsets by group, topic and partition."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._groups: dict[str, dict[tuple[str, int], CommittedOffset]] = {}

    def recover(self, event: OffsetsCommitted) -> None:
        """Takes in an event of the journal."""
        self._apply(event)

    def state(self) -> Iterator[Event]:
        """The events that lead to the offsets as they are."""
        for group, offsets in self._groups.items():
            yield OffsetsCommitted(group, tuple(offsets.values()))

    def commit(self, group: str, offsets: Iterable[CommittedOffset]) -> None:
        """Keeps the offsets for good.

        Raises:
            Refused: they could not be written.
        """
        event = OffsetsCommitted(group, tuple(offsets))
        self._journal.write(event)
        self._apply(event)

    def of(self, group: str, topic: str, partition: int) -> CommittedOffset | None:
        return self._groups.get(group, {}).get((topic, partition))

    def partitions_of(self, group: str) -> dict[str, list[int]]:
        """Partitions with a committed offset, by topic."""
        found: dict[str, list[int]] = {}
        for topic, partition in self._groups.get(group, {}):
            found.setdefault(topic, []).append(partition)
        return found

    def groups(self) -> tuple[str, ...]:
        return tuple(self._groups)

    def forget_topic(self, topic: str) -> None:
        """Drops what was committed for a topic that was deleted."""
        for offsets in self._groups.values():
            for place in [place for place in offsets if place[0] == topic]:
                del offsets[place]

    def _apply(self, event: OffsetsCommitted) -> None:
        offsets = self._groups.setdefault(event.group, {})
        for offset in event.offsets:
            offsets[offset.topic, offset.partition] = offset


def committed_offset(
    topic: str, partition: int, offset: int, metadata: str | None
) -> CommittedOffset:
    """An offset as a client may commit it.

    Raises:
        Refused: its metadata is too long.
    """
    text = metadata or ""
    if len(text.encode()) > _MAX_METADATA_BYTES:
        raise Refused(ErrorCode.OFFSET_METADATA_TOO_LARGE)
    return CommittedOffset(topic, partition, offset, text)
