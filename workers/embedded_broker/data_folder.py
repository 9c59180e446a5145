"""The broker's folder: one owner, a journal, the logs, and all that is known from them.

<data>/lock                      held while a broker runs
<data>/journal                   topics, offsets, producers, transactions
<data>/logs/<topic>/<n>/         the segments of a partition
"""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from .committed_offsets import CommittedOffsets
from .disk import Disk, SyncPolicy, sync_files
from .errors import BrokerStartError, Refused
from .events import (
    Event,
    GroupAdvanced,
    OffsetsCommitted,
    ProducerIdsReserved,
    ProducerRegistered,
    TopicCreated,
    TopicDeleted,
    TopicGrown,
    TransactionDecided,
    TransactionEnded,
    TransactionExtended,
)
from .generations import Generations
from .journal import Journal
from .topics import TopicCatalogue
from .transactions import TransactionCoordinator


class DataFolder:
    """What lasts, recovered from a folder that is ours until `close`."""

    def __init__(self, path: Path, *, sync: SyncPolicy = "never") -> None:
        """Takes the folder and reads it; torn tails are cut, decided transactions finished.

        Raises:
            BrokerStartError: another broker has it, it is damaged, or it cannot be written.
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._lock = _take(path)
            try:
                self.disk = Disk(sync)
                self._open(path)
            except BaseException:
                self.disk.close()
                os.close(self._lock)
                raise
        except OSError as error:
            raise BrokerStartError(f"{path} cannot be used: {error}") from error

    def sweep(self) -> None:
        """Does what time brings: ends overdue transactions, keeps the journal small."""
        self.transactions.sweep()
        self.journal.tidy()

    def close(self) -> None:
        """Gives the folder free."""
        sync_files(self.disk.take_unsynced())
        self.topics.close()
        self.journal.close()
        self.disk.close()
        os.close(self._lock)

    def _open(self, path: Path) -> None:
        self.journal = Journal(path / "journal", self.disk)
        self.topics = TopicCatalogue(path / "logs", self.journal, self.disk)
        self.offsets = CommittedOffsets(self.journal)
        self.generations = Generations(self.journal)
        self.transactions = TransactionCoordinator(self.journal, self.topics, self.offsets)
        for event in self.journal.recover():
            self._recover(event)
        self.topics.open_logs()
        try:
            self.transactions.finish_recovery()
        except Refused as refusal:
            raise BrokerStartError(f"{path} cannot be written: {refusal.message}") from refusal
        self.journal.keep_small(self.state)

    def _recover(self, event: Event) -> None:
        match event:
            case TopicCreated() | TopicGrown():
                self.topics.recover(event)
            case TopicDeleted():
                self.topics.recover(event)
                self.offsets.forget_topic(event.topic)
            case OffsetsCommitted():
                self.offsets.recover(event)
            case GroupAdvanced():
                self.generations.recover(event)
            case (
                ProducerIdsReserved()
                | ProducerRegistered()
                | TransactionExtended()
                | TransactionDecided()
                | TransactionEnded()
            ):
                self.transactions.recover(event)
            case _:
                assert_never(event)

    def state(self) -> Iterator[Event]:
        """The events that lead to everything as it is."""
        yield from self.topics.state()
        yield from self.offsets.state()
        yield from self.generations.state()
        yield from self.transactions.state()


def _take(path: Path) -> int:
    """The lock on a folder, as an open file.

    Raises:
        BrokerStartError: another broker holds it.
    """
    lock = os.open(path / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(lock)
        raise BrokerStartError(
            f"{path} is in use by another embedded broker; stop it, or choose another folder"
        ) from error
    return lock
