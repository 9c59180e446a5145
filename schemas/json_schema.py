"""The published JSON Schemas (2020-12), made from the models.

python -m schemas.json_schema          # writes schemas/generated/
python -m schemas.json_schema --check  # exit 1 when what stands there is stale
"""

import json
import sys
from itertools import islice
from pathlib import Path

from pydantic import JsonValue
from pydantic.json_schema import GenerateJsonSchema

from .raw_post import RAW_POST
from .shown_examples import examples_of, shown
from .topics import CONTRACT_VERSION, RAW_POSTS, TOPICS, Topic

GENERATED = Path(__file__).parent / "generated"


def schema_id(topic: str) -> str:
    """The name of a topic's schema, as `ce_dataschema` gives it."""
    return f"urn:copydesk:schema:{topic}:{CONTRACT_VERSION}"


def json_schema(topic: Topic) -> dict[str, JsonValue]:
    """The schema of a topic's values.

    It is open (unknown fields are allowed), because the one harmless change to a message is a new
    optional field, and a reader with yesterday's schema must let it pass. `required` is what every
    record has that may still stand in the topic: a field with a default came later, is always
    written since, and is missing from the records before it.
    """
    if topic.message is not None:
        schema = topic.message.model_json_schema(
            mode="serialization", schema_generator=GenerateJsonSchema
        )
    else:
        schema = RAW_POST.json_schema(mode="validation")
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": schema_id(topic.name),
        **_opened(schema),
    }


def _opened(schema: dict[str, JsonValue]) -> dict[str, JsonValue]:
    opened: dict[str, JsonValue] = {}
    for name, value in schema.items():
        if name == "additionalProperties" and value is False:
            continue
        opened[name] = _opened_value(value)
    return opened


def _opened_value(value: JsonValue) -> JsonValue:
    match value:
        case dict():
            return _opened(value)
        case list():
            return [_opened_value(item) for item in value]
        case _:
            return value


def published() -> dict[str, str]:
    """Every published schema: file name to text."""
    topics = [topic for topic in TOPICS if topic.message is not None or topic is RAW_POSTS]
    return {
        f"{topic.name}.v{CONTRACT_VERSION}.json": json.dumps(
            {**json_schema(topic), "examples": _examples(topic)},
            indent=2,
            ensure_ascii=False,
            sort_keys=True,
        )
        + "\n"
        for topic in topics
    }


def _examples(topic: Topic) -> list[JsonValue]:
    """The example that the documents show; of raw posts, one in an envelope, as the schema says."""
    if topic is not RAW_POSTS:
        example = shown(topic.name)
        return [] if example is None else [example.value]
    enveloped = (
        example.value
        for example in examples_of(topic.name)
        if isinstance(example.value, dict) and "kind" in example.value
    )
    return list(islice(enveloped, 1))


def stale() -> tuple[str, ...]:
    """The names of published schemas that differ from the models, are missing, or are left over."""
    fresh = published()
    standing = {path.name: path.read_text("utf-8") for path in GENERATED.glob("*.json")}
    return tuple(
        sorted(
            name for name in fresh.keys() | standing.keys() if fresh.get(name) != standing.get(name)
        )
    )


def write() -> None:
    """Writes every published schema and removes what is left over."""
    GENERATED.mkdir(exist_ok=True)
    fresh = published()
    for path in GENERATED.glob("*.json"):
        if path.name not in fresh:
            path.unlink()
    for name, text in fresh.items():
        (GENERATED / name).write_text(text, "utf-8")


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        names = stale()
        sys.exit(f"stale: {', '.join(names)}; run `python -m schemas.json_schema`" if names else 0)
    write()
