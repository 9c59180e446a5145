"""Each kit's own packages, in `.cache/consumers/NAME`: installed once for what it pins."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.broker.process import REPOSITORY

from .kits import Kit

CACHE = REPOSITORY / ".cache" / "consumers"
INSTALL_SECONDS = 600


class InstallFailed(Exception):
    """pip or Maven ended with an error; carries the end of what it said."""


@dataclass(frozen=True, slots=True)
class Environment:
    """Where a kit runs."""

    home: Path
    cold_seconds: float
    """How long the installation took when it was made."""

    @property
    def variables(self) -> dict[str, str]:
        """The environment variables of its process: its own Python first on the path."""
        path = f"{self.home / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "PATH": path, "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def missing_tools(kit: Kit) -> str | None:
    """Why the kit cannot be run on this machine, or None."""
    needed = ("java", "javac", "mvn") if kit.pom else ()
    absent = [tool for tool in needed if shutil.which(tool) is None]
    return f"no {' and no '.join(absent)} on the path" if absent else None


def installed(kit: Kit) -> Environment:
    """The kit's environment, made when its pins are new.

    Raises:
        InstallFailed: the packages could not be fetched.
    """
    home = CACHE / kit.folder.name
    stamp = home / "installed.json"
    pins = _pins(kit)
    if stamp.exists():
        known = json.loads(stamp.read_text())
        if known["pins"] == pins:
            return Environment(home, known["seconds"])
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    started = time.monotonic()
    if kit.requirements:
        _call([sys.executable, "-m", "venv", str(home / "venv")])
        pip = [str(home / "venv/bin/python"), "-m", "pip", "install", "--quiet"]
        _call([*pip, "-r", str(kit.requirements)])
    if kit.pom:
        maven = ["mvn", "-q", "-B", "-f", str(kit.pom), "dependency:copy-dependencies"]
        _call([*maven, f"-DoutputDirectory={home / 'lib'}"])
    seconds = round(time.monotonic() - started, 1)
    stamp.write_text(json.dumps({"pins": pins, "seconds": seconds}))
    return Environment(home, seconds)


def _pins(kit: Kit) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in (kit.requirements, kit.pom):
        if path:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _call(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, timeout=INSTALL_SECONDS, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        raise InstallFailed(
            f"{' '.join(command)}\n{(error.stdout + error.stderr)[-1500:]}"
        ) from None
    except subprocess.TimeoutExpired:
        raise InstallFailed(f"{' '.join(command)}: not done in {INSTALL_SECONDS} s") from None
