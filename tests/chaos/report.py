"""The results for a person, and in the documentation."""

import re
import sqlite3
import statistics
import subprocess
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from tests.broker.apache_kafka import kafka_home
from tests.broker.process import REPOSITORY

from .faults import FAULTS
from .plan import Plan, Result, Toll

DELIVERY = REPOSITORY / "docs" / "delivery.md"
RUNS = "### Runs"


def told(result: Result) -> str:
    """One run, step by step."""
    lines = [
        f"{'stage':<12}{'in':>8}{'out':>8}{'lost':>8}{'doubled':>9}{'wrong':>8}{'disordered':>12}"
    ]
    for step in result.steps:
        lines.append(
            f"{step.name:<12}{step.went_in:>8}{step.came_out.total():>8}{len(step.lost):>8}"
            f"{len(step.doubled):>9}{len(step.wrong):>8}{len(step.disordered):>12}"
        )
        for word in ("lost", "doubled", "wrong", "disordered"):
            if names := getattr(step, word):
                lines.append(f"  {word}: {', '.join(names[:10])}")
    lines.append(f"exit codes on SIGTERM: {sorted(result.exits.values())}")
    lines.append(f"copydesk audit\n{result.audit}")
    return "\n".join(lines)


def table(results: Sequence[Result]) -> str:
    """Faults × results over all runs, as Markdown."""
    tolls = {name: _toll(results, name) for name in FAULTS}
    total = Toll()
    for toll in tolls.values():
        total.add(toll)
    lines = [
        "| fault | | times | lost | doubled | wrong, out of order | s to mend | ends |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, toll in tolls.items():
        if toll.times:
            lines.append(_row(name, FAULTS[name].what, toll))
    lines.append(_row("all", "", total))
    return "\n".join(lines)


def _toll(results: Iterable[Result], fault: str) -> Toll:
    toll = Toll()
    for result in results:
        toll.add(result.of(fault))
    return toll


def _row(name: str, what: str, toll: Toll) -> str:
    mended = "–"
    if toll.mended:
        mended = f"{statistics.median(toll.mended):.1f}, {max(toll.mended):.1f}"
    stuck = f" ({toll.stuck} not in time)" if toll.stuck else ""
    exits = ", ".join(f"{times} × exit {code}" for code, times in sorted(toll.exits.items()))
    counts = f"{toll.times} | {toll.lost} | {toll.doubled} | {toll.wrong}"
    return f"| {name} | {what} | {counts} | {mended}{stuck} | {exits or '0'} |"


def verdict(results: Sequence[Result]) -> str:
    """One line over all runs: what the count and the audit say."""
    posts = sum(result.steps[0].went_in for result in results)
    faults = sum(len(result.struck) for result in results)
    unclean = [result.plan.seed for result in results if not result.clean]
    seeds = ", ".join(str(result.plan.seed) for result in results)
    if unclean:
        return f"NOT CLEAN: seeds {unclean} of {seeds}"
    return (
        f"{faults} faults, {posts:,} posts, seeds {seeds}: 0 lost, 0 doubled, 0 wrong, 0 out of"
        " order; `copydesk audit` agrees."
    )


def versions(plan: Plan) -> str:
    """What it ran on."""
    broker = "the embedded broker"
    if plan.broker == "kafka":
        jar = next((kafka_home() / "lib").glob("kafka_2.13-*.jar"))
        broker = f"Apache Kafka {jar.stem.rpartition('-')[2]}"
    libraries = ", ".join(f"{name} {version(name)}" for name in ("faust-streaming", "aiokafka"))
    return f"Python {python_version()}, {libraries}, {broker}, {_database(plan)}"


def _database(plan: Plan) -> str:
    if plan.database == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    done = subprocess.run(["psql", "--version"], capture_output=True, text=True, check=True)
    return f"PostgreSQL {done.stdout.split()[2]}"


def record(name: str, command: str, results: Sequence[Result], page: Path = DELIVERY) -> None:
    """Writes the table into its marked part of a page; a new part goes under the heading."""
    begin, end = f"<!-- chaos {name} -->", "<!-- /chaos -->"
    plan = results[0].plan
    about = f"`{command}`", verdict(results), f"{versions(plan)}."
    part = "\n".join([begin, "", "\n\n".join(about), "", table(results), end])
    text = page.read_text()
    standing = re.compile(re.escape(begin) + r".*?" + re.escape(end), re.DOTALL)
    if standing.search(text):
        text = standing.sub(lambda _: part, text)
    else:
        heading = f"{RUNS}\n"
        if heading not in text:
            raise ValueError(f"{page} has no heading {RUNS!r}")
        text = text.replace(heading, f"{heading}\n{part}\n")
    page.write_text(text)
