"""The two seed posts, held against what a careful reader made of them."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.places import seeds
from tests.stages.records import ENRICH, NORMALIZE, NOW, forwarded, read_again, record
from workers.stages.outcome import Bury, Forward

SAID = re.compile("SHORT .*(?:: quote |: language |taken for a speaker)")
"""Demands on the language and the quotes."""


@pytest.mark.parametrize("order", [[], ["--reverse"]], ids=["as given", "reversed"])
def test_every_demand_on_the_seeds_holds(order: list[str], tmp_path: Path) -> None:
    check = str(seeds() / "check.py")
    made = subprocess.run(
        [sys.executable, check, "make", *order], capture_output=True, check=True, timeout=60
    )
    lines = [
        json.dumps(preview(index, value)) for index, value in enumerate(made.stdout.splitlines())
    ]
    file = tmp_path / "preview.ndjson"
    file.write_text("\n".join(lines), "utf-8")
    scored = subprocess.run(
        [sys.executable, check, "score", str(file), "--only", "normalize"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    print(scored.stdout)
    assert scored.returncode == 0, scored.stdout + scored.stderr
    enriched = subprocess.run(
        [sys.executable, check, "score", str(file)], capture_output=True, text=True, timeout=60
    )
    short = [line for line in enriched.stdout.splitlines() if SAID.search(line)]
    assert short == []


def preview(index: int, value: bytes) -> dict[str, object]:
    (outcome,) = NORMALIZE.run(record(value), NOW)
    line: dict[str, object] = {"input": "seeds", "index": index, "reason": None, "detail": None}
    if isinstance(outcome, Bury):
        return {**line, "outcome": "bury", "reason": outcome.reason, "detail": outcome.detail}
    assert isinstance(outcome, Forward)
    output = forwarded(outcome)
    enriched = json.loads(forwarded(ENRICH.run(read_again(output), NOW)[0]).value)
    del enriched["article"]
    article = json.loads(output.value)
    return {**line, "outcome": "forward", "article": article, "enriched": enriched}
