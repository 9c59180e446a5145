import os
import sqlite3
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.adapters.kafka.small_line import Flaws, run
from tests.adapters.kafka.traffic import producing
from tests.broker.running import (
    ApacheKafka,
    EmbeddedBrokerProcess,
    RunningBroker,
    kafka_available,
)
from workers.adapters.kafka.audit import audit
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import TopicMissing
from workers.adapters.kafka.reader import read_topic
from workers.adapters.kafka.replayer import Replayer
from workers.domain.letters.letter import Letter

pytestmark = pytest.mark.broker

POSTS = 120


@pytest.fixture(params=["embedded", "kafka"])
async def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[KafkaConnection]:
    """A broker of its own: the audit reads the line's topics by their names."""
    broker: RunningBroker
    if request.param == "kafka":
        if (reason := kafka_available()) and os.environ.get("CI") != "true":
            pytest.skip(reason)
        broker = ApacheKafka(tmp_path / "kafka")
    else:
        broker = EmbeddedBrokerProcess(tmp_path / "embedded")
    broker.start()
    yield KafkaConnection(broker.bootstrap)
    broker.stop()


@pytest.fixture
async def embedded(tmp_path: Path) -> AsyncIterator[KafkaConnection]:
    with EmbeddedBrokerProcess(tmp_path / "embedded") as broker:
        yield KafkaConnection(broker.bootstrap)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'articles.db'}"


def change(url: str, statement: str) -> None:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"))
    assert connection.execute(statement).rowcount == 1
    connection.commit()
    connection.close()


async def put_back(connection: KafkaConnection, topic: str) -> None:
    """Replays the first record of a topic, as if it had been buried."""
    records = [each async for each in read_topic(connection, topic) if each.value]
    record = records[0]
    letter = Letter(
        f"{topic}-dlq/0/0", topic, record.partition, record.source, record.key, record.value,
        record.headers, record.timestamp_ms, "bug", "", "", "", 0,
    )  # fmt: skip
    async with Replayer(connection, timeout_seconds=10) as replayer:
        await replayer.put_back([letter])


async def test_a_replayed_record_is_one_more_post_and_no_outcome(
    embedded: KafkaConnection, url: str
) -> None:
    await run(embedded, url, 40)
    before = await audit(embedded, url)
    for topic in ("raw-posts", "articles", "enriched-articles"):
        await put_back(embedded, topic)
    after = await audit(embedded, url)
    assert after.holds, after
    for then, now in zip(before.stages, after.stages, strict=True):
        assert (now.forwarded, now.buried) == (then.forwarded, then.buried)
        assert (now.posts_in, now.waiting) == (then.posts_in + 1, 1)


async def test_a_line_that_ran_as_it_should_holds_and_every_tampering_is_found(
    fresh: KafkaConnection, url: str
) -> None:
    await run(fresh, url, POSTS)
    ledger = await audit(fresh, url)
    assert ledger.holds, ledger
    assert ledger.notes == ()
    assert ledger.waiting == 0
    normalize, enrich, stories, sink = ledger.stages
    raw = sum([1 async for _ in read_topic(fresh, "raw-posts")])
    assert raw == POSTS
    lists = len([n for n in range(POSTS) if n % 10 == 0 and n % 17 != 3])
    assert normalize.posts_in == POSTS + 2 * lists
    assert normalize.dropped == len([n for n in range(POSTS) if n % 17 == 3])
    assert normalize.buried > 0
    assert normalize.forwarded == normalize.posts_in - normalize.buried - normalize.dropped
    assert enrich.posts_in == enrich.forwarded == normalize.forwarded
    assert stories.posts_in == stories.forwarded == enrich.forwarded
    assert stories.foreign == 0
    assert sink.posts_in == sink.forwarded == enrich.forwarded

    change(url, "UPDATE articles SET document = document || ' ' WHERE article_id = 'a1'")
    tampered = await audit(fresh, url)
    assert tampered.stages[-1].lost.count == 1
    change(url, "DELETE FROM articles WHERE article_id = 'a2'")
    tampered = await audit(fresh, url)
    assert tampered.stages[-1].lost.count == 2
    change(url, "UPDATE sink_offsets SET next_offset = 1 WHERE partition = 1")
    tampered = await audit(fresh, url)
    assert tampered.stages[-1].unfounded.count > 0
    change(url, "UPDATE sink_offsets SET next_offset = 9999 WHERE partition = 1")
    tampered = await audit(fresh, url)
    assert any("not of the same line" in note for note in tampered.notes)

    without_rows = await audit(fresh, None)
    assert without_rows.holds
    assert [each.stage for each in without_rows.stages] == ["normalize", "enrich", "stories"]

    async with producing(fresh) as producer:
        headers = [("source-record", b"raw-posts/0/0#1"), ("record-posts", b"3")]
        await producer.send_and_wait("articles", b"{}", b"k", headers=headers)
        await producer.send_and_wait(
            "enriched-articles", b"{}", b"k", headers=[("source-record", b"articles/1/999999")]
        )
        await producer.send_and_wait("articles", b"{}", b"by hand")
        twice = [("source-record", b"story-candidates/1/1")]
        await producer.send_and_wait("story-articles", b"{}", b"1", headers=twice)
        await producer.send_and_wait("story-candidates-dlq", b"{}", b"by hand")
    tampered = await audit(fresh, None)
    normalize, enrich, stories = tampered.stages
    assert normalize.doubled.names == ("raw-posts/0/0#1",)
    assert normalize.foreign == 1
    assert enrich.unfounded.names == ("articles/1/999999",)
    assert enrich.waiting == 2
    assert stories.doubled.names == ("story-candidates/1/1",)
    assert stories.foreign == 1


async def test_what_a_stage_lost_or_doubled_is_named(embedded: KafkaConnection, url: str) -> None:
    flaws = Flaws(
        lost=frozenset({"raw-posts/0/7", "articles/1/4"}),
        doubled=frozenset({"raw-posts/1/9", "articles/0/2"}),
    )
    await run(embedded, url, POSTS, flaws)
    normalize, enrich, stories, sink = (await audit(embedded, url)).stages
    assert normalize.lost.names == ("raw-posts/0/7",)
    assert {name.partition("#")[0] for name in normalize.doubled.names} == {"raw-posts/1/9"}
    assert enrich.lost.names == ("articles/1/4",)
    assert enrich.doubled.names == ("articles/0/2",)
    assert stories.holds
    assert sink.holds


async def test_what_a_stage_has_not_come_to_is_waiting(embedded: KafkaConnection, url: str) -> None:
    await run(embedded, url, POSTS, Flaws(unread=5))
    ledger = await audit(embedded, url)
    assert ledger.holds
    assert ledger.waiting == ledger.stages[1].waiting == 10


async def test_a_line_without_topics_is_said(embedded: KafkaConnection) -> None:
    with pytest.raises(TopicMissing, match="raw-posts"):
        await audit(embedded, None)


async def test_what_an_open_transaction_hides_is_noted_and_not_called_lost(
    embedded: KafkaConnection, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workers.adapters.kafka.audit.PATIENCE_SECONDS", 0.5)
    await run(embedded, url, 30)
    async with producing(embedded, "hanging") as producer:
        await producer.begin_transaction()
        await producer.send_and_wait("articles", b"{}", b"k", partition=0)
        begin = time.monotonic()
        ledger = await audit(embedded, url)
        assert time.monotonic() - begin < 20
        await producer.abort_transaction()
    assert ledger.holds
    assert any("behind an open transaction" in note for note in ledger.notes)
