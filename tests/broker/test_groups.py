"""Consumer groups: who reads what, who may commit, and who is still there."""

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest
from aiokafka import TopicPartition

from workers.embedded_broker.errors import ErrorCode
from workers.embedded_broker.versions import ApiKey

from .clients import READ_SECONDS, Cluster
from .membership import Player
from .raw import connected

pytestmark = pytest.mark.broker

# Short enough to wait for; Kafka's own limit of 6 s is lowered to 1 s for these tests.
SESSION_MS = 1_500
QUICK = {
    "session_timeout_ms": 6_000,
    "heartbeat_interval_ms": 200,
    "rebalance_timeout_ms": 5_000,
    "max_poll_interval_ms": 5_000,
}


async def _until_assigned(expected: list[int], *consumers: Any) -> float:
    """Seconds until the consumers have this many partitions each."""
    began = time.monotonic()
    async with asyncio.timeout(20):
        while sorted(len(each.assignment()) for each in consumers) != expected:
            await asyncio.gather(*(each.getmany(timeout_ms=100) for each in consumers))
    return time.monotonic() - began


async def test_a_committed_offset_is_where_the_next_reader_begins(cluster: Cluster) -> None:
    topic = await cluster.topic()
    await cluster.write(topic, [b"%d" % number for number in range(20)])
    group = cluster.name("group")
    async with cluster.consumer(topic, group_id=group) as consumer:
        await asyncio.wait_for(consumer.getone(), READ_SECONDS)
        await consumer.commit({TopicPartition(topic, 0): (5, "a note")})
    async with cluster.consumer(topic, group_id=group) as consumer:
        record = await asyncio.wait_for(consumer.getone(), READ_SECONDS)
        assert await consumer.committed(TopicPartition(topic, 0)) == 5
    assert record.offset == 5


async def test_members_share_partitions_and_take_over_from_who_leaves(cluster: Cluster) -> None:
    topic = await cluster.topic(partitions=4)
    settings = {"group_id": cluster.name("group"), **QUICK}
    async with cluster.consumer(topic, **settings) as first:
        await _until_assigned([4], first)
        async with cluster.consumer(topic, **settings) as second:
            await _until_assigned([2, 2], first, second)
        await _until_assigned([4], first)


async def test_six_members_that_start_at_once_settle_soon(cluster: Cluster) -> None:
    topic = await cluster.topic(partitions=6)
    async with AsyncExitStack() as stack:
        began = time.monotonic()
        members = await asyncio.gather(
            *(
                stack.enter_async_context(
                    cluster.consumer(topic, group_id=cluster.name("group"), **QUICK)
                )
                for _ in range(6)
            )
        )
        await _until_assigned([1] * 6, *members)
        assert time.monotonic() - began < 15


