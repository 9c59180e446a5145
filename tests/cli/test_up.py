"""The whole line from one command: real processes, a real broker, a real database."""

import json
import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from schemas.topics import TOPICS
from tests.broker.running import ApacheKafka, kafka_available
from tests.cli.lines import Up, eventually, post, up_in
from tests.cli.running import run, started
from workers.settings import STAGES

pytestmark = pytest.mark.broker

POSTS = 40


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    with up_in(tmp_path_factory.mktemp("up")) as up:
        (up.folder / "posts.ndjson").write_text("".join(map(post, range(POSTS))) + '{"odd":1}\n')
        published = up.call("publish", "posts.ndjson")
        assert published.returncode == 0, published.stderr
        assert published.stdout.startswith(f"published {POSTS + 1} records (")
        eventually(lambda: up.settled(POSTS + 1), "every post settled")
        yield up
        assert up.end(signal.SIGTERM) == 0


def test_every_post_is_an_article_or_a_dead_letter_and_a_row(line: Up) -> None:
    stages = line.ledger()["stages"]
    assert isinstance(stages, list)
    counts = {each["stage"]: (each["forwarded"], each["buried"]) for each in stages}
    assert counts == {
        "normalize": (POSTS, 1),
        "enrich": (POSTS, 0),
        "stories": (POSTS, 0),
        "sink": (POSTS, 0),
    }


def test_the_database_holds_every_article(line: Up) -> None:
    with sqlite3.connect(line.folder / ".copydesk" / "copydesk.db") as database:
        titles = {title for (title,) in database.execute("SELECT title FROM articles")}
    assert titles == {f"Ferry number {number}" for number in range(POSTS)}


def test_stories_lists_what_the_articles_tell(line: Up) -> None:
    listed = line.call("stories", "--json")
    assert listed.returncode == 0, listed.stderr
    stories = [json.loads(each) for each in listed.stdout.splitlines()]
    assert sum(len(story["article_ids"]) for story in stories) == POSTS
    shown = line.call("stories", "show", stories[0]["story_id"][:12])
    assert shown.returncode == 0, shown.stderr
    assert "Ferry number " in shown.stdout
    assert line.call("stories").returncode == 0


def test_a_story_that_nobody_knows_is_one_clear_line(line: Up) -> None:
    shown = line.call("stories", "show", "no-such-id")
    assert shown.returncode == 1
    assert shown.stderr == (
        "copydesk: no story's id begins with 'no-such-id'; those that live: copydesk stories\n"
    )


def test_tail_shows_a_line_an_article(line: Up) -> None:
    tailed = line.call("tail", "enriched-articles", "--no-follow")
    assert tailed.returncode == 0
    assert len(tailed.stdout.splitlines()) == POSTS
    assert all("  Ferry number " in each for each in tailed.stdout.splitlines())


def test_tail_as_json_is_json_alone(line: Up) -> None:
    tailed = line.call("tail", "articles", "--no-follow", "--json", "-n", "7")
    records = [json.loads(each) for each in tailed.stdout.splitlines()]
    assert len(records) == 7
    assert all(record["key"] == record["value"]["article_id"] for record in records)


def test_tail_of_the_dead_letters_tells_the_reason(line: Up) -> None:
    tailed = line.call("tail", "raw-posts-dlq", "--no-follow")
    assert "unknown_shape" in tailed.stdout


def test_tail_follows_until_it_is_told_to_stop(line: Up) -> None:
    with started("tail", "raw-posts", folder=line.folder, settings=line.settings) as following:
        time.sleep(2.0)
        assert following.poll() is None
        following.send_signal(signal.SIGINT)
        _, errors = following.communicate(timeout=20)
    assert (following.returncode, errors) == (0, "")


def test_a_reader_of_tail_that_has_seen_enough_is_no_failure(line: Up) -> None:
    arguments = ("tail", "articles", "--no-follow")
    with started(*arguments, folder=line.folder, settings=line.settings) as tailing:
        assert tailing.stdout is not None
        assert tailing.stderr is not None
        tailing.stdout.readline()
        tailing.stdout.close()
        assert tailing.stderr.read() == ""
        assert tailing.wait(20) == 0


def test_the_account_as_a_table_ends_with_its_verdict(line: Up) -> None:
    audited = line.call("audit")
    assert audited.returncode == 0
    assert audited.stdout.splitlines()[-1] == (
        "Nothing lost, nothing doubled: every post has exactly one outcome at every stage."
    )


def test_doctor_finds_a_running_line_in_order(line: Up) -> None:
    checked = line.call("doctor")
    assert checked.returncode == 0, checked.stdout
    assert "✗" not in checked.stdout


