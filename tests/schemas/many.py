"""Very many inputs, and what the line writes for each held to the laws of the contract.

python -m tests.schemas.many --inputs 1000000
python -m tests.schemas.many --only 4711      # the one input that broke something

Nearly all are examples bent in a few places (the shipped ones, and the corpus's where it is at
hand), the rest come from hypothesis. Some are articles and go straight into the second stage, as
a foreign writer's would. The stories stage remembers: every 50 inputs it begins anew. Exit 1 when
any output breaks a law, with the input's number.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import hypothesis
from hypothesis import HealthCheck, Phase, given
from hypothesis.strategies import SearchStrategy

import schemas
from schemas.codec import encode
from schemas.topics import ARTICLES, RAW_POSTS
from tests.corpus.places import CORPUS
from tests.schemas import strategies
from tests.schemas.line import Line, broken_letters
from tests.schemas.mutations import TIMESTAMPS, bent, headers_for
from tests.schemas.record_laws import broken_form, broken_laws, broken_tombstone
from tests.stages.test_laws import json_values, odd_posts
from workers.stages.outcome import Record

NOW = datetime(2026, 3, 1, 12, 0, 30, 999, tzinfo=UTC)
ARRIVED_MS = int(NOW.timestamp() * 1_000) - 90_000
EXAMPLES = Path(schemas.__file__).parent / "examples"
LARGEST = 6_000
"""Bytes of an example worth bending: a long text is bent no better, only slower."""
BLOCK = 50
"""Inputs in a row that one line sees, so that stories have several articles."""
SHARE_OF_HYPOTHESIS = 0.02
SHARE_OF_ARTICLES = 0.15


@dataclass(slots=True)
class Tally:
    """What became of all inputs."""

    inputs: Counter[str] = field(default_factory=Counter)
    outputs: Counter[str] = field(default_factory=Counter)
    tombstones: Counter[str] = field(default_factory=Counter)
    buried: Counter[str] = field(default_factory=Counter)
    dropped: int = 0
    broken: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        for title, counts in (
            ("inputs", self.inputs),
            ("written", self.outputs),
            ("expired", self.tombstones),
            ("buried", self.buried),
        ):
            told = ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items()))
            yield f"{title:8} {counts.total():>10,}  {told}"
        yield f"{'dropped':8} {self.dropped:>10,}"
        yield f"{'broken':8} {len(self.broken):>10,}"


class Bender:
    """Inputs by number: the same seed and number are the same input."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._raw = (*examples(RAW_POSTS.name), *corpus_posts())
        self._articles = examples(ARTICLES.name)

    def input(self, number: int) -> Record:
        rng = Random(f"{self._seed}:{number}")
        if rng.random() < SHARE_OF_ARTICLES:
            article = bent(rng, rng.choice(self._articles), self._articles)
            return Record(ARTICLES.name, 0, number, b"any", article, (), ARRIVED_MS)
        value = bent(rng, rng.choice(self._raw), self._raw)
        at = ARRIVED_MS if rng.random() < 0.9 else rng.choice(TIMESTAMPS)
        return Record(RAW_POSTS.name, 0, number, None, value, headers_for(rng), at)


def examples(topic: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((EXAMPLES / topic).iterdir()))


def corpus_posts() -> tuple[bytes, ...]:
    """The real posts that are short enough; none where the corpus is not at hand."""
    path = CORPUS / "wordpress" / "posts.ndjson"
    if not path.exists():
        return ()
    return tuple(line for line in path.read_bytes().splitlines() if len(line) <= LARGEST)


def hold(record: Record, line: Line, tally: Tally, name: str) -> None:
    """Counts one input, and names every law that what is written for it breaks."""
    said = line.written(record, NOW)
    tally.tombstones.update(tombstone.topic for tombstone in said.tombstones)
    tally.outputs.update(output.topic for output in said.outputs)
    tally.buried.update(letter.reason.value for letter in said.letters)
    tally.dropped += said.dropped
    broken = [*broken_letters(said.letters)]
    if not said.outputs and not said.letters and not said.dropped:
        broken.append("no outcome")
    for output in said.outputs:
        ours = record.topic == RAW_POSTS.name  # what a foreign article says is its writer's word
        broken += broken_laws(output, NOW) if ours else broken_form(output)
    for tombstone in said.tombstones:
        broken += broken_tombstone(tombstone)
    if broken:
        tally.broken.append(f"{name}: {'; '.join(broken)}")


def bend(numbers: Sequence[int], seed: int, tally: Tally, patience: float = 20.0) -> None:
    """Holds these inputs; says how far it is now and then."""
    bender, line = Bender(seed), Line()
    told = time.monotonic()
    for done, number in enumerate(numbers):
        if number % BLOCK == 0:
            line = Line()
        record = bender.input(number)
        tally.inputs[f"bent {record.topic}"] += 1
        hold(record, line, tally, f"input {number} of seed {seed}")
        if time.monotonic() - told > patience:
            told = time.monotonic()
            told_last = tally.broken[-1][:300] if tally.broken else "none broken"
            print(f"{done:,} of {len(numbers):,}, {told_last}", file=sys.stderr, flush=True)


def generate(inputs: int, seed: int, tally: Tally) -> None:
    """Holds this many inputs of hypothesis, half of them posts and a third articles."""
    for kind, strategy, share in (
        ("post", odd_posts.map(_as_raw), 0.5),
        ("json", json_values.map(_as_raw), 0.2),
        ("article", strategies.ARTICLES.map(encode).map(_as_article), 0.3),
    ):
        _generate(kind, strategy, max(1, int(inputs * share)), seed, tally)


def _generate(
    kind: str, strategy: SearchStrategy[Record], inputs: int, seed: int, tally: Tally
) -> None:
    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=inputs,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def each(record: Record) -> None:
        tally.inputs[f"hypothesis {kind}"] += 1
        hold(record, Line(), tally, f"hypothesis {kind} of seed {seed}: {record.value!r}")

    each()


def _as_raw(value: object) -> Record:
    return Record(RAW_POSTS.name, 0, 0, None, strategies.json_bytes(value), (), ARRIVED_MS)


def _as_article(value: bytes) -> Record:
    return Record(ARTICLES.name, 0, 0, None, value, (), ARRIVED_MS)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.schemas.many", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="NUMBER", help="this one input, shown")
    options = parser.parse_args(arguments)
    tally = Tally()
    if options.only is not None:
        print(Bender(options.seed).input(options.only))
        first = options.only - options.only % BLOCK  # what the line remembered belongs to it
        bend(range(first, options.only + 1), options.seed, tally)
    else:
        generated = int(options.inputs * SHARE_OF_HYPOTHESIS)
        bend(range(options.inputs - generated), options.seed, tally)
        generate(generated, options.seed, tally)
    print("\n".join([*tally.lines(), *tally.broken[:20]]))
    print(
        f"{len(Line().stages)} stages, {time.process_time():.0f} s of CPU, {os.cpu_count()} cores"
    )
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
