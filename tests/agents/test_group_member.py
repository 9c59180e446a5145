import asyncio
from types import SimpleNamespace

import pytest
from aiokafka.consumer.group_coordinator import GroupCoordinator
from aiokafka.errors import KafkaError, UnknownError

from workers.agents.group_member import GroupMember, _NoThread


class Member(GroupMember):
    """Faust's part left out, around aiokafka's own bookkeeping of errors."""

    def __init__(self) -> None:
        self.coordinator = GroupCoordinator.__new__(GroupCoordinator)
        self.coordinator._subscription = SimpleNamespace(abort_waiters=lambda _: None)
        self.coordinator._closing = asyncio.get_running_loop().create_future()
        self.coordinator._pending_exception = None
        self.coordinator._error_consumed_fut = None
        self.partitions: dict[str, set[int]] = {"raw-posts": {0, 1}}
        self.asked: list[str] = []
        self._consumer = SimpleNamespace(
            _coordinator=self.coordinator,
            _client=SimpleNamespace(
                cluster=SimpleNamespace(partitions_for_topic=self.partitions.get),
                force_metadata_update=self.ask,
            ),
            subscription=lambda: frozenset(("raw-posts",)),
        )

    def ask(self) -> None:
        self.asked.append("metadata")


async def test_the_group_is_joined_again_after_an_error_that_nobody_has_fetched() -> None:
    member = Member()

    async def joining() -> str:
        await member.coordinator._push_error_to_user(UnknownError())
        return "again"

    joined = member.coordinator._coordination_task = asyncio.create_task(joining())
    await asyncio.sleep(0.01)
    assert not joined.done()
    assert member.look_after_group() is None
    async with asyncio.timeout(1):
        assert await joined == "again"
    assert member.look_after_group() is None


async def test_what_the_membership_died_of_is_told() -> None:
    async def dying() -> None:
        raise KafkaError

    member = Member()
    member.coordinator._coordination_task = asyncio.create_task(dying())
    await asyncio.sleep(0.01)
    assert isinstance(member.look_after_group(), KafkaError)


async def test_a_leader_that_has_not_heard_of_a_topic_asks_again() -> None:
    member = Member()
    member.coordinator._coordination_task = asyncio.create_task(asyncio.sleep(60))
    member.look_after_group()
    assert not member.asked
    del member.partitions["raw-posts"]
    member.look_after_group()
    assert member.asked == ["metadata"]
    member.coordinator._coordination_task.cancel()


async def test_a_rebalance_amid_a_stop_does_not_hang_up_before_the_farewell() -> None:
    member = Member()
    member.close()
    assert not member.asked
    assert not member.coordinator._closing.done()


class Served(GroupMember):
    """A member whose reading is given."""

    def __init__(self, reading: asyncio.Future[None]) -> None:
        self.parent_loop = asyncio.get_running_loop()
        self.reading = reading
        self.told = False

    async def serve(self) -> None:
        await self.reading

    def set_shutdown(self) -> None:
        self.told = True


@pytest.mark.parametrize(("ends_with", "told"), [(KafkaError("x"), True), (None, False)])
async def test_a_member_that_dies_of_an_error_says_that_it_is_done(
    ends_with: Exception | None, told: bool
) -> None:
    reading: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    member = Served(reading)
    _NoThread(member).start()
    await asyncio.sleep(0)
    if ends_with is None:
        reading.cancel()
    else:
        reading.set_exception(ends_with)
    await asyncio.sleep(0.01)
    assert member.told is told
