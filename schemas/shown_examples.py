"""The shipped example that stands for each topic in the documents."""

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue

EXAMPLES = Path(__file__).parent / "examples"
_TOLD = "wordpress-republished"  # a bare post that has an origin, which is the hardest to explain
_LARGEST_BYTES = 12_000  # a page that nobody can scroll through explains nothing


@dataclass(frozen=True, slots=True)
class Example:
    """One example record."""

    name: str
    value: JsonValue


def examples_of(topic: str) -> tuple[Example, ...]:
    """The JSON examples of a topic, by name; none where none is shipped."""
    found = []
    for path in sorted((EXAMPLES / topic).glob("*.json")):
        data = path.read_bytes()
        if len(data) <= _LARGEST_BYTES:
            try:
                found.append(Example(path.stem, json.loads(data)))
            except ValueError:  # one example is broken on purpose: it shows a dead letter
                continue
    return tuple(found)


def shown(topic: str) -> Example | None:
    """The one example to show: the same post all along the line, else the topic's fullest."""
    found = examples_of(topic)
    told = next((example for example in found if example.name == _TOLD), None)
    return told or max(found, key=lambda example: len(json.dumps(example.value)), default=None)
