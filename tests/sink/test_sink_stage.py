from datetime import UTC, datetime
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import Reason, decode, encode
from schemas.dead_letter import SOURCE_RECORD_HEADER
from schemas.story import Story, StoryArticle
from tests.domain.articles import MONDAY, enriched_article
from workers.domain.rows import (
    ArticleRow,
    LeftStoryRow,
    StoryArticleRow,
    StoryEndRow,
    StoryRow,
)
from workers.stages.outcome import Bury, Drop, Record
from workers.stages.sink import SinkStage


def record(value: bytes | None, key: bytes | None = b"a1") -> Record:
    return Record("enriched-articles", 2, 41, key, value, (), 0)


def test_a_row_holds_the_columns_that_people_search_by() -> None:
    value = encode(enriched_article())
    assert SinkStage().read(record(value)) == ArticleRow(
        article_id="a1",
        revision="r1",
        kind="wordpress_post",
        url="https://harbour.example/bridge",
        title="Harbour bridge reopens",
        publisher_domain="harbour.example",
        origin_name="Wire",
        origin_domain="wire.example",
        language="en",
        access="open",
        published_at=MONDAY,
        modified_at=None,
        ingested_at=MONDAY,
        word_count=3,
        source_record="raw-posts/0/7",
        topic="enriched-articles",
        partition=2,
        offset=41,
        document=value.decode(),
    )


def test_fields_of_a_newer_writer_stay_in_the_document() -> None:
    value = encode(enriched_article())[:-1] + b',"mood":"calm"}'
    row = SinkStage().read(record(value))
    assert isinstance(row, ArticleRow)
    assert row.document.encode() == value


def test_a_tombstone_is_dropped() -> None:
    assert SinkStage().read(record(None)) == Drop("tombstone")


@pytest.mark.parametrize("key", [None, b"", b"a2", b"\xff"])
def test_a_key_that_is_not_the_article_id_is_buried(key: bytes | None) -> None:
    outcome = SinkStage().read(record(encode(enriched_article()), key))
    assert outcome == Bury(
        Reason.CONTRACT_VIOLATION, "the record's key differs from the message's id"
    )


def test_an_article_with_another_id_inside_is_buried() -> None:
    inner = enriched_article("a2").article
    value = encode(enriched_article().model_copy(update={"article": inner}))
    outcome = SinkStage().read(record(value))
    assert isinstance(outcome, Bury)
    assert outcome.reason is Reason.CONTRACT_VIOLATION


def test_what_is_buried_is_never_quoted() -> None:
    outcome = SinkStage().read(record(b'{"article_id": "the secret text"}'))
    assert isinstance(outcome, Bury)
    assert "secret" not in outcome.detail


@given(st.binary() | st.just(encode(enriched_article())))
def test_any_bytes_are_a_row_or_buried(value: bytes) -> None:
    assert isinstance(SinkStage().read(record(value)), ArticleRow | Bury)


@given(st.integers(0, len(encode(enriched_article())) - 1), st.integers(0, 255))
def test_a_message_with_one_wrong_byte_is_a_row_or_buried(place: int, byte: int) -> None:
    value = bytearray(encode(enriched_article()))
    value[place] = byte
    assert isinstance(SinkStage().read(record(bytes(value))), ArticleRow | Bury)


def told(topic: str, key: bytes, value: bytes | None, *, answer: bool = True) -> Record:
    headers = ((SOURCE_RECORD_HEADER, b"story-candidates/0/1"),) if answer else ()
    return Record(topic, 1, 7, key, value, headers, 1_772_000_000_999)


def example(topic: str, name: str) -> bytes:
    return (files("schemas") / "examples" / topic / name).read_bytes()


def test_a_story_is_a_row_with_its_counts() -> None:
    value = example("stories", "ferry.json")
    story = decode(Story, value)
    row = SinkStage().read(told("stories", story.story_id.encode(), value))
    assert isinstance(row, StoryRow)
    assert (row.articles, row.origins) == (len(story.article_ids), story.origins)
    assert (row.topic, row.partition, row.offset) == ("stories", 1, 7)
    assert row.document.encode() == value


def test_a_story_that_ended_says_when() -> None:
    row = SinkStage().read(told("stories", b"s1", None))
    ended_at = datetime(2026, 2, 25, 6, 13, 20, tzinfo=UTC)
    assert row == StoryEndRow("s1", ended_at, "stories", 1, 7)


def test_an_article_has_its_place_in_a_story() -> None:
    value = example("story-articles", "near-duplicate.json")
    place = decode(StoryArticle, value)
    row = SinkStage().read(told("story-articles", place.article_id.encode(), value))
    assert isinstance(row, StoryArticleRow)
    assert (row.story_id, row.near_duplicate_of) == (place.story_id, place.near_duplicate_of)


def test_a_withdrawn_article_leaves_its_story_and_one_whose_story_ended_stays() -> None:
    assert SinkStage().read(told("story-articles", b"a1", None)) == LeftStoryRow(
        "a1", "story-articles", 1, 7
    )
    ended = told("story-articles", b"a1", None, answer=False)
    assert SinkStage().read(ended) == Drop("story ended")


@pytest.mark.parametrize(
    ("topic", "name"), [("stories", "ferry.json"), ("story-articles", "near-duplicate.json")]
)
def test_a_story_under_a_key_that_is_not_its_own_is_buried(topic: str, name: str) -> None:
    found = SinkStage().read(told(topic, b"another", example(topic, name)))
    assert isinstance(found, Bury)
    assert found.reason is Reason.CONTRACT_VIOLATION


@given(st.binary(max_size=40), st.sampled_from(["stories", "story-articles"]))
def test_any_bytes_have_an_outcome_on_the_topics_of_stories(value: bytes, topic: str) -> None:
    assert isinstance(SinkStage().read(told(topic, b"k", value)), Bury)
