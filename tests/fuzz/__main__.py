"""Mutations of real shapes against the normalize stage.

python -m tests.fuzz --inputs 200000 --seed 1
python -m tests.fuzz --seed 1 --only 4711     # the one input that broke something

WordPress, feeds, pages, Mastodon, texts, JSON and encodings: the shipped examples, and the corpus's
where it is at hand. Each input gets one outcome for each of its posts, no exception, and no address
that may run. An input that takes more than 250 ms of CPU is measured again, three times, and the
least counts. Memory is what the process has grown by at its highest. Exit 1 where a law or a bound
is broken.
"""

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import Final

from tests.fuzz.inputs import Inputs, Shapes
from tests.fuzz.laws import broken_by
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Bury, Outcome, Record

NOW: Final = datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC)
MOST_SECONDS: Final = 0.25
MOST_MB: Final = 200
KEPT: Final = 5
STAGE: Final = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)


@dataclass(slots=True)
class Tally:
    """What became of all inputs."""

    kinds: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    biggest: list[tuple[int, int, str]] = field(default_factory=list)
    """How much the highest use of memory rose by, in KiB, with an input."""
    broken: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """The report."""
        slow = [f"{seconds * 1e3:.0f} ms {kind} {at}" for seconds, at, kind in self.slowest]
        big = [f"{kib / 1024:.0f} MB {kind} {at}" for kib, at, kind in self.biggest]
        return [
            f"inputs   {self.kinds.total():>9,}  {_told(self.kinds)}",
            f"outcomes {self.outcomes.total():>9,}  {_told(self.outcomes)}",
            f"slowest  {', '.join(slow)}",
            f"biggest  {', '.join(big) or 'none grew'}",
            f"broken   {len(self.broken):>9,}",
            *self.broken[:20],
        ]


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))


def run(record: Record) -> tuple[tuple[Outcome, ...], float]:
    """The outcomes of one input, and the CPU seconds that it took."""
    began = time.process_time()
    outcomes = STAGE.run(record, NOW)
    return outcomes, time.process_time() - began


def hold(inputs: Inputs, number: int, tally: Tally) -> None:
    """Runs one input and counts it."""
    kind, record = inputs.input(number)
    tally.kinds[kind] += 1
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        outcomes, seconds = run(record)
    except Exception as error:  # noqa: BLE001  # any at all is what is looked for
        tally.broken.append(f"{number}: {type(error).__name__}: {error!s:.200}")
        return
    if seconds > MOST_SECONDS:
        seconds = min(run(record)[1] for _ in range(3))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    if grown:
        tally.biggest = sorted([*tally.biggest, (grown, number, kind)], reverse=True)[:KEPT]
    tally.slowest = sorted([*tally.slowest, (seconds, number, kind)], reverse=True)[:KEPT]
    for outcome in outcomes:
        tally.outcomes[outcome.reason if isinstance(outcome, Bury) else "forward"] += 1
    bounds = [f"{seconds:.3f} s"] if seconds > MOST_SECONDS else []
    bounds += [f"{grown >> 10} MB"] if grown > MOST_MB << 10 else []
    tally.broken += [f"{number}: {law}" for law in chain(broken_by(outcomes), bounds)]


def hold_all(inputs: Inputs, numbers: range, tally: Tally, patience: float = 30.0) -> None:
    """Runs these inputs; says how far it is now and then."""
    hold(inputs, -1, tally)
    told = time.monotonic()
    for number in numbers:
        hold(inputs, number, tally)
        if time.monotonic() - told > patience:
            told = time.monotonic()
            done = f"{number - numbers.start + 1:,} of {len(numbers):,}"
            print(f"{done}, {len(tally.broken)} broken", file=sys.stderr, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Prints the report; 1 where anything is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="The number of the first input.")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="This one input, shown.")
    parser.add_argument("--shipped", action="store_true", help="Without the corpus.")
    options = parser.parse_args(arguments)
    inputs = Inputs(options.seed, Shapes.shipped() if options.shipped else Shapes.everything())
    tally = Tally()
    numbers = range(options.first, options.first + options.inputs)
    if options.only is not None:
        print(inputs.input(options.only))
        numbers = range(options.only, options.only + 1)
    hold_all(inputs, numbers, tally)
    print(f"seed {options.seed}", *tally.lines(), sep="\n")
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
