"""Flink SQL tables for our topics, made from their JSON Schemas."""

from typing import Any, Literal

from .compatibility_nodes import resolved
from .json_schema import json_schema
from .topics import Topic

Json = dict[str, Any]

QUOTED = frozenset({"precision", "version"})
"""Fields of ours that Flink SQL reserves."""

_INDENT = "  "
_BROKER = "'properties.bootstrap.servers' = 'kafka:9092'"
_COMMITTED = "'properties.isolation.level' = 'read_committed'"
_JSON_FORMAT = {
    "kafka": ("'format' = 'json'", "'json.timestamp-format.standard' = 'ISO-8601'"),
    "upsert-kafka": (
        "'key.format' = 'raw'",
        "'value.format' = 'json'",
        "'value.json.timestamp-format.standard' = 'ISO-8601'",
    ),
}

Connector = Literal["kafka", "upsert-kafka"]


def create_table(topic: Topic, connector: Connector) -> str:
    """`CREATE TABLE` for a topic: every field, its times as TIMESTAMP_LTZ.

    `kafka` gives every record that was written; `upsert-kafka` a table of the last one of each key.
    """
    schema = json_schema(topic)
    columns = [
        f"{_quoted(name)} {_type(field, schema, 1)}" for name, field in _properties(schema).items()
    ]
    if connector == "upsert-kafka":
        columns.append(f"PRIMARY KEY ({topic.key}) NOT ENFORCED")
    options = [
        f"'connector' = '{connector}'",
        f"'topic' = '{topic.name}'",
        _BROKER,
        _COMMITTED,
        *(() if connector == "upsert-kafka" else ("'scan.startup.mode' = 'earliest-offset'",)),
        *_JSON_FORMAT[connector],
    ]
    return (
        f"CREATE TABLE {topic.name.replace('-', '_')} (\n{_lines(columns, 1)}\n) WITH (\n"
        f"{_lines(options, 1)}\n);"
    )


def _type(field: Json, root: Json, depth: int) -> str:
    field = {**resolved(field, root)}
    for option in field.get("anyOf", ()):
        if option.get("type") != "null":
            return _type(option, root, depth)
    match field.get("type"):
        case "string":
            return "TIMESTAMP_LTZ(3)" if field.get("format") == "date-time" else "STRING"
        case "integer":
            return "BIGINT"
        case "number":
            return "DOUBLE"
        case "boolean":
            return "BOOLEAN"
        case "array":
            return f"ARRAY<{_type(field['items'], root, depth)}>"
        case "object":
            fields = [
                f"{_quoted(name)} {_type(inner, root, depth + 1)}"
                for name, inner in _properties(field).items()
            ]
            one_line = f"ROW<{', '.join(fields)}>"
            if "\n" not in one_line and len(one_line) <= 70:  # keeps the page within 100 columns
                return one_line
            return f"ROW<\n{_lines(fields, depth + 1)}\n{_INDENT * depth}>"
        case other:
            raise ValueError(f"no type of Flink's stands for {other!r}")


def _properties(node: Json) -> Json:
    properties: Json = node["properties"]
    return properties


def _quoted(name: str) -> str:
    return f"`{name}`" if name in QUOTED else name


def _lines(parts: list[str], depth: int) -> str:
    return ",\n".join(_INDENT * depth + part for part in parts)
