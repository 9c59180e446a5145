"""Sources with a shape of their own: one file each, found by being here.

A module of this folder is a source if it has the two functions of `Source`. See
docs/adding-a-source.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from pydantic import JsonValue

from workers.domain.parsing.post import ParsedPost


class Source(Protocol):
    """What a module of this folder holds."""

    @staticmethod
    def recognises(value: Mapping[str, JsonValue]) -> bool:
        """Whether an object without an envelope is this source's: by fields that only it has."""

    @staticmethod
    def parse(value: Mapping[str, JsonValue], at: str) -> ParsedPost:
        """The post, with claims for all that is not copied; `at` is the pointer to the object.

        Raises:
            PostRejected: it can never become an article.
        """


@dataclass(frozen=True, slots=True)
class SourcePost:
    """An object, and the source that recognised it."""

    source: Source
    value: Mapping[str, JsonValue]


@cache
def sources() -> tuple[Source, ...]:
    """Every source, by the name of its file."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(cast("Source", import_module(f"{__name__}.{name}")) for name in names)


def source_of(value: Mapping[str, JsonValue]) -> SourcePost | None:
    """The object with the source that recognises it; the first of several, None for none."""
    for source in sources():
        if source.recognises(value):
            return SourcePost(source, value)
    return None
