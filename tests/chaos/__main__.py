"""Injure, count, tell: `python -m tests.chaos --broker kafka --times 50 --seeds 1 2 3`."""

import argparse
import asyncio
import logging
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import get_args

from .faults import FAULTS
from .plan import Broker, DatabaseName, Plan, Result
from .report import record, table, told, verdict, versions
from .run import chaos
from .volume import volumes_missing


def main() -> int:
    """1 when anything was lost, doubled, wrong or out of order."""
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # it tells of every retry
    parser = _parser()
    chosen = parser.parse_args()
    # ended from outside, it takes its broker and its workers along
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    faults = tuple(chosen.faults or FAULTS)
    if reason := volumes_missing():
        print(reason)
        faults = tuple(name for name in faults if not FAULTS[name].needs_disk)
    results: list[Result] = []
    for seed in chosen.seeds:
        plan = Plan(
            broker=chosen.broker,
            faults=faults,
            times=chosen.times,
            seed=seed,
            database=chosen.database,
            posts=chosen.posts,
            copies=chosen.copies,
            outage_seconds=chosen.outage,
        )
        results.append(_run(plan, keep=chosen.keep))
    print(f"\n{verdict(results)}\n{versions(results[0].plan)}\n\n{table(results)}", flush=True)
    if chosen.record:
        record(chosen.record, _command(chosen.record), results)
    return 0 if all(result.clean for result in results) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--broker", choices=get_args(Broker), default="embedded")
    parser.add_argument("--database", choices=get_args(DatabaseName), default="sqlite")
    parser.add_argument("--times", type=int, default=20, help="faults a seed")
    parser.add_argument("--posts", type=int, default=60, help="posts a fault")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--copies", type=int, default=1, help="workers of each stage")
    parser.add_argument("--faults", nargs="+", choices=[*FAULTS], help="only these")
    parser.add_argument("--outage", type=float, default=90.0, help="seconds without the broker")
    parser.add_argument("--record", metavar="NAME", help="write the table into docs/delivery.md")
    parser.add_argument("--keep", action="store_true", help="keep logs and data")
    return parser


def _run(plan: Plan, *, keep: bool) -> Result:
    folder = Path(tempfile.mkdtemp(prefix="copydesk-chaos-"))
    print(f"seed {plan.seed}: {plan.broker}, {plan.database}, logs in {folder}", flush=True)
    result = asyncio.run(chaos(plan, folder, lambda line: print(line, flush=True)))
    print(told(result), flush=True)
    if result.clean and not keep:
        shutil.rmtree(folder)
    return result


def _command(recorded_as: str) -> str:
    """What makes the same table again, without recording it."""
    left_out = ("--record", recorded_as)
    given = " ".join(each for each in sys.argv[1:] if each not in left_out)
    return f'make chaos ARGS="{given}"'


if __name__ == "__main__":
    sys.exit(main())
