"""What `copydesk doctor` asks of this machine; a wrong answer says what to do."""

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from workers.cli.wording import size

LEAST_PYTHON = (3, 11)
LEAST_FREE_BYTES = 1_000_000_000
"""A week of raw posts at 100,000 a day and 3 kB each is 2 GB; below 1 GB it fills within days."""

_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?P<marker>\s*;.*)?$")


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one question."""

    verdict: Literal["ok", "note", "wrong"]
    what: str
    """What was looked at."""
    found: str
    """What was found there; where it is wrong, what to do."""


def python() -> Finding:
    """Whether this Python is new enough."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < LEAST_PYTHON:
        return Finding("wrong", "Python", f"{version}; expected 3.11 or newer: install one")
    return Finding("ok", "Python", version)


def stages() -> Finding:
    """Whether the stages are native code, as in the image, or plain Python, as in a checkout."""
    spec = find_spec("workers.stages.normalize")
    if spec is None or spec.origin is None or spec.origin.endswith(".py"):
        return Finding("note", "stages", "plain Python; native code, as in the image, is faster")
    return Finding("ok", "stages", "native code")


def packages() -> Iterator[Finding]:
    """Whether what we stand on is installed in exactly the versions that we stand on."""
    try:
        required = metadata.requires("copydesk") or []
    except metadata.PackageNotFoundError:
        yield Finding("wrong", "packages", "copydesk is not installed; run: make setup")
        return
    faults = []
    for requirement in required:
        pin = _PIN.match(requirement)
        if pin is None or "extra" in (pin["marker"] or ""):
            continue
        standing = _version(pin["name"])
        if standing != pin["version"]:
            faults.append(f"{pin['name']} {standing or 'missing'}, expected {pin['version']}")
    if faults:
        yield Finding("wrong", "packages", f"{'; '.join(faults)}; run: make setup")
    else:
        yield Finding("ok", "packages", f"copydesk {metadata.version('copydesk')} and its pins")


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def disk(folder: Path) -> Finding:
    """Whether the disk under the data folder has room."""
    standing = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    free = shutil.disk_usage(standing).free
    if free < LEAST_FREE_BYTES:
        least = size(LEAST_FREE_BYTES)
        found = f"{size(free)} free under {standing}; expected {least}: make room, or move "
        return Finding("wrong", "disk", found + "it with COPYDESK_DATA")
    return Finding("ok", "disk", f"{size(free)} free under {standing}")
