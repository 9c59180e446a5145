"""An article as a person wants to see it: a card of a few lines."""

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from schemas.article import Article
from schemas.enriched_article import EnrichedArticle
from workers.cli.wording import (
    instant,
    language_words,
    origin_words,
    plural,
    printable,
    publisher_words,
    short_provenance,
    shortened,
    terms_words,
)

LEAD_CHARACTERS = 300


def headline(article: Article) -> Text:
    """The title; where there is none, the first words, and it says so."""
    if article.title:
        return Text(printable(article.title), "bold")
    first = shortened(article.text, 60) or f"({article.access})"
    return Text.assemble((first, "bold"), ("  no title", "dim"))


def byline(article: Article) -> Text:
    """`By A and B · published … · changed …`, as far as it is known."""
    parts = []
    if article.authors:
        parts.append("By " + " and ".join(printable(author.name) for author in article.authors))
    if article.published_at:
        parts.append(f"published {instant(article.published_at)}")
    if article.modified_at and article.modified_at != article.published_at:
        parts.append(f"changed {instant(article.modified_at)}")
    if article.access != "open":
        parts.append(article.access)
    return Text(" · ".join(parts) or "undated, no byline", "dim")


def provenance(article: Article) -> Text:
    """Who published it here, and who published it first."""
    line = Text(publisher_words(article.publisher))
    if article.origin is not None:
        line.append("  ← first published by ", "dim")
        line.append(origin_words(article.origin), "bold cyan")
    return line


def facts(article: Article, enriched: EnrichedArticle | None) -> Text:
    """`en · 412 words · 12 blocks · World news`."""
    parts = [plural(len(article.blocks), "block")]
    if enriched is not None:
        if enriched.word_count is not None:
            parts.insert(0, plural(enriched.word_count, "word"))
        parts.insert(0, language_words(enriched.detected_language))
    if article.sections:
        parts.append(terms_words(article.sections))
    if article.removed:
        parts.append(f"{plural(len(article.removed), 'piece')} removed")
    return Text(" · ".join(parts), "dim")


def lead(article: Article) -> Text:
    """The first words of the text."""
    return Text(shortened(article.text, LEAD_CHARACTERS))


def _short_headline(article: Article) -> Text:
    """The title; where there is none, the first words, set apart."""
    if article.title:
        return Text(shortened(article.title, 100))
    return Text(shortened(article.text, 60) or f"({article.access})", "dim italic")


def evidence_and_removed(article: Article) -> RenderableType:
    """Why we believe the origin, and what was kept out of the text."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for trace in article.origin.evidence if article.origin else ():
        grid.add_row("  because", _with_rule(trace.text, trace.kind))
    for removed in article.removed:
        grid.add_row("  removed", _with_rule(removed.text, removed.rule))
    return grid


def _with_rule(text: str, rule: str) -> Text:
    return Text.assemble(shortened(text, 120), (f"  {rule}", "dim"))


def articles_table(messages: Sequence[EnrichedArticle]) -> Table:
    """A row an article: when, who, what, in which language."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column("published", no_wrap=True)
    table.add_column("publisher ← origin", overflow="fold")
    table.add_column("title", overflow="fold")
    table.add_column("lang", no_wrap=True)
    table.add_column("words", justify="right", no_wrap=True)
    for message in messages:
        article = message.article
        moment = article.published_at
        table.add_row(
            f"{moment:%Y-%m-%d %H:%M}" if moment else "—",
            short_provenance(article),
            _short_headline(article),
            language_words(message.detected_language),
            "—" if message.word_count is None else f"{message.word_count:,}",
        )
    return table


def card(article: Article, enriched: EnrichedArticle | None) -> RenderableType:
    """Title, byline, provenance and facts, one line each."""
    lines = [byline(article), provenance(article), facts(article, enriched)]
    return Group(headline(article), Padding(Group(*lines), (0, 0, 0, 2)))
