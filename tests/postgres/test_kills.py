"""PostgreSQL and its writer, each killed in the middle of writes."""

import random
import subprocess
import sys
import time

import pytest

from tests.postgres.server import PostgresServer
from tests.sink.test_kills import newest_below
from tests.sink.writer import ARTICLES, CHUNK

pytestmark = [pytest.mark.broker, pytest.mark.chaos]

KILLS = 8
CHUNKS = 1_200


def start(url: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.sink.writer", url, str(CHUNKS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def look(server: PostgresServer, url: str) -> tuple[int, dict[str, int]]:
    """The next offset and each article's own, both of one moment."""
    answer = server.ask(
        url.rpartition("/")[2],
        "SELECT coalesce((SELECT max(next_offset) FROM sink_offsets), 0),"
        " coalesce(string_agg(article_id || '=' || record_offset, ','), '') FROM articles",
    )
    offset, rows = answer[0]
    pairs = (pair.split("=") for pair in rows.split(",") if pair)
    return int(offset), {name: int(own) for name, own in pairs}


def agree(server: PostgresServer, url: str) -> int:
    """The next offset, once it is what the rows say."""
    offset, rows = look(server, url)
    assert rows == newest_below(offset)
    assert offset % CHUNK == 0
    return offset


def test_a_writer_that_is_killed_leaves_rows_and_offset_that_agree(mortal: PostgresServer) -> None:
    url, chance = mortal.new_database(), random.Random(3)
    places: list[int] = []
    for _ in range(KILLS):
        with start(url) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0.0, 0.2))
            writer.kill()
        places.append(agree(mortal, url))
    finish(mortal, url, places)


def test_a_server_that_is_killed_leaves_rows_and_offset_that_agree(mortal: PostgresServer) -> None:
    """The writer waits for it, as the sink does, and loses and doubles nothing."""
    url, chance = mortal.new_database(), random.Random(4)
    places: list[int] = []
    with start(url) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        for _ in range(KILLS // 2):
            time.sleep(chance.uniform(0.1, 0.4))
            mortal.kill()
            time.sleep(chance.uniform(0.0, 0.5))
            mortal.start()
            places.append(agree(mortal, url))
        assert writer.wait(120) == 0
    finish(mortal, url, places)


def finish(server: PostgresServer, url: str, places: list[int]) -> None:
    assert places == sorted(places), "a store never goes back"
    assert len({place for place in places if 0 < place < CHUNKS * CHUNK}) > 1, places
    with start(url) as writer:
        assert writer.wait(120) == 0
    assert agree(server, url) == CHUNKS * CHUNK
    assert len(look(server, url)[1]) == ARTICLES
