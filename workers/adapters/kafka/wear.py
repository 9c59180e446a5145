"""Whether a topic may have forgotten records by compaction."""

from collections.abc import Mapping

from workers.adapters.kafka.reader import LogRecord

# Kafka's defaults, for brokers that do not tell
_SEGMENT_BYTES = 1 << 30
_SEGMENT_MS = 7 * 86_400_000
_RECORD_OVERHEAD_BYTES = 100  # a batch header of 61 and varints, at most, for a record alone


class Wear:
    """Told every record of a topic, says whether Kafka can have begun to compact it.

    Kafka never compacts the segment that it writes to. As long as a partition's records fill less
    than a segment and span less time than one may, there is no other, and nothing was removed.
    """

    def __init__(self, configs: Mapping[str, str]) -> None:
        """`configs` are the topic's settings in force."""
        self._is_compacted = "compact" in configs.get("cleanup.policy", "")
        self._segment_bytes = int(configs.get("segment.bytes", _SEGMENT_BYTES))
        self._segment_ms = int(configs.get("segment.ms", _SEGMENT_MS))
        self._bytes: dict[int, int] = {}
        self._since: dict[int, int] = {}
        self._until: dict[int, int] = {}

    def add(self, record: LogRecord) -> None:
        """One more record."""
        if not self._is_compacted:
            return
        partition, moment = record.partition, record.timestamp_ms
        size = len(record.value or b"") + len(record.key or b"") + _RECORD_OVERHEAD_BYTES
        size += sum(len(name) + len(value or b"") for name, value in record.headers)
        self._bytes[partition] = self._bytes.get(partition, 0) + size
        self._since[partition] = min(self._since.get(partition, moment), moment)
        self._until[partition] = max(self._until.get(partition, moment), moment)

    def may_be_compacted(self, first: Mapping[int, int]) -> bool:
        """Whether some record may be gone, given each partition's oldest offset."""
        if not self._is_compacted:
            return False
        return (
            any(offset > 0 for offset in first.values())
            # half: aborted records fill segments too and are not told
            or any(size > self._segment_bytes // 2 for size in self._bytes.values())
            or any(
                self._until[partition] - since >= self._segment_ms
                for partition, since in self._since.items()
            )
        )
