import urllib.error
import urllib.request
from asyncio import to_thread

import pytest
from faust.types.tuples import TP

from tests.broker.process import free_port
from workers.agents import standstill as module
from workers.agents.health import Health
from workers.agents.standstill import STANDSTILL_SECONDS, Standstill
from workers.agents.waiting import Waiting
from workers.telemetry import Meters

TOPIC = "raw-posts"
FIRST = TP(TOPIC, 0)
LONG = STANDSTILL_SECONDS + 1


class World:
    """A worker as the liveness check sees it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        self.turned_at: float | None = None
        self.busy: dict[TP, float] = {}
        self.committed_at: dict[tuple[str, int], float] = {}
        self.store = Waiting(Meters("standstill-test"), "store")
        self.standstill = Standstill(self, self.committed_at, [self.store])
        monkeypatch.setattr(module, "monotonic", lambda: self.now)

    def busy_since(self) -> dict[TP, float]:
        return self.busy

    def later(self, seconds: float) -> str | None:
        self.now += seconds
        self.standstill.look()
        return self.standstill.where()


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    return World(monkeypatch)


def test_a_partition_that_has_work_and_does_none_stands_still(world: World) -> None:
    world.busy[FIRST] = world.now
    assert world.later(STANDSTILL_SECONDS) is None
    assert world.later(1) == "raw-posts/0"


def test_a_worker_without_work_never_stands_still(world: World) -> None:
    assert world.later(10 * LONG) is None


def test_commits_in_the_middle_of_a_long_chunk_are_progress(world: World) -> None:
    world.busy[FIRST] = world.now
    for _ in range(5):
        world.committed_at[FIRST] = world.now
        assert world.later(STANDSTILL_SECONDS) is None
    assert world.later(1) == "raw-posts/0"


def test_waiting_for_the_store_is_no_standstill_and_its_return_gives_all_the_time_again(
    world: World,
) -> None:
    world.busy[FIRST] = world.now
    world.store.away("locked")
    assert world.later(LONG) is None
    world.store.back()
    assert world.later(STANDSTILL_SECONDS) is None
    assert world.later(1) == "raw-posts/0"


def test_fetching_that_does_not_turn_stands_still_once_it_has_begun(world: World) -> None:
    assert world.later(LONG) is None
    world.turned_at = world.now
    assert world.later(STANDSTILL_SECONDS) is None
    assert world.later(1) == "fetching"


async def test_the_liveness_check_is_red_only_while_a_partition_stands_still() -> None:
    partition: str | None = None
    port = free_port()
    health = Health(Meters("standstill-test"), "127.0.0.1", port, lambda: partition)
    await health.start()
    try:
        assert await to_thread(_asked, port) == (200, "alive\n")
        partition = "raw-posts/0"
        assert await to_thread(_asked, port) == (503, "raw-posts/0 stands still\n")
    finally:
        await health.stop()


def _asked(port: int) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()
