"""How long it takes to place an article among many live stories, and to make the state again.

    python -m benchmarks.stories [--stories 10000 --stories 100000]

Articles are invented: 180 terms each by Zipf's law, a third of them reports on one of the last 500
events. CPU time, beside a loop that tells how fast the machine is today.
"""

import argparse
import gc
import resource
from bisect import bisect
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random
from time import process_time

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


def main() -> None:
    """Prints one line a size, then the restart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, action="append")
    sizes = sorted(parser.parse_args().stories or [1_000, 10_000, 30_000])
    articles = invented(Random(1))
    stories = StoryPartition(DEFAULT)
    state: list[bytes] = []
    before = memory_mb()
    for size in sizes:
        while stories.stories() < size:
            _file(stories, next(articles), state)
        measured = [next(articles) for _ in range(MEASURED)]
        gc.collect()
        gc.freeze()  # as the agent does: a full collection would walk every story
        began = process_time()
        filed = [stories.assign(each).standing for each in measured]
        milliseconds = (process_time() - began) / MEASURED * 1000
        state += [encode(state_message(each)) for each in filed if each is not None]
        print(
            f"{stories.stories()} stories, {len(stories)} articles:"
            f" {milliseconds:.2f} ms an article, calibration {calibration():.3f} s,"
            f" {memory_mb() - before:.0f} MB, of them {sum(map(len, state)) >> 20} MB of state bytes"
        )
    del stories
    _restart(state)


def _file(stories: StoryPartition, candidate: StoryCandidate, state: list[bytes]) -> None:
    standing = stories.assign(candidate).standing
    assert standing is not None
    state.append(encode(state_message(standing)))


def _restart(state: list[bytes]) -> None:
    size = sum(map(len, state)) / len(state)
    gc.disable()  # as the agent does: nothing becomes free while the state grows
    began = process_time()
    again = StoryPartition(DEFAULT)
    for value in state:
        again.replay(_read(value))
    print(
        f"restart: {len(again)} articles in {again.stories()} stories, {size:.0f} bytes a record,"
        f" {process_time() - began:.1f} s, at most {memory_mb():.0f} MB in this process"
    )


def _read(value: bytes) -> FiledArticle:
    return filed_article(decode(StoryState, value))


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
    """The largest resident size so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def calibration() -> float:
    """Seconds for adding up three million numbers: compare it with other days' figures."""
    began = process_time()
    total = 0
    for number in range(3_000_000):
        total += number
    return process_time() - began


if __name__ == "__main__":
    main()
