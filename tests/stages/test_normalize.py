import json
from datetime import UTC, datetime

import pytest

from schemas import decode
from schemas.article import Article
from schemas.dead_letter import Reason
from tests.domain.parsing.posts import post, with_html
from tests.stages.records import (
    ARRIVED_MS,
    NORMALIZE,
    NOW,
    buried,
    forwarded,
    normalized,
    record,
)
from workers.stages.normalize import NormalizeStage, arrival
from workers.stages.outcome import Drop, Record


def test_a_post_becomes_one_article_under_its_id() -> None:
    (outcome,) = normalized(post())
    output = forwarded(outcome)
    article = decode(Article, output.value)
    assert (output.topic, output.key) == ("articles", article.article_id.encode())
    assert output.timestamp_ms == ARRIVED_MS
    assert article.source_record == "raw-posts/3/17"


def test_a_tombstone_is_dropped() -> None:
    tombstone = Record("raw-posts", 0, 0, b"k", None, (), 0)
    assert NORMALIZE.run(tombstone, NOW) == (Drop("tombstone"),)


def test_each_post_of_a_list_gets_its_own_outcome_in_order() -> None:
    error = {"code": "rest_forbidden", "message": "No."}
    value = json.dumps([post(), error, post(id=42), 5], indent=1).encode()
    first, second, third, fourth = normalized(value)
    assert [decode(Article, forwarded(one).value).source_record for one in (first, third)] == [
        "raw-posts/3/17#0",
        "raw-posts/3/17#2",
    ]
    letter = buried(second)
    assert (letter.reason, letter.index, letter.posts) == (Reason.WORDPRESS_ERROR, 1, 4)
    assert letter.value is not None
    assert letter.value in value
    assert json.loads(letter.value) == error
    assert (buried(fourth).reason, buried(fourth).value) == (Reason.UNKNOWN_SHAPE, b"5")


def test_a_list_of_one_is_a_list() -> None:
    (outcome,) = normalized([post()])
    assert dict(forwarded(outcome).headers)["source-record"] == b"raw-posts/3/17#0"
    assert dict(forwarded(outcome).headers)["record-posts"] == b"1"


def test_a_record_above_the_limit_is_too_large_and_one_at_it_is_not() -> None:
    value = json.dumps(post()).encode()
    at_the_limit = NormalizeStage(max_post_bytes=len(value), max_posts=1)
    below = NormalizeStage(max_post_bytes=len(value) - 1, max_posts=1)
    forwarded(at_the_limit.run(record(value), NOW)[0])
    assert buried(below.run(record(value), NOW)[0]).reason is Reason.TOO_LARGE


def test_a_list_above_the_limit_is_buried_as_one() -> None:
    stage = NormalizeStage(max_post_bytes=1 << 20, max_posts=2)
    (outcome,) = stage.run(record([post(), post(), post()]), NOW)
    letter = buried(outcome)
    assert (letter.reason, letter.index, letter.value) == (Reason.TOO_LARGE, None, None)


def test_an_article_that_its_topic_does_not_take_is_too_large() -> None:
    stage = NormalizeStage(max_post_bytes=64 << 20, max_posts=1)
    (outcome,) = stage.run(record(with_html(f"<p>{'é' * (4 << 20)}</p>")), NOW)
    assert buried(outcome).reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("timestamp_ms", "moment"),
    [
        (ARRIVED_MS, datetime(2026, 3, 1, 11, 59, tzinfo=UTC)),
        (2**62, NOW.replace(microsecond=0)),
        (-1, NOW.replace(microsecond=0)),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_post_never_arrives_in_the_future(timestamp_ms: int, moment: datetime) -> None:
    assert arrival(timestamp_ms, NOW) == moment


def test_reading_a_record_again_gives_the_same_bytes() -> None:
    later = NOW.replace(year=2027)
    assert NORMALIZE.run(record(post()), NOW) == NORMALIZE.run(record(post()), later)


def test_nul_in_a_text_is_left_out() -> None:
    (outcome,) = normalized(with_html("<p>Ee\0ls</p>", title={"rendered": "A\0 title"}))
    article = decode(Article, forwarded(outcome).value)
    assert "\0" not in article.text + (article.title or "")
