"""The labelled cases of origins and cited sources, as the corpus's own scorer counts them.

A regression check and no more: cases that were read while rules were written say little of others.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.places import corpus
from tests.stages.records import ENRICH, NORMALIZE, NOW, forwarded, read_again, record
from workers.stages.outcome import Forward

LEAST_ORIGIN_F1 = 0.97
LEAST_CITED_F1 = 0.9


def test_origins_and_cited_sources_of_the_labelled_cases(tmp_path: Path) -> None:
    folder = corpus() / "origin"
    if not folder.is_dir():
        pytest.skip(f"no labelled cases at {folder}")
    made = subprocess.run(
        [sys.executable, str(folder / "preview.py"), "make"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    cases = [json.loads(line) for line in (folder / "cases.ndjson").read_text("utf-8").splitlines()]
    posts = zip(cases, made.stdout.splitlines(), strict=True)
    answers = tmp_path / "predictions.ndjson"
    answers.write_text("\n".join(answer(case["id"], value) for case, value in posts), "utf-8")
    scored = subprocess.run(
        [sys.executable, str(folder / "score.py"), str(answers), "--json"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    total = json.loads(scored.stdout)["total"]
    print(total)
    assert total["origin"][0] == 1.0
    assert total["origin"][2] >= LEAST_ORIGIN_F1
    assert total["cited"][2] >= LEAST_CITED_F1


def answer(case: str, value: bytes) -> str:
    (outcome,) = NORMALIZE.run(record(value), NOW)
    assert isinstance(outcome, Forward)
    enriched = json.loads(forwarded(ENRICH.run(read_again(forwarded(outcome)), NOW)[0]).value)
    origin = enriched["article"]["origin"]
    named = {"name": origin["name"], "domain": origin["domain"]} if origin else None
    cited = [source["name"] for source in enriched["cited_sources"]]
    return json.dumps({"id": case, "origin": named, "cited": cited})