def test_topics_are_as_they_should_be(line: Up) -> None:
    listed = line.call("topics", "--json")
    assert listed.returncode == 0
    told = map(json.loads, listed.stdout.splitlines())
    found = {each["topic"]: each["partitions"] for each in told}
    assert found == {topic.name: topic.partitions or 4 for topic in TOPICS}


def test_a_topic_that_differs_is_named_with_what_to_do(line: Up) -> None:
    settings = {**line.settings, "COPYDESK_PARTITIONS": "3"}
    listed = run("topics", folder=line.folder, settings=settings)
    assert listed.returncode == 1
    assert (
        "copydesk: topic raw-posts: 4 partitions, expected 3; change the topic or the setting"
        in listed.stderr.splitlines()
    )


def test_a_second_line_on_the_same_folder_is_refused_in_one_line(line: Up) -> None:
    second = run("up", "--port", "0", folder=line.folder)
    assert second.returncode == 1
    assert second.stderr.splitlines()[-1].startswith("copydesk: ")
    assert "in use" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_port_in_use_is_refused_in_one_line(line: Up, tmp_path: Path) -> None:
    port = line.settings["COPYDESK_EMBEDDED_PORT"]
    second = run("up", "--port", port, folder=tmp_path)
    assert second.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_database_that_cannot_be_had_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("these are notes, and no database at all")
    settings = {"COPYDESK_DATABASE": "sqlite:///notes.db"}
    refused = run("up", "--port", "0", folder=tmp_path, settings=settings)
    assert refused.returncode == 1
    assert refused.stderr.splitlines()[-1].startswith(
        "copydesk: notes.db is not an SQLite database"
    )
    assert "Traceback" not in refused.stderr


def test_standard_input_is_published_as_it_comes(line: Up) -> None:
    def raw_posts() -> int:
        return len(line.call("tail", "raw-posts", "--no-follow").stdout.splitlines())

    before = raw_posts()
    slowly = "echo '{\"odd\":2}'; exec sleep 600"
    arguments = ("publish", "-")
    with (
        subprocess.Popen(["sh", "-c", slowly], stdout=subprocess.PIPE, text=True) as source,
        started(
            *arguments, folder=line.folder, settings=line.settings, stdin=source.stdout
        ) as publishing,
    ):
        try:
            eventually(lambda: raw_posts() > before, "the first line published, the second awaited")
            publishing.send_signal(signal.SIGINT)
            _, errors = publishing.communicate(timeout=20)
        finally:
            source.kill()  # else it is waited for
    assert (publishing.returncode, errors.strip()) == (130, "")


def test_a_record_that_no_topic_takes_is_left_out_and_the_others_go(line: Up) -> None:
    (line.folder / "big.txt").write_text("x" * (9 << 20))
    (line.folder / "small.txt").write_text('{"odd":3}')
    published = line.call("publish", "big.txt", "small.txt")
    assert published.returncode == 1
    assert published.stdout.startswith("published 1 record (9 B)")
    assert "big.txt, record 0: got 9.4 MB, raw-posts takes at most 8.4 MB" in published.stderr


def test_a_worker_that_is_killed_is_started_again(tmp_path: Path) -> None:
    with up_in(tmp_path) as up:
        killed = up.workers()["normalize"]
        killed.kill()
        eventually(
            lambda: "normalize" in up.workers() and up.workers()["normalize"].pid != killed.pid,
            "normalize started again",
        )
        (tmp_path / "posts.ndjson").write_text(post(1))
        assert up.call("publish", "posts.ndjson").returncode == 0
        eventually(lambda: up.settled(1), "the post settled")
        assert up.end(signal.SIGINT) == 0


def test_when_it_is_killed_its_workers_end_too(tmp_path: Path) -> None:
    with up_in(tmp_path) as up:
        workers = list(up.workers().values())
        assert len(workers) == len(STAGES)
        up.process.kill()
        _, alive = psutil.wait_procs(workers, timeout=30)
        for worker in alive:
            worker.kill()
        assert not alive


def test_on_apache_kafka_nothing_differs_but_a_setting(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if reason := kafka_available():
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with (
        ApacheKafka(tmp_path_factory.mktemp("kafka")) as kafka,
        up_in(tmp_path, kafka.bootstrap) as up,
    ):
        (tmp_path / "posts.ndjson").write_text("".join(map(post, range(POSTS))) + '{"odd":1}\n')
        assert up.call("publish", "posts.ndjson").returncode == 0
        eventually(lambda: up.settled(POSTS + 1), "every post settled")
        tailed = up.call("tail", "enriched-articles", "--no-follow")
        assert len(tailed.stdout.splitlines()) == POSTS
        assert up.call("doctor").returncode == 0
        assert up.end(signal.SIGTERM) == 0
    assert not (tmp_path / ".copydesk" / "broker").exists()
