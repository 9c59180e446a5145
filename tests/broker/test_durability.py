"""What was acknowledged outlives a SIGKILL of the broker."""

import asyncio
from dataclasses import dataclass, replace
from uuid import uuid4

import pytest

from .clients import Cluster
from .membership import Player
from .producing import HandProducer, hand_producer, new_producer_id
from .raw import batch, connected, produce_body, produced
from .running import RunningBroker

pytestmark = pytest.mark.broker

VALUES = [b"%d" % number for number in range(100)]


@dataclass(frozen=True, slots=True)
class Before:
    """What was done before the broker was killed; one topic for each test."""

    cluster: Cluster
    plain: str
    mixed: str
    abandoned: str
    repeated: str
    ended: HandProducer
    still_open: HandProducer
    left: HandProducer
    idempotent_id: int

    @property
    def group(self) -> str:
        return self.cluster.name("group")


@pytest.fixture(scope="module")
def before(broker: RunningBroker) -> Before:
    """The broker was killed once, after all of this."""
    done = asyncio.run(_prepare(Cluster(broker.bootstrap, uuid4().hex[:12])))
    broker.kill()
    broker.start()
    return done


async def _prepare(cluster: Cluster) -> Before:
    configs = {"cleanup.policy": "compact"}
    plain = await cluster.topic("plain", partitions=2, configs=configs)
    mixed, abandoned = await cluster.topic("mixed"), await cluster.topic("abandoned")
    repeated = await cluster.topic("repeated")
    await cluster.write(plain, VALUES)
    async with connected(cluster.bootstrap) as connection:
        outsider = Player(connection, cluster.name("group"))
        assert await outsider.commit(plain, 42) == 0
        ended = await hand_producer(connection, cluster.name("ended"))
        await ended.begin(mixed, b"committed")
        assert await ended.add_offset(outsider, mixed, 7) == 0
        assert await ended.end(committed=True) == 0
        await ended.begin(mixed, b"aborted", sequence=1)
        assert await ended.end(committed=False) == 0
        still_open = await hand_producer(connection, cluster.name("open"))
        await still_open.begin(mixed, b"open")
        left = await hand_producer(connection, cluster.name("left"))
        await left.begin(abandoned, b"lost")
        idempotent_id = await new_producer_id(connection)
        assert (await produced(connection, _idempotent(repeated, idempotent_id))).offset == 0
    await cluster.write(mixed, [b"behind it"])
    return Before(
        cluster, plain, mixed, abandoned, repeated, ended, still_open, left, idempotent_id
    )


def _idempotent(topic: str, producer_id: int) -> dict[str, object]:
    return produce_body(topic, batch(b"a", b"b", producer=(producer_id, 0, 0)))


async def test_records_offsets_and_topics_survive_a_kill(before: Before) -> None:
    cluster = before.cluster
    assert await cluster.values(before.plain) == VALUES
    await cluster.commits(before.group, before.plain, 42)
    assert await cluster.write(before.plain, [b"after"]) == [100]
    await cluster.until_known(before.plain, 2)


async def test_ended_transactions_stay_ended_and_an_open_one_stays_open(before: Before) -> None:
    cluster, topic = before.cluster, before.mixed
    await cluster.shows(topic, [b"committed"])
    await cluster.commits(before.group, topic, 7)
    async with connected(cluster.bootstrap) as connection:
        ended = replace(before.ended, connection=connection)
        assert await ended.end(committed=False) == 0, "the same end again"
        still_open = replace(before.still_open, connection=connection)
        assert await still_open.write(topic, b"goes on", 1) == 0
        assert await still_open.end(committed=True) == 0
    await cluster.shows(topic, [b"committed", b"open", b"behind it", b"goes on"])


async def test_an_open_transaction_of_before_is_aborted_by_its_successor(before: Before) -> None:
    cluster, left = before.cluster, before.left
    assert await cluster.values(before.abandoned) == [b"lost"]
    async with connected(cluster.bootstrap) as connection:
        successor = await hand_producer(connection, left.transactional_id)
        assert successor.producer_id == left.producer_id
        assert successor.epoch > left.epoch
        await successor.begin(before.abandoned, b"kept")
        assert await successor.end(committed=True) == 0
    await cluster.shows(before.abandoned, [b"kept"])


async def test_a_batch_repeated_after_a_kill_is_not_stored_again(before: Before) -> None:
    cluster, topic = before.cluster, before.repeated
    assert await cluster.values(topic) == [b"a", b"b"]
    async with connected(cluster.bootstrap) as connection:
        again = await produced(connection, _idempotent(topic, before.idempotent_id))
        assert (again.error_code, again.offset) == (0, 0)
        newer = await new_producer_id(connection)
        assert newer > before.idempotent_id, "ids are never given twice"
    assert await cluster.values(topic) == [b"a", b"b"]
