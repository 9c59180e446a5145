import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from workers.agents.supervisor import Change, GaveUp, Supervisor

FOREVER = "import time; time.sleep(60)"
DRAINS = """
import pathlib, signal, sys, time
def drain(*_):
    pathlib.Path(sys.argv[1]).write_text("drained")
    sys.exit(0)
signal.signal(signal.SIGTERM, drain)
print("ready", flush=True)
time.sleep(60)
"""
DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
time.sleep(60)
"""
ONCE_70_THEN_0 = """
import pathlib, sys
mark = pathlib.Path(sys.argv[1])
if mark.exists():
    sys.exit(0)
mark.write_text("was here")
sys.exit(70)
"""


def python(source: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", source, *map(str, arguments)]


async def until(seen: list[Change], state: str, name: str = "stage") -> Change:
    async with asyncio.timeout(20):
        while True:
            for change in seen:
                if (change.name, change.state) == (name, state):
                    return change
            await asyncio.sleep(0.01)


async def test_a_worker_that_asks_for_it_is_started_again_at_once(tmp_path: Path) -> None:
    seen: list[Change] = []
    began = time.monotonic()
    command = python(ONCE_70_THEN_0, tmp_path / "mark")
    await Supervisor({"stage": command}, seen.append).run(asyncio.Event())
    assert [change.state for change in seen] == ["running", "pausing", "running", "ended"]
    assert [change.exit_code for change in seen] == [None, 70, None, 0]
    assert seen[-1].restarts == 1
    assert time.monotonic() - began < 10


async def test_a_killed_worker_is_started_again() -> None:
    seen: list[Change] = []
    stop = asyncio.Event()
    running = asyncio.create_task(Supervisor({"stage": python(FOREVER)}, seen.append).run(stop))
    first = await until(seen, "running")
    assert first.pid is not None
    os.kill(first.pid, signal.SIGKILL)
    await until(seen, "pausing")
    async with asyncio.timeout(20):
        while True:
            if [change.state for change in seen] == ["running", "pausing", "running"]:
                break
            await asyncio.sleep(0.01)
    assert seen[-1].pid != first.pid
    stop.set()
    await running


async def test_stopping_lets_every_worker_drain(tmp_path: Path) -> None:
    seen: list[Change] = []
    stop = asyncio.Event()
    marks = {name: tmp_path / name for name in ("normalize", "sink")}
    commands = {name: python(DRAINS, mark) for name, mark in marks.items()}
    running = asyncio.create_task(Supervisor(commands, seen.append).run(stop))
    for name in commands:
        await until(seen, "running", name)
    await asyncio.sleep(0.5)  # for Python to come up and listen
    stop.set()
    await running
    assert {name: mark.read_text() for name, mark in marks.items()} == dict.fromkeys(
        marks, "drained"
    )


async def test_a_worker_that_does_not_listen_is_killed_in_the_end() -> None:
    seen: list[Change] = []
    stop = asyncio.Event()
    supervisor = Supervisor({"stage": python(DEAF)}, seen.append, stop_seconds=0.5)
    running = asyncio.create_task(supervisor.run(stop))
    await until(seen, "running")
    await asyncio.sleep(0.5)
    stop.set()
    await asyncio.wait_for(running, 10)
    assert seen[-1].exit_code == -9


async def test_a_worker_that_cannot_start_is_given_up_and_the_others_are_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.agents.supervisor.FIRST_PAUSE_SECONDS", 0.01)
    seen: list[Change] = []
    commands = {
        "broken": python("import sys; sys.exit(1)"),
        "stage": python(DRAINS, tmp_path / "x"),
    }
    with pytest.raises(GaveUp, match=r"broken ended 6 times .* code 1"):
        await asyncio.wait_for(Supervisor(commands, seen.append).run(asyncio.Event()), 30)
    assert seen[-1] == Change("stage", "ended", exit_code=0)
