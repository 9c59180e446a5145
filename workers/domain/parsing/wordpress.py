"""A post of the WordPress REST API (`/wp-json/wp/v2/posts` and its kin)."""

import re
from collections.abc import Mapping
from typing import Final

import turbohtml
from pydantic import JsonValue

from schemas.article import Claim, DateClaim
from schemas.dead_letter import Reason
from workers.domain.claims import claim
from workers.domain.parsing.dates import Role, claims_of, date_field, statement
from workers.domain.parsing.excerpts import CUT_MARKS, STANDFIRST_START, read_excerpt
from workers.domain.parsing.fragment import plain_text_of, read_fragment, was_encoded_twice
from workers.domain.parsing.fragment_reader import Fragment
from workers.domain.parsing.json_values import as_object, rendered_of, text_of
from workers.domain.parsing.post import Excerpt, FoundBlock, Markup, ParsedPost
from workers.domain.parsing.terms import terms_of
from workers.domain.parsing.urls import as_written, host_of
from workers.domain.parsing.wordpress_identity import identity_of
from workers.domain.parsing.wordpress_images import images_of
from workers.domain.parsing.wordpress_people import authors_of
from workers.domain.parsing.wordpress_site import (
    canonical_of,
    language_of,
    publisher_of,
    taken_from,
)
from workers.domain.rejection import PostRejected, quoted

_Post = Mapping[str, JsonValue]

_NOTHING: Final = Fragment((), (), (), decoded_twice=False)


def parse_wordpress(post: _Post, at: str) -> ParsedPost:
    """The post as far as it can be read; `at` is the JSON Pointer to its object.

    Raises:
        PostRejected: private (draft, pending, private, future), unreadable_date, too_large.
    """
    hidden = _hidden(post)
    html = "" if hidden else rendered_of(post.get("content")) or ""
    fragment = read_fragment(html) if html else _NOTHING
    excerpt = None if hidden else _excerpt(post, at, fragment.blocks)
    blocks, source, claims = _body(fragment, excerpt, f"{at}/content/rendered")
    if hidden is not None:
        field = "status" if hidden == "withdrawn" else "content/protected"
        claims = (claim("access", f"{at}/{field}", hidden),)
    url = as_written(text_of(post.get("link")) or "")
    terms = terms_of(post, at)
    canonical, canonical_source = canonical_of(post, at)
    authors = authors_of(post, at)
    publisher = publisher_of(post, host_of(url), at)
    language, language_claims = language_of(post, at)
    title = rendered_of(post.get("title")) or ""
    if was_encoded_twice(title):
        claims += (claim("title", f"{at}/title/rendered", "entities_decoded_twice"),)
    return ParsedPost(
        kind="wordpress_post",
        identity=identity_of(post, url),
        url=url,
        canonical_url=canonical,
        canonical_source=canonical_source,
        title=plain_text_of(title) or None,
        excerpt=excerpt,
        blocks=blocks,
        blocks_source=source,
        markup=Markup(html, f"{at}/content/rendered") if html else None,
        authors=authors.found,
        dates=_dates(post, at),
        publisher=publisher.found,
        sections=terms.sections,
        tags=terms.tags,
        images=() if hidden else images_of(post, fragment.images, url),
        declared_language=language,
        hidden=hidden,
        claims=(*claims, *terms.claims, *authors.claims, *publisher.claims, *language_claims),
        removed=(*fragment.removed, *authors.removed),
        taken_from=taken_from(post, at),
    )


def _hidden(post: _Post) -> str | None:
    """Why the source shows nothing: `withdrawn` from the trash, `withheld` behind a password."""
    status = post.get("status")
    if status == "trash":
        return "withdrawn"
    if status is not None and status != "publish":
        raise PostRejected(Reason.PRIVATE, f"status: got {quoted(status)}, expected 'publish'")
    # Whoever fetched it with the password may read it; the public may not.
    return "withheld" if as_object(post.get("content")).get("protected") is True else None


def _body(
    fragment: Fragment, excerpt: Excerpt | None, source: str
) -> tuple[tuple[FoundBlock, ...], str, tuple[Claim, ...]]:
    if not fragment.blocks and excerpt is not None:
        found = FoundBlock("paragraph", excerpt.text)
        return (found,), excerpt.source, (claim("text", excerpt.source, "text_from_excerpt"),)
    if fragment.decoded_twice:
        return fragment.blocks, source, (claim("text", source, "entities_decoded_twice"),)
    return fragment.blocks, source, ()


_TAG: Final = re.compile(r"<[^<>]*>")


def _excerpt(post: _Post, at: str, blocks: tuple[FoundBlock, ...]) -> Excerpt | None:
    """The excerpt, unless it is plain that WordPress cut it from a text that is there as well."""
    html = rendered_of(post.get("excerpt"))
    if not html:
        return None
    if blocks:
        if any(mark in html for mark in CUT_MARKS):
            return None
        start = turbohtml.unescape(_TAG.sub("", html[: STANDFIRST_START * 8]).strip())
        if blocks[0].text.startswith(start[:STANDFIRST_START]):
            return None
    return read_excerpt(html, f"{at}/excerpt/rendered")


def _dates(post: _Post, at: str) -> tuple[DateClaim, ...]:
    """The claims of `date` and `modified`: local time as written, the moment from `*_gmt`."""
    found: list[dict[str, object]] = []
    fields: tuple[tuple[Role, str], ...] = (("published", "date"), ("modified", "modified"))
    for role, field in fields:
        local = date_field(post.get(field), f"{at}/{field}")
        gmt = date_field(post.get(f"{field}_gmt"), f"{at}/{field}_gmt")
        if gmt is not None:
            # WordPress writes UTC without an offset
            moment = gmt.instant or gmt.as_utc()
            words = str(post[f"{field}_gmt"])
            found.append(statement(role, local or gmt, f"{at}/{field}_gmt", words, moment))
        elif local is not None:
            found.append(statement(role, local, f"{at}/{field}", str(post[field])))
    return claims_of(found)
