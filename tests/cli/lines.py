"""`copydesk up` as a process in a folder of its own, and posts for it."""

import contextlib
import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.broker.running import free_port
from tests.cli.running import run, started

UP_SECONDS = 60.0  # three workers import and join in 3 to 10 on a busy two-core machine


def eventually(holds: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + UP_SECONDS
    while not holds():
        assert time.monotonic() < deadline, f"not within {UP_SECONDS} s: {what}"
        time.sleep(0.2)


@dataclass(frozen=True)
class Up:
    """`copydesk up` in a folder of its own."""

    folder: Path
    settings: Mapping[str, str]
    process: subprocess.Popen[str]

    def workers(self) -> dict[str, psutil.Process]:
        found: dict[str, psutil.Process] = {}
        for child in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.NoSuchProcess, psutil.ZombieProcess):
                command = child.cmdline()  # of one that has just begun it is not yet its own
                if "worker" in command and child.status() != psutil.STATUS_ZOMBIE:
                    found[command[5]] = child
        return found

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return run(*arguments, folder=self.folder, settings=self.settings)

    def ledger(self) -> dict[str, object]:
        audited = self.call("audit", "--json")
        assert audited.returncode == 0, audited.stderr
        told: dict[str, object] = json.loads(audited.stdout)
        return told

    def settled(self, posts: int) -> bool:
        told = self.ledger()
        stages = told["stages"]
        assert isinstance(stages, list)
        return told["waiting"] == 0 and stages[0]["posts_in"] == posts

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        self.process.communicate(timeout=30)
        return self.process.returncode


@contextmanager
def up_in(folder: Path, broker: str | None = None) -> Iterator[Up]:
    """The line once every stage runs: on `host:port`, or on an embedded broker of its own."""
    settings = (
        {"COPYDESK_EMBEDDED_PORT": str(free_port())}
        if broker is None
        else {"COPYDESK_BROKER": f"kafka://{broker}"}
    )
    with started("up", folder=folder, settings=settings) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        (folder / "schemas").mkdir()  # must not stand before our package
        for line in process.stdout:
            if line.startswith("up: every stage is running"):
                break
        else:
            raise AssertionError(process.stderr.read())
        yield Up(folder, settings, process)


def post(number: int) -> str:
    value = {
        "id": number,
        "date_gmt": "2026-03-01T08:30:00",
        "modified_gmt": "2026-03-01T08:30:00",
        "guid": {"rendered": f"https://coast.example/?p={number}"},
        "link": f"https://coast.example/{number}/",
        "status": "publish",
        "type": "post",
        "title": {"rendered": f"Ferry number {number}"},
        "content": {"rendered": "<p>It sails at noon.</p>"},
    }
    return json.dumps(value) + "\n"