async def test_a_member_that_vanishes_is_replaced_after_its_session(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        gone = await Player(connection, cluster.name("group")).settled(SESSION_MS)
        began = time.monotonic()
        heir = await Player(connection, cluster.name("group")).joined(SESSION_MS)
        assert heir.generation > gone.generation
        assert SESSION_MS / 1000 - 0.5 < time.monotonic() - began < 8
        assert await gone.heartbeat() == ErrorCode.UNKNOWN_MEMBER_ID
        assert await gone.commit(topic, 1) == ErrorCode.UNKNOWN_MEMBER_ID


async def test_a_newcomer_is_given_an_id_first_and_its_leaving_is_noticed(
    cluster: Cluster,
) -> None:
    async with connected(cluster.bootstrap) as connection:
        player = Player(connection, cluster.name("group"))
        answer = await player.join()
        assert answer.error_code == ErrorCode.MEMBER_ID_REQUIRED
        member = await replace(player, member_id=answer.member_id).settled()
        assert await member.heartbeat() == 0
        assert await member.leave() == 0
        assert await member.leave() == ErrorCode.UNKNOWN_MEMBER_ID
        assert await member.heartbeat() == ErrorCode.UNKNOWN_MEMBER_ID


async def test_members_are_called_to_a_rebalance_by_their_heartbeats(cluster: Cluster) -> None:
    async with (
        connected(cluster.bootstrap) as one,
        connected(cluster.bootstrap) as two,
    ):
        first = await Player(one, cluster.name("group")).settled()
        joining = asyncio.create_task(Player(two, cluster.name("group")).joined())
        async with asyncio.timeout(READ_SECONDS):
            while await first.heartbeat() != ErrorCode.REBALANCE_IN_PROGRESS:
                pass  # the broker's answers keep the pace
        again, second = await asyncio.gather(first.joined(), joining)
        assert again.generation == second.generation == first.generation + 1
        assert await first.heartbeat() == ErrorCode.ILLEGAL_GENERATION
        parts = {again.member_id: b"left", second.member_id: b"right"}
        left, right = await asyncio.gather(again.sync(parts), second.sync({}))
        assert (left.member_assignment, right.member_assignment) == (b"left", b"right")


async def test_commits_of_old_members_and_generations_are_refused(cluster: Cluster) -> None:
    topic = await cluster.topic()
    group = cluster.name("group")
    async with connected(cluster.bootstrap) as connection:
        member = await Player(connection, group).settled()
        assert await member.commit(topic, 3) == 0
        old = replace(member, generation=member.generation - 1)
        assert await old.commit(topic, 9) == ErrorCode.ILLEGAL_GENERATION
        stranger = replace(member, member_id="never-joined")
        assert await stranger.commit(topic, 9) == ErrorCode.UNKNOWN_MEMBER_ID
        outsider = Player(connection, group)
        assert await outsider.commit(topic, 9) == ErrorCode.UNKNOWN_MEMBER_ID
        assert await member.leave() == 0
        assert await outsider.commit(topic, 4) == 0
    assert await cluster.committed(group, topic) == 4


async def test_a_static_member_that_comes_back_keeps_its_place(cluster: Cluster) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        player = Player(connection, cluster.name("group"), instance_id="slot-1")
        before = await player.settled()
        after = await player.joined()
        assert (await after.sync({})).member_assignment == b"everything"
        assert after.generation == before.generation
        assert after.member_id != before.member_id
        assert await before.heartbeat() == ErrorCode.FENCED_INSTANCE_ID
        assert await before.commit(topic, 1) == ErrorCode.FENCED_INSTANCE_ID
        assert (await before.sync({})).error_code == ErrorCode.FENCED_INSTANCE_ID
        assert (await before.join()).error_code == ErrorCode.FENCED_INSTANCE_ID
        assert await after.commit(topic, 1) == 0


async def test_members_that_share_no_strategy_are_refused(cluster: Cluster) -> None:
    async with connected(cluster.bootstrap) as connection:
        member = await Player(connection, cluster.name("group")).settled()
        body = {
            "group": member.group,
            "session_timeout": SESSION_MS,
            "rebalance_timeout": SESSION_MS,
            "member_id": "",
            "group_instance_id": None,
            "protocol_type": "consumer",
            "group_protocols": [{"protocol_name": "other", "protocol_metadata": b""}],
        }
        answer = await connection.ask(ApiKey.JOIN_GROUP, 5, body)
        assert answer.error_code == ErrorCode.INCONSISTENT_GROUP_PROTOCOL
        too_short = {**body, "session_timeout": 10}
        answer = await connection.ask(ApiKey.JOIN_GROUP, 5, too_short)
        assert answer.error_code == ErrorCode.INVALID_SESSION_TIMEOUT
        nameless = {**body, "group": ""}
        answer = await connection.ask(ApiKey.JOIN_GROUP, 5, nameless)
        assert answer.error_code == ErrorCode.INVALID_GROUP_ID


async def test_groups_and_their_offsets_are_seen_from_outside(cluster: Cluster) -> None:
    topic = await cluster.topic()
    group = cluster.name("group")
    async with connected(cluster.bootstrap) as connection:
        member = await Player(connection, group, instance_id="slot-1").settled()
        assert await member.commit(topic, 2) == 0
        body = {"groups": [group], "include_authorized_operations": False}
        answer = await connection.ask(ApiKey.DESCRIBE_GROUPS, 4, body)
    [described] = answer.groups
    assert (described.state, described.protocol) == ("Stable", "range")
    [seen] = described.members
    assert (seen.member_id, seen.group_instance_id) == (member.member_id, "slot-1")
    assert seen.member_assignment == b"everything"
    async with cluster.admin() as admin:
        assert (group, "consumer") in await admin.list_consumer_groups()
        offsets = await admin.list_consumer_group_offsets(group)
    found = offsets[TopicPartition(topic, 0)]
    assert (found.offset, found.metadata) == (2, "m")


async def test_an_offset_for_an_unknown_topic_or_with_a_long_note_is_refused(
    cluster: Cluster,
) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        outsider = Player(connection, cluster.name("group"))
        unknown = await outsider.commit(cluster.name("unknown"), 1)
        assert unknown == ErrorCode.UNKNOWN_TOPIC_OR_PARTITION
        part = {"partition": 0, "offset": 1, "metadata": "n" * 5_000}
        body = {
            "consumer_group": outsider.group,
            "consumer_group_generation_id": -1,
            "consumer_id": "",
            "retention_time": -1,
            "topics": [{"topic": topic, "partitions": [part]}],
        }
        answer = await connection.ask(ApiKey.OFFSET_COMMIT, 3, body)
    assert answer.topics[0].partitions[0].error_code == ErrorCode.OFFSET_METADATA_TOO_LARGE
