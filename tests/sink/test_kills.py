import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sink.writer import ARTICLES, CHUNK

KILLS = 20
CHUNKS = 400


def start(url: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.sink.writer", url, str(CHUNKS)], stdout=subprocess.PIPE
    )


def look(path: Path) -> tuple[int, dict[str, int]]:
    """The next offset and each article's own, both of one moment."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    offsets = connection.execute("SELECT next_offset FROM sink_offsets").fetchall()
    rows = dict(connection.execute("SELECT article_id, record_offset FROM articles"))
    connection.close()
    return (offsets[0][0] if offsets else 0), rows


def newest_below(offset: int) -> dict[str, int]:
    return {f"a{each % ARTICLES}": each for each in range(offset)}


@pytest.mark.chaos
def test_a_writer_killed_twenty_times_leaves_rows_and_offset_that_agree(tmp_path: Path) -> None:
    path = tmp_path / "articles.db"
    url = f"sqlite:///{path}"
    chance = random.Random(3)
    places: list[int] = []
    for _ in range(KILLS):
        with start(url) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            for _ in range(chance.randint(0, 12)):  # so many chunks, however busy the machine is
                writer.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.005))
            writer.kill()
        offset, rows = look(path)
        assert rows == newest_below(offset)
        assert offset % CHUNK == 0
        places.append(offset)
    assert places == sorted(places), "a store never goes back"
    assert len(set(places)) > KILLS // 4, f"the kills fell between writes: {places}"
    with start(url) as writer:
        assert writer.wait(120) == 0
    offset, rows = look(path)
    assert offset == CHUNKS * CHUNK
    assert rows == newest_below(offset)
