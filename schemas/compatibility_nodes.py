"""Reading one place of a JSON Schema: its keywords, its references and the types it admits."""

import json
from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]
"""A JSON Schema (2020-12), or a part of one."""

ANNOTATIONS = frozenset(
    "$comment $defs $id $schema default deprecated description discriminator examples title".split()
)
UPPER_BOUNDS = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
LOWER_BOUNDS = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
EXACT = ("pattern", "format", "multipleOf", "uniqueItems")
STRUCTURE = ("type", "enum", "const", "anyOf", "oneOf", "properties", "required", "items")
KNOWN = ANNOTATIONS.union(
    UPPER_BOUNDS, LOWER_BOUNDS, EXACT, STRUCTURE, ("$ref", "additionalProperties")
)


def resolved(node: Schema, root: Schema) -> Schema:
    """The node that a chain of `$ref` leads to."""
    while "$ref" in node:
        reference: str = node["$ref"]
        name = reference.removeprefix("#/$defs/")
        if name == reference or name not in root.get("$defs", {}):
            raise ValueError(f"{reference!r} is no definition of its own schema")
        node = root["$defs"][name]
    return node


def alternatives(node: Schema, root: Schema) -> dict[str, Schema] | None:
    """The types that a value may have, each by its label; None where two cannot be told apart."""
    options = node.get("anyOf") or node.get("oneOf")
    if options is None:
        types = node.get("type")
        if isinstance(types, list):
            return {name: {**node, "type": name} for name in types}
        return {_label(node): node}
    if node.keys() - ANNOTATIONS - {"anyOf", "oneOf"}:
        return None
    nodes = [resolved(option, root) for option in options]
    objects = sum(option.get("type") == "object" for option in nodes)
    found: dict[str, Schema] = {}
    for option in nodes:
        inner = alternatives(option, root)
        if inner is not None and objects > 1 and option.get("type") == "object":
            inner = {f"object {_constants(option, root)}": option}
        if inner is None or found.keys() & inner.keys():
            return None
        found |= inner
    return found


def _label(node: Schema) -> str:
    kind: str | None = node.get("type")
    if kind is not None:
        return kind
    return "a listed value" if listed_values(node) else "anything"


def _constants(node: Schema, root: Schema) -> str:
    """`kind="feed_entry"`: the required constants that tell one object from another."""
    fields = {name: resolved(node["properties"][name], root) for name in node.get("required", ())}
    return " ".join(
        f"{name}={json.dumps(field['const'])}"
        for name, field in sorted(fields.items())
        if "const" in field
    )


def listed_values(node: Schema) -> frozenset[str] | None:
    if "const" in node:
        return frozenset([json.dumps(node["const"])])
    if "enum" in node:
        return frozenset(json.dumps(value) for value in node["enum"])
    return None


def bare(node: Schema) -> Schema:
    return {key: node[key] for key in node if key not in ANNOTATIONS}
