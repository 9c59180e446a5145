"""The post that an entry is: one shape for RSS, Atom and JSON Feed."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from html import unescape
from typing import Final

from schemas.article import Author, Claim, DateClaim, Removed
from schemas.dead_letter import Reason
from workers.domain.cleaning.read_on import without_read_on
from workers.domain.parsing.bylines import names_of
from workers.domain.parsing.dates import claim_of, never_happened
from workers.domain.parsing.excerpts import CUT_MARKS, read_excerpt
from workers.domain.parsing.feeds.dates import read_feed_date
from workers.domain.parsing.feeds.entry import Body, Entry, FeedFacts, FoundDate, Person
from workers.domain.parsing.feeds.identity import identity_of, is_comment
from workers.domain.parsing.feeds.publisher import publisher_of
from workers.domain.parsing.fragment import plain_text_of, read_fragment
from workers.domain.parsing.fragment_reader import Fragment
from workers.domain.parsing.pictures import gathered
from workers.domain.parsing.post import Excerpt, FoundBlock, Markup, ParsedPost
from workers.domain.parsing.text.lines import blocks_of
from workers.domain.parsing.urls import as_written, joined
from workers.domain.parsing.wordpress_people import ACCOUNTS
from workers.domain.rejection import PostRejected

_TEASER: Final = 500
"""Characters: a lone description of one paragraph up to this length is taken for a teaser. By
RSS 2.0 it may be the synopsis or the whole; WordPress's own cut, 55 words, has about 350."""
_MAYBE_SHORT: Final = 2_000
"""Characters: a text of more than this is no short version, whatever stands beside it."""
_OWN_LINE: Final = 150
"""Characters of the line about the site that plug-ins add to a description."""
_TAG: Final = re.compile(r"<[^<>]*>")
_NOTHING: Final = Fragment((), (), (), decoded_twice=False)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def parse_entry(entry: Entry, feed: FeedFacts) -> ParsedPost:
    """The entry as far as it can be read.

    Raises:
        PostRejected: not_a_post (a reader's comment), too_large.
    """
    if is_comment(entry):
        raise PostRejected(Reason.NOT_A_POST, "an entry of a comment feed, not a post")
    url = _address(entry.url.text, feed) if entry.url is not None else None
    canonical = _address(entry.canonical.text, feed) if entry.canonical is not None else None
    body, excerpt_body = _chosen(entry.bodies)
    fragment = read_body(body) if body is not None else _NOTHING
    removed = list(fragment.removed)
    blocks = fragment.blocks
    excerpt = _excerpt(excerpt_body) if excerpt_body is not None else None
    if body is not None and excerpt is None and body.rule in ("description", "summary"):
        blocks, excerpt = _teaser(body, blocks, removed)
    people, author_claims = _authors(entry, feed, removed)
    publisher = publisher_of(entry, feed, url)
    dates, date_claims = _dates(entry.dates)
    base = (body.base if body is not None else None) or url or feed.home or feed.address
    source = body.source if body is not None else entry.at
    language, language_claims = _language(entry, feed)
    return ParsedPost(
        kind="feed_entry",
        identity=identity_of(entry, feed, url),
        url=url,
        canonical_url=canonical,
        canonical_source=entry.canonical.source if canonical and entry.canonical else "",
        title=entry.title,
        excerpt=excerpt,
        blocks=_based(blocks, base) if base != url else blocks,
        blocks_source=source,
        markup=Markup(body.text, source) if body is not None and body.is_html else None,
        authors=people,
        dates=dates,
        publisher=publisher.found,
        sections=entry.sections,
        tags=entry.tags,
        images=gathered((*entry.pictures, *fragment.images), base),
        declared_language=language,
        hidden=None,
        claims=(
            *_text_claims(entry, feed, body, fragment),
            *_url_claims(entry, url),
            *author_claims,
            *publisher.claims,
            *date_claims,
            *language_claims,
            *_term_claims(entry),
        ),
        removed=tuple(removed),
        taken_from=entry.taken_from,
    )


def _address(written: str, feed: FeedFacts) -> str | None:
    text = unescape(written) if "&amp;" in written or "&#" in written else written
    return as_written(text) or joined(text, feed.home or feed.address)


def _chosen(bodies: tuple[Body, ...]) -> tuple[Body | None, Body | None]:
    """The text and the short version of it.

    The fields are in the order of their meaning; a shorter one in front is the short version all
    the same, where it has less than half the length.
    """
    if not bodies:
        return None, None
    first = text = bodies[0]
    if len(bodies) > 1 and len(first.text) < _MAYBE_SHORT:
        longest = max(bodies, key=_shown_length)
        if _shown_length(first) * 2 < _shown_length(longest) - _OWN_LINE:
            text = longest
    return text, next((body for body in bodies if body.text.strip() != text.text.strip()), None)


def _shown_length(body: Body) -> int:
    return len(_TAG.sub("", body.text) if body.is_html else body.text)


def read_body(body: Body) -> Fragment:
    """The blocks of a text of either form. Without a tag, and with blank lines, markup is plain."""
    if body.is_html and ("<" in body.text or "\n\n" not in body.text):
        return read_fragment(body.text)
    text = unescape(body.text) if body.is_html else body.text
    return Fragment(blocks_of(text), (), (), decoded_twice=False)


