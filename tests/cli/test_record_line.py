"""A record of any topic as one line, and as JSON."""

import json
from datetime import UTC, datetime

import pytest

from schemas.codec import encode
from schemas.story import Story, StoryArticle
from tests.cli.invented import article, enriched
from workers.adapters.kafka.reader import LogRecord
from workers.cli.record_line import record_json, record_line

NOON_MS = 1_772_366_400_000  # 2026-03-01T12:00:00Z
FIRST_WORDS = "The old lighthouse will be lit again.  What the keepers sai…"
HEADERS = (
    ("copydesk-reason", b"brought along"),
    ("copydesk-reason", b"too_deep"),
    ("copydesk-detail", b"nested deeper than 1,024 levels"),
    ("source-record", b"raw-posts/0/3"),
)


def record(
    topic: str,
    value: bytes | None,
    key: bytes | None = b"3f1c",
    headers: tuple[tuple[str, bytes | None], ...] = (),
) -> LogRecord:
    return LogRecord(topic, 1, 42, key, value, headers, NOON_MS)


@pytest.mark.parametrize(
    ("topic", "value", "line"),
    [
        (
            "articles",
            encode(article()),
            "2026-03-01 08:30  Lighthouse to shine again  coast.example ← Harbour Gazette",
        ),
        (
            "enriched-articles",
            encode(enriched(published_at=None, title=None)),
            f"no date           en    18 words  {FIRST_WORDS}  coast.example ← Harbour Gazette",
        ),
        ("raw-posts", b'{"id":\x1b[2J1}', '   12 B  {"id":\ufffd[2J1}'),
        ("articles", None, "3f1c is gone (tombstone)"),
        (
            "articles",
            b'{"title":1}',
            "not as the topic promises: not a Article: article_id: Field required (and 24 more)",
        ),
        (
            "story-articles",
            encode(
                StoryArticle(
                    article_id="a",
                    story_id="s",
                    similarity=1.0,
                    near_duplicate_of=None,
                    containment=None,
                )
            ),
            "a → s",
        ),
    ],
)
def test_a_record_is_one_line(topic: str, value: bytes | None, line: str) -> None:
    assert record_line(record(topic, value)).plain == f"1/42    {line}"


def test_a_story_is_its_title() -> None:
    story = Story(
        story_id="s",
        title="The lighthouse",
        language_code="en",
        first_seen_at=datetime(2026, 3, 1, tzinfo=UTC),
        last_seen_at=datetime(2026, 3, 1, tzinfo=UTC),
        article_ids=("a", "b"),
        origins=(),
        independent_origins=0,
        terms=(),
        merged_into=None,
    )
    assert "The lighthouse" in record_line(record("stories", encode(story))).plain


def test_a_dead_letter_tells_its_reason_by_the_last_header_of_that_name() -> None:
    line = record_line(record("raw-posts-dlq", b"[[[", headers=HEADERS)).plain
    assert line == "1/42    too_deep            nested deeper than 1,024 levels  raw-posts/0/3"


def test_as_json_the_message_is_a_value_and_not_a_string() -> None:
    told = json.loads(record_json(record("articles", encode(article()))))
    assert told["value"]["title"] == "Lighthouse to shine again"
    assert (told["topic"], told["partition"], told["offset"]) == ("articles", 1, 42)
    assert (told["key"], told["timestamp"]) == ("3f1c", "2026-03-01T12:00:00.000Z")


def test_as_json_every_header_is_kept_in_order() -> None:
    told = json.loads(record_json(record("raw-posts-dlq", b"{}", headers=HEADERS)))
    assert told["headers"][:2] == [
        ["copydesk-reason", "brought along"],
        ["copydesk-reason", "too_deep"],
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None),
        (b"not JSON", "not JSON"),
        (b"\xff\xfe", {"base64": "//4="}),
    ],
)
def test_as_json_a_value_that_is_no_json_is_text_or_base64(
    value: bytes | None, told: object
) -> None:
    assert json.loads(record_json(record("raw-posts", value)))["value"] == told
