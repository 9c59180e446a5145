"""What every message of the contract has in common."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)


class Message(BaseModel):
    """A message of the contract, or a part of one: strict, frozen and closed where we write it.

    Reading is more forgiving: `codec.decode` ignores fields that it does not know, so that a newer
    writer cannot stop an older reader, and the published JSON Schema is open for the same reason.
    """

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )


def _whole_utc_second(moment: datetime) -> datetime:
    if moment.tzinfo is UTC and not moment.microsecond:
        return moment  # as all are that we make ourselves
    offset = moment.utcoffset()
    if offset is None or offset.total_seconds() != 0:
        raise ValueError("an instant is in UTC, written with Z")
    if moment.microsecond:
        raise ValueError("an instant has whole seconds")
    return moment.replace(tzinfo=UTC)


Instant = Annotated[
    datetime,
    AfterValidator(_whole_utc_second),
    PlainSerializer(
        lambda moment: moment.isoformat().replace("+00:00", "Z"), return_type=str, when_used="json"
    ),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date-time",
            "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$",
        }
    ),
]
"""A moment in UTC, `YYYY-MM-DDTHH:MM:SSZ`: whole seconds, one width, always `Z`."""

CharIndex = Annotated[int, Field(ge=0, le=2**53)]
"""A place in a text, counted in Unicode code points from 0."""

Confidence = Annotated[float, Field(ge=0, le=1)]
"""How sure a rule is, from 0 to 1."""

Identifier = Annotated[str, StringConstraints(min_length=1, max_length=256)]
"""An id: opaque text, equal to the record's key where the field names the message itself."""


class Span(Message):
    """A stretch of the article's `text`, with its words beside it.

    Places count Unicode code points, as Flink, Spark and Python do. Java's and JavaScript's own
    `substring` count UTF-16 units and cut wrong after an emoji: there, use the words.
    """

    start_char: CharIndex
    """The first code point of the stretch."""
    end_char: CharIndex
    """The code point after its last one."""
    text: str
    """The words themselves, exactly as they stand between the two places."""
