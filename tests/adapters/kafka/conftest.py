import os
from collections.abc import Iterator
from itertools import count

import pytest

from tests.broker.running import (
    ApacheKafka,
    EmbeddedBrokerProcess,
    RunningBroker,
    kafka_available,
)
from workers.adapters.kafka.connection import KafkaConnection


@pytest.fixture(scope="session", params=["embedded", "kafka"])
def broker(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningBroker]:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "embedded":
        with EmbeddedBrokerProcess(folder) as embedded:
            yield embedded
        return
    reason = kafka_available()
    if reason is not None and os.environ.get("CI") != "true":
        pytest.skip(reason)
    with ApacheKafka(folder) as kafka:
        yield kafka


@pytest.fixture
def connection(broker: RunningBroker) -> KafkaConnection:
    return KafkaConnection(broker.bootstrap)


_NUMBERS = count()


@pytest.fixture
def topic_name() -> str:
    """A name that no other test has."""
    return f"topic-{os.getpid()}-{next(_NUMBERS)}"
