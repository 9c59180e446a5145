"""Names that readers marked in news and in comments, held against the rules'."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.entity_confusions import confusions, marked_texts
from tests.corpus.places import corpus
from tests.corpus.test_seeds import preview
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.find import find_entities


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
    # with a title of its own no first line is taken for the headline, which would leave the text
    posts = [{**json.loads(line), "title": "Marked names"} for line in made.stdout.splitlines()]
    lines = [
        json.dumps(preview(index, json.dumps(post).encode())) for index, post in enumerate(posts)
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


def test_what_is_taken_for_what_is_counted_by_span_and_kind(tmp_path: Path) -> None:
    rows = "Harbour-master O;Ines B-PER;Calloway I-PER;left O;Varne B-LOC;for O;Lyra B-MISC;. O"
    file = tmp_path / "marked.txt"
    file.write_text(rows.replace(";", "\n") + "\n\n", "utf-8")
    (marked,) = marked_texts(file)
    assert marked.text == "Harbour-master Ines Calloway left Varne for Lyra."
    assert marked.kinds == {(15, 28): "person", (34, 39): "place", (44, 48): None}
    counted = confusions(marked, find_entities(analyse("Nothing here.")))
    assert counted == {("person", "missed"): 1, ("place", "missed"): 1}
