"""Posts a second through the whole normalize stage, on one core.

python -m benchmarks.normalize [POSTS.ndjson]

Medians of five runs, each beside a calibration loop of plain Python in the same process, because a
shared machine is never the same machine twice: compare the ratio, not the rate, between runs.
Without a file it takes the corpus that COPYDESK_CORPUS names, and ends with the cost of each kind.
"""

import gc
import gzip
import json
import os
import re
import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from schemas.topics import RAW_POSTS
from workers.agents.worker import YOUNG_OBJECTS
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, Record

RUNS = 5
CALIBRATION_STEPS = 1_000_000
_ITEM = re.compile(rb"<item[\s>].*?</item>|<entry[\s>].*?</entry>", re.DOTALL)
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def calibration_seconds() -> float:
    """CPU seconds for a million steps of a plain loop."""
    began = time.process_time()
    total = 0
    for step in range(CALIBRATION_STEPS):
        total += step & 3
    assert total
    return time.process_time() - began


def records_of(path: Path) -> list[Record]:
    """One record for each line."""
    return _records(path.read_bytes().splitlines())


def _records(values: Iterable[bytes]) -> list[Record]:
    return [
        Record(RAW_POSTS.name, 0, offset, None, value, (), 1_772_000_000_000)
        for offset, value in enumerate(values)
    ]


def kinds(corpus: Path) -> Iterator[tuple[str, list[Record]]]:
    """Real records of each kind."""
    yield "WordPress post", records_of(corpus / "wordpress" / "posts.ndjson")
    feeds = [path.read_bytes() for path in sorted((corpus / "feeds" / "real").rglob("*.xml"))]
    items = (item.decode("utf-8", "replace") for feed in feeds for item in _ITEM.findall(feed))
    entries = ({"kind": "feed_entry", "entry_xml": item} for item in items)
    yield "feed entry", _records(json.dumps(entry).encode() for entry in entries)
    yield "feed document", _records(feeds)
    statuses = sorted((corpus / "other" / "mastodon").glob("*.json"))
    yield "Mastodon status", _records(path.read_bytes() for path in statuses)
    texts = sorted((corpus / "text").rglob("*.txt"))
    yield "plain text", _records(path.read_bytes() for path in texts)
    pages = sorted((corpus / "html").rglob("*.html.gz"))
    yield "page", _records(gzip.decompress(path.read_bytes()) for path in pages)


def run(records: list[Record]) -> tuple[float, int]:
    """CPU seconds for all of them, and how many posts were forwarded."""
    stage = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)
    began = time.process_time()
    forwarded = sum(
        isinstance(outcome, Forward) for record in records for outcome in stage.run(record, NOW)
    )
    seconds = time.process_time() - began
    assert forwarded > 0
    return seconds, forwarded


def print_kinds(corpus: Path) -> None:
    """Prints the cost of a forwarded post of each kind: the least of `RUNS`."""
    print(f"\n{'kind':16} {'posts':>6} {'bytes each':>10} {'us each':>8}  per ms of calibration")
    for kind, records in kinds(corpus):
        calibration = min(calibration_seconds() for _ in range(RUNS))
        seconds, posts = min(run(records) for _ in range(RUNS))
        each = seconds / posts * 1e6
        size = sum(len(record.value or b"") for record in records) / posts
        ratio = each / (calibration * 1e3)
        print(f"{kind:16} {posts:6} {size:10,.0f} {each:8,.0f} {ratio:8.1f}")


def main() -> None:
    """Prints the table."""
    corpus = Path(os.environ.get("COPYDESK_CORPUS", "../shared/corpus"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else corpus / "wordpress" / "posts.ndjson"
    records = records_of(path)
    size = statistics.mean(len(record.value or b"") for record in records)
    run(records)  # caches, imports, the suffix list
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
    print(f"{len(records)} posts of {size:,.0f} bytes on average, {RUNS} runs")
    rates, ratios = [], []
    for _ in range(RUNS):
        calibration = calibration_seconds()
        seconds = run(records)[0] / len(records)
        rates.append(1 / seconds)
        ratios.append(seconds * 1e6 / (calibration * 1e3))
        print(
            f"{seconds * 1e6:7.0f} us a post   {1 / seconds:7.0f} posts/s"
            f"   calibration {calibration * 1e3:5.1f} ms"
        )
    print(
        f"median: {statistics.median(rates):.0f} posts/s a core,"
        f" {statistics.median(ratios):.1f} us a post for each ms of calibration"
    )
    if len(sys.argv) == 1:
        print_kinds(corpus)


if __name__ == "__main__":
    main()
