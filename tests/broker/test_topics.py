"""Topics: making, growing, removing, and their settings."""

import pytest
from aiokafka.admin import NewPartitions, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import InvalidPartitionsError

from workers.embedded_broker.topic_configs import DEFAULTS
from workers.embedded_broker.versions import ApiKey

from .clients import Cluster
from .raw import connected

pytestmark = pytest.mark.broker


async def _configs(cluster: Cluster, topic: str) -> dict[str, str]:
    async with cluster.admin() as admin:
        answers = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    entries = [entry for answer in answers for each in answer.resources for entry in each[4]]
    return {entry[0]: entry[1] for entry in entries}


async def _create_error(cluster: Cluster, topic: NewTopic) -> int:
    async with cluster.admin() as admin:
        answer = await admin.create_topics([topic])
    return int(answer.topic_errors[0][1])


async def test_a_topic_has_the_partitions_it_was_made_with(cluster: Cluster) -> None:
    topic = await cluster.topic(partitions=3)
    async with cluster.admin() as admin:
        [described] = await admin.describe_topics([topic])
    assert sorted(each["partition"] for each in described["partitions"]) == [0, 1, 2]
    assert described["error_code"] == 0


async def test_a_topic_is_not_made_twice(cluster: Cluster) -> None:
    topic = await cluster.topic()
    assert await _create_error(cluster, NewTopic(topic, 1, 1)) == 36


async def test_settings_are_kept_and_the_rest_are_kafkas_defaults(cluster: Cluster) -> None:
    stated = {"cleanup.policy": "compact,delete", "retention.ms": "86400000"}
    topic = await cluster.topic(configs=stated)
    found = await _configs(cluster, topic)
    # The broker's own message.max.bytes is this one's default, and Kafka here runs with 10 MiB.
    expected = {**DEFAULTS, **stated, "max.message.bytes": found["max.message.bytes"]}
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "configs",
    [
        {"cleanup.policy": "shred"},
        {"no.such.setting": "1"},
        {"retention.ms": "soon"},
        {"max.message.bytes": "-1"},
        {"segment.bytes": "1048575"},
        {"segment.ms": "0"},
    ],
)
async def test_a_wrong_setting_is_refused(cluster: Cluster, configs: dict[str, str]) -> None:
    refused = NewTopic(cluster.name("wrong"), 1, 1, topic_configs=configs)
    assert await _create_error(cluster, refused) == 40


@pytest.mark.parametrize(
    ("name", "partitions", "replicas", "error"),
    [("no/slash", 1, 1, 17), ("..", 1, 1, 17), ("none", 0, 1, 37), ("three", 1, 3, 38)],
)
async def test_an_impossible_topic_is_refused(
    cluster: Cluster, name: str, partitions: int, replicas: int, error: int
) -> None:
    full = name if error == 17 else cluster.name(name)
    assert await _create_error(cluster, NewTopic(full, partitions, replicas)) == error


async def test_validating_a_topic_does_not_make_it(cluster: Cluster) -> None:
    topic = NewTopic(cluster.name("only-asked"), 1, 1)
    async with cluster.admin() as admin:
        answer = await admin.create_topics([topic], validate_only=True)
        assert answer.topic_errors[0][1] == 0
        assert cluster.name("only-asked") not in await admin.list_topics()


async def test_a_topic_grows_and_does_not_shrink(cluster: Cluster) -> None:
    topic = await cluster.topic(partitions=2)
    async with cluster.admin() as admin:
        await admin.create_partitions({topic: NewPartitions(4)})
        await cluster.until_known(topic, 4)
        with pytest.raises(InvalidPartitionsError):
            await admin.create_partitions({topic: NewPartitions(3)})
    assert await cluster.write(topic, [b"last"], partition=3) == [0]


async def test_a_deleted_topic_is_gone_and_its_successor_is_empty(cluster: Cluster) -> None:
    topic = await cluster.topic()
    await cluster.write(topic, [b"old"])
    async with cluster.admin() as admin:
        answer = await admin.delete_topics([topic])
        assert [tuple(each) for each in answer.topic_error_codes] == [(topic, 0)]
        assert topic not in await admin.list_topics()
    await cluster.topic()
    assert await cluster.values(topic) == []


async def test_an_unknown_topic_is_neither_found_nor_made(cluster: Cluster) -> None:
    unknown = cluster.name("unknown")
    async with cluster.admin() as admin:
        [described] = await admin.describe_topics([unknown])
        assert described["error_code"] == 3
        assert unknown not in await admin.list_topics()
        answer = await admin.delete_topics([unknown])
        assert answer.topic_error_codes[0][1] == 3


async def test_metadata_names_the_address_that_was_asked(cluster: Cluster) -> None:
    async with connected(cluster.bootstrap) as connection:
        answer = await connection.ask(
            ApiKey.METADATA, 5, {"topics": [], "allow_auto_topic_creation": False}
        )
    assert [f"{each.host}:{each.port}" for each in answer.brokers] == [cluster.bootstrap]
    assert answer.controller_id == answer.brokers[0].node_id
    assert answer.topics == []
