"""Runs a kit in a fresh copy of its folder until its answer stands, and compares it."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .arithmetic import Row, file_row
from .environments import Environment
from .kits import Kit, Rows

RUN_SECONDS = 240
"""A JVM kit takes 10 to 40 on two busy cores; 80 were seen with ten programs on them."""
QUIET_SECONDS = 4.0
"""A kit that never ends has said all when its answer is right and stays the same for so long."""
STOP_SECONDS = 20
PRINTED = "printed.txt"
LOG = "log.txt"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a kit said."""

    rows: Rows
    seconds: float
    """From its start until its answer last changed."""
    failure: str | None
    """Why it ended with an error, or None."""


def run(kit: Kit, environment: Environment, broker: str, expected: Rows) -> Answer:
    """The kit's answer: when it ends, when it says what is expected, or when time is up.

    One that runs for ever is stopped when its answer is right and has not changed for a while; a
    wrong answer gets all the time there is to become right.
    """
    folder = _fresh_copy(kit, environment.home)
    log = folder / LOG
    variables = {**environment.variables, "BROKER": broker}
    with (folder / PRINTED).open("wb") as printed, log.open("wb") as said:
        process = subprocess.Popen(
            kit.command,
            cwd=folder,
            env=variables,
            stdout=printed,
            stderr=said,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    started = changed = time.monotonic()
    rows: Rows = []
    try:
        while time.monotonic() - started < RUN_SECONDS:
            ended = process.poll() is not None
            now = answer_of(kit, folder)
            if now != rows:
                rows, changed = now, time.monotonic()
            if ended:
                return Answer(rows, changed - started, _failure(process.returncode, log))
            if rows == expected and time.monotonic() - changed > QUIET_SECONDS:
                break
            time.sleep(0.25)
    finally:
        _stop(process)
    return Answer(rows, changed - started, None)


def answer_of(kit: Kit, folder: Path) -> Rows:
    """What the kit has said until now, in one order."""
    if kit.files:
        rows = [file_row(name, _lines(folder / name)) for name in kit.files]
    else:
        rows = kit.fold(list(_json_rows(folder / PRINTED)))
    return in_order(rows)


def in_order(rows: Rows) -> Rows:
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


def _lines(path: Path) -> list[str]:
    """The whole lines of a file that may still be written; U+2028 and its like end none."""
    whole = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    return [line.decode("utf-8") for line in whole]


def _json_rows(printed: Path) -> Iterator[Row]:
    """Every line that is JSON; some libraries greet on the same stream."""
    for line in _lines(printed):
        if line.startswith("{"):
            yield json.loads(line)


def _fresh_copy(kit: Kit, home: Path) -> Path:
    folder = home / "run"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(kit.folder, folder, ignore=shutil.ignore_patterns("__pycache__", "lib"))
    if kit.pom:
        (folder / "lib").symlink_to(home / "lib")
    return folder


def _failure(code: int, log: Path) -> str | None:
    if code == 0:
        return None
    return f"exit {code}\n{log.read_text(errors='replace')[-1500:]}"


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Asks the kit to end; it leads a process group of its own."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
