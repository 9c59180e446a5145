"""What a change to a schema does to those who read and write: by rule and by proof."""

import copy
from typing import Any

import jsonschema
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from schemas.compatibility import Change, compare
from schemas.compatibility_releases import current

Schema = dict[str, Any]


def message(**properties: Schema) -> Schema:
    """A message with these fields, all of them required but those with a default."""
    required = [name for name, field in properties.items() if "default" not in field]
    return {"type": "object", "properties": properties, "required": required}


TEXT: Schema = {"type": "string"}
NULL: Schema = {"type": "null"}
COUNTED: Schema = {"type": "integer", "minimum": 0, "maximum": 9}
KIND: Schema = {"type": "string", "enum": ["news", "opinion"]}
CAT: Schema = message(kind={"const": "cat", "type": "string"}, name=TEXT)
COW: Schema = message(kind={"const": "cow", "type": "string"}, name=TEXT)
DOG: Schema = message(kind={"const": "dog", "type": "string"}, name=TEXT)

HARMLESS = {
    "a new optional field": (message(a=TEXT), message(a=TEXT, b={**TEXT, "default": ""})),
    "a new optional field inside a list": (
        message(a={"type": "array", "items": message(b=TEXT)}),
        message(a={"type": "array", "items": message(b=TEXT, c={**TEXT, "default": ""})}),
    ),
    "another description": (message(a={**TEXT, "description": "x"}), message(a=TEXT)),
}
BREAKS_READERS = {
    "a removed field": (message(a=TEXT, b=TEXT), message(a=TEXT)),
    "a removed optional field": (message(a=TEXT, b={**TEXT, "default": ""}), message(a=TEXT)),
    "a field that may now be missing": (message(a=TEXT), message(a={**TEXT, "default": ""})),
    "a field that may now be null": (message(a=TEXT), message(a={"anyOf": [TEXT, NULL]})),
    "a widened enumeration": (message(a=KIND), message(a={**KIND, "enum": ["news", "opinion", 1]})),
    "an enumeration that was lifted": (message(a=KIND), message(a=TEXT)),
    "a constant that became an enumeration": (
        message(a={"type": "string", "const": "news"}),
        message(a=KIND),
    ),
    "a higher maximum": (message(a=COUNTED), message(a={**COUNTED, "maximum": 10})),
    "no minimum any more": (message(a=COUNTED), message(a={"type": "integer", "maximum": 9})),
    "no pattern any more": (message(a={**TEXT, "pattern": "Z$"}), message(a=TEXT)),
    "an integer that may have fractions": (message(a=COUNTED), message(a={"type": "number"})),
    "one more kind of message": ({"oneOf": [CAT, DOG]}, {"oneOf": [CAT, DOG, COW]}),
}
BREAKS_WRITERS = {
    "a new required field": (message(a=TEXT), message(a=TEXT, b=TEXT)),
    "a field that is now required": (message(a={**TEXT, "default": ""}), message(a=TEXT)),
    "a field that may no longer be null": (message(a={"anyOf": [TEXT, NULL]}), message(a=TEXT)),
    "a narrowed enumeration": (message(a=KIND), message(a={**KIND, "enum": ["news"]})),
    "a new enumeration": (message(a=TEXT), message(a=KIND)),
    "a lower maximum": (message(a=COUNTED), message(a={**COUNTED, "maximum": 8})),
    "a higher minimum": (message(a=COUNTED), message(a={**COUNTED, "minimum": 1})),
    "a new pattern": (message(a=TEXT), message(a={**TEXT, "pattern": "Z$"})),
    "another default": (
        message(a={**TEXT, "default": "x"}),
        message(a={**TEXT, "default": "y"}),
    ),
    "a closed object": (message(a=TEXT), {**message(a=TEXT), "additionalProperties": False}),
    "one kind of message less": ({"oneOf": [CAT, DOG, COW]}, {"oneOf": [CAT, COW]}),
}
BREAKS_BOTH = {
    "another type": (message(a=TEXT), message(a=COUNTED)),
    "a list in place of one": (message(a=TEXT), message(a={"type": "array", "items": TEXT})),
    "another pattern": (
        message(a={**TEXT, "pattern": "Z$"}),
        message(a={**TEXT, "pattern": "z$"}),
    ),
    "a keyword that nobody foresaw": (message(a=TEXT), message(a={**TEXT, "not": {"const": ""}})),
    "options that cannot be told apart": (
        message(a=TEXT),
        message(a={"anyOf": [TEXT, {**TEXT, "minLength": 1}]}),
    ),
}
CASES = [
    pytest.param(old, new, kind, id=name)
    for kind, cases in (
        ("harmless", HARMLESS),
        ("breaks_readers", BREAKS_READERS),
        ("breaks_writers", BREAKS_WRITERS),
        ("breaks_both", BREAKS_BOTH),
    )
    for name, (old, new) in cases.items()
]


@pytest.mark.parametrize(("old", "new", "kind"), CASES)
def test_a_change_is_named_by_whom_it_breaks(old: Schema, new: Schema, kind: str) -> None:
    assert [change.kind for change in compare(old, new)] == [kind]


