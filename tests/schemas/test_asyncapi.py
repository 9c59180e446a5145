"""The AsyncAPI document is valid, whole and true to the tables it is made from."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from schemas.asyncapi import DOCUMENT, PUBLIC, document, text
from schemas.asyncapi_headers import dead_letter_headers, message_headers
from schemas.json_schema import json_schema
from schemas.topics import ARTICLES, TOPICS, Topic

OFFICIAL = Path(__file__).parent / "asyncapi_schema" / "3.1.0.json"
KAFKA_CHANNEL_PROPERTIES = {"topic", "partitions", "topicConfiguration", "bindingVersion"}
KAFKA_TOPIC_PROPERTIES = {
    "cleanup.policy",
    "retention.ms",
    "retention.bytes",
    "delete.retention.ms",
    "max.message.bytes",
}

Json = dict[str, Any]


@pytest.fixture(scope="module")
def made() -> Json:
    return document()


def test_the_document_obeys_the_official_schema(made: Json) -> None:
    official = json.loads(OFFICIAL.read_text("utf-8"))
    errors = jsonschema.Draft7Validator(official).iter_errors(made)
    assert [f"{list(error.path)}: {error.message[:200]}" for error in errors] == []


def test_the_official_schema_notices_a_wrong_binding(made: Json) -> None:
    official = json.loads(OFFICIAL.read_text("utf-8"))
    wrong = json.loads(json.dumps(made))
    wrong["channels"]["articles"]["bindings"]["kafka"]["compression"] = "none"
    assert list(jsonschema.Draft7Validator(official).iter_errors(wrong))


def test_the_document_in_the_repository_is_the_one_that_is_made() -> None:
    assert DOCUMENT.read_text("utf-8") == text(), "run `make contract` and read the difference"


def test_every_reference_leads_somewhere(made: Json) -> None:
    for reference in re.findall(r'"\$ref": "([^"]+)"', json.dumps(made)):
        node: Any = made
        for step in reference.removeprefix("#/").split("/"):
            node = node[step]


def test_every_public_topic_is_a_channel_and_no_internal_one(made: Json) -> None:
    assert set(made["channels"]) == {topic.name for topic in TOPICS if topic.audience != "internal"}


@pytest.mark.parametrize("topic", PUBLIC, ids=lambda topic: topic.name)
def test_a_channel_says_how_kafka_keeps_its_topic(made: Json, topic: Topic) -> None:
    binding = made["channels"][topic.name]["bindings"]["kafka"]
    assert binding.keys() <= KAFKA_CHANNEL_PROPERTIES
    assert binding["topicConfiguration"].keys() <= KAFKA_TOPIC_PROPERTIES
    assert ",".join(binding["topicConfiguration"]["cleanup.policy"]) == topic.cleanup
    assert str(binding["topicConfiguration"]["retention.ms"]) == topic.configs["retention.ms"]


def test_producers_send_what_copydesk_receives_and_consumers_read_the_rest(made: Json) -> None:
    actions = {one["channel"]["$ref"]: one["action"] for one in made["operations"].values()}
    assert actions.pop("#/channels/raw-posts") == "receive"
    assert set(actions.values()) == {"send"}


def test_a_payload_accepts_what_the_published_schema_accepts(made: Json) -> None:
    payload = made["components"]["messages"]["Article"]["payload"]
    here = {**payload, "components": made["components"]}
    example = json.loads(json.dumps(_least(json_schema(ARTICLES))))
    jsonschema.Draft202012Validator(json_schema(ARTICLES)).validate(example)
    jsonschema.Draft202012Validator(here).validate(example)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(here).validate({**example, "text": None})


def test_every_example_is_what_its_message_promises(made: Json) -> None:
    for message in made["components"]["messages"].values():
        for example in message.get("examples", ()):
            if "payload" in message:
                here = {**message["payload"], "components": made["components"]}
                jsonschema.Draft202012Validator(here).validate(example["payload"])
            if "headers" in example:
                jsonschema.Draft202012Validator(message["headers"]).validate(example["headers"])


@pytest.mark.parametrize(
    "header", [*message_headers(ARTICLES), *dead_letter_headers()], ids=lambda header: header.name
)
def test_the_example_of_a_header_matches_its_pattern(header: Any) -> None:
    if header.pattern is not None:
        assert re.search(header.pattern, header.example)


def _least(schema: Json) -> Json:
    """The emptiest message of a schema."""
    values: dict[str, Any] = {"array": [], "boolean": False}
    return {
        name: None
        if "anyOf" in field
        else field.get("enum", [values.get(field["type"], "2026-03-01T08:30:00Z")])[0]
        for name, field in schema["properties"].items()
    }
