"""Runs the consumer kits against a broker and compares what they say.

python -m tests.consumers              # all: needs Java and Maven, ten minutes when cold
python -m tests.consumers quix faust   # these
python -m tests.consumers --light      # those that take seconds
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.broker.running import ApacheKafka, kafka_available

from .comparing import Verdict, compare, serve
from .environments import missing_tools
from .expectations import write_expected
from .feed import INVENTED
from .kits import KITS, Kit


def main(arguments: Sequence[str]) -> int:
    options = _options(arguments)
    console = Console()
    if options.write:
        write_expected()
        return 0
    if reason := kafka_available():
        return _left_out(console, reason)
    kits = [kit for kit in KITS if _wanted(kit, options)]
    with tempfile.TemporaryDirectory() as folder:
        return _run(console, kits, Path(folder))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.consumers", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[[], *(k.name for k in KITS)])
    parser.add_argument("--light", action="store_true", help="only those that take seconds")
    parser.add_argument("--write", action="store_true", help="write every expected.json anew")
    return parser.parse_args(arguments)


def _wanted(kit: Kit, options: argparse.Namespace) -> bool:
    return (not options.names or kit.name in options.names) and (kit.light or not options.light)


def _run(console: Console, kits: Sequence[Kit], folder: Path) -> int:
    table = Table("kit", "version", "result", "cold install", "run", "rows")
    bad = 0
    with ApacheKafka(folder) as broker:
        feed = serve(broker)
        ours = sum(message.source != INVENTED for message in feed.committed)
        console.print(
            f"Apache Kafka holds {len(feed.committed)} committed messages, {ours} of them written "
            f"by our own workers, and {len(feed.aborted)} aborted ones",
            soft_wrap=True,
        )
        for kit in kits:
            if reason := missing_tools(kit):
                bad += _left_out(console, f"{kit.name}: {reason}")
                table.add_row(kit.name, kit.version, "left out", "", "", "")
                continue
            started = time.monotonic()
            verdict = compare(kit, broker.bootstrap, feed)
            bad += not verdict.ok
            _show(console, table, verdict)
            console.print(f"{kit.name}: {verdict.word}, {time.monotonic() - started:.0f} s in all")
    console.print(table)
    return 1 if bad else 0


def _show(console: Console, table: Table, verdict: Verdict) -> None:
    if not verdict.ok:
        console.print(verdict.explanation, style="red", highlight=False, markup=False)
    table.add_row(
        verdict.kit.name,
        verdict.kit.version,
        verdict.word,
        f"{verdict.install_seconds:.0f} s",
        f"{verdict.run_seconds:.1f} s",
        str(verdict.rows),
    )


def _left_out(console: Console, reason: str) -> int:
    """0 where something may be missing; 1 where all must be there."""
    console.print(f"left out: {reason}", markup=False)
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
