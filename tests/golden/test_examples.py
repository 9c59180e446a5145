import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import JsonValue

from schemas.codec import decode, encode
from schemas.dead_letter import Reason
from schemas.json_schema import json_schema
from schemas.topics import RAW_POSTS, TOPICS, Topic
from tests.golden.examples import EXAMPLES, RAW, Golden, all_goldens, raw_examples

MESSAGES = {topic.name: topic for topic in TOPICS if topic.message is not None}
BURIED_AS = {
    "cut-off.json": Reason.UNREADABLE_JSON,
    "feed-json.1.json": Reason.EMPTY,
    "feed-rss.2.json": Reason.NOT_A_POST,
    "mastodon-private.json": Reason.PRIVATE,
    "page.json": Reason.UNSUPPORTED_KIND,
    "wordpress-array.1.json": Reason.WORDPRESS_ERROR,
    "wordpress-draft.json": Reason.PRIVATE,
    "wordpress-error.json": Reason.WORDPRESS_ERROR,
    "wordpress-unreadable-date.json": Reason.UNREADABLE_DATE,
    "wordpress-user.json": Reason.NOT_A_POST,
}


def files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (EXAMPLES / folder).glob("*.json"))


@pytest.mark.parametrize(
    "golden", all_goldens(), ids=lambda golden: f"{golden.folder}/{golden.name}"
)
def test_each_example_becomes_exactly_what_is_promised(golden: Golden) -> None:
    """`python -m tests.golden.write` writes the files again; read the diff."""
    assert golden.path.read_text("utf-8") == golden.text


def test_no_promise_is_left_over() -> None:
    promised = {golden.path for golden in all_goldens()}
    assert set(files("articles", "enriched-articles", "raw-posts-dlq")) == promised


@pytest.mark.parametrize(
    "path", files(*MESSAGES), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_each_example_is_a_message_of_its_topic_by_model_and_by_schema(path: Path) -> None:
    topic = MESSAGES[path.parent.name]
    assert topic.message is not None
    value = path.read_bytes()
    message = decode(topic.message, value)
    assert json.loads(encode(message)) == json.loads(value)
    Draft202012Validator(schema_of(topic)).validate(json.loads(value))


def test_each_topic_with_messages_has_an_example() -> None:
    assert {path.parent.name for path in files(*MESSAGES)} == MESSAGES.keys()


@pytest.mark.parametrize("path", raw_examples(), ids=lambda path: str(path.name))
def test_each_envelope_among_the_raw_examples_is_one_by_the_published_schema(path: Path) -> None:
    try:
        value = json.loads(path.read_bytes())
    except ValueError:
        return  # text, markup, and what was cut off
    valid = Draft202012Validator(schema_of(RAW_POSTS)).is_valid(value)
    assert valid is (isinstance(value, dict) and "kind" in value)


def test_each_dead_letter_has_its_reason() -> None:
    reasons = {
        path.name: json.loads(path.read_bytes())["copydesk-reason"]
        for path in files("raw-posts-dlq")
    }
    assert reasons == BURIED_AS


def test_the_examples_are_of_many_shapes() -> None:
    assert len(list(RAW.iterdir())) >= 8
    assert {path.suffix for path in RAW.iterdir()} >= {".json", ".txt", ".xml", ".html"}


def schema_of(topic: Topic) -> dict[str, JsonValue]:
    return json_schema(topic)
