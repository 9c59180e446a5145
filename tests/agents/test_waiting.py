import asyncio

import pytest
import structlog

from workers.agents import waiting as module
from workers.agents.broker_watch import BrokerWatch
from workers.agents.waiting import Waiting, patiently
from workers.telemetry import WAITING, Meters


class Away(Exception):
    """Passes."""


def waiting() -> Waiting:
    return Waiting(Meters("waiting-test"), "store")


def gauge() -> float:
    return float(WAITING.labels("waiting-test", "store")._value.get())


async def test_whoever_is_away_is_in_the_metric_until_it_is_back() -> None:
    store, seen = waiting(), []

    async def attempt() -> str:
        seen.append(gauge())
        if len(seen) < 3:
            raise Away
        return "done"

    assert await patiently(attempt, store, Away) == "done"
    assert seen == [0, 1, 1]
    assert gauge() == 0
    assert not store.is_away


async def test_what_does_not_pass_is_raised() -> None:
    async def attempt() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await patiently(attempt, waiting(), Away)


async def test_pauses_grow_and_stay_below_what_a_return_may_take(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    async def attempt() -> None:
        if len(pauses) < 12:
            raise Away

    monkeypatch.setattr(asyncio, "sleep", sleep)
    await patiently(attempt, waiting(), Away)
    assert pauses[:3] == [0.1, 0.2, 0.4]
    assert max(pauses) == 10.0


def test_many_who_wait_for_one_thing_say_so_once_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(module, "monotonic", lambda: now)
    store = waiting()
    with structlog.testing.capture_logs() as said:
        for second in range(90):
            now = 1000.0 + second
            for _ in range(4):
                store.away("no answer")
        store.back()
    assert [line["event"] for line in said] == [
        "store_unavailable",
        "store_unavailable",
        "store_available",
    ]
    assert said[1]["seconds"] == 60
    assert said[2]["seconds_away"] == 89


def test_a_coordinator_that_is_found_again_soon_is_no_outage(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, known = 1000.0, True
    monkeypatch.setattr("workers.agents.broker_watch.monotonic", lambda: now)
    broker = waiting()
    watch = BrokerWatch(broker, lambda: known, "nobody coordinates the group")
    watch.look()
    known, now = False, 1004.0
    watch.look()
    assert not broker.is_away
    now = 1005.0
    watch.look()
    assert broker.is_away
    known = True
    watch.look()
    assert not broker.is_away
