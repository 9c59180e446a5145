"""The pure stages as plain Python and as native code (decision 49), in turns, and their bytes.

make native && python -m benchmarks.native

Each turn is a process that reads every post twice and times the second reading, in CPU time. Then
both read the whole corpus, and exit 1 tells that any outcome differs.
"""

import argparse
import gc
import hashlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from benchmarks.enrich import MOST_ARTICLES
from benchmarks.normalize import NOW, kinds, records_of
from workers.agents.worker import YOUNG_OBJECTS
from workers.stages import normalize
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, Outcome, Record, Stage

ROOT: Final = Path(__file__).parents[1]
NATIVE: Final = ROOT / "build" / "native"
CORPUS: Final = Path(os.environ.get("COPYDESK_CORPUS", ROOT.parent / "shared" / "corpus"))
NORMALIZE: Final = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)


def articles_of(records: list[Record]) -> list[Record]:
    """What normalize forwards, as enrich reads it."""
    outcomes = (one for record in records for one in NORMALIZE.run(record, NOW))
    return [
        Record(output.topic, 0, 0, output.key, output.value, output.headers, 0)
        for outcome in outcomes
        if isinstance(outcome, Forward)
        for output in outcome.records
    ]


def microseconds(stage: Stage, records: list[Record]) -> float:
    """CPU time a record of the second reading."""
    outcomes_of(stage, records)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
    began = time.process_time()
    for record in records:  # none is kept, as in a worker
        stage.run(record, NOW)
    return (time.process_time() - began) / len(records) * 1e6


def outcomes_of(stage: Stage, records: Iterable[Record]) -> list[tuple[Outcome, ...]]:
    """Every outcome of every record."""
    return [stage.run(record, NOW) for record in records]


def child(what: str) -> None:
    """What one process prints: whether it is native, and its figure."""
    posts = records_of(CORPUS / "wordpress" / "posts.ndjson")
    if what == "normalize":
        figure = f"{microseconds(NORMALIZE, posts):.1f}"
    elif what == "enrich":
        figure = f"{microseconds(EnrichStage(), articles_of(posts)[:MOST_ARTICLES]):.1f}"
    else:
        figure = digest_of_all()
    print("native" if str(normalize.__file__).endswith(".so") else "plain", figure)


def digest_of_all() -> str:
    """One hash over every outcome for the corpus: normalize, and enrich behind it."""
    digest = hashlib.blake2b(digest_size=16)
    for _, records in kinds(CORPUS):
        for outcomes in outcomes_of(NORMALIZE, records):
            digest.update(repr(outcomes).encode("utf-8", "surrogatepass"))
        for outcomes in outcomes_of(EnrichStage(), articles_of(records)):
            digest.update(repr(outcomes).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def told_by(what: str, *, native: bool) -> str:
    """The figure of a process of its own, of plain Python or of native code."""
    path = f"{NATIVE}{os.pathsep}{ROOT}" if native else str(ROOT)
    environment = {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": path}
    command = [sys.executable, "-m", "benchmarks.native", "--child", what]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    which, figure = done.stdout.split()
    assert which == ("native" if native else "plain"), f"got {which} modules"
    return figure


def compare(what: str, rounds: int) -> None:
    """Prints the figures of some turns, and the median of their ratios."""
    ratios: list[float] = []
    for _ in range(rounds):
        plain, native = (float(told_by(what, native=native)) for native in (False, True))
        ratios.append(native / plain)
        print(
            f"{what:10} plain {plain:6,.0f} us   native {native:6,.0f} us"
            f"   {1e6 / native:6,.0f} a second   {ratios[-1]:.2f}",
            flush=True,
        )
    print(f"{what:10} native takes {statistics.median(ratios):.2f} of the time of plain Python\n")


def main() -> int:
    """Prints the table; 1 where the two disagree about any record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--child", choices=("normalize", "enrich", "bytes"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child is not None:
        child(given.child)
        return 0
    if not NATIVE.is_dir():
        print("native code: left out, for it is not built (make native)")
        return 0
    if not CORPUS.is_dir():
        print("native code: left out, for there is no corpus (COPYDESK_CORPUS names its folder)")
        return 0
    compare("normalize", given.rounds)
    compare("enrich", given.rounds)
    plain, native = (told_by("bytes", native=native) for native in (False, True))
    print(f"outcomes for the whole corpus: {'the same' if plain == native else 'NOT THE SAME'}")
    return int(plain != native)


if __name__ == "__main__":
    sys.exit(main())
