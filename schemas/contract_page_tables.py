"""The tables of the contract page, made from the same models as everything else."""

import ast
import inspect
from collections.abc import Iterable, Sequence
from typing import Any

from . import dead_letter
from .asyncapi import PUBLIC
from .asyncapi_headers import Header
from .compatibility_nodes import resolved
from .topics import RAW_POSTS, Topic

Json = dict[str, Any]

_DAY_MS = 86_400_000
_MIB = 1 << 20


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table. A bar or a line break inside a cell would end it: both are replaced."""
    lines = [heads, ["---"] * len(heads), *rows]
    cells = ([cell.replace("|", "\\|").replace("\n", " ") for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def topics_table() -> str:
    """Every topic that somebody else may rely on, and how Kafka keeps it."""
    return table(
        ("topic", "key", "value", "cleanup", "kept for", "largest batch", "for"),
        (
            (
                f"`{topic.name}`",
                f"`{topic.key}`" if topic.message else topic.key,
                _value_words(topic),
                topic.cleanup.replace(",", " + "),
                f"{topic.retention_ms // _DAY_MS} days",
                f"{topic.max_message_bytes // _MIB} MiB",
                topic.audience,
            )
            for topic in PUBLIC
        ),
    )


def headers_table(headers: Iterable[Header]) -> str:
    """Headers: name, what they hold, one example."""
    return table(
        ("header", "holds", "example"),
        (
            (
                f"`{header.name}`",
                header.meaning + ("" if header.always else " Not on every record."),
                f"`{header.example}`",
            )
            for header in headers
        ),
    )


def reasons_table() -> str:
    """Every reason for burying a post, in the words beside it in the code."""
    (enumeration,) = ast.parse(inspect.getsource(dead_letter.Reason)).body
    assert isinstance(enumeration, ast.ClassDef)
    words = [
        node.value.value
        for node in enumeration.body[1:]  # the first is the docstring of the whole
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    ]
    pairs = zip(dead_letter.Reason, words, strict=True)
    return table(("reason", "the post"), ((f"`{one.value}`", str(text)) for one, text in pairs))


def message_tables(schema: Json, known: set[str]) -> str:
    """A schema's fields, and after them those of each part that is not yet `known`."""
    written = [_object_table(schema, schema)] if "properties" in schema else []
    for name, definition in schema.get("$defs", {}).items():
        if "properties" in definition and name not in known:
            known.add(name)
            text = definition.get("description", "").strip()
            written.append(f"#### {name}\n\n{text}\n\n{_object_table(definition, schema)}")
    return "\n\n".join(written)


def _object_table(node: Json, root: Json) -> str:
    required = node.get("required", ())
    return table(
        ("field", "type", "null?", "meaning"),
        (
            (
                f"`{name}`",
                _type_words(field, root),
                "may be null" if _nullable(field) else "",
                field.get("description", "") + ("" if name in required else _absence(field)),
            )
            for name, field in node["properties"].items()
        ),
    )


def _absence(field: Json) -> str:
    match field.get("default"):
        case None:
            return " May be missing."
        case [] | ():
            return " May be missing: as an empty list."
        case other:
            return f" May be missing: as `{other}`."


def _nullable(field: Json) -> bool:
    return any(option.get("type") == "null" for option in field.get("anyOf", ()))


def _type_words(field: Json, root: Json) -> str:
    """`string`, `instant`, `list of [Block](#block)`."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})" if "properties" in resolved(field, root) else "any JSON"
    options = [one for one in field.get("anyOf", ()) if one.get("type") != "null"]
    if options:
        return " or ".join(_type_words(option, root) for option in options)
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return "one of " + ", ".join(f"`{value}`" for value in field["enum"])
    match field.get("type"):
        case "array":
            return f"list of {_type_words(field['items'], root)}"
        case "string" if field.get("format") == "date-time":
            return "instant" if "pattern" in field else "time with a zone"
        case "string":
            return "string" + _lengths(field)
        case "integer" | "number":
            return f"{field['type']}{_range(field)}"
        case "object":
            return "JSON object"
        case other:
            return str(other)


def _lengths(field: Json) -> str:
    if "maxLength" in field:
        return f", {field.get('minLength', 0)} to {field['maxLength']} characters"
    return ""


def _range(field: Json) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None and high < 2**53:
        return f", {low} to {high}"
    return f", {low} or more" if low is not None else ""


def _value_words(topic: Topic) -> str:
    if topic is RAW_POSTS:
        return "what the source sent, or an envelope"
    if topic.message is None:
        return "the record as it came"
    return f"[{topic.message.__name__}](#{topic.message.__name__.lower()})"