@pytest.mark.parametrize(("old", "new", "kind"), CASES)
def test_a_change_deep_inside_is_found_through_references(
    old: Schema, new: Schema, kind: str
) -> None:
    def buried(inner: Schema) -> Schema:
        option = {"anyOf": [{"$ref": "#/$defs/Inner"}, NULL]}
        return {**message(list={"type": "array", "items": option}), "$defs": {"Inner": inner}}

    (change,) = compare(buried(old), buried(new))
    assert change.kind == kind
    assert change.path.startswith("list[]")


def test_the_order_of_rollout_follows_from_whom_it_breaks() -> None:
    def first(kind: str) -> str:
        return next(
            change.first
            for _, (old, new) in [*HARMLESS.items(), *BREAKS_READERS.items()]
            for change in compare(old, new)
            if change.kind == kind
        )

    assert (first("harmless"), first("breaks_readers")) == ("either", "readers")
    assert Change("a", "", "breaks_writers").first == "writers"
    assert Change("a", "", "breaks_both").first == "neither"


def test_a_rename_is_called_one() -> None:
    gone, _ = compare(message(teaser=TEXT), message(standfirst=TEXT))
    assert gone.what.startswith("is gone (renamed to `standfirst`?)")


def test_a_renamed_definition_is_no_change() -> None:
    old = {**message(a={"$ref": "#/$defs/Outlet"}), "$defs": {"Outlet": message(name=TEXT)}}
    new = {**message(a={"$ref": "#/$defs/House"}), "$defs": {"House": message(name=TEXT)}}
    assert compare(old, new) == ()


def test_a_schema_that_contains_itself_is_compared() -> None:
    def tree(label: Schema) -> Schema:
        node = message(label=label, below={"type": "array", "items": {"$ref": "#/$defs/Node"}})
        return {"$ref": "#/$defs/Node", "$defs": {"Node": node}}

    changes = compare(tree(TEXT), tree(KIND))
    assert changes[0] == Change("label", "is now limited to a list of values", "breaks_writers")


def test_a_reference_out_of_the_schema_is_refused() -> None:
    with pytest.raises(ValueError, match="elsewhere"):
        compare(message(a={"$ref": "elsewhere.json"}), message(a=TEXT))


@pytest.mark.parametrize("topic", current())
def test_a_schema_does_not_differ_from_itself(topic: str) -> None:
    schema = current()[topic]
    assert compare(schema, copy.deepcopy(schema)) == ()


# -- the rules against an independent judge ------------------------------------------------------

LEAVES = st.one_of(
    st.just(TEXT),
    st.builds(lambda low: {"type": "string", "minLength": low}, st.integers(0, 2)),
    st.builds(
        lambda low, room: {"type": "integer", "minimum": low, "maximum": low + room},
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    st.just({"type": "number", "minimum": 0}),
    st.just({"type": "boolean"}),
    st.builds(
        lambda values: {"type": "string", "enum": sorted(values)},
        st.sets(st.sampled_from(["a", "b", "c"]), min_size=1),
    ),
)


def _nested(inner: st.SearchStrategy[Schema]) -> st.SearchStrategy[Schema]:
    plain = inner.map(lambda field: {key: field[key] for key in field if key != "default"})
    optional = st.builds(lambda field: {"anyOf": [field, NULL]}, plain.filter(_not_a_union))
    listed = st.builds(lambda items: {"type": "array", "items": items}, plain)
    field = st.one_of(plain, optional, listed)
    maybe = st.one_of(field, optional.map(lambda one: {**one, "default": None}))
    return st.dictionaries(st.sampled_from("pqr"), maybe).map(lambda fields: message(**fields))


def _not_a_union(field: Schema) -> bool:
    return "anyOf" not in field


SCHEMAS = _nested(LEAVES | _nested(LEAVES))


def written(schema: Schema) -> st.SearchStrategy[Any]:
    """What a strict writer of this schema may write: every field, and no other."""
    match schema:
        case {"anyOf": options}:
            return st.one_of(*(written(option) for option in options))
        case {"enum": values}:
            return st.sampled_from(values)
        case {"type": "object", "properties": properties}:
            return st.fixed_dictionaries({key: written(one) for key, one in properties.items()})
        case {"type": "array", "items": items}:
            return st.lists(written(items), max_size=2)
        case {"type": "string"}:
            return st.text("ab", min_size=schema.get("minLength", 0), max_size=3)
        case {"type": "integer"}:
            return st.integers(schema["minimum"], schema["maximum"])
        case {"type": "number"}:
            return st.floats(0, 9)
        case {"type": "boolean"}:
            return st.booleans()
        case _:
            return st.none()


@settings(max_examples=300)
@given(SCHEMAS, SCHEMAS, st.data())
def test_readers_that_are_not_broken_accept_whatever_new_writers_write(
    old: Schema, new: Schema, data: st.DataObject
) -> None:
    assume(not {change.kind for change in compare(old, new)} & {"breaks_readers", "breaks_both"})
    jsonschema.Draft202012Validator(old).validate(data.draw(written(new)))


@settings(max_examples=300)
@given(SCHEMAS, SCHEMAS, st.data())
def test_writers_that_are_not_broken_are_accepted_by_new_readers(
    old: Schema, new: Schema, data: st.DataObject
) -> None:
    assume(not {change.kind for change in compare(old, new)} & {"breaks_writers", "breaks_both"})
    jsonschema.Draft202012Validator(new).validate(data.draw(written(old)))
