"""The text of an article without markup: bare, or in a `plain_text` envelope."""

from typing import Final

from schemas.article import Author, Claim, DateClaim, Publisher, Removed
from schemas.raw_post import PlainText
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.dates import claim_of, date_field
from workers.domain.parsing.lines import blocks_of
from workers.domain.parsing.post import Flaw, FoundBlock, ParsedPost
from workers.domain.parsing.stamps import read_stamp
from workers.domain.parsing.urls import as_written, host_of

_STAMPS_AT: Final = 6
"""A stamp stands in the first or the last lines, this many of each."""


def parse_plain_text(envelope: PlainText, at: str, flaw: Flaw | None = None) -> ParsedPost:
    """The text's blocks; `at` is the JSON Pointer to the text, empty for a bare one.

    Raises:
        PostRejected: unreadable_date, for an envelope's `published_at` that is no ISO 8601 date.
    """
    folder = at.removesuffix("/text")
    url = as_written(envelope.url) if envelope.url else None
    blocks, stamps = _without_stamps(blocks_of(envelope.text), at)
    published = date_field(envelope.published_at, f"{folder}/published_at")
    dates: tuple[DateClaim, ...] = tuple(claim for claim, _ in stamps)
    if published is not None and envelope.published_at is not None:
        source = f"{folder}/published_at"
        dates = (claim_of("published", published, source, envelope.published_at), *dates)
    publisher = _publisher(envelope, url)
    from_url = publisher is not None and not (envelope.publisher and envelope.publisher.domain)
    claims = tuple(
        Claim(field=f"date_claims.{index}", source=at, rule="stamp_line", confidence=0.95)
        for index in range(len(dates) - len(stamps), len(dates))
    )
    if publisher is not None and publisher.domain and from_url:
        source = f"{folder}/url"
        claims += (
            Claim(field="publisher.domain", source=source, rule="link_host", confidence=1.0),
        )
    if flaw is not None:
        claims += (Claim(field="text", source=at, rule=flaw.rule, confidence=flaw.confidence),)
    return ParsedPost(
        kind="plain_text",
        identity=None,
        url=url,
        canonical_url=None,
        canonical_source="",
        title=tidy_line(envelope.title or "") or None,
        excerpt=None,
        blocks=blocks,
        blocks_source=at,
        markup=None,
        authors=tuple(
            Author(name=name, url=None)
            for name in dict.fromkeys(map(tidy_line, envelope.authors))
            if name
        ),
        dates=dates,
        publisher=publisher,
        sections=(),
        tags=(),
        images=(),
        declared_language=None,
        hidden=None,
        claims=claims,
        removed=tuple(removed for _, removed in stamps),
    )


def _publisher(envelope: PlainText, url: str | None) -> Publisher | None:
    named = envelope.publisher
    name = tidy_line(named.name or "") if named else ""
    domain = host_of(url)
    if named and named.domain:
        domain = host_of(f"https://{tidy_line(named.domain)}/") or domain
    return Publisher(name=name or None, domain=domain) if name or domain else None


def _without_stamps(
    blocks: tuple[FoundBlock, ...], at: str
) -> tuple[tuple[FoundBlock, ...], tuple[tuple[DateClaim, Removed], ...]]:
    kept: list[FoundBlock] = []
    stamps: list[tuple[DateClaim, Removed]] = []
    for index, block in enumerate(blocks):
        near_an_end = min(index, len(blocks) - 1 - index) < _STAMPS_AT
        claim = read_stamp(block.text, at) if near_an_end else None
        if claim is None:
            kept.append(block)
        else:
            stamps.append((claim, Removed(rule="stamp_line", text=block.text)))
    return tuple(kept), tuple(stamps)
