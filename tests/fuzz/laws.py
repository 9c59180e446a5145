"""What holds of whatever the normalize stage makes of any bytes."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from schemas import decode, encode
from schemas.article import Article
from schemas.dead_letter import Reason
from workers.stages.outcome import Bury, Drop, Forward, Outcome

SCHEMES = ("http", "https", "mailto", "tel", "ftp", "")
"""The schemes that an address of ours may have; none of them runs anything."""


def broken_by(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Each law that these outcomes of one record break."""
    if not outcomes:
        yield "no outcome"
    for outcome in outcomes:
        match outcome:
            case Forward(records=(output, *_)):
                article = decode(Article, output.value)
                if encode(article) != output.value:
                    yield "what was written is read otherwise"
                yield from (f"an address that may run: {url[:60]!r}" for url in harmful(article))
            case Bury(reason=Reason.BUG):
                yield "a bug"
            case Bury(detail=detail) if "\n" in detail or len(detail) >= 300:
                yield "a detail that is no line"
            case Bury():
                pass
            case Forward() | Drop():
                yield f"{type(outcome).__name__} of a record with a value"


def addresses_of(article: Article) -> Iterator[str]:
    """Every address that a consumer may make a link or a picture of."""
    yield from (url for url in (article.url, article.canonical_url) if url)
    yield from (author.url for author in article.authors if author.url)
    yield from (image.url for image in article.images)
    yield from (link.url for link in article.links)


def harmful(article: Article) -> Iterator[str]:
    """The addresses that run a script or hold their own document."""
    for url in addresses_of(article):
        try:
            scheme = urlsplit(url.strip()).scheme.lower()
        except ValueError:
            yield url
            continue
        if scheme not in SCHEMES:
            yield url
