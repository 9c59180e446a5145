"""`copydesk schema`: compare, export and register the contract's JSON Schemas."""

import asyncio
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, cast, get_args

import click

from schemas.codec import encode_json
from schemas.compatibility import Change
from schemas.compatibility_releases import Comparison, Earlier, check, earlier, released
from schemas.json_schema import published
from schemas.topics import TOPICS
from workers.adapters.registry import CompatibilityLevel, Registry, RegistryError, register_all
from workers.cli.examples import examples
from workers.cli.failures import Failure, told_plainly
from workers.cli.output import json_line, say

GENERATED = "schemas/generated"
_GIT_SECONDS = 30.0

ADVICE = (
    "A change that breaks anyone needs a new major version (CONTRACT_VERSION in schemas/topics.py)"
    " and a topic of its own beside the old one; or take it back."
)

Role = Literal["readers", "writers"]


@click.group()
def command() -> None:
    """The contract's JSON Schemas: compare, export, register."""


@command.command(
    name="check",
    short_help="What changed, whom it breaks, who goes first.",
    epilog=examples(
        "copydesk schema check",
        "copydesk schema check --against main",
        "copydesk schema check --against old-schemas/",
    ),
)
@click.option(
    "--against",
    metavar="PATH|GIT-REF",
    help=f"A schema, a folder of them, or a git reference whose {GENERATED} is meant. "
    "Default: every released version.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a change, for programs.")
@click.pass_context
def check_command(ctx: click.Context, against: str | None, as_json: bool) -> None:
    """What the models change, whom it breaks, and who must be rolled out first.

    Exit 1 when FULL_TRANSITIVE does not hold: when readers or writers of an earlier schema would be
    broken.
    """
    with told_plainly(ValueError):
        before = released() if against is None else _read(against)
        compared = check(before)
    if not compared:
        raise Failure(
            f"nothing to compare with in {against or 'the released schemas'}: expected schemas of "
            "today's major version"
        )
    if as_json:
        _print_json(compared)
    else:
        _print(compared)
    ctx.exit(1 if any(one.breaks for one in compared) else 0)


@command.command(
    short_help="Write every schema into a folder.",
    epilog=examples("copydesk schema export", "copydesk schema export contract/"),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("schemas"))
def export(folder: Path) -> None:
    """Write the JSON Schema of every topic into a folder (default: ./schemas)."""
    files = published()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
    except OSError as error:
        raise Failure(f"cannot write into {folder}: {error.strerror}") from None
    say(f"{len(files)} schemas in {folder}: {', '.join(files)}")


@command.command(
    short_help="Tell a schema registry.",
    epilog=examples("copydesk schema register http://registry:8081"),
)
@click.argument("url")
@click.option(
    "--compatibility",
    type=click.Choice(get_args(CompatibilityLevel)),
    help="Set what the registry lets pass, before registering. Default: leave it alone.",
)
def register(url: str, compatibility: str | None) -> None:
    """Tell a Confluent-compatible schema registry; what it knows already is left alone."""
    with told_plainly(RegistryError):
        level = cast("CompatibilityLevel | None", compatibility)
        for one in asyncio.run(register_all(Registry(url), level)):
            say(f"{one.subject}  id {one.schema_id}  {'added' if one.added else 'known already'}")


def _read(against: str) -> tuple[Earlier, ...]:
    """The schemas of a file, a folder or a git reference.

    Raises:
        ValueError: one of them is no schema of ours.
        Failure: there is no such thing.
    """
    path = Path(against)
    if path.is_dir():
        return tuple(
            earlier(one.read_text("utf-8"), str(one)) for one in sorted(path.rglob("*.json"))
        )
    if path.is_file():
        return (earlier(path.read_text("utf-8"), against),)
    return _read_from_git(against)


def _read_from_git(reference: str) -> tuple[Earlier, ...]:
    if (
        reference.startswith("-")
        or _git("rev-parse", "--verify", f"{reference}^{{commit}}") is None
    ):
        raise Failure(f"{reference!r} is neither a file, nor a folder, nor a git reference here")
    names = _git("ls-tree", "--full-tree", "--name-only", reference, f"{GENERATED}/") or ""
    return tuple(
        earlier(_git("show", f"{reference}:{name}") or "", f"{reference}:{name}")
        for name in names.split()
        if name.endswith(".json")
    )


def _git(*arguments: str) -> str | None:
    """What git answers; None where it refuses."""
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program; a reference never begins with -
            ["git", *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=_GIT_SECONDS,
        )
    except FileNotFoundError:
        raise Failure("git is not installed: give a file or a folder of schemas") from None
    except subprocess.TimeoutExpired:
        raise Failure(f"git did not answer within {_GIT_SECONDS:.0f} s") from None
    return done.stdout if done.returncode == 0 else None


def _print(compared: tuple[Comparison, ...]) -> None:
    changed = [one for one in compared if one.changes]
    for one in changed:
        say(f"{one.topic}, against {one.against}:")
        for change in one.changes:
            say(f"  {change.kind.replace('_', ' '):<15} {change.path}: {change.what}")
            say(f"  {'':<15} roll out first: {_first(one.topic, change)}")
        say()
    if not changed:
        say(f"{_counted(compared)}: nothing changed.")
    elif any(one.breaks for one in compared):
        broken = sorted({one.topic for one in compared if one.breaks})
        say(f"FULL_TRANSITIVE does not hold: {', '.join(broken)}.")
        say(ADVICE)
    else:
        say(f"FULL_TRANSITIVE holds: {_counted(compared)}, and nobody is broken.")


def _counted(compared: Iterable[Comparison]) -> str:
    pairs = [(one.topic, one.against) for one in compared]
    return f"{len({topic for topic, _ in pairs})} topics against {len(pairs)} earlier schemas"


def _print_json(compared: tuple[Comparison, ...]) -> None:
    for one in compared:
        for change in one.changes:
            json_line(
                encode_json(
                    {
                        "topic": one.topic,
                        "against": one.against,
                        "path": change.path,
                        "what": change.what,
                        "kind": change.kind,
                        "first": change.first,
                    }
                )
            )


def _first(topic: str, change: Change) -> str:
    match change.first:
        case "either":
            return "either side"
        case "neither":
            return "no order helps"
        case "readers":
            return _who(topic, "readers")
        case "writers":
            return f"{_who(topic, 'writers')}, and what stands in the topic must have expired"


def _who(topic: str, role: Role) -> str:
    audience = next((one.audience for one in TOPICS if one.name == topic), "consumers")
    match audience, role:
        case "producers", "writers":
            return "the producers (writers)"
        case (("consumers" | "operators"), "readers"):
            return "the consumers (readers)"
        case _:
            return f"Copydesk ({role})"
