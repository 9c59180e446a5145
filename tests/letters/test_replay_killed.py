import asyncio
import random
from collections import Counter
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from tests.broker.running import RunningBroker
from tests.chaos.counter import everything
from tests.letters.burying import PARTITIONS, buried_record, bury, copydesk, replaying

pytestmark = [pytest.mark.broker, pytest.mark.chaos]

LETTERS = 16_000  # many transactions: kills come in the middle on a fast machine too
KILLS = 4


async def length_of_raw_posts(broker: RunningBroker) -> int:
    """How long the topic is, committed or not."""
    consumer = AIOKafkaConsumer(bootstrap_servers=broker.bootstrap)
    await consumer.start()
    places = [TopicPartition("raw-posts", number) for number in range(PARTITIONS)]
    ends = await consumer.end_offsets(places)
    await consumer.stop()
    return sum(ends.values())


async def test_a_replay_that_is_killed_in_the_middle_loses_and_doubles_nothing(
    broker: RunningBroker, tmp_path: Path
) -> None:
    await bury(broker, [buried_record(number) for number in range(LETTERS)])
    chance = random.Random(6)
    done: list[int] = []
    for _ in range(KILLS):
        before = await length_of_raw_posts(broker)
        process = replaying(broker, tmp_path)
        while process.poll() is None:
            if await length_of_raw_posts(broker) > before:
                break
        await asyncio.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.communicate()
        done.append(len(await everything(broker.bootstrap, "raw-posts")))
    in_the_middle = {count for count in done if 0 < count < LETTERS}
    assert in_the_middle, f"the kills came too early or too late: {done}"
    copydesk(broker, tmp_path, "dead-letters", "replay")
    back = Counter(record.value for record in await everything(broker.bootstrap, "raw-posts"))
    assert back == Counter(b'{"number": %d}' % number for number in range(LETTERS))
