"""One partition's log whose clock is moved by hand, and what a client would read from it."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from aiokafka.record.memory_records import MemoryRecords

from workers.embedded_broker.compaction import compaction
from workers.embedded_broker.disk import Disk
from workers.embedded_broker.log_settings import LogSettings
from workers.embedded_broker.partition_log import PartitionLog
from workers.embedded_broker.records import BatchHeader, marker_commits, produced_batch, read_header

from .raw import batch

MINUTE_MS = 60_000


class Seen(NamedTuple):
    """A record as aiokafka decodes it."""

    offset: int
    key: bytes | None
    value: bytes | None


class Partition:
    """A log for which every write is a minute after the one before."""

    def __init__(
        self, folder: Path, configs: Mapping[str, str], *, most_open_files: int = 256
    ) -> None:
        self.folder = folder
        self._most_open_files = most_open_files
        self.settings = LogSettings.of(configs)
        self.now_ms = 0
        self._open()

    def write(self, *values: bytes | None, **options: Any) -> int:
        """The offset of a batch; the options are those of `batch`."""
        self.now_ms += MINUTE_MS
        records = batch(*values, timestamp_ms=self.now_ms, **options)
        return self.log.append(records, produced_batch(records))

    def mark(self, producer_id: int, *, committed: bool) -> None:
        """Ends a producer's transaction."""
        self.now_ms += MINUTE_MS
        self.log.append_marker(producer_id, 0, committed=committed, timestamp_ms=self.now_ms)

    def compact(self, steps: int | None = None) -> None:
        """One pass if there is enough to gain, or its first steps."""
        for _ in islice(compaction(self.log, self.disk, self.now_ms), steps):
            pass

    def expire(self) -> None:
        self.log.expire(self.now_ms)

    def records(self) -> list[Seen]:
        """Every record, decided or not."""
        return records_in(self.log)

    def committed(self) -> list[Seen]:
        """What a client sees that reads committed records."""
        return committed_in(self.log)

    def markers(self) -> list[int]:
        """The offsets of transaction markers."""
        return [header.base_offset for header, _ in batches_in(self.log) if header.control]

    def reopen(self) -> None:
        """Starts again from the folder alone."""
        self.close()
        self._open()

    def close(self) -> None:
        self.log.close()
        self.disk.close()

    def _open(self) -> None:
        self.disk = Disk(most_open=self._most_open_files)
        self.log = PartitionLog(self.folder, self.disk, self.settings)


def batches_in(log: PartitionLog) -> Iterator[tuple[BatchHeader, bytes]]:
    """Every batch, one read each."""
    offset = log.start_offset
    while chunk := log.read(offset, 1, committed_only=False).data:
        header = read_header(chunk)
        assert len(chunk) == header.size_bytes
        assert header.last_offset >= offset
        offset = header.last_offset + 1
        yield header, chunk


def records_in(log: PartitionLog) -> list[Seen]:
    """Every record, decided or not."""
    return [
        seen for header, chunk in batches_in(log) if not header.control for seen in _seen(chunk)
    ]


def committed_in(log: PartitionLog) -> list[Seen]:
    """What a client sees that reads committed records: it hides what it is told was aborted, from
    the first record of a transaction to its marker, as clients do for each answer."""
    found: list[Seen] = []
    offset = log.start_offset
    while (chunk := log.read(offset, 1 << 20, committed_only=True)).data:
        hidden: set[int] = set()
        aborted = sorted(chunk.aborted, key=lambda each: each.first_offset)
        for header, data in _split(chunk.data):
            offset = header.last_offset + 1
            while aborted and aborted[0].first_offset <= header.base_offset:
                hidden.add(aborted.pop(0).producer_id)
            if header.control:
                if not marker_commits(data):
                    hidden.discard(header.producer_id)
            elif not header.transactional or header.producer_id not in hidden:
                found += _seen(data)
    return found


def _split(data: bytes) -> Iterator[tuple[BatchHeader, bytes]]:
    while data:
        header = read_header(data)
        yield header, data[: header.size_bytes]
        data = data[header.size_bytes :]


def _seen(chunk: bytes) -> Iterator[Seen]:
    for record in MemoryRecords(chunk).next_batch():
        yield Seen(record.offset, record.key, record.value)
