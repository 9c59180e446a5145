"""Names that readers marked in news and in comments, held against the rules'."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.places import corpus
from tests.corpus.test_seeds import preview


@pytest.mark.parametrize(
    ("marked", "least"), [("conll2003-valid.txt", 0.90), ("wnut17-dev.txt", 0.57)]
)
def test_most_names_are_found_and_are_of_their_kind(
    marked: str, least: float, tmp_path: Path
) -> None:
    gold = corpus() / "ner" / marked
    check = str(corpus() / "scorers" / "entities.py")
    made = subprocess.run(
        [sys.executable, check, "make", str(gold)], capture_output=True, check=True, timeout=60
    )
    lines = [
        json.dumps(preview(index, value)) for index, value in enumerate(made.stdout.splitlines())
    ]
    file = tmp_path / "preview.ndjson"
    file.write_text("\n".join(lines), "utf-8")
    scored = subprocess.run(
        [sys.executable, check, "score", str(gold), str(file)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    typed = re.search(r"typed.* F1 (\S+)", scored.stdout)
    assert typed is not None
    assert float(typed[1]) >= least, scored.stdout
