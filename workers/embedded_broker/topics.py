"""The topics of the broker: which there are, their settings, their partitions."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import assert_never

from . import topic_configs
from .disk import Disk
from .errors import ErrorCode, Refused
from .events import Event, TopicCreated, TopicDeleted, TopicEvent, TopicGrown
from .journal import Journal
from .log_settings import LogSettings
from .partition_log import PartitionLog

# Kafka's rule for a legal name; "." and ".." would be folders.
_LEGAL_NAME = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._-]{1,249}")
# A start reads every log before it answers: more would have people wait.
MAX_PARTITIONS = 900


class Topic:
    """One topic and its partitions, by number."""

    def __init__(
        self, name: str, configs: Mapping[str, str], partitions: list[PartitionLog]
    ) -> None:
        self.name = name
        self.stated_configs = dict(configs)
        self.configs = {**topic_configs.DEFAULTS, **configs}
        self.partitions = partitions
        self.max_message_bytes = int(self.configs["max.message.bytes"])
        self.future_limit_ms = int(self.configs["message.timestamp.after.max.ms"])
        self.past_limit_ms = int(self.configs["message.timestamp.before.max.ms"])
        self.compacted = "compact" in self.configs["cleanup.policy"]


class TopicCatalogue:
    """All topics; a change is in the journal before it is anywhere else."""

    def __init__(self, folder: Path, journal: Journal, disk: Disk) -> None:
        """`folder` gets one folder a topic, and in it one a partition."""
        self._folder = folder
        self._journal = journal
        self._disk = disk
        self._topics: dict[str, Topic] = {}
        self._recovered: dict[str, TopicCreated] = {}

    def recover(self, event: TopicEvent) -> None:
        """Takes in an event of the journal; no file is touched before `open_logs`."""
        match event:
            case TopicCreated():
                self._recovered[event.topic] = event
            case TopicGrown():
                before = self._recovered[event.topic]
                grown = TopicCreated(event.topic, event.partitions, before.configs)
                self._recovered[event.topic] = grown
            case TopicDeleted():
                self._recovered.pop(event.topic, None)
            case _:
                assert_never(event)

    def open_logs(self) -> None:
        """Reads the partitions of every topic that is left, and cuts torn tails."""
        for topic in self._recovered.values():
            settings = LogSettings.of(topic.configs)
            logs = [self._log(topic.topic, each, settings) for each in range(topic.partitions)]
            self._topics[topic.topic] = Topic(topic.topic, topic.configs, logs)
        self._recovered.clear()

    def state(self) -> Iterator[Event]:
        """The events that lead to the topics as they are."""
        for topic in self._topics.values():
            yield TopicCreated(topic.name, len(topic.partitions), topic.stated_configs)

    def __iter__(self) -> Iterator[Topic]:
        return iter(tuple(self._topics.values()))

    def __contains__(self, name: str) -> bool:
        return name in self._topics

    def topic(self, name: str) -> Topic:
        """The topic of this name.

        Raises:
            Refused: there is none.
        """
        if name in self._topics:
            return self._topics[name]
        if is_legal_name(name):
            raise Refused(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
        raise Refused(ErrorCode.INVALID_TOPIC)

    def partition(self, name: str, number: int) -> PartitionLog:
        """One partition of a topic.

        Raises:
            Refused: there is none.
        """
        partitions = self.topic(name).partitions
        if not 0 <= number < len(partitions):
            raise Refused(ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
        return partitions[number]

    def create(
        self,
        name: str,
        partitions: int,
        configs: Mapping[str, str | None],
        *,
        validate_only: bool = False,
    ) -> None:
        """Makes a topic, or only says whether it could be made.

        Raises:
            Refused: the name is not legal or taken, or the number or a setting is wrong.
        """
        if not is_legal_name(name):
            raise Refused(ErrorCode.INVALID_TOPIC, f"not a legal topic name: {name!r:.80}")
        if name in self._topics:
            raise Refused(ErrorCode.TOPIC_ALREADY_EXISTS, f"Topic '{name}' already exists.")
        self._check_room(partitions)
        stated = topic_configs.check(configs)
        if validate_only:
            return
        logs = self._new_logs(name, range(partitions), stated)
        self._journal.write(TopicCreated(name, partitions, stated))
        self._topics[name] = Topic(name, stated, logs)

    def grow(self, name: str, partitions: int, *, validate_only: bool = False) -> None:
        """Gives a topic more partitions, `partitions` in all.

        Raises:
            Refused: there is no such topic, or it would not grow.
        """
        topic = self.topic(name)
        present = len(topic.partitions)
        if partitions <= present:
            raise Refused(ErrorCode.INVALID_PARTITIONS, f"the topic has {present} partitions")
        self._check_room(partitions - present)
        if validate_only:
            return
        logs = self._new_logs(name, range(present, partitions), topic.configs)
        self._journal.write(TopicGrown(name, partitions))
        topic.partitions.extend(logs)

    def delete(self, name: str) -> None:
        """Removes a topic and its records.

        Raises:
            Refused: there is no such topic.
        """
        topic = self.topic(name)
        self._journal.write(TopicDeleted(name))
        del self._topics[name]
        for log in topic.partitions:
            log.close()
        shutil.rmtree(self._folder / name, ignore_errors=True)

    def close(self) -> None:
        for topic in self._topics.values():
            for log in topic.partitions:
                log.close()

    def _new_logs(
        self, topic: str, numbers: range, configs: Mapping[str, str]
    ) -> list[PartitionLog]:
        """Empty logs; what a topic of this name left behind is removed."""
        settings = LogSettings.of(configs)
        try:
            return [self._log(topic, number, settings, truncate=True) for number in numbers]
        except OSError as error:
            raise Refused(ErrorCode.KAFKA_STORAGE_ERROR, str(error)) from error

    def _log(
        self, topic: str, number: int, settings: LogSettings, *, truncate: bool = False
    ) -> PartitionLog:
        folder = self._folder / topic / str(number)
        return PartitionLog(folder, self._disk, settings, truncate=truncate)

    def _check_room(self, more: int) -> None:
        present = sum(len(topic.partitions) for topic in self._topics.values())
        if not 1 <= more <= MAX_PARTITIONS - present:
            raise Refused(
                ErrorCode.INVALID_PARTITIONS,
                f"{more} partitions asked for; there are {present} of at most {MAX_PARTITIONS}",
            )


def is_legal_name(name: str | None) -> bool:
    """Whether Kafka lets a topic be called so."""
    return name is not None and _LEGAL_NAME.fullmatch(name) is not None
