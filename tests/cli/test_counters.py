"""What `copydesk up` counts, from the workers' own metrics."""

import asyncio
import time
from collections import Counter

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from prometheus_client import Counter as Metric

from workers.agents.supervisor import Change
from workers.cli.counters import Reading, StageCounts, free_port, read_worker, reading_of
from workers.cli.stage_states import StageView


def exposition(forwarded: int, buried: int, state: str) -> str:
    registry = CollectorRegistry()
    records = Metric("copydesk_records_total", "…", ("stage", "outcome"), registry=registry)
    records.labels("enrich", "forwarded").inc(forwarded)
    records.labels("enrich", "buried").inc(buried)
    gauge = Gauge("copydesk_worker_state", "…", ("stage", "state"), registry=registry)
    for known in ("starting", "running", "halted", "draining"):
        gauge.labels("enrich", known).set(known == state)
    return generate_latest(registry).decode()


def test_outcomes_and_state_are_read_from_the_metrics() -> None:
    assert reading_of(exposition(7, 2, "running")) == Reading(
        Counter(forwarded=7, buried=2), "running"
    )


def test_counts_go_on_when_a_worker_is_started_again() -> None:
    counts = StageCounts()
    for reading in (Counter(forwarded=5), Counter(forwarded=9, buried=1), Counter(forwarded=2)):
        counts.observe(reading)
    assert (counts.of("forwarded"), counts.of("buried"), counts.total) == (11, 1, 12)


async def test_a_worker_that_is_away_gives_no_reading() -> None:
    assert await read_worker(free_port()) is None


async def test_a_worker_that_answers_nothing_is_not_waited_for() -> None:
    gone = asyncio.Event()

    async def mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()  # until the other side hangs up
        writer.close()
        await writer.wait_closed()
        gone.set()

    async with await asyncio.start_server(mute, "127.0.0.1", 0) as server:
        began = time.monotonic()
        assert await read_worker(server.sockets[0].getsockname()[1]) is None
        assert time.monotonic() - began < 3
        await gone.wait()


def test_a_process_that_has_started_is_running_only_when_it_says_so() -> None:
    view = StageView(metrics_port=1)
    view.changed(Change("enrich", "running", pid=7))
    assert view.state == "starting"
    view.read(Reading(Counter(forwarded=3), "running"), seconds=0.5)
    assert (view.state, view.counts.total, view.posts_per_second) == ("running", 3, 3.0)


def test_a_late_reading_does_not_undo_that_it_is_stopping() -> None:
    view = StageView(metrics_port=1)
    view.changed(Change("enrich", "stopping", pid=7))
    view.read(Reading(Counter(), "running"), seconds=0.5)
    assert view.state == "stopping"
