"""The two brokers, started once a session each, and topics of their own for every test."""

import os
from collections.abc import Iterator
from uuid import uuid4

import pytest

from .clients import Cluster, warm_up
from .running import ApacheKafka, EmbeddedBrokerProcess, RunningBroker, kafka_available


@pytest.fixture(scope="session", params=["embedded", "kafka"])
def broker(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningBroker]:
    """Each broker in turn."""
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "kafka":
        _require_kafka()
    kind = ApacheKafka if request.param == "kafka" else EmbeddedBrokerProcess
    with kind(folder) as running:
        warm_up(running.bootstrap)
        yield running


@pytest.fixture
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBrokerProcess]:
    """An embedded broker for one test alone, on an empty folder."""
    with EmbeddedBrokerProcess(tmp_path_factory.mktemp("alone")) as running:
        yield running


@pytest.fixture
def cluster(broker: RunningBroker) -> Cluster:
    """The broker of this run, with names that no other test uses."""
    return Cluster(broker.bootstrap, uuid4().hex[:12])


def _require_kafka() -> None:
    reason = kafka_available()
    if reason is None:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
