"""Microseconds that each part of enrichment takes for an article of 3 KB, on one core.

python -m benchmarks.enrich [POSTS.ndjson]

Best of seven runs over all articles, in CPU time, each part by itself on texts that were analysed
beforehand; beside it the part's share of a calibration loop of plain Python in the same process,
because a shared machine is never the same machine twice: compare that ratio between runs. Without
a file it takes the posts of the corpus that COPYDESK_CORPUS names.
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.normalize import NOW, calibration_seconds, records_of
from schemas.article import Article
from schemas.codec import decode
from schemas.enriched_article import DetectedLanguage
from schemas.topics import ARTICLES
from workers.domain.enrichment.analysed_text import AnalysedText, analyse
from workers.domain.enrichment.entities.find import as_messages, find_entities
from workers.domain.enrichment.language import detect_language
from workers.domain.enrichment.words import count_words
from workers.stages.enrich import EnrichStage, enrich
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, Record

RUNS: Final = 7
MOST_ARTICLES: Final = 300
ARTICLE_CHARACTERS: Final = 3_000


class Analysed(NamedTuple):
    """One article, and what the parts take."""

    record: Record
    article: Article
    text: AnalysedText
    language: DetectedLanguage


PARTS: Final[dict[str, Callable[[Analysed], object]]] = {
    "analyse (blocks, sentences, tokens)": lambda a: analyse(a.article.text, a.article.blocks),
    "detected_language": lambda a: detect_language(a.article.text),
    "entities": lambda a: find_entities(a.text, a.language),
    "entities as messages": lambda a: as_messages(a.text, find_entities(a.text, a.language)),
    "word_count": lambda a: count_words(a.article.text),
    "all parts": lambda a: enrich(a.article, analyse(a.article.text, a.article.blocks)),
    "the whole stage": lambda a: EnrichStage().run(a.record, NOW),
}
"""Each row of the table: a part that is added to `enrich` is added here."""


def analysed(path: Path) -> list[Analysed]:
    """The articles of a file of raw posts, analysed."""
    stage = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)
    found: list[Analysed] = []
    for post in records_of(path):
        for outcome in stage.run(post, NOW):
            if not isinstance(outcome, Forward) or len(found) >= MOST_ARTICLES:
                continue
            (output,) = outcome.records
            record = Record(ARTICLES.name, 0, 0, output.key, output.value, output.headers, 0)
            article = decode(Article, output.value)
            text = analyse(article.text, article.blocks)
            found.append(Analysed(record, article, text, detect_language(article.text)))
    return found


def best_seconds(part: Callable[[Analysed], object], articles: list[Analysed]) -> float:
    """The least CPU seconds for all articles."""
    best = float("inf")
    for _ in range(RUNS):
        gc.collect()
        began = time.process_time()
        for article in articles:
            part(article)
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Prints the table."""
    corpus = Path(os.environ.get("COPYDESK_CORPUS", "../shared/corpus"))
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else corpus / "wordpress" / "posts.ndjson"
    if not path.is_file():
        print(f"no posts at {path}: name a file, or set COPYDESK_CORPUS")
        return
    articles = analysed(path)
    characters = sum(len(article.article.text) for article in articles)
    tokens = sum(len(article.text.words) for article in articles)
    thousands = characters / ARTICLE_CHARACTERS
    loop = min(calibration_seconds() for _ in range(RUNS))
    print(f"{len(articles)} articles, {characters:,} characters, {tokens:,} tokens")
    print(f"a million steps of a plain loop: {loop * 1e3:.0f} ms\n")
    print(f"{'part':36}{'µs / 3 KB':>10}{'tokens / s':>13}{'loops / 3 KB':>14}")
    for name, part in PARTS.items():
        seconds = best_seconds(part, articles)
        each = seconds / thousands
        print(f"{name:36}{each * 1e6:10.0f}{tokens / seconds:13,.0f}{each / loop:14.4f}")


if __name__ == "__main__":
    main()
