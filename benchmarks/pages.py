"""What a page costs, and what a burst of pages does to the posts that come with it.

python -m benchmarks.pages

The first table is CPU time a page, the library behind the text told apart from all the rest. The
second is how long a WordPress post waits, in a replay: service times are measured, arrivals are
made (100 posts a second on four partitions, 2,000 pages at once), and the clock is a number.
Takes the corpus that COPYDESK_CORPUS names.
"""

import gzip
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.normalize import NOW, calibration_seconds, records_of
from schemas.topics import RAW_POSTS
from workers.domain.parsing.limits import DEFAULT
from workers.domain.parsing.page.reader import read_page
from workers.domain.parsing.page.text import read_main_text
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Record

STAGE = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)
POSTS_A_SECOND = 100
BURST = 2_000
SECONDS = 90
PARTITIONS = 4
CHUNK_SECONDS = 0.5
"""The most work before a commit, as the settings have it."""


def pages(corpus: Path) -> Iterator[str]:
    """The markup of each page of the corpus."""
    for path in sorted((corpus / "html" / "wcxb").glob("*.html.gz")):
        yield gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def cost(work: Callable[[], object]) -> float:
    """CPU seconds of one piece of work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def page_record(html: str) -> Record:
    """The page in its envelope, as a record."""
    value = json.dumps({"kind": "html_page", "url": "https://x.example/a", "html": html}).encode()
    return Record(RAW_POSTS.name, 0, 0, None, value, (), 1_772_000_000_000)


def shared(posts: float, page: float) -> list[float]:
    """Waits where posts and pages are one queue: what came first goes first."""
    ready, waits = BURST * page, []
    for number in range(POSTS_A_SECOND * SECONDS):
        came = number / POSTS_A_SECOND
        ready = max(ready, came) + posts
        waits.append(ready - came)
    return waits


def turns(posts: float, page: float) -> list[float]:
    """Waits in one process with a lane for each: a chunk of pages, then all posts that wait."""
    waits: list[float] = []
    number, clock, left = 0, 0.0, BURST
    while number < POSTS_A_SECOND * SECONDS:
        if left:
            done = min(left, max(1, int(CHUNK_SECONDS / page)))
            left -= done
            clock += done * page
        came = number / POSTS_A_SECOND
        clock = max(clock, came)
        while number < POSTS_A_SECOND * SECONDS and number / POSTS_A_SECOND <= clock:
            clock += posts
            waits.append(clock - number / POSTS_A_SECOND)
            number += 1
    return waits


def one_key(posts: float, page: float) -> list[float]:
    """Waits of the posts on the partitions without pages, where all pages share one key.

    A worker has a lane a partition and gives each a turn of at most `CHUNK_SECONDS`: the pages have
    one of four, and so has every fourth post, which waits behind them.
    """
    others = [number for number in range(POSTS_A_SECOND * SECONDS) if number % PARTITIONS]
    waits: list[float] = []
    place, clock, left = 0, 0.0, BURST
    while place < len(others):
        if left:
            done = min(left, max(1, int(CHUNK_SECONDS / page)))
            left -= done
            clock += done * page
        clock = max(clock, others[place] / POSTS_A_SECOND)
        while place < len(others) and others[place] / POSTS_A_SECOND <= clock:
            clock += posts
            waits.append(clock - others[place] / POSTS_A_SECOND)
            place += 1
    return waits


def apart(posts: float, _page: float) -> list[float]:
    """Waits where pages have a topic and a worker of their own, on a core of their own."""
    return [posts] * (POSTS_A_SECOND * SECONDS)


def main() -> None:
    """Prints both tables."""
    corpus = Path(os.environ.get("COPYDESK_CORPUS", "../shared/corpus"))
    markup = list(pages(corpus))
    records = records_of(corpus / "wordpress" / "posts.ndjson")[:300]
    for html in markup[:5]:
        STAGE.run(page_record(html), NOW)  # imports, caches
    whole = [cost(partial(STAGE.run, page_record(html), NOW)) for html in markup]
    reading = [cost(partial(read_page, html, DEFAULT)) for html in markup]
    lean = [read_page(html, DEFAULT).lean for html in markup]
    library = [cost(partial(read_main_text, html)) for html in lean]
    for record in records[:50]:
        STAGE.run(record, NOW)
    posts = [cost(partial(STAGE.run, record, NOW)) for record in records]
    characters = statistics.mean(map(len, markup))
    print(f"{len(markup)} pages of {characters:,.0f} characters; ms CPU, mean and 95 %")
    print(f"calibration {calibration_seconds() * 1e3:.1f} ms for a million steps")
    for name, times in (
        ("the whole stage", whole),
        ("reading the markup, once", reading),
        ("trafilatura", library),
        ("a WordPress post", posts),
    ):
        worst = sorted(times)[int(len(times) * 0.95)]
        print(f"  {name:26} {statistics.mean(times) * 1e3:8.2f} {worst * 1e3:8.2f}")
    post, page = statistics.mean(posts), statistics.mean(whole)
    print(
        f"\nwaits of {POSTS_A_SECOND} posts a second after a burst of {BURST:,} pages, in seconds"
    )
    for name, replay in (
        ("one queue, as it is", shared),
        ("a lane of their own", turns),
        ("one key, the other lanes", one_key),
        ("a topic of their own", apart),
    ):
        waits = sorted(replay(post, page))
        middle, late = waits[len(waits) // 2], waits[int(len(waits) * 0.99)]
        print(f"  {name:26} median {middle:8.3f}  99 % {late:8.3f}  worst {waits[-1]:8.3f}")


if __name__ == "__main__":
    main()
