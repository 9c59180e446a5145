"""How the time of each part of enrichment grows when a text that was made to do harm is doubled.

python -m benchmarks.doubling

For each part the worst of all shapes: its time for the longer text over that for the shorter one
(2 is linear), and microseconds a kilobyte. CPU time, best of three.
"""

import json
from collections.abc import Callable
from time import process_time
from typing import Final

from benchmarks.enrich import PARTS, Analysed
from benchmarks.normalize import NOW
from schemas.article import Article
from schemas.codec import decode
from schemas.topics import ARTICLES, RAW_POSTS
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.language import detect_language
from workers.domain.stories.fingerprint import fingerprint_of
from workers.domain.stories.terms import terms_of
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Forward, Record

CHARACTERS: Final = 100_000
RUNS: Final = 3
SHAPES: Final = {
    "nothing": "",
    "one word": "a",
    "one name": "A",
    "quotation marks": '"',
    "apostrophes": "'",
    "opening marks": "“Larn ",
    "marks of three languages": "«Larn» „Ode“ 「東京」 ",
    "sentences of quotes": "“Yes,” Odile Vale said, according to Larn Radio. ",
    "all capitals": "THE MAYOR OF LARN SAID SO. ",
    "no spaces": "LarnSaidOde.",
    "titles": "Minister ",
    "mixed scripts": "Ода Larn 東京 עיר नमस्ते ",
    "right to left": "שלום עולם. ",
    "han": "東京都知事は会見で述べた。",
    "of of": "Bank of the ",
    "enumeration": "Larn, Ode and ",
    "initials": "J. ",
    "according": "according to according to ",
    "told": "told the Larn Times, told ",
    "numbers": "1,000 2 3.5 March 4 ",
    "line breaks": "Larn\n",
    "combining marks": "e\u0301\u0323",
    "emoji": "👩‍👩‍👧 ",
}
"""A piece of each text, repeated."""
EXTRA: Final[dict[str, Callable[[Analysed], object]]] = {
    "story terms": lambda a: terms_of(a.article.title or "", a.text, a.language.code),
    "fingerprint": lambda a: fingerprint_of(a.text),
}


def main() -> None:
    """Prints one line a part."""
    article = _plain_article()
    parts = {name: part for name, part in PARTS.items() if name != "the whole stage"} | EXTRA
    print(f"{'part':38}{'worst growth':>13}  of{'':22}{'worst µs / KB':>14}  of")
    texts = {
        name: (_analysed(article, piece, 1), _analysed(article, piece, 2))
        for name, piece in SHAPES.items()
    }
    for name, part in parts.items():
        growth: list[tuple[float, str]] = []
        cost: list[tuple[float, str]] = []
        for shape, (once, twice) in texts.items():
            first, second = _seconds(part, once), _seconds(part, twice)
            growth.append((second / max(first, 0.002), shape))
            cost.append((second / max(1, len(twice.article.text)) * 1e9, shape))
        (most, grown), (dearest, slow) = max(growth), max(cost)
        print(f"{name:38}{most:13.2f}  {grown:24}{dearest:14.0f}  {slow}", flush=True)


def _seconds(part: Callable[[Analysed], object], analysed: Analysed) -> float:
    best = float("inf")
    for _ in range(RUNS):
        began = process_time()
        part(analysed)
        best = min(best, process_time() - began)
    return best


def _analysed(article: Article, piece: str, times: int) -> Analysed:
    text = piece * (CHARACTERS * times // max(1, len(piece)))
    whole = article.model_copy(update={"text": text, "blocks": ()})
    record = Record(ARTICLES.name, 0, 0, None, None, (), 0)
    return Analysed(record, whole, analyse(text), detect_language(text))


def _plain_article() -> Article:
    post = {"kind": "plain_text", "title": "Larn", "text": "Odile Vale spoke in Larn on Monday."}
    record = Record(RAW_POSTS.name, 0, 0, None, json.dumps(post).encode(), (), 0)
    (outcome,) = NormalizeStage(max_post_bytes=4 << 20, max_posts=1).run(record, NOW)
    assert isinstance(outcome, Forward)
    return decode(Article, outcome.records[0].value)


if __name__ == "__main__":
    main()
