"""Copydesk beside other engines on Apache Kafka: `python -m benchmarks.engines`.

Each runs the same stage on the same records in one process. They take turns, round by round, and
posts a second are medians; then each is killed five times at the same moments of its work, and a
reader that shares no code with it counts. Engines whose packages cannot be had are left out, and
it says so.
"""

import argparse
import asyncio
import os
import platform
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.broker.running import ApacheKafka, kafka_available

from .kills import Account, account, moments
from .records import first_transaction, publish
from .running import ENGINES, Engine, EngineProcess, NotHere
from .speed import DidNotWork, Speed, speed
from .task import WORKS, Work

POSTS: dict[Work, int] = {"normalize": 12_000, "trivial": 50_000}
"""So many that most engines take some seconds: what is under way at the end counts for nobody."""
PARAGRAPHS: dict[Work, int] = {"normalize": 24, "trivial": 6}
"""Posts of 11 kB for the real stage, of 3 kB for the trivial one."""
MEASURE = "bare aiokafka"
"""What the others are a ratio of."""


@dataclass
class Row:
    """What is known of one engine."""

    engine: Engine
    speeds: list[Speed] = field(default_factory=list)
    account: Account | None = None

    @property
    def posts_per_second(self) -> float:
        """The median."""
        return statistics.median(each.posts_per_second for each in self.speeds)

    @property
    def cpu_micros(self) -> float:
        """The median."""
        return statistics.median(each.cpu_micros for each in self.speeds)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured."""

    posts: int | None
    rounds: int
    seconds: float
    kills: int
    kill_posts: int
    seed: int


async def timed(bootstrap: str, work: Work, plan: Plan, rows: list[Row], folder: Path) -> None:
    """Fills in how fast each engine is."""
    posts = plan.posts or POSTS[work]
    await publish(bootstrap, posts, PARAGRAPHS[work])
    for number in range(plan.rounds):
        for row in list(rows):
            at = folder / f"{work}-{row.engine.module}-{row.engine.exactly_once}-{number}"
            try:
                row.speeds.append(await speed(row.engine, bootstrap, work, at, posts, plan.seconds))
            except (DidNotWork, NotHere) as why:
                rows.remove(row)
                _left_out(row.engine, why)
            else:
                _progress(f"{work}, round {number + 1}: {row.engine.name}", row.speeds[-1])


async def killed(bootstrap: str, work: Work, plan: Plan, rows: list[Row], folder: Path) -> None:
    """Fills in what each engine lost and doubled."""
    await publish(bootstrap, plan.kill_posts, PARAGRAPHS[work])
    after = moments(plan.kills, plan.seed)
    for row in list(rows):
        at = folder / f"{row.engine.module}-{row.engine.exactly_once}-killed"
        try:
            row.account = await account(row.engine, bootstrap, work, at, plan.kill_posts, after)
        except (DidNotWork, NotHere) as why:
            rows.remove(row)
            _left_out(row.engine, why)
        else:
            _progress(f"{work}, killed: {row.engine.name}", row.account)


def markdown(rows: list[Row]) -> str:
    """The table, the fastest first."""
    lines = [
        "| engine | promises | posts/s | ratio | CPU µs a post | lost | doubled | all seen, s |",
        "|---|---|---|---|---|---|---|---|",
    ]
    measure = next((r.posts_per_second for r in rows if r.engine.name == MEASURE and r.speeds), 0.0)
    for row in sorted(rows, key=lambda row: -row.posts_per_second if row.speeds else 0.0):
        cells = [row.engine.name, row.engine.guarantee, *[""] * 6]
        if row.speeds:
            ratio = f"{row.posts_per_second / measure:.2f}" if measure else ""
            cells[2:5] = f"{row.posts_per_second:,.0f}", ratio, f"{row.cpu_micros:,.0f}"
        if row.account:
            told = row.account
            cells[5:] = f"{told.lost:,}", f"{told.doubled:,}", f"{told.seconds:.0f}"
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _part_cores() -> None:
    """The first core for the engines, the others for the broker."""
    EngineProcess.one_core = True
    for child in psutil.Process().children(recursive=True):
        child.cpu_affinity([*range(1, psutil.cpu_count() or 1)])


def _left_out(engine: Engine, why: Exception) -> None:
    print(f"left out: {engine.name}: {type(why).__name__}: {why}", flush=True)


def _progress(what: str, figures: object) -> None:
    print(f"{what}: {figures}", file=sys.stderr, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines")
    parser.add_argument("--stage", nargs="+", choices=WORKS, default=list(WORKS))
    parser.add_argument("--engines", nargs="+", default=[], metavar="MODULE")
    parser.add_argument("--posts", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=12.0, help="the longest run of a round")
    parser.add_argument("--kills", type=int, default=5, help="with the first stage that is named")
    parser.add_argument("--kill-posts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--one-core", action="store_true", help="an engine has one core, the broker the others"
    )
    return parser.parse_args()


def main() -> int:
    """Prints a table in Markdown for each stage."""
    options = _options()
    if reason := kafka_available():
        print(reason)
        return 1
    plan = Plan(
        options.posts,
        options.rounds,
        options.seconds,
        options.kills,
        options.kill_posts,
        options.seed,
    )
    print(f"Python {platform.python_version()}, {platform.machine()}, {plan}")
    with tempfile.TemporaryDirectory(prefix="copydesk-engines-") as name:
        folder = Path(name)
        with ApacheKafka(folder / "broker") as broker:
            asyncio.run(first_transaction(broker.bootstrap))
            if options.one_core:
                _part_cores()
            for work in options.stage:
                named = options.engines
                rows = [Row(each) for each in ENGINES if not named or each.module in named]
                loads = " ".join(f"{load:.1f}" for load in os.getloadavg())
                if plan.rounds:
                    asyncio.run(timed(broker.bootstrap, work, plan, rows, folder))
                if plan.kills and work == options.stage[0]:
                    asyncio.run(killed(broker.bootstrap, work, plan, rows, folder))
                print(f"\n{work}, the load of the machine before was {loads}\n\n{markdown(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
