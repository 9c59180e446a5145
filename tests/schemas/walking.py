"""Every property of a JSON Schema, with its references followed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from schemas.json_schema import json_schema
from schemas.topics import TOPICS

MESSAGES = [topic for topic in TOPICS if topic.message is not None]

Schema = dict[str, Any]


@dataclass(frozen=True)
class Property:
    """One field of one object."""

    path: str
    name: str
    schema: Schema
    required: bool
    depth: int
    """How many objects it lies in, the message itself counted."""


@cache
def properties(topic_name: str) -> tuple[Property, ...]:
    topic = next(topic for topic in TOPICS if topic.name == topic_name)
    schema: Schema = json_schema(topic)
    return tuple(_of_object(schema, schema, topic_name, 1))


def _of_object(node: Schema, root: Schema, path: str, depth: int) -> Iterator[Property]:
    for name, field in node.get("properties", {}).items():
        here = f"{path}.{name}"
        yield Property(here, name, field, name in node.get("required", ()), depth)
        for inner in _objects_in(field, root):
            yield from _of_object(inner, root, here, depth + 1)


def _objects_in(field: Schema, root: Schema) -> Iterator[Schema]:
    if "$ref" in field:
        yield root["$defs"][field["$ref"].rsplit("/", 1)[-1]]
    for option in field.get("anyOf", ()):
        yield from _objects_in(option, root)
    if "items" in field:
        yield from _objects_in(field["items"], root)


def types(field: Schema) -> set[str]:
    """The JSON types that a field may have."""
    if "anyOf" in field:
        return set().union(*(types(option) for option in field["anyOf"]))
    if "$ref" in field:
        return {"object"}
    if "const" in field:
        return {"string"}
    declared: str = field.get("type", "string" if "enum" in field else "any")
    return {declared}


def declared(field: Schema) -> Iterator[Schema]:
    """The field itself and every alternative in it."""
    yield field
    for option in field.get("anyOf", ()):
        yield from declared(option)
