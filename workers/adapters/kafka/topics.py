"""The topics as they should be and as they are; makes what is missing, never takes away."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import for_code

from schemas.topics import Topic
from workers.adapters.kafka.admin import admin, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import KafkaProblem

_ALREADY_THERE = 36  # TOPIC_ALREADY_EXISTS: another process made it in the meantime
_LEADER_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class TopicState:
    """One topic: what should be, and what is."""

    name: str
    wanted_partitions: int
    partitions: int | None
    """How many there are; None when the topic is missing."""
    differences: tuple[str, ...]
    """Each setting that is not as it should be, in words."""
    created: bool = False
    """Whether it was made just now."""

    @property
    def ready(self) -> bool:
        """Whether it is there and as it should be."""
        return self.partitions is not None and not self.differences


async def ensure_topics(
    connection: KafkaConnection,
    topics: Sequence[Topic],
    partitions: int,
    replication_factor: int,
    *,
    apply: bool,
) -> tuple[TopicState, ...]:
    """The state of each topic, in order; `apply` makes the missing ones first.

    A topic that is there and differs is reported and left as it is: changing a company's topic is
    for its owner. `replication_factor` -1 takes the broker's default.

    Raises:
        KafkaProblem: the broker cannot be reached, or refuses to make a topic.
    """
    async with admin(connection) as client:
        standing = await partition_counts(client)
        missing = [topic for topic in topics if topic.name not in standing]
        if apply and missing:
            await _create(client, missing, partitions, replication_factor)
            standing = await _with_leaders(client, [topic.name for topic in missing])
        configs = await topic_configs(
            client, [topic.name for topic in topics if topic.name in standing]
        )
        states = tuple(
            _state(topic, partitions, standing.get(topic.name), configs.get(topic.name))
            for topic in topics
        )
    made = {topic.name for topic in missing} if apply else set()
    return tuple(replace(state, created=state.name in made) for state in states)


async def topic_configs(
    client: AIOKafkaAdminClient, names: Sequence[str]
) -> Mapping[str, Mapping[str, str]]:
    """The settings of each topic in force; a topic whose settings may not be read is left out."""
    if not names:
        return {}
    wanted = [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
    found: dict[str, Mapping[str, str]] = {}
    for answer in await client.describe_configs(wanted):
        for error_code, _, _, name, entries in answer.resources:
            if error_code == 0:
                found[name] = {entry[0]: entry[1] for entry in entries if entry[1] is not None}
    return found


async def _create(
    client: AIOKafkaAdminClient, topics: Sequence[Topic], partitions: int, replication_factor: int
) -> None:
    answer = await client.create_topics(
        [
            NewTopic(
                topic.name,
                topic.partitions or partitions,
                replication_factor,
                # given and empty: else the library refuses -1, the broker's own default
                replica_assignments={} if replication_factor == -1 else None,
                topic_configs=topic.configs,
            )
            for topic in topics
        ]
    )
    for name, error_code, *message in answer.topic_errors:
        if error_code not in (0, _ALREADY_THERE):
            words = next((text for text in message if text), for_code(error_code).__name__)
            raise KafkaProblem(f"the broker does not make the topic {name!r}: {words}")


async def _with_leaders(client: AIOKafkaAdminClient, names: Sequence[str]) -> Mapping[str, int]:
    """Every topic once these have a leader for each partition; before, nobody can write."""
    deadline = time.monotonic() + _LEADER_SECONDS
    while True:
        found = {topic["topic"]: topic for topic in await client.describe_topics()}
        if all(name in found and _is_led(found[name]) for name in names):
            return await partition_counts(client)
        if time.monotonic() > deadline:
            raise KafkaProblem(f"the new topics {', '.join(names)} have no leaders yet")
        await asyncio.sleep(0.05)


def _is_led(topic: Mapping[str, object]) -> bool:
    partitions = topic["partitions"]
    assert isinstance(partitions, list)
    return bool(partitions) and all(
        partition["error_code"] == 0 and partition["leader"] >= 0 for partition in partitions
    )


def _state(
    topic: Topic, partitions: int, standing: int | None, configs: Mapping[str, str] | None
) -> TopicState:
    wanted = topic.partitions or partitions
    if standing is None:
        return TopicState(topic.name, wanted, None, ())
    differences: list[str] = []
    if standing != wanted:
        differences.append(f"{standing} partitions, expected {wanted}")
    if configs is None:
        differences.append("its settings may not be read")
    for name, value in topic.configs.items():
        found = (configs or {}).get(name)
        if found is not None and not _same(name, found, value):
            differences.append(
                f"{name} is {_readable(name, found)}, expected {_readable(name, value)}"
            )
    return TopicState(topic.name, wanted, standing, tuple(differences))


def _same(name: str, found: str, wanted: str) -> bool:
    if name == "cleanup.policy":
        return set(found.replace(" ", "").split(",")) == set(wanted.split(","))
    return found == wanted


def _readable(name: str, value: str) -> str:
    """A value with its unit spelled out, where it has one."""
    number = int(value) if value.lstrip("-").isdigit() else None
    if number is None or number <= 0:
        return value
    if name.endswith(".ms"):
        return f"{value} ({number / 86_400_000:.3g} days)"
    if name.endswith(".bytes"):
        return f"{value} ({number / (1 << 20):.3g} MiB)"
    return value
