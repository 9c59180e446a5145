"""Documents, sentences and headlines cut from them, in the eleven languages of one news set."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.corpus.places import corpus
from workers.domain.enrichment.language import detect_language

CODES = dict(
    pair.split(":")
    for pair in (
        "arb:ar deu:de eng:en fra:fr heb:he hin:hi jpn:ja rus:ru spa:es tur:tr zho:zh".split()
    )
)


def texts() -> Iterator[tuple[str, str, str]]:
    """(what it is, its language, the text)."""
    for path in sorted((corpus() / "stories" / "ntrex").glob("*/*.txt")):
        code = CODES[path.stem.split("-")[0]]
        lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        yield "document", code, "\n\n".join(lines)
        for line in lines[:8]:
            if len(line) >= 40:
                yield "sentence", code, line
            headline = re.sub(r"^(.{1,40})\s.*|^(\S{20})\S*.*", r"\1\2", line, flags=re.DOTALL)
            if len(headline) >= 12:
                yield "headline", code, headline


def test_language_of_documents_sentences_and_headlines() -> None:
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    confused: Counter[tuple[str, str, str]] = Counter()
    by_confidence: dict[float, list[bool]] = defaultdict(list)
    for kind, code, text in texts():
        found = detect_language(text)
        seen[kind] += 1
        right[kind] += found.code == code
        by_confidence[found.confidence].append(found.code == code)
        if found.code != code:
            confused[kind, code, found.code] += 1
    for kind in seen:
        print(f"{kind:9} {right[kind] / seen[kind]:.4f} of {seen[kind]}")
    for row, count in confused.most_common():
        print(f"{count:4}  {' '.join(row)}")
    assert right["document"] == seen["document"]
    assert right["sentence"] >= 0.998 * seen["sentence"]
    assert right["headline"] >= 0.99 * seen["headline"]
    bold = [hit for confidence, hits in by_confidence.items() if confidence >= 0.9 for hit in hits]
    assert sum(bold) >= 0.98 * len(bold)
