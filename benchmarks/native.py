"""The pure stages as plain Python and as native code (decision 49), in turns, and their bytes.

make native && python -m benchmarks.native

Each turn is a process that reads every post twice and times the second reading, in CPU time. Where
mimalloc is installed (Debian's libmimalloc2.0), native code takes one more turn with it, which is
how the image runs (decision 51). Then all read the whole corpus, and exit 1 tells that any outcome
differs.
"""

import argparse
import gc
import hashlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from ctypes.util import find_library
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
AS_IN_THE_IMAGE: Final = {"MIMALLOC_LARGE_OS_PAGES": "1", "PYTHONMALLOC": "malloc"}
"""Beside the library itself, in `LD_PRELOAD`: a test holds that deploy/Dockerfile says the same."""
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


def turns() -> dict[str, Mapping[str, str]]:
    """What a process is run with, by the name of its column."""
    plain = {"PYTHONSAFEPATH": "1", "PYTHONPATH": str(ROOT)}
    native = {**plain, "PYTHONPATH": f"{NATIVE}{os.pathsep}{ROOT}"}
    mimalloc = find_library("mimalloc")
    image = {"image": {**native, "LD_PRELOAD": mimalloc, **AS_IN_THE_IMAGE}} if mimalloc else {}
    return {"plain": plain, "native": native, **image}


def told_by(what: str, turn: str) -> str:
    """The figure of a process of its own."""
    environment = {**os.environ, **turns()[turn]}
    command = [sys.executable, "-m", "benchmarks.native", "--child", what]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    which, figure = done.stdout.split()
    assert which == ("plain" if turn == "plain" else "native"), f"got {which} modules"
    return figure


def compare(what: str, rounds: int) -> None:
    """Prints the figures of some turns, and the medians of their ratios."""
    ratios: dict[str, list[float]] = {turn: [] for turn in turns()}
    for _ in range(rounds):
        figures = {turn: float(told_by(what, turn)) for turn in ratios}
        for turn, figure in figures.items():
            ratios[turn].append(figure / figures["plain"])
        columns = "".join(f"   {turn} {figure:6,.0f} us" for turn, figure in figures.items())
        print(f"{what:10}{columns}   {1e6 / min(figures.values()):6,.0f} a second", flush=True)
    told = ", ".join(f"{turn} {statistics.median(of):.2f}" for turn, of in ratios.items())
    print(f"{what:10} of the time of plain Python: {told}\n")


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
    same = len({told_by("bytes", turn) for turn in turns()}) == 1
    print(f"outcomes for the whole corpus: {'the same' if same else 'NOT THE SAME'}")
    return int(not same)


if __name__ == "__main__":
    sys.exit(main())
