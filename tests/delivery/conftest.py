"""A fresh broker for each test, and a line on it whose workers never outlive the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.broker.running import (
    ApacheKafka,
    EmbeddedBrokerProcess,
    RunningBroker,
    kafka_available,
)
from tests.chaos.line import LineUnderTest


def running(broker: EmbeddedBrokerProcess | ApacheKafka) -> Iterator[RunningBroker]:
    with broker:
        yield broker


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[RunningBroker]:
    """The embedded broker."""
    yield from running(EmbeddedBrokerProcess(tmp_path / "broker"))


@pytest.fixture(params=["embedded", "kafka"])
def broker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunningBroker]:
    """The embedded broker, and then Apache Kafka where that can be had."""
    if request.param == "embedded":
        yield from running(EmbeddedBrokerProcess(tmp_path / "broker"))
    elif reason := kafka_available():
        pytest.skip(reason)
    else:
        yield from running(ApacheKafka(tmp_path / "broker"))


@pytest.fixture
def line(broker: RunningBroker, tmp_path: Path) -> Iterator[LineUnderTest]:
    """The trivial line on either broker."""
    under_test = LineUnderTest(broker, tmp_path)
    yield under_test
    under_test.stop()


@pytest.fixture
def embedded_line(embedded: RunningBroker, tmp_path: Path) -> Iterator[LineUnderTest]:
    """The trivial line on the embedded broker."""
    under_test = LineUnderTest(embedded, tmp_path)
    yield under_test
    under_test.stop()
