"""What changed between two of our JSON Schemas, and whom it breaks.

    python -m schemas.compatibility release 1.1   # keeps today's schemas as a released version

Two questions decide every change, and JSON Schema's own rules answer both:

- Do readers with the old schema accept what new writers write? Else it `breaks_readers`.
- Do readers with the new schema accept what old writers wrote? Else it `breaks_writers`: theirs are
  refused, and so is what still stands in the topic.

Our schemas are open and our writers strict: a field that a schema does not name was never written,
so a new field is harmless unless it is required. `required` is what every record has that may still
stand in the topic; a field that came later has a `default` instead, which readers fill in.
Enumerations are closed: one more value breaks readers that validate or switch over the values.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, assert_never

from .compatibility_nodes import (
    EXACT,
    KNOWN,
    LOWER_BOUNDS,
    UPPER_BOUNDS,
    Schema,
    alternatives,
    bare,
    listed_values,
    resolved,
)

Kind = Literal["harmless", "breaks_readers", "breaks_writers", "breaks_both"]
First = Literal["either", "readers", "writers", "neither"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two schemas."""

    path: str
    """The field, such as `article.date_claims[].doubt`; `the message` for the whole."""
    what: str
    """What is different, in plain words."""
    kind: Kind
    """Whom it breaks."""

    @property
    def first(self) -> First:
        """Who must be rolled out first; `neither` where no order saves it."""
        match self.kind:
            case "harmless":
                return "either"
            case "breaks_readers":
                return "readers"
            case "breaks_writers":
                return "writers"
            case "breaks_both":
                return "neither"
            case _:
                assert_never(self.kind)


