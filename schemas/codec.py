"""JSON in and out, in this one place.

Out: orjson with sorted keys and times as `YYYY-MM-DDTHH:MM:SSZ`, so the same message is always the
same bytes. In: pydantic's `validate_json` for our own messages, `parse_json` for foreign ones.
"""

import json
import re
from datetime import datetime
from operator import attrgetter
from typing import Final, TypeVar

import orjson
from pydantic import BaseModel, JsonValue, ValidationError

M = TypeVar("M", bound=BaseModel)

_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_OUT: Final = orjson.OPT_SORT_KEYS | orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS


class DecodeError(ValueError):
    """These bytes are not the message that was expected."""


class UnreadableJson(ValueError):
    """These bytes are not JSON."""


class TooDeep(UnreadableJson):
    """This JSON is nested deeper than can be read safely."""


_FIELDS: Final = attrgetter("__dict__")
"""The fields of a message or of a part of one: orjson asks for them, one model at a time.

(A third of what it takes to make plain values of the whole message first.)
"""


def encode(message: BaseModel) -> bytes:
    """The message as JSON: UTF-8, sorted keys, no white space."""
    return orjson.dumps(message, default=_FIELDS, option=_OUT)


def encode_instant(moment: datetime) -> bytes:
    """A moment as it stands in our messages, without the quotation marks."""
    return orjson.dumps(moment, option=_OUT)[1:-1]


def encode_json(value: JsonValue) -> bytes:
    """A plain JSON value in the same form as `encode`."""
    return orjson.dumps(value, option=_OUT)


def decode(message_type: type[M], data: bytes) -> M:
    """The message in these bytes. Fields that the type does not know are ignored.

    Raises:
        DecodeError: they are not such a message. The text names the first wrong field, and never
            holds what stood in it.
    """
    try:
        return message_type.model_validate_json(data, extra="ignore")
    except ValidationError as error:
        raise DecodeError(describe(error, message_type.__name__)) from None


def describe(error: ValidationError, what: str) -> str:
    """One line for a person: what was expected where, without the content."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"]) or "the whole"
    more = error.error_count() - 1
    return f"not a {what}: {place}: {first['msg']}" + (f" (and {more} more)" if more else "")


def parse_json(data: bytes) -> JsonValue:
    """What this foreign JSON says.

    A lone surrogate, left by software that cut an emoji in two, becomes U+FFFD: one broken
    character is no reason to lose a post.

    Raises:
        TooDeep: nested deeper than 1,024 levels, orjson's limit.
        UnreadableJson: not JSON; the text says where it stops being so.
    """
    try:
        value: JsonValue = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        if "limit exceeded" in error.msg:
            raise TooDeep("nested deeper than 1,024 levels") from None
        if b"\\u" in data and "surrogate" in error.msg:
            return _parse_with_lone_surrogates(data)
        raise UnreadableJson(f"{error.msg} at character {error.pos}") from None
    return value


def _parse_with_lone_surrogates(data: bytes) -> JsonValue:
    try:
        value = json.loads(data, parse_constant=_refuse_constant)
        # true pairs are one character by now; what is still a surrogate stands alone
        text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", json.dumps(value, ensure_ascii=False))
        repaired: JsonValue = orjson.loads(text)
    except RecursionError:
        raise TooDeep("nested deeper than can be read") from None
    except ValueError as error:
        raise UnreadableJson(str(error)[:80]) from None
    return repaired


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