def _excerpt(body: Body) -> Excerpt | None:
    """The short version, without the line about the site that plug-ins add below it."""
    if body.is_html and any(mark in body.text for mark in CUT_MARKS):
        return None  # cut from the text, so nobody's standfirst
    if not body.is_html:
        text, cut = without_read_on(" ".join(body.text.split()))
        return Excerpt(text, cut or text.endswith(("…", "...")), body.source) if text else None
    blocks = read_fragment(body.text).blocks
    if len(blocks) > 1 and len(blocks[-1].links) > 1:  # “The post … appeared first on …”
        words = " ".join(block.text for block in blocks[:-1])
        text, cut = without_read_on(words)
        return Excerpt(text, cut, body.source) if text else None
    return read_excerpt(body.text, body.source)


def _teaser(
    body: Body, blocks: tuple[FoundBlock, ...], removed: list[Removed]
) -> tuple[tuple[FoundBlock, ...], Excerpt | None]:
    """The blocks of a description that stands alone, and the same as an excerpt if it is but one.

    Plug-ins write a line below the place where WordPress cut the text, so the mark of cutting need
    not be at the end.
    """
    kept: list[FoundBlock] = []
    cut = False
    for block in blocks:
        text, was_cut = without_read_on(block.text)
        cut |= was_cut
        if was_cut:
            removed.append(Removed(rule="read_on", text=block.text[len(text) :].strip()[:500]))
        if text:
            kept.append(block._replace(text=text) if was_cut else block)
    words = " ".join(block.text for block in kept)
    if cut or body.rule == "summary" or (len(kept) == 1 and len(words) <= _TEASER):
        return tuple(kept), Excerpt(words, cut=True, source=body.source)
    return tuple(kept), None


def _based(blocks: tuple[FoundBlock, ...], base: str | None) -> tuple[FoundBlock, ...]:
    return tuple(
        block._replace(
            links=tuple(
                link._replace(href=joined(link.href, base) or link.href) for link in block.links
            )
        )
        if block.links
        else block
        for block in blocks
    )


def _authors(
    entry: Entry, feed: FeedFacts, removed: list[Removed]
) -> tuple[tuple[Author, ...], tuple[Claim, ...]]:
    for people, rule, confidence in (
        (entry.people, "entry_author", 0.95),
        (feed.authors, "feed_author", 0.8),
    ):
        found: dict[str, Author] = {}
        for person in people:
            for name in _names(person):
                if name.lower() in ACCOUNTS:
                    removed.append(Removed(rule="account_name", text=name[:500]))
                else:
                    url = as_written(person.url) if person.url else None
                    found.setdefault(name.casefold(), Author(name=name, url=url))
        if found:
            source = people[0].source
            claim = Claim(field="authors", source=source, rule=rule, confidence=confidence)
            return tuple(found.values()), (claim,)
    return (), ()


def _names(person: Person) -> tuple[str, ...]:
    return names_of(plain_text_of(person.name))


def _dates(
    found: Iterable[FoundDate],
) -> tuple[tuple[DateClaim, ...], tuple[Claim, ...]]:
    """The statements about dates. One that cannot be read stays on record, in its own words."""
    dates: list[DateClaim] = []
    claims: list[Claim] = []
    for date in found:
        written = read_feed_date(date.text)
        if never_happened(date.text) or (written is not None and written.instant == _EPOCH):
            continue
        if written is not None:
            dates.append(claim_of(date.role, written, date.source, date.text))
            continue
        field = f"date_claims.{len(dates)}"
        claims.append(
            Claim(field=field, source=date.source, rule="unreadable_date", confidence=0.0)
        )
        dates.append(
            DateClaim(
                role=date.role,
                instant=None,
                wall_time=None,
                precision="day",
                zone_known=False,
                whose="publisher",
                source=date.source,
                written=date.text[:80],
                doubt=None,
            )
        )
    return tuple(dates), tuple(claims)


def _language(entry: Entry, feed: FeedFacts) -> tuple[str | None, tuple[Claim, ...]]:
    for said, source, rule, confidence in (
        (entry.language, f"{entry.at}/language", "entry_language", 0.9),
        (feed.language, f"{feed.at}/language", "feed_language", 0.7),
    ):
        if said and _LANGUAGE.fullmatch(said.strip()):
            claim = Claim(
                field="declared_language", source=source, rule=rule, confidence=confidence
            )
            return said.strip().replace("_", "-"), (claim,)
    return None, ()


def _text_claims(
    entry: Entry, feed: FeedFacts, body: Body | None, fragment: Fragment
) -> Iterable[Claim]:
    if body is not None:
        yield Claim(field="text", source=body.source, rule=body.rule, confidence=1.0)
    if body is not None and fragment.decoded_twice:
        rule = "entities_decoded_twice"
        yield Claim(field="text", source=body.source, rule=rule, confidence=1.0)
    for flaw in feed.flaws:
        yield Claim(field="text", source=entry.at, rule=flaw.rule, confidence=flaw.confidence)


def _url_claims(entry: Entry, url: str | None) -> Iterable[Claim]:
    if url is not None and entry.url is not None and entry.url.rule != "link":
        yield Claim(field="url", source=entry.url.source, rule=entry.url.rule, confidence=0.9)


def _term_claims(entry: Entry) -> Iterable[Claim]:
    if entry.tags:
        source = entry.terms_source
        yield Claim(field="tags", source=source, rule="feed_categories", confidence=0.7)
