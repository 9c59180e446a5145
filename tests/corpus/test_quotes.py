"""Direct quotations with their speakers, against annotated news."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.corpus.places import corpus
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.find import find_entities
from workers.domain.enrichment.quotes.find import find_quotes


def test_quotations_have_the_speakers_that_readers_gave_them(tmp_path: Path) -> None:
    scorer, folder = str(corpus() / "scorers" / "quotes.py"), str(corpus() / "text" / "polnear")
    made = subprocess.run(
        [sys.executable, scorer, "make", folder], capture_output=True, check=True, timeout=60
    )
    lines: list[dict[str, Any]] = []
    seconds = characters = 0.0
    for line in made.stdout.splitlines():
        text = paragraphs(json.loads(line)["text"])
        analysed = analyse(text)
        entities = find_entities(analysed)
        began = time.process_time()
        quotes = find_quotes(analysed, entities)
        seconds += time.process_time() - began
        characters += len(text)
        found = [quote.model_dump() for quote in quotes]
        lines.append(
            {"outcome": "forward", "article": {"text": text}, "enriched": {"quotes": found}}
        )
    file = tmp_path / "preview.ndjson"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    scored = subprocess.run(
        [sys.executable, scorer, "score", folder, str(file)],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    print(scored.stdout, f"{seconds / characters * 3e6:.2f} ms for 3,000 characters")
    score = re.search(r"F1 ([.\d]+)", scored.stdout)
    assert score is not None
    assert float(score[1]) >= 0.91


def paragraphs(text: str) -> str:
    """Lines as paragraphs, as a plain text is read."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line)
