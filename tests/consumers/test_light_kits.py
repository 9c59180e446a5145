"""The kits that take seconds, each against the answer that arithmetic gives."""

import os
from collections.abc import Iterator

import pytest

from tests.broker.running import ApacheKafka, kafka_available

from .comparing import compare, serve
from .feed import Feed
from .kits import KITS, Kit

LIGHT = tuple(kit for kit in KITS if kit.light)

pytestmark = [pytest.mark.broker, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Feed]]:
    """The address of a broker, and what stands on it."""
    if (reason := kafka_available()) and os.environ.get("CI") != "true":
        pytest.skip(reason)
    with ApacheKafka(tmp_path_factory.mktemp("consumers")) as kafka:
        yield kafka.bootstrap, serve(kafka)


@pytest.mark.parametrize("kit", LIGHT, ids=lambda kit: kit.name)
def test_a_light_kit_says_what_arithmetic_says(kit: Kit, served: tuple[str, Feed]) -> None:
    verdict = compare(kit, *served)
    if "No matching distribution" in (verdict.explanation or "") and os.environ.get("CI") != "true":
        pytest.skip("no package index within reach: the kit cannot be installed")
    assert verdict.ok, verdict.explanation
