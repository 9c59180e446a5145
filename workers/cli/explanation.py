"""An article beside where each part of it came from, and what was removed and why."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from schemas.article import Article, BlockKind, Claim
from schemas.enriched_article import EnrichedArticle
from workers.cli.wording import (
    date_words,
    language_words,
    origin_words,
    percent,
    plural,
    printable,
    publisher_words,
    terms_words,
)

_MARKS: dict[BlockKind, str] = {
    "paragraph": "¶",
    "heading": "§",
    "list_item": "•",
    "quote": "❝",
    "caption": "▣",
    "table": "▦",
    "code": "⌘",
    "embed": "▶",
}

Row = tuple[str, Text, tuple[str, ...]]
"""A label, what stands there, and lines that say where it came from."""


def explanation(article: Article, enriched: EnrichedArticle | None) -> RenderableType:
    """The whole article with its provenance, for reading on a terminal."""
    claims = _claims_by_field(article)
    parts: list[RenderableType] = [
        _grid(_facts(article, claims)),
        *_section("Origin", _grid(_origin(article, claims))),
        *_section(f"Text: {_measure(article, enriched)}", _blocks(article, claims)),
        *(Text(f"↳ {where}", "dim") for where in _where(claims, "text")),
        *_section("Removed", _grid(_removed(article))),
        *_section("Pictures and links", _grid(_media(article))),
    ]
    return Group(*parts)


def _claims_by_field(article: Article) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in article.claims:
        found.setdefault(claim.field, []).append(claim)
    return found


def _where(claims: dict[str, list[Claim]], field: str) -> tuple[str, ...]:
    return tuple(
        printable(
            f"{claim.source or 'the whole post'} · {claim.rule} · {percent(claim.confidence)}"
        )
        for claim in claims.get(field, ())
    )


def _facts(article: Article, claims: dict[str, list[Claim]]) -> Iterator[Row]:
    moved = article.canonical_url != article.url
    title = Text(printable(article.title), "bold") if article.title else Text("(none)", "dim")
    yield ("title", title, _where(claims, "title"))
    yield from _said(claims, ("standfirst", article.standfirst))
    yield from _said(claims, ("authors", ", ".join(author.name for author in article.authors)))
    yield from _dates(article, claims)
    name_and_host = (*claims.get("publisher.name", ()), *claims.get("publisher.domain", ()))
    publisher_claims = {"publisher": list(name_and_host)}
    yield from _said(publisher_claims, ("publisher", publisher_words(article.publisher)))
    yield from _said(
        claims,
        ("url", article.url),
        ("canonical_url", article.canonical_url if moved else None),
        ("sections", terms_words(article.sections)),
        ("tags", terms_words(article.tags)),
        ("declared_language", article.declared_language),
        ("access", article.access),
        ("article_id", article.article_id),
    )


def _said(claims: dict[str, list[Claim]], *fields: tuple[str, str | None]) -> Iterator[Row]:
    for field, value in fields:
        if value:
            label = field.replace("_", " ")
            yield (label, Text(printable(value)), _where(claims, field))


def _dates(article: Article, claims: dict[str, list[Claim]]) -> Iterator[Row]:
    for index, claim in enumerate(article.date_claims):
        whose = " (by the origin)" if claim.whose == "origin" else ""
        written = f"{claim.source} · written {claim.written!r}"
        rules = _where(claims, f"date_claims.{index}")
        yield (
            claim.role,
            Text(date_words(claim) + whose, "" if claim.instant else "yellow"),
            (*rules, printable(written)) if rules else (printable(written),),
        )


def _origin(article: Article, claims: dict[str, list[Claim]]) -> Iterator[Row]:
    origin = article.origin
    if origin is None:
        return
    name = Text.assemble(
        (origin_words(origin), "bold cyan"), f"  {percent(origin.confidence)} sure"
    )
    yield ("published by", name, () if origin.evidence else _where(claims, "origin"))
    for trace in origin.evidence:
        words = Text(printable(trace.text), "italic")
        yield ("evidence", words, (printable(f"{trace.source} · {trace.kind}"),))


def _measure(article: Article, enriched: EnrichedArticle | None) -> str:
    parts = [plural(len(article.blocks), "block")]
    if enriched is not None and enriched.word_count is not None:
        parts.append(plural(enriched.word_count, "word"))
    if enriched is not None and enriched.detected_language is not None:
        parts.append(language_words(enriched.detected_language, sure=True))
    return ", ".join(parts)


def _blocks(article: Article, claims: dict[str, list[Claim]]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for index, block in enumerate(article.blocks):
        if index:
            table.add_row()
        words = article.text[block.start_char : block.end_char]
        text = Text("\n".join(map(printable, words.split("\n"))))
        if block.kind == "heading":
            text.stylize("bold")
        table.add_row(_MARKS[block.kind], _with_source(text, _where(claims, f"blocks.{index}")))
    return table


def _removed(article: Article) -> Iterator[Row]:
    for removed in article.removed:
        yield (removed.rule, Text(printable(removed.text), "strike dim"), ())


def _media(article: Article) -> Iterator[Row]:
    for image in article.images:
        yield (
            "picture",
            Text(printable(image.caption or image.alt or "")),
            (printable(image.url),),
        )
    for link in article.links:
        yield ("link", Text(printable(link.text)), (printable(link.url),))


def _section(title: str, content: Table) -> tuple[RenderableType, ...]:
    if not content.row_count:
        return ()
    return (Text(), Rule(Text(title, "bold"), align="left", style="dim"), content)


def _grid(rows: Iterator[Row]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True, min_width=10)
    table.add_column(overflow="fold")
    for label, value, sources in rows:
        table.add_row(label, _with_source(value, sources))
    return table


def _with_source(value: Text, sources: tuple[str, ...]) -> RenderableType:
    if not sources:
        return value
    lines = Text("\n".join(f"↳ {source}" for source in sources), "dim", overflow="fold")
    return Group(value, Padding(lines, (0, 0, 0, 2))) if value else lines
