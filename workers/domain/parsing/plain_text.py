"""The text of an article without markup: bare, or in a `plain_text` envelope."""

import re
from typing import Final

from schemas.article import Author, BlockKind, Claim, DateClaim, Publisher, Removed
from schemas.dead_letter import Reason
from schemas.raw_post import PlainText
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.dates import claim_of, date_field
from workers.domain.parsing.post import FoundBlock, ParsedPost
from workers.domain.parsing.stamps import read_stamp
from workers.domain.parsing.urls import as_written, host_of
from workers.domain.rejection import PostRejected

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
# an asterisk is none where another follows: *that* is emphasis; nor is one dash of several
_BULLET = re.compile(r"^\s*(?:[-•‣▪]|\*(?=[^*]*$))\s+(?=[^\s*-])")
_SENTENCE_END = tuple(".!?…:;”\"’')»。！？」؟।")
_WRAPPED: Final = range(40, 101)
"""The widths at which mail programs and typewriters break lines, in characters."""
MOST_LINES: Final = 40_000
"""A long novel has 15,000 lines."""
_STAMPS_AT: Final = 6
"""A stamp stands in the first or the last lines, this many of each."""


def parse_plain_text(envelope: PlainText, at: str) -> ParsedPost:
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


def blocks_of(text: str) -> tuple[FoundBlock, ...]:
    """The paragraphs of a text.

    Blank lines part them; where lines follow each other without one, each is a paragraph, unless
    they look like one paragraph that was broken to a width.

    Raises:
        PostRejected: too_large, for a text of more than `MOST_LINES` lines.
    """
    if text.count("\n") > MOST_LINES:
        raise PostRejected(Reason.TOO_LARGE, f"a text of more than {MOST_LINES} lines")
    found: list[FoundBlock] = []
    for part in _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line for line in part.split("\n") if tidy_line(line)]
        if not _is_wrapped(lines):
            found.extend(block for line in lines if (block := _block(line)) is not None)
        elif joined := tidy_line(" ".join(lines)):
            found.append(FoundBlock("paragraph", joined))
    return tuple(found)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph: all but the last about as wide, few ending a sentence."""
    *body, _ = lines or [""]
    if not body or _BULLET.match(lines[0]) or len(max(lines, key=len)) not in _WRAPPED:
        return False
    widths = [len(line.rstrip()) for line in body]
    ends = sum(line.rstrip().endswith(_SENTENCE_END) for line in body)
    return min(widths) >= 0.6 * max(widths) and ends <= len(body) / 2


def _block(line: str) -> FoundBlock | None:
    bullet = _BULLET.match(line)
    kind: BlockKind = "list_item" if bullet else "paragraph"
    text = tidy_line(line[bullet.end() :] if bullet else line)
    return FoundBlock(kind, text) if text else None


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
