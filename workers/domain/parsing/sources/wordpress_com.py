"""A post of the WordPress.com API, v1.1: https://developer.wordpress.com/docs/api/

Other than WordPress's own REST API it writes plain values (`title`, not `title.rendered`), dates
with their zone, and terms by their names.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import JsonValue

from schemas.article import Author, Claim, DateClaim, Publisher, Term
from schemas.dead_letter import Reason
from workers.domain.parsing.dates import Role, claim_of, date_field
from workers.domain.parsing.excerpts import read_excerpt
from workers.domain.parsing.fragment import plain_text_of, read_fragment
from workers.domain.parsing.json_values import as_object, items_of, number_of, text_of
from workers.domain.parsing.pictures import FoundImage, gathered
from workers.domain.parsing.post import Markup, ParsedPost
from workers.domain.parsing.urls import as_written, host_of
from workers.domain.rejection import PostRejected, quoted

_ONLY_HERE: Final = frozenset(("ID", "site_ID", "URL"))


def recognises(value: Mapping[str, JsonValue]) -> bool:
    """Whether an object has the three fields that no other source writes so."""
    return value.keys() >= _ONLY_HERE


def parse(value: Mapping[str, JsonValue], at: str) -> ParsedPost:
    """The post as far as it can be read.

    Raises:
        PostRejected: private (any status but `publish`), unreadable_date, too_large.
    """
    status = value.get("status", "publish")
    if status not in ("publish", "trash"):
        raise PostRejected(Reason.PRIVATE, f"status: got {quoted(status)}, expected 'publish'")
    # behind a password the API gives the field's name and no text
    locked = bool(text_of(value.get("password"))) or status == "trash"
    html = "" if locked else text_of(value.get("content")) or ""
    fragment = read_fragment(html)
    excerpt = text_of(value.get("excerpt")) if not locked else None
    url = as_written(text_of(value.get("URL")) or "")
    number, host = number_of(value.get("ID")), host_of(url)
    author = as_object(value.get("author"))
    name, profile = plain_text_of(text_of(author.get("name")) or ""), text_of(author.get("URL"))
    lead = text_of(value.get("featured_image"))
    pictures = (*((FoundImage(lead, None),) if lead else ()), *fragment.images)
    return ParsedPost(
        kind="wordpress_post",
        identity=f"wordpress:{host}:{number}" if host and number else None,
        url=url,
        canonical_url=None,
        canonical_source="",
        title=plain_text_of(text_of(value.get("title")) or "") or None,
        excerpt=read_excerpt(excerpt, f"{at}/excerpt") if excerpt else None,
        blocks=fragment.blocks,
        blocks_source=f"{at}/content",
        markup=Markup(html, f"{at}/content") if html else None,
        authors=(Author(name=name, url=as_written(profile) if profile else None),) if name else (),
        dates=tuple(_dates(value, at)),
        publisher=Publisher(name=None, domain=host) if host else None,
        sections=tuple(_terms(value.get("categories"))),
        tags=tuple(_terms(value.get("tags"))),
        images=() if locked else gathered(pictures, url),
        declared_language=text_of(value.get("lang")),
        hidden=None if not locked else "withdrawn" if status == "trash" else "withheld",
        claims=(
            Claim(field="publisher.domain", source=f"{at}/URL", rule="link_host", confidence=1.0),
        )
        if host
        else (),
        removed=fragment.removed,
    )


def _dates(value: Mapping[str, JsonValue], at: str) -> Iterable[DateClaim]:
    fields: tuple[tuple[Role, str], ...] = (("published", "date"), ("modified", "modified"))
    for role, field in fields:
        written = date_field(value.get(field), f"{at}/{field}")
        if written is not None:
            yield claim_of(role, written, f"{at}/{field}", str(value[field]))


def _terms(value: JsonValue) -> Iterable[Term]:
    for item in items_of(value):
        term = as_object(item)
        name = plain_text_of(text_of(term.get("name")) or "")
        if name:
            yield Term(slug=text_of(term.get("slug")), name=name)
