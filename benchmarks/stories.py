"""How long it takes to place an article among many live stories, and to make the state again.

    python -m benchmarks.stories [--stories 10000 --stories 100000]

Articles are invented: 180 terms each by Zipf's law, a third of them reports on one of the last 500
events. CPU time, beside a loop that tells how fast the machine is today; the loops of a line are
the ratio to compare with other days.
"""

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from time import process_time
from typing import BinaryIO

from schemas.codec import decode, encode
from schemas.story import StoryCandidate, StoryState
from workers.domain.stories.filed import FiledArticle
from workers.domain.stories.fingerprint import Fingerprint
from workers.domain.stories.partition import StoryPartition
from workers.domain.stories.settings import DEFAULT
from workers.domain.stories.state_records import filed_article, state_message

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
VOCABULARY = 300_000
TERMS = 180
MEASURED = 300
RECORDS_A_BREATH = 50
"""About what the agent restores before it gives everybody else a turn."""


def main() -> None:
    """Prints one line a size, then the restart, which a process of its own makes as in life."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, action="append")
    parser.add_argument("--restart", type=Path)
    arguments = parser.parse_args()
    if arguments.restart is not None:
        restart(arguments.restart)
        return
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder) / "state.ndjson"
        place(sorted(arguments.stories or [1_000, 10_000, 30_000]), state)
        command = [sys.executable, "-m", "benchmarks.stories", "--restart", str(state)]
        subprocess.run(command, check=True)


def place(sizes: list[int], state: Path) -> None:
    """Places articles until so many stories live, measures at each size, and keeps the state."""
    articles = invented(Random(1))
    stories = StoryPartition(DEFAULT)
    before = memory_mb()
    with state.open("wb") as kept:
        for size in sizes:
            while stories.stories() < size:
                _keep(kept, stories.assign(next(articles)).standing)
            gc.collect()
            gc.freeze()  # as the agent has it from a restart on
            loop = calibration()
            checked = _milliseconds(stories, articles, kept)
            unchecked = _milliseconds(stories, map(_without_fingerprint, articles), kept)
            print(
                f"{stories.stories()} stories, {len(stories)} articles: {checked:.2f} ms an article"
                f" ({checked / loop / 1000:.4f} loops), {unchecked:.2f} ms without looking for"
                f" copies, {memory_mb() - before:.0f} MB, calibration {loop:.3f} s",
                flush=True,
            )


def _milliseconds(
    stories: StoryPartition, articles: Iterator[StoryCandidate], kept: BinaryIO
) -> float:
    """CPU time for placing an article, over so many of them."""
    measured = list(islice(articles, MEASURED))
    began = process_time()
    filed = [stories.assign(each).standing for each in measured]
    milliseconds = (process_time() - began) / MEASURED * 1000
    for each in filed:
        _keep(kept, each)
    return milliseconds


def _without_fingerprint(candidate: StoryCandidate) -> StoryCandidate:
    return candidate.model_copy(update={"fingerprint": ""})


def restart(state: Path) -> None:
    """Makes the state again from its records, as the agent does once it has them."""
    began, before = process_time(), memory_mb()
    stories = StoryPartition(DEFAULT)
    with state.open("rb") as kept:
        for place, value in enumerate(kept):
            stories.replay(filed_article(decode(StoryState, value)))
            if not place % RECORDS_A_BREATH:
                gc.freeze()
    seconds, loop = process_time() - began, calibration()
    print(
        f"restart: {len(stories)} articles in {stories.stories()} stories,"
        f" {state.stat().st_size / len(stories):.0f} bytes a record, {seconds:.1f} s"
        f" ({seconds / loop:.0f} loops), {memory_mb() - before:.0f} MB, calibration {loop:.3f} s"
    )


def _keep(kept: BinaryIO, article: FiledArticle | None) -> None:
    assert article is not None
    kept.write(encode(state_message(article)) + b"\n")


def invented(random: Random) -> Iterator[StoryCandidate]:
    """Candidates without end, half a second apart."""
    cumulated = list(accumulate(1 / (place + 30) for place in range(VOCABULARY)))
    events: list[list[str]] = []
    number = 0

    def word() -> str:
        return f"w{bisect(cumulated, random.random() * cumulated[-1]):x}"

    while True:
        number += 1
        if events and random.random() < 0.33:
            event = random.choice(events)
            names, words = [*event[:6], f"Name{number}"], event[8:]
            words = [each for each in words if random.random() < 0.6]
        else:
            names = [f"Name{number}x{place}" for place in range(8)]
            words = [word() for _ in range(60)]
            events = [*events[-500:], names + words]
        chosen = dict.fromkeys(words)
        while len(chosen) < TERMS - len(names):
            chosen[word()] = None
        hashes = random.sample(range(0, 1 << 24, 16), 124)
        yield _candidate(number, names, list(chosen), hashes, random)


def _candidate(
    number: int, names: list[str], words: list[str], hashes: list[int], random: Random
) -> StoryCandidate:
    at = BEGIN + timedelta(seconds=number // 2)
    head = words[:40]
    return StoryCandidate(
        article_id=f"{number:032x}",
        revision=f"{number:032x}",
        language_code="en",
        access="open",
        title=" ".join(words[:9]),
        publisher_domain=f"outlet{number % 300}.example",
        origin_domain=None,
        published_at=at,
        modified_at=None,
        ingested_at=at,
        word_count=500,
        has_case=True,
        month_days=(),
        terms=tuple(names + head + words[40:]),
        term_groups=(len(names), 0, len(head), len(words) - len(head)),
        term_counts=tuple(random.randint(1, 5) for _ in range(len(names) + len(words))),
        fingerprint=Fingerprint.of(hashes).written(),
    )


def memory_mb() -> float:
    """The resident size now, in MB, by Linux's `/proc`."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / (1 << 20)


def calibration() -> float:
    """Seconds for adding up three million numbers: compare it with other days' figures."""
    began = process_time()
    total = 0
    for number in range(3_000_000):
        total += number
    return process_time() - began


if __name__ == "__main__":
    main()
