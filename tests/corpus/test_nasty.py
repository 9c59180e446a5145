"""Inputs that others collected because they broke something."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.corpus.places import corpus
from tests.domain.parsing.posts import with_html
from tests.stages.records import NORMALIZE, NOW, normalized, record
from tests.stages.test_laws import check

MOST_SECONDS = 0.25
PATIENCE = 4
"""How much slower than an idle core a machine that runs tests may be."""


def nasty_files() -> Iterator[Path]:
    yield from (path for path in sorted((corpus() / "nasty").rglob("*")) if path.is_file())


def test_every_nasty_file_gets_its_outcomes_soon() -> None:
    slowest = ("", 0.0)
    count = 0
    for path in nasty_files():
        value = path.read_bytes()
        began = time.process_time()
        outcomes = NORMALIZE.run(record(value), NOW)
        seconds = time.process_time() - began
        check(outcomes)
        slowest = max(slowest, (path.name, seconds), key=lambda pair: pair[1])
        count += 1
    print(f"{count} files, the slowest {slowest[0]}: {slowest[1] * 1e3:.1f} ms")
    assert slowest[1] < MOST_SECONDS * PATIENCE


@pytest.mark.parametrize("field", ["content", "title", "excerpt"])
def test_every_nasty_file_gets_its_outcome_as_the_markup_of_a_post(field: str) -> None:
    for path in nasty_files():
        html = path.read_text("utf-8", "replace")
        check(normalized(with_html("<p>x</p>") | {field: {"rendered": html}}))


def test_every_naughty_string_gets_its_outcome_in_every_field() -> None:
    strings = json.loads((corpus() / "nasty" / "blns.json").read_bytes())
    for text in strings:
        check(normalized({"kind": "plain_text", "text": text, "title": text, "authors": [text]}))
        check(normalized(with_html(text, title={"rendered": text}, link=text, slug=text)))
