"""A broker of its own for each test: the line's topics have one name."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.broker.running import (
    ApacheKafka,
    EmbeddedBrokerProcess,
    RunningBroker,
    kafka_available,
)
from tests.letters.burying import Letters


@pytest.fixture(params=["embedded", "kafka"])
def broker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunningBroker]:
    """The embedded broker, and then Apache Kafka where that can be had."""
    if request.param == "kafka":
        if (reason := kafka_available()) and os.environ.get("CI") != "true":
            pytest.skip(reason)
        with ApacheKafka(tmp_path / "kafka") as kafka:
            yield kafka
        return
    with EmbeddedBrokerProcess(tmp_path / "embedded") as embedded:
        yield embedded


@pytest.fixture
def letters(tmp_path: Path) -> Iterator[Letters]:
    """The program on an embedded broker."""
    with EmbeddedBrokerProcess(tmp_path / "embedded") as embedded:
        yield Letters(embedded, tmp_path)
