"""The laws that consumers rely on, held over every message of the contract."""

import json
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from schemas.json_schema import json_schema, published, stale
from schemas.topics import RAW_POSTS, TOPICS, Topic
from tests.schemas.reserved_words import KEPT, RESERVED
from tests.schemas.walking import MESSAGES, Property, declared, properties, types
from workers.agents.assembly import Parts
from workers.app import line_parts
from workers.settings import Settings

ALL = [field for topic in MESSAGES for field in properties(topic.name)]

by_path = pytest.mark.parametrize("field", ALL, ids=lambda field: field.path)


@by_path
def test_every_field_says_what_it_is(field: Property) -> None:
    assert len(field.schema.get("description", "")) > 10


@by_path
def test_no_field_has_a_name_that_sql_reserves(field: Property) -> None:
    assert field.name not in RESERVED or field.name in KEPT


@by_path
def test_every_field_is_always_there_unless_it_came_later(field: Property) -> None:
    assert field.required or "default" in field.schema


@by_path
def test_every_field_has_one_json_type(field: Property) -> None:
    assert len(types(field.schema) - {"null"}) == 1


@by_path
def test_a_list_is_never_null(field: Property) -> None:
    assert types(field.schema) != {"array", "null"}


@by_path
def test_an_integer_fits_into_63_bits(field: Property) -> None:
    for option in declared(field.schema):
        if option.get("type") == "integer":
            assert -(2**63) < option["minimum"] <= option["maximum"] < 2**63


@by_path
def test_a_time_is_a_whole_utc_second(field: Property) -> None:
    for option in declared(field.schema):
        if option.get("format") == "date-time":
            assert option["pattern"] == r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"
    if field.name.endswith("_at"):
        assert any(option.get("format") == "date-time" for option in declared(field.schema))


@by_path
def test_a_span_carries_its_words(field: Property) -> None:
    if field.name != "start_char":
        return
    siblings = {
        other.name for other in ALL if other.path.rsplit(".", 1)[0] == field.path.rsplit(".", 1)[0]
    }
    # the words of blocks are the text itself, split at its blank lines
    assert "end_char" in siblings
    assert "text" in siblings or field.path.endswith("blocks.start_char")


@by_path
def test_nothing_is_nested_deeper_than_four_objects(field: Property) -> None:
    assert field.depth <= 4


@pytest.mark.parametrize("topic", MESSAGES, ids=lambda topic: topic.name)
def test_a_published_schema_is_valid_and_open(topic: Topic) -> None:
    schema = json_schema(topic)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert '"additionalProperties": false' not in json.dumps(schema)


@pytest.mark.parametrize("text", published().values(), ids=published())
def test_a_published_schema_holds_an_example_of_itself(text: str) -> None:
    schema = json.loads(text)
    assert schema["examples"]
    for example in schema["examples"]:
        jsonschema.Draft202012Validator(schema).validate(example)


def test_every_field_of_an_envelope_says_what_it_is() -> None:
    envelopes: Any = json_schema(RAW_POSTS)["$defs"]
    assert len(envelopes) > 5
    for envelope in envelopes.values():
        for field in envelope.get("properties", {}).values():
            assert len(field["description"]) > 10


def test_the_published_schemas_are_those_of_the_models() -> None:
    assert stale() == (), "run `make schemas` and read the difference"
    assert set(published()) >= {"articles.v1.json", "raw-posts.v1.json"}


def test_every_key_is_a_field_of_its_message() -> None:
    for topic in MESSAGES:
        assert topic.message is not None
        assert topic.key in topic.message.model_fields


def test_topics_that_are_joined_by_key_have_the_same_partitions() -> None:
    joined = {"articles", "enriched-articles", "story-articles"}
    assert len({topic.partitions for topic in TOPICS if topic.name in joined}) == 1


def test_a_topic_is_kebab_case_and_compacted_only_by_an_id() -> None:
    for topic in TOPICS:
        assert topic.name == topic.name.lower()
        assert not {".", "_"} & set(topic.name)
        if "compact" in topic.cleanup:
            assert topic.key.endswith("_id")


def test_a_dead_letter_always_has_room_for_what_it_buries() -> None:
    sizes = {topic.name: topic.max_message_bytes for topic in TOPICS}
    for name, size in sizes.items():
        if name.endswith("-dlq"):
            assert size > sizes[name.removesuffix("-dlq")]


@pytest.mark.parametrize("seconds", [31, 60, 900])
def test_no_setting_lets_a_hanging_transaction_stall_readers_for_longer_than_30_s(
    seconds: float,
) -> None:
    with pytest.raises(ValidationError, match="transaction_timeout_seconds"):
        Settings(transaction_timeout_seconds=seconds)
    options = parts_of(Settings()).write
    assert 0 < options.timeout_seconds <= 30


def test_every_batch_is_written_so_that_any_client_can_read_it() -> None:
    assert parts_of(Settings()).write.compression is None
    assert parts_of(Settings(compression="gzip")).write.compression == "gzip"
    for codec in ("snappy", "lz4", "zstd"):
        with pytest.raises(ValidationError, match="compression"):
            Settings.model_validate({"compression": codec})


def test_a_commit_comes_soon_after_the_work_began() -> None:
    assert parts_of(Settings()).line.limits.seconds <= 1
    with pytest.raises(ValidationError, match="chunk_seconds"):
        Settings(chunk_seconds=11)


def parts_of(settings: Settings) -> Parts:
    return line_parts(settings, "normalize", "0", TOPICS[0])
