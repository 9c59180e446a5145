import asyncio

import pytest
from aiokafka.errors import ProducerFenced

from workers.agents import renewing
from workers.agents.chunks import Chunk
from workers.agents.renewing import TIMES, Renewing
from workers.agents.waiting import Waiting
from workers.telemetry import Meters

from .fakes import chunk, record

CHUNK = chunk(0, record(0))


class FlakyWork:
    """Fails as often as it is told to, over all works of one test."""

    def __init__(self, failures: list[Exception], seen: list[str]) -> None:
        self._failures = failures
        self._seen = seen
        seen.append("opened")

    async def take(self, chunk: Chunk) -> None:
        assert chunk is CHUNK
        if self._failures:
            raise self._failures.pop(0)
        self._seen.append("taken")

    def stop_soon(self) -> None:
        self._seen.append("told to stop")

    async def close(self) -> None:
        self._seen.append("closed")


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewing, "FIRST_PAUSE_SECONDS", 0.001)
    monkeypatch.setattr(renewing, "LONGEST_PAUSE_SECONDS", 0.001)


def under_test(*failures: Exception) -> tuple[Renewing, list[str], Waiting]:
    seen: list[str] = []
    broker = Waiting(Meters("renewing-test"), "broker")
    left = list(failures)
    return Renewing(lambda: FlakyWork(left, seen), broker), seen, broker


async def test_work_whose_transaction_was_ended_is_closed_and_opened_before_it_goes_on() -> None:
    work, seen, _ = under_test(ProducerFenced(), TimeoutError())
    await work.take(CHUNK)
    assert seen == ["opened", "closed", "opened", "closed", "opened", "taken"]


async def test_what_is_not_kafkas_is_raised_at_once() -> None:
    work, seen, _ = under_test(LookupError())
    with pytest.raises(LookupError):
        await work.take(CHUNK)
    assert seen == ["opened"]


async def test_a_broker_that_answers_and_refuses_again_and_again_ends_the_process() -> None:
    work, _, _ = under_test(*(ProducerFenced() for _ in range(TIMES + 1)))
    with pytest.raises(ProducerFenced):
        await work.take(CHUNK)


async def test_a_chunk_that_is_taken_gives_the_next_all_its_tries() -> None:
    work, seen, _ = under_test(*(ProducerFenced() for _ in range(TIMES)))
    await work.take(CHUNK)
    await work.take(CHUNK)
    assert seen.count("taken") == 2


async def test_while_the_broker_is_away_no_try_counts() -> None:
    work, seen, broker = under_test(*(TimeoutError() for _ in range(3 * TIMES)))
    broker.away("nobody answers")
    await work.take(CHUNK)
    assert seen[-1] == "taken"


async def test_a_lane_that_is_told_to_stop_tries_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewing, "FIRST_PAUSE_SECONDS", 60.0)
    work, seen, _ = under_test(ProducerFenced())
    taking = asyncio.create_task(work.take(CHUNK))
    await asyncio.sleep(0.01)
    work.stop_soon()
    await asyncio.wait_for(taking, 1)
    assert "taken" not in seen
