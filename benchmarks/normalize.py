"""Posts a second through the whole normalize stage, on one core.

python -m benchmarks.normalize [POSTS.ndjson]

Medians of five runs, each beside a calibration loop of plain Python in the same process, because a
shared machine is never the same machine twice: compare the ratio, not the rate, between runs.
Without a file it takes the corpus that COPYDESK_CORPUS names.
"""

import gc
import os
import statistics
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from schemas.topics import RAW_POSTS
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, Record

RUNS = 5
CALIBRATION_STEPS = 1_000_000
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
    lines = path.read_bytes().splitlines()
    return [
        Record(RAW_POSTS.name, 0, offset, None, line, (), 1_772_000_000_000)
        for offset, line in enumerate(lines)
    ]


def run(records: list[Record]) -> float:
    """CPU seconds for all of them."""
    stage = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)
    began = time.process_time()
    forwarded = sum(
        isinstance(outcome, Forward) for record in records for outcome in stage.run(record, NOW)
    )
    seconds = time.process_time() - began
    assert forwarded > 0
    return seconds


def main() -> None:
    """Prints the table."""
    corpus = Path(os.environ.get("COPYDESK_CORPUS", "../shared/corpus"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else corpus / "wordpress" / "posts.ndjson"
    records = records_of(path)
    size = statistics.mean(len(record.value or b"") for record in records)
    run(records)  # caches, imports, the suffix list
    gc.freeze()
    print(f"{len(records)} posts of {size:,.0f} bytes on average, {RUNS} runs")
    rates, ratios = [], []
    for _ in range(RUNS):
        calibration = calibration_seconds()
        seconds = run(records) / len(records)
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


if __name__ == "__main__":
    main()
