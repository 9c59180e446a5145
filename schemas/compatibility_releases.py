"""The released schemas, and what today's schemas change against them.

`schemas/released/<topic>/v<major>.<minor>.json` keeps every schema that was ever promised.
FULL_TRANSITIVE holds when no change against any of them, of the same major version, breaks anyone.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .compatibility import Change, compare
from .json_schema import json_schema
from .topics import CONTRACT_VERSION, RAW_POSTS, TOPICS

RELEASED = Path(__file__).parent / "released"
VERSION_FILE = RELEASED / "VERSION"
"""Holds the latest released version, which is that of the `copydesk-schemas` package."""

USAGE = "usage: python -m schemas.compatibility release MAJOR.MINOR [--replace]"


class ReleaseRefused(ValueError):
    """This release would break a promise; the text says which."""


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of the contract: a new major version may break readers, a minor one never does."""

    major: int
    minor: int

    @classmethod
    def parse(cls, text: str) -> "Version":
        """The version in `1.0` or `v1.0`.

        Raises:
            ValueError: anything else.
        """
        major, dot, minor = text.removeprefix("v").partition(".")
        if not (dot and major.isdecimal() and minor.isdecimal()):
            raise ValueError(f"{text!r} is no version: expected MAJOR.MINOR, such as 1.0")
        return cls(int(major), int(minor))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A schema that today's is compared with."""

    topic: str
    label: str
    """What a person calls it: `v1.0`, a git reference, a file."""
    major: int
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What today's schema of one topic changes against an earlier one."""

    topic: str
    against: str
    changes: tuple[Change, ...]

    @property
    def breaks(self) -> bool:
        """Whether anyone is broken by it."""
        return any(change.kind != "harmless" for change in self.changes)


def earlier(text: str, label: str) -> Earlier:
    """The schema in this text; its `$id` names its topic and its major version.

    Raises:
        ValueError: no JSON Schema of ours.
    """
    try:
        schema = json.loads(text)
        prefix, _, rest = schema["$id"].partition(":schema:")
        topic, _, major = rest.rpartition(":")
    except (ValueError, KeyError, TypeError, AttributeError):
        prefix = topic = major = ""
    if prefix != "urn:copydesk" or not topic or not major.isdecimal():
        raise ValueError(f"{label} is no schema of ours: expected `$id` urn:copydesk:schema:…")
    return Earlier(topic, label, int(major), schema)


def current() -> dict[str, dict[str, Any]]:
    """Today's schema of every topic that has one, from the models."""
    return {
        topic.name: json_schema(topic)
        for topic in TOPICS
        if topic.message is not None or topic is RAW_POSTS
    }


def released() -> tuple[Earlier, ...]:
    """Every released schema of today's major version, the oldest of each topic first."""
    found = [
        (path.parent.name, Version.parse(path.stem), path) for path in RELEASED.glob("*/v*.json")
    ]
    return tuple(
        earlier(path.read_text("utf-8"), f"v{version}")
        for _, version, path in sorted(found)
        if version.major == CONTRACT_VERSION
    )


def latest_version() -> Version:
    """The version that was released last."""
    return Version.parse(VERSION_FILE.read_text("utf-8").strip())


def check(against: Iterable[Earlier]) -> tuple[Comparison, ...]:
    """What today's schemas change against these.

    A topic that is gone breaks its readers. Against another major version nothing was promised.
    """
    today = current()
    return tuple(
        Comparison(one.topic, one.label, _changes(one, today))
        for one in against
        if one.major == CONTRACT_VERSION
    )


def release(version: Version, replace: bool = False) -> tuple[Path, ...]:
    """Keeps today's schemas as this version; a topic that did not change since keeps its last file.

    Raises:
        ReleaseRefused: it breaks FULL_TRANSITIVE, is not above the last one, or is another major
            version than the models'. With `replace`, the last version is written anew: only for
            one that nobody has seen.
    """
    latest = latest_version() if VERSION_FILE.exists() else None
    if version.major != CONTRACT_VERSION:
        raise ReleaseRefused(f"{version} has another major version than the models' own")
    if latest and (version < latest or (version == latest and not replace)):
        raise ReleaseRefused(f"{version} is not above {latest}, the last one that was released")
    kept = tuple(one for one in released() if one.label != f"v{version}")
    broken = [one for one in check(kept) if one.breaks]
    if broken:
        topics = ", ".join(sorted({one.topic for one in broken}))
        raise ReleaseRefused(f"{topics}: breaks readers or writers; see `copydesk schema check`")
    last = {one.topic: one.schema for one in kept}
    written = []
    for topic, schema in current().items():
        path = RELEASED / topic / f"v{version}.json"
        path.unlink(missing_ok=True)
        if last.get(topic) != schema:
            path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True)
            path.write_text(text + "\n", "utf-8")
            written.append(path)
    VERSION_FILE.write_text(f"{version}\n", "utf-8")
    return tuple(written)


def main(arguments: list[str]) -> int | str:
    """What `python -m schemas.compatibility` exits with."""
    match arguments:
        case ["release", text, *rest] if rest in ([], ["--replace"]):
            try:
                written = release(Version.parse(text), replace=bool(rest))
            except ValueError as error:
                return str(error)
            names = [f"{path.parent.name}/{path.name}" for path in written]
            sys.stdout.write(f"released {text}: {', '.join(names) or 'nothing changed'}\n")
            return 0
        case _:
            return USAGE


def _changes(one: Earlier, today: dict[str, dict[str, Any]]) -> tuple[Change, ...]:
    if one.topic not in today:
        return (Change("the message", "the topic is gone", "breaks_readers"),)
    return compare(one.schema, today[one.topic])
