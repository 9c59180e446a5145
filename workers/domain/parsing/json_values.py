"""Foreign JSON, taken as it comes: PHP writes an empty object as `[]` and a list as an object."""

from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import JsonValue

_NOTHING: Final[dict[str, JsonValue]] = {}


def as_object(value: JsonValue) -> Mapping[str, JsonValue]:
    """The object, or an empty one for anything else."""
    return value if isinstance(value, dict) else _NOTHING


def items_of(value: JsonValue) -> Iterable[JsonValue]:
    """The items of a list, or of an object that PHP made of a list with gaps."""
    match value:
        case list():
            return value
        case dict():
            return value.values()
        case _:
            return ()


def text_of(value: JsonValue) -> str | None:
    """A text that says something, or None."""
    return value if isinstance(value, str) and value and not value.isspace() else None


def rendered_of(value: JsonValue) -> str | None:
    """The text of a WordPress field: `{"rendered": …}`, `{"raw": …}` or the bare text."""
    if isinstance(value, dict):
        value = value.get("rendered", value.get("raw"))
    match value:
        case str():
            return value
        case int() if not isinstance(value, bool):
            return str(value)  # a title such as `1984`
        case _:
            return None


def number_of(value: JsonValue) -> int | None:
    """A positive whole number, also where it is written as text or with a point; else None."""
    match value:
        case bool():
            return None
        case int():
            number = value
        case float() if value.is_integer():
            number = int(value)
        case str() if len(value) <= 20 and value.isascii() and value.isdigit():
            number = int(value)
        case _:
            return None
    return number if 0 < number < 2**63 else None