@dataclass(frozen=True, slots=True)
class _Pair:
    """The same place in both schemas, their references followed."""

    path: str
    old: Schema
    new: Schema
    old_root: Schema
    new_root: Schema
    above: frozenset[tuple[Any, Any]] = frozenset()
    """The references that led here: a schema may contain itself."""

    def at(self, path: str, old: Schema, new: Schema) -> "_Pair":
        references = (old.get("$ref"), new.get("$ref"))
        return _Pair(
            path,
            resolved(old, self.old_root),
            resolved(new, self.new_root),
            self.old_root,
            self.new_root,
            self.above | {references} if any(references) else self.above,
        )

    def change(self, what: str, kind: Kind) -> Change:
        return Change(self.path or "the message", what, kind)

    def inside(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def compare(old: Schema, new: Schema) -> tuple[Change, ...]:
    """Every change from the old schema to the new one; what cannot be judged breaks both.

    Raises:
        ValueError: a reference that leads out of its schema.
    """
    pair = _Pair("", resolved(old, old), resolved(new, new), old, new)
    return tuple(_value(pair))


def _value(pair: _Pair) -> Iterator[Change]:
    """The changes of one value: which types it may have, and each of them."""
    old, new = alternatives(pair.old, pair.old_root), alternatives(pair.new, pair.new_root)
    if old is None or new is None:
        if pair.old != pair.new:
            yield pair.change("changed in a way that this check cannot judge", "breaks_both")
        return
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    if gone == {"integer"} and come == {"number"}:
        yield pair.change("was integer and may now have fractions", "breaks_readers")
    elif gone == {"number"} and come == {"integer"}:
        yield pair.change("might have fractions and is now integer", "breaks_writers")
    elif gone and come:
        yield pair.change(f"was {_listed(gone)} and is now {_listed(come)}", "breaks_both")
    elif gone:
        yield pair.change(f"may no longer be {_listed(gone)}", "breaks_writers")
    elif come:
        yield pair.change(f"may now also be {_listed(come)}", "breaks_readers")
    for label in sorted(old.keys() & new.keys()):
        yield from _one_type(pair.at(pair.path, old[label], new[label]))


def _one_type(pair: _Pair) -> Iterator[Change]:
    yield from _values_listed(pair)
    yield from _bounds(pair)
    for keyword in EXACT:
        yield from _exact(pair, keyword)
    for keyword in sorted((pair.old.keys() | pair.new.keys()) - KNOWN):
        was, now = pair.old.get(keyword), pair.new.get(keyword)
        if was != now and not keyword.startswith("x-"):
            what = f"`{keyword}` changed, which this check cannot judge"
            yield pair.change(what, "breaks_both")
    yield from _properties(pair)
    yield from _other_properties(pair)
    old, new = pair.old.get("items", {}), pair.new.get("items", {})
    if old or new:
        yield from _deeper(pair, f"{pair.path}[]", old, new)


def _properties(pair: _Pair) -> Iterator[Change]:
    old, new = pair.old.get("properties", {}), pair.new.get("properties", {})
    needed = frozenset(pair.new.get("required", ()))
    come = {name: new[name] for name in new if name not in old}
    for name in (name for name in old if name not in new):
        alike = [other for other in come if bare(come[other]) == bare(old[name])]
        hint = f" (renamed to `{alike[0]}`?)" if alike else ""
        what = f"is gone{hint}: readers that use it find nothing"
        yield Change(pair.inside(name), what, "breaks_readers")
    for name in come:
        if name in needed:
            what = "is new and required: records written before lack it; give it a default"
            yield Change(pair.inside(name), what, "breaks_writers")
        else:
            yield Change(pair.inside(name), "is new and optional to read", "harmless")
    for name in (name for name in old if name in new):
        yield from _field(pair, name, old[name], new[name])


def _field(pair: _Pair, name: str, old: Schema, new: Schema) -> Iterator[Change]:
    here = pair.inside(name)
    was, now = name in pair.old.get("required", ()), name in pair.new.get("required", ())
    if was and not now:
        yield Change(here, "may now be missing", "breaks_readers")
    elif now and not was:
        yield Change(here, "is now required", "breaks_writers")
    elif not now and old.get("default") != new.get("default"):
        what = "has another default: records without it are read differently"
        yield Change(here, what, "breaks_writers")
    if old.get("description") != new.get("description"):
        yield Change(here, "is described anew: see whether its meaning changed", "harmless")
    yield from _deeper(pair, here, old, new)


def _deeper(pair: _Pair, path: str, old: Schema, new: Schema) -> Iterator[Change]:
    references = (old.get("$ref"), new.get("$ref"))
    if not any(references) or references not in pair.above:
        yield from _value(pair.at(path, old, new))


def _other_properties(pair: _Pair) -> Iterator[Change]:
    old = pair.old.get("additionalProperties", True)
    new = pair.new.get("additionalProperties", True)
    match old, new:
        case dict(), dict():
            yield from _deeper(pair, pair.inside("*"), old, new)
        case _ if old == new:
            return
        case (_, False) | (True, dict()):
            yield pair.change("no longer admits any other field", "breaks_writers")
        case _:
            yield pair.change("now admits other fields", "breaks_readers")


def _values_listed(pair: _Pair) -> Iterator[Change]:
    old, new = listed_values(pair.old), listed_values(pair.new)
    match old, new:
        case None, None:
            return
        case None, _:
            yield pair.change("is now limited to a list of values", "breaks_writers")
        case _, None:
            yield pair.change("is no longer limited to a list of values", "breaks_readers")
        case frozenset() as before, frozenset() as after:
            if before - after:
                what = f"may no longer be {_listed(before - after)}"
                yield pair.change(what, "breaks_writers")
            if after - before:
                yield pair.change(f"may now also be {_listed(after - before)}", "breaks_readers")


def _bounds(pair: _Pair) -> Iterator[Change]:
    for keywords, sign in ((UPPER_BOUNDS, 1), (LOWER_BOUNDS, -1)):
        for keyword in keywords:
            was, now = pair.old.get(keyword), pair.new.get(keyword)
            if was == now:
                continue
            wider = now is None or (was is not None and sign * now > sign * was)
            words = f"`{keyword}` was {_said(was)} and is now {_said(now)}"
            yield pair.change(words, "breaks_readers" if wider else "breaks_writers")


def _exact(pair: _Pair, keyword: str) -> Iterator[Change]:
    was, now = pair.old.get(keyword), pair.new.get(keyword)
    if was == now:
        return
    words = f"`{keyword}` was {_said(was)} and is now {_said(now)}"
    if was is None:
        yield pair.change(words, "breaks_writers")
    elif now is None:
        yield pair.change(words, "breaks_readers")
    else:
        yield pair.change(words, "breaks_both")


def _listed(words: frozenset[str] | set[str]) -> str:
    return ", ".join(sorted(words))


def _said(value: Any) -> str:
    return "unlimited" if value is None else json.dumps(value)


if __name__ == "__main__":
    from .compatibility_releases import main

    sys.exit(main(sys.argv[1:]))
