from dataclasses import replace

import pytest

from schemas.topics import ARTICLES, RAW_POSTS, Topic
from tests.adapters.kafka.traffic import make_topic, put
from tests.broker.running import free_port
from workers.adapters.kafka.admin import admin, committed_offsets, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import BrokerUnreachable, KafkaProblem
from workers.adapters.kafka.reader import read_topic
from workers.adapters.kafka.topics import TopicState, ensure_topics, topic_configs

pytestmark = pytest.mark.broker


@pytest.fixture
def topic(topic_name: str) -> Topic:
    return replace(ARTICLES, name=topic_name)


async def ensure(
    connection: KafkaConnection, *topics: Topic, apply: bool, partitions: int = 3
) -> tuple[TopicState, ...]:
    return await ensure_topics(connection, topics, partitions, -1, apply=apply)


async def test_a_missing_topic_is_said_and_not_made_unless_asked(
    connection: KafkaConnection, topic: Topic
) -> None:
    for _ in range(2):
        (state,) = await ensure(connection, topic, apply=False)
        assert state == TopicState(topic.name, 3, None, ())
        assert not state.ready


async def test_a_topic_is_made_with_every_setting_of_the_table(
    connection: KafkaConnection, topic: Topic
) -> None:
    (state,) = await ensure(connection, topic, apply=True)
    assert state == TopicState(topic.name, 3, 3, (), created=True)
    async with admin(connection) as client:
        configs = (await topic_configs(client, [topic.name]))[topic.name]
        assert {name: configs.get(name) for name in topic.configs} == topic.configs
    await put(connection, topic.name, [b"at once"], 2, b"k")
    (again,) = await ensure(connection, topic, apply=True)
    assert again == TopicState(topic.name, 3, 3, ())
    assert again.ready


async def test_a_topic_with_a_number_of_partitions_of_its_own_gets_it(
    connection: KafkaConnection, topic: Topic
) -> None:
    (state,) = await ensure(connection, replace(topic, partitions=1), apply=True)
    assert (state.wanted_partitions, state.partitions) == (1, 1)


async def test_a_topic_that_differs_is_described_and_left_as_it_is(
    connection: KafkaConnection, topic: Topic
) -> None:
    await make_topic(
        connection, topic.name, 2, cleanup_policy="delete", retention_ms="3600000",
        max_message_bytes=str(topic.max_message_bytes), compression_type="producer",
        message_timestamp_type="CreateTime",
    )  # fmt: skip
    await put(connection, topic.name, [b"precious"])
    (state,) = await ensure(connection, topic, apply=True)
    assert state.differences == (
        "2 partitions, expected 3",
        "cleanup.policy is delete, expected compact,delete",
        "retention.ms is 3600000 (0.0417 days), expected 2592000000 (30 days)",
    )
    assert not state.created
    assert [each.value async for each in read_topic(connection, topic.name)] == [b"precious"]


async def test_the_order_of_cleanup_policies_is_no_difference(
    connection: KafkaConnection, topic: Topic
) -> None:
    configs = {**topic.configs, "cleanup.policy": "delete,compact"}
    named = {name.replace(".", "_"): value for name, value in configs.items()}
    await make_topic(connection, topic.name, 3, **named)
    (state,) = await ensure(connection, topic, apply=False)
    assert state.ready


async def test_states_come_in_the_order_of_the_topics(
    connection: KafkaConnection, topic: Topic
) -> None:
    other = replace(RAW_POSTS, name=f"{topic.name}-dlq")
    states = await ensure(connection, topic, other, apply=True)
    assert [state.name for state in states] == [topic.name, other.name]
    async with admin(connection) as client:
        assert (await partition_counts(client))[other.name] == 3


async def test_a_group_that_never_read_has_no_offsets(connection: KafkaConnection) -> None:
    async with admin(connection) as client:
        assert await committed_offsets(client, "nobody", "articles") == {}


async def test_a_topic_that_the_broker_refuses_is_said_by_name(connection: KafkaConnection) -> None:
    wrong = replace(ARTICLES, name="not a name")
    with pytest.raises(KafkaProblem, match="'not a name'") as failure:
        await ensure(connection, wrong, apply=True)
    assert "\n" not in str(failure.value)


async def test_an_unreachable_broker_is_said_in_one_line() -> None:
    address = f"127.0.0.1:{free_port()}"
    with pytest.raises(BrokerUnreachable, match=address) as failure:
        await ensure(KafkaConnection(address), ARTICLES, apply=True)
    assert "\n" not in str(failure.value)


async def test_an_authority_file_that_is_not_there_is_said() -> None:
    connection = KafkaConnection("127.0.0.1:1", "SSL", ca_file="/nowhere/ca.pem")
    with pytest.raises(BrokerUnreachable, match="TLS file"):
        await ensure(connection, ARTICLES, apply=True)
