"""Previewed articles in the shapes that others speak."""

from collections.abc import Iterable
from typing import Final, Literal, assert_never

import click

from schemas.article import Article
from schemas.codec import encode_json
from schemas.enriched_article import EnrichedArticle
from workers.cli.output import json_line, say
from workers.cli.pure_line import PreviewedPost
from workers.cli.wording import plural, printable
from workers.domain.exports.ninjs import ninjs
from workers.domain.exports.readable import readable
from workers.domain.exports.schema_org import news_article

Form = Literal["ninjs", "schema.org", "text"]
FORMS: Final[tuple[Form, ...]] = ("ninjs", "schema.org", "text")

_BETWEEN: Final = "\n\n" + "-" * 40 + "\n"


def export(posts: Iterable[PreviewedPost], form: Form) -> None:
    """Writes every article on stdout; posts that are none are named on stderr."""
    written = others = 0
    for post in posts:
        article = post.decoded_article()
        if article is None or post.outcome != "forward":
            others += 1
            where = f"{printable(post.input)} #{post.index}"
            click.echo(f"{where}: {post.outcome}: {post.reason}", err=True)
            continue
        _write(article, post.decoded_enriched(), form, first=not written)
        written += 1
    if others:
        click.echo(f"{plural(others, 'post')} became no article.", err=True)


def _write(article: Article, enriched: EnrichedArticle | None, form: Form, *, first: bool) -> None:
    match form:
        case "ninjs":
            json_line(encode_json(ninjs(article, enriched)))
        case "schema.org":
            json_line(encode_json(news_article(article, enriched)))
        case "text":
            say(readable(article) if first else _BETWEEN + readable(article))
        case _:
            assert_never(form)
