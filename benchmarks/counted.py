"""Instructions a post of the normalize stage: the same however busy a machine is.

python -m benchmarks.counted [POSTS.ndjson]

Counted by valgrind. Times on a shared machine differ by a third from hour to hour, counts by one in
a hundred, and they tell what a change saves. (Of waiting for memory they say nothing.) Every sixth
post is read once for imports and caches; what is printed is the difference that two more readings
make. Without a file it takes the corpus that COPYDESK_CORPUS names.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.normalize import records_of, run

EVERY = 6
READINGS = 2
_COUNTED = re.compile(r"I +refs: +([\d,]+)")


def read(path: Path, times: int) -> None:
    """Reads the posts once, and then so many times more."""
    records = records_of(path)[::EVERY]
    for _ in range(1 + times):
        run(records)


def instructions(path: Path, times: int) -> int:
    """What a process takes that reads the posts so many times more."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    command += [sys.executable, "-m", "benchmarks.counted", str(path), str(times)]
    # the order of sets, and with it their cost, is the same in both
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    counted = _COUNTED.search(done.stderr)
    assert counted is not None
    return int(counted[1].replace(",", ""))


def main() -> None:
    """Prints the count; with a number behind the file it only reads."""
    corpus = Path(os.environ.get("COPYDESK_CORPUS", "../shared/corpus"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else corpus / "wordpress" / "posts.ndjson"
    if len(sys.argv) > 2:
        read(path, int(sys.argv[2]))
    elif shutil.which("valgrind") is None:
        print("instructions a post: left out, for there is no valgrind")
    else:
        more = instructions(path, READINGS) - instructions(path, 0)
        posts = len(records_of(path)[::EVERY])
        print(f"instructions a post: {more / READINGS / posts:,.0f} ({posts} posts)")


if __name__ == "__main__":
    main()
