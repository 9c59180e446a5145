"""The text of an article without markup: bare, or in a `plain_text` envelope."""

import re
from collections.abc import Iterable
from typing import Final

from schemas.article import Author, Claim, DateClaim, Publisher, Removed
from schemas.raw_post import PlainText
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.dates import claim_of, date_field
from workers.domain.parsing.feeds.dates import read_feed_date
from workers.domain.parsing.post import STANDFIRST_LINE, Excerpt, Flaw, FoundBlock, ParsedPost
from workers.domain.parsing.text.head import Head, read_head
from workers.domain.parsing.text.lines import blocks_of
from workers.domain.parsing.text.mail import MailHead, read_mail_head, without_signature
from workers.domain.parsing.text.stamps import read_stamp
from workers.domain.parsing.text.tail import without_tail
from workers.domain.parsing.urls import as_written, host_of

_GARBLED: Final = re.compile(
    "\u00c3[\u0080-\u00bf\u0192\u0161\u0178]|\u00e2\u20ac[\u0080-\u2122]|\u00c2[\u00a0-\u00bf]|\u00d0[\u0080-\u00bf]\u00d0"
)
"""UTF-8 that somebody read as Windows-1252: `\u00c3\u00a9` for `\u00e9`."""
_SURELY_GARBLED: Final = 2
_STAMPS_AT: Final = 6
"""A stamp stands in the first or the last lines, this many of each."""


def parse_plain_text(envelope: PlainText, at: str, flaw: Flaw | None = None) -> ParsedPost:
    """The text's blocks; `at` is the JSON Pointer to the text, empty for a bare one.

    What stands around the text is told apart: the head of an e-mail, a headline, a standfirst, a
    byline, dates, an agency's lines, end marks. What the envelope says counts before any of it.

    Raises:
        PostRejected: unreadable_date, for an envelope's `published_at` that is no ISO 8601 date;
            too_large.
    """
    folder = at.removesuffix("/text")
    url = as_written(envelope.url) if envelope.url else None
    said = read_text(envelope.text, at, titled=bool(envelope.title))
    published = date_field(envelope.published_at, f"{folder}/published_at")
    dates: tuple[DateClaim, ...] = tuple(claim for claim, _ in said.dates)
    if published is not None and envelope.published_at is not None:
        source = f"{folder}/published_at"
        dates = (claim_of("published", published, source, envelope.published_at), *dates)
    publisher = _publisher(envelope, url)
    title = tidy_line(envelope.title or "") or None
    named = tuple(name for name in map(tidy_line, envelope.authors) if name)
    claims = (
        *_said_claims(said, at, titled=title is not None, named=bool(named)),
        *(
            Claim(
                field=f"date_claims.{len(dates) - len(said.dates) + number}",
                source=at,
                rule=rule,
                confidence=0.95 if rule == "stamp_line" else 0.85,
            )
            for number, (_, rule) in enumerate(said.dates)
        ),
        *_domain_claim(envelope, publisher, folder),
        *_flaw_claims(envelope.text, flaw, at),
    )
    standfirst = said.standfirst
    return ParsedPost(
        kind="plain_text",
        identity=None,
        url=url,
        canonical_url=None,
        canonical_source="",
        title=title or said.title,
        excerpt=Excerpt(standfirst, cut=False, source=at, rule=STANDFIRST_LINE)
        if standfirst
        else None,
        blocks=said.blocks,
        blocks_source=at,
        markup=None,
        authors=tuple(Author(name=name, url=None) for name in dict.fromkeys(named or said.authors)),
        dates=dates,
        publisher=publisher,
        sections=(),
        tags=(),
        images=(),
        declared_language=None,
        hidden=None,
        claims=claims,
        removed=tuple(Removed(rule=rule, text=words[:500]) for rule, words in said.removed),
    )


def read_text(text: str, at: str, *, titled: bool) -> Head:
    """A text without markup, taken apart from its first line to its last.

    Raises:
        PostRejected: too_large.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    mail = read_mail_head(text)
    rest, signature = without_signature(mail.rest if mail is not None else text)
    blocks, tail = without_tail(blocks_of(rest))
    subject = mail.subject if mail is not None else None
    said = read_head(blocks, at, titled=titled or subject is not None)
    said.blocks, stamps = _without_stamps(said.blocks, at)
    said.dates += ((claim, "stamp_line") for claim, _ in stamps)
    said.removed += (("stamp_line", removed.text) for _, removed in stamps)
    said.removed += tail
    if signature:
        said.removed.append(("signature", signature))
    if mail is not None:
        _take_mail(mail, said, at)
    return said


def _take_mail(mail: MailHead, said: Head, at: str) -> None:
    said.removed.insert(0, ("mail_header", mail.head))
    if mail.subject is not None and said.title is None:
        said.title, said.title_rule, said.title_confidence = mail.subject, "mail_subject", 0.85
    said.authors = said.authors or mail.authors
    written = read_feed_date(mail.date) if mail.date is not None else None
    if written is not None and mail.date is not None:
        said.dates.append((claim_of("published", written, at, mail.date), "mail_date"))


def _said_claims(said: Head, at: str, *, titled: bool, named: bool) -> Iterable[Claim]:
    if said.title is not None and not titled:
        yield Claim(
            field="title", source=at, rule=said.title_rule, confidence=said.title_confidence
        )
    if said.authors and not named:
        yield Claim(field="authors", source=at, rule="byline_line", confidence=0.9)
    if said.dateline:
        yield Claim(field="text", source=at, rule="dateline", confidence=0.9)


def _domain_claim(envelope: PlainText, publisher: Publisher | None, folder: str) -> Iterable[Claim]:
    named = envelope.publisher is not None and envelope.publisher.domain
    if publisher is not None and publisher.domain and not named:
        source = f"{folder}/url"
        yield Claim(field="publisher.domain", source=source, rule="link_host", confidence=1.0)


def _flaw_claims(text: str, flaw: Flaw | None, at: str) -> Iterable[Claim]:
    if flaw is not None:
        yield Claim(field="text", source=at, rule=flaw.rule, confidence=flaw.confidence)
    if len(_GARBLED.findall(text[:20_000])) >= _SURELY_GARBLED:
        yield Claim(field="text", source=at, rule="garbled_charset_kept", confidence=0.8)


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
