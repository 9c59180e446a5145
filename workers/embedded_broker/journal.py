"""The journal: one event a line, JSON behind its checksum, written before it takes effect.

    3f2a9c1d {"topic":"articles","partitions":4,"configs":{},"kind":"topic_created"}

At start, and whenever it has grown a lot, the file is replaced by the events that lead to the
present state.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from zlib import crc32

import orjson
import structlog

from .disk import AppendFile, Disk, DiskError
from .errors import BrokerStartError, ErrorCode, Refused
from .events import EVENTS, Event

_log = structlog.get_logger("copydesk.embedded_broker")
# A transaction takes some 700 bytes: 16 MiB are about 20,000, read again in under a second.
REWRITE_BYTES = 16 * 1024 * 1024


class Journal:
    """An append-only file of events, and the way back to the state that they made."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._file = AppendFile(path, disk)
        self._rewrite_at = REWRITE_BYTES
        self._state: Callable[[], Iterable[Event]] = tuple

    def recover(self) -> Iterator[Event]:
        """What was written so far; a torn last line is cut off.

        Raises:
            BrokerStartError: a harmed line has sound ones after it, so it is no torn tail.
        """
        position = 0
        content = self._file.read(0, self._file.size)
        for number, line in enumerate(content.splitlines(keepends=True), start=1):
            event = read_line(line)
            if event is None:
                self._cut(position, content, number)
                return
            position += len(line)
            yield event

    def keep_small(self, state: Callable[[], Iterable[Event]]) -> None:
        """From now on the journal is replaced by `state()` when it grows; now as well."""
        self._state = state
        self._rewrite()

    def write(self, event: Event) -> None:
        """Makes an event last.

        Raises:
            Refused: it could not be written, and must not take effect; to be tried again.
        """
        try:
            self._file.append(line_of(event))
        except DiskError as error:
            raise Refused(ErrorCode.COORDINATOR_NOT_AVAILABLE, str(error.strerror)) from error

    def tidy(self) -> None:
        """Replaces a journal that has grown a lot; call it between events."""
        if self._file.size > self._rewrite_at:
            self._rewrite()

    def close(self) -> None:
        self._file.close()

    def _cut(self, position: int, content: bytes, number: int) -> None:
        following = content[position:].splitlines(keepends=True)[1:]
        if any(read_line(line) is not None for line in following):
            raise BrokerStartError(
                f"{self._path} is damaged at line {number}; "
                "restore the folder from a copy, or start with an empty one"
            )
        _log.warning("torn_tail_cut", file=str(self._path), bytes=len(content) - position)
        self._file.cut(position)

    def _rewrite(self) -> None:
        replacement = AppendFile(self._path.with_suffix(".new"), self._disk, aside=True)
        try:
            replacement.append(b"".join(map(line_of, self._state())))
            replacement.rename(self._path)
        except OSError:
            replacement.remove()
            self._rewrite_at = self._file.size + REWRITE_BYTES
            return
        self._file = replacement
        self._rewrite_at = replacement.size + REWRITE_BYTES


def line_of(event: Event) -> bytes:
    """The line that holds an event."""
    body = orjson.dumps(event)
    return b"%08x %s\n" % (crc32(body), body)


def read_line(line: bytes) -> Event | None:
    """The event in a whole line, or None when it is cut or harmed."""
    checksum, _, body = line.removesuffix(b"\n").partition(b" ")
    if not line.endswith(b"\n") or checksum != b"%08x" % crc32(body):
        return None
    return EVENTS.validate_json(body)
