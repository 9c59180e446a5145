"""What a setting should have been, in words."""

import annotated_types
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

SHOWN_CHARACTERS = 80


def quoted(detail: ErrorDetails) -> str:
    """What was got, quoted and cut."""
    text = repr(detail["input"])
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def expected(detail: ErrorDetails, field: FieldInfo) -> str:
    """What should have stood there, from the kind of the fault and the field's bounds."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            return f"one of {context['expected']}"
        case "value_error":
            return str(context["error"]).removeprefix("expected ")
        case "bool_parsing" | "bool_type":
            return "true or false"
        case "path_type" | "string_type":
            return "text"
        case _:
            return _number(field)


def _number(field: FieldInfo) -> str:
    words = ["a number" if "float" in str(field.annotation) else "a whole number"]
    for bound in _bounds(field):
        match bound:
            case annotated_types.Ge(low):
                words.append(f"from {low}")
            case annotated_types.Gt(low):
                words.append(f"above {low}")
            case annotated_types.Le(high):
                words.append(f"to {high}")
            case _:
                continue
    return " ".join(words)


def _bounds(field: FieldInfo) -> list[object]:
    found: list[object] = list(field.metadata)
    for argument in getattr(field.annotation, "__args__", ()):  # Annotated[int, …] | None
        for metadata in getattr(argument, "__metadata__", ()):
            found.extend(getattr(metadata, "metadata", [metadata]))
    return found
