"""The stories agent's memory, made again from its topic."""

import gc
from dataclasses import replace
from pathlib import Path

import pytest

from schemas.codec import encode
from schemas.topics import STORIES_STATE
from tests.broker.clients import Cluster
from tests.broker.running import RunningBroker
from tests.domain.stories.candidates import candidate
from workers.adapters.kafka.connection import KafkaConnection
from workers.agents.memory import TopicMemory
from workers.domain.stories.partition import StoryPartition
from workers.domain.stories.settings import DEFAULT
from workers.domain.stories.state_records import state_message
from workers.stages.stories import StoriesStage

pytestmark = pytest.mark.broker


def states(articles: int) -> list[bytes]:
    stories = StoryPartition(DEFAULT)
    filed = [stories.assign(candidate(f"a{each}", f"N{each} M{each}")) for each in range(articles)]
    return [encode(state_message(each.standing)) for each in filed if each.standing is not None]


async def test_what_is_restored_is_walked_by_no_garbage_collection_until_it_is_let_go(
    embedded: RunningBroker, tmp_path: Path
) -> None:
    cluster = Cluster(embedded.bootstrap, tmp_path.name)
    topic = await cluster.topic()
    await cluster.write(topic, states(50))
    stage = StoriesStage(DEFAULT)
    state = replace(STORIES_STATE, name=topic)
    memory = TopicMemory(stage, KafkaConnection(embedded.bootstrap), state, partition=0)
    await memory.restore()
    assert gc.get_freeze_count() > 50
    assert gc.isenabled()
    memory.release()
    assert gc.get_freeze_count() == 0
