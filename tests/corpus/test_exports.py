"""Everything that the corpus holds is sound in the forms that others speak."""

import gzip
import json
from collections.abc import Iterator

from schemas.article import Article
from schemas.codec import decode
from schemas.enriched_article import EnrichedArticle
from tests.corpus.places import corpus, posts
from tests.domain.exports.forms import NEWS_ARTICLE, NINJS, faults
from tests.stages.records import ENRICH, NORMALIZE, NOW, forwarded, read_again, record
from workers.domain.exports.ninjs import ninjs
from workers.domain.exports.schema_org import news_article
from workers.stages.outcome import Forward


def pages() -> Iterator[bytes]:
    for path in sorted((corpus() / "html").rglob("*.html.gz")):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        url = f"https://pages.example/{path.name}"
        yield json.dumps({"kind": "html_page", "html": html, "url": url}).encode()


def everything() -> Iterator[bytes]:
    yield from posts()
    yield from pages()


def test_every_article_is_sound_as_ninjs_and_as_a_news_article() -> None:
    count = 0
    for value in everything():
        for outcome in NORMALIZE.run(record(value), NOW):
            if not isinstance(outcome, Forward):
                continue
            output = forwarded(outcome)
            article = decode(Article, output.value)
            after = forwarded(ENRICH.run(read_again(output), NOW)[0])
            enriched = decode(EnrichedArticle, after.value)
            assert faults(ninjs(article, enriched), NINJS) == []
            assert faults(news_article(article, enriched), NEWS_ARTICLE) == []
            count += 1
    print(f"{count} articles")
    assert count > 700
