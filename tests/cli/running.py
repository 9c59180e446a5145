"""The program as tests call it: in this process for pure commands, as a process for the others."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from click.testing import CliRunner, Result

from workers.cli.program import program

COPYDESK = (sys.executable, "-P", "-m", "workers.cli")
"""As installed: the folder that a test runs in is not looked into for modules."""


def call(*arguments: str, stdin: bytes | None = None, **environment: str | None) -> Result:
    """What the command does in this process; `result.stdout`, `.stderr` and `.exit_code`."""
    cleared = {name: None for name in os.environ if name.startswith("COPYDESK_")}
    return CliRunner().invoke(program, list(arguments), input=stdin, env=cleared | environment)


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without its own settings, and with these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COPYDESK_")}
    return {**kept, **settings}


@contextmanager
def started(
    *arguments: str,
    folder: Path,
    settings: Mapping[str, str] = {},
    stdin: IO[str] | None = None,
) -> Iterator[subprocess.Popen[str]]:
    """The command as a process in this folder, its streams as pipes; killed at the block's end."""
    process = subprocess.Popen(
        [*COPYDESK, *arguments],
        cwd=folder,
        env=environment(settings),
        stdin=stdin or subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def run(
    *arguments: str,
    folder: Path,
    settings: Mapping[str, str] = {},
    timeout: float = 60,
) -> subprocess.CompletedProcess[str]:
    """What the command did as a process of its own."""
    return subprocess.run(
        [*COPYDESK, *arguments],
        cwd=folder,
        env=environment(settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
