"""The post that a status is: one shape for Mastodon's REST API and for ActivityPub."""

from collections.abc import Iterable

from schemas.article import Claim, DateClaim, Publisher, Removed, Term
from workers.domain.claims import claim
from workers.domain.parsing.dates import Role, claim_of, date_field
from workers.domain.parsing.fragment import read_fragment
from workers.domain.parsing.mastodon.activity import read_activity
from workers.domain.parsing.mastodon.rest import read_rest_status
from workers.domain.parsing.mastodon.shapes import Status, is_rest_status
from workers.domain.parsing.mastodon.statement import Statement
from workers.domain.parsing.pictures import gathered
from workers.domain.parsing.post import Excerpt, FoundBlock, Markup, ParsedPost
from workers.domain.parsing.urls import as_written, cleaned, host_of


def parse_status(status: Status, at: str) -> ParsedPost:
    """The status as far as it can be read. A boost is the post that was boosted.

    Raises:
        PostRejected: private, not_a_post, empty, unreadable_date, too_large.
    """
    if is_rest_status(status.value):
        said = read_rest_status(status.value, at)
    else:
        said = read_activity(status.value, at)
    url = as_written(said.url) if said.url else None
    address = cleaned(said.uri) if said.uri else None
    fragment = read_fragment(said.html)
    blocks, excerpt, claims = _body(said, fragment.blocks)
    domain = host_of(url) or host_of(said.uri)
    claims += tuple(_claims(said, domain))
    return ParsedPost(
        kind="mastodon_status",
        # its id in the network, not its page: a server may have pages of its own for others' posts
        identity=f"url:{address}" if address is not None else None,
        url=url,
        canonical_url=None,
        canonical_source="",
        title=None if said.withdrawn else said.title,
        excerpt=excerpt,
        blocks=() if said.withdrawn else blocks,
        blocks_source=said.html_source,
        markup=Markup(said.html, said.html_source) if said.html else None,
        authors=said.authors,
        dates=tuple(_dates(said)),
        publisher=Publisher(name=None, domain=domain) if domain else None,
        sections=(),
        tags=tuple(Term(slug=None, name=name) for name in dict.fromkeys(said.tags)),
        images=() if said.withdrawn else gathered((*said.pictures, *fragment.images), url),
        declared_language=said.language,
        hidden="withdrawn" if said.withdrawn else None,
        claims=claims,
        removed=(*fragment.removed, *_left_out(said)),
    )


def _body(
    said: Statement, blocks: tuple[FoundBlock, ...]
) -> tuple[tuple[FoundBlock, ...], Excerpt | None, tuple[Claim, ...]]:
    """Text, content warning and poll.

    A warning is the author's own line above the text. Where there is no text it stands for it; and
    where a status is nothing but pictures, their descriptions do.
    """
    polled = tuple(FoundBlock("list_item", choice) for choice in said.choices)
    claims: tuple[Claim, ...] = ()
    if polled:
        claims = (claim("text", said.choices_source, "poll_choices"),)
    if not said.warning or not blocks:
        if not blocks and said.warning:
            claims += (claim("text", said.warning_source, "text_from_content_warning"),)
            return (FoundBlock("paragraph", said.warning), *polled), None, claims
        described = [picture.alt for picture in said.pictures if picture.alt]
        if not blocks and not polled and described:
            claims += (claim("text", f"{said.at}/media_attachments", "text_from_descriptions"),)
            return tuple(FoundBlock("caption", alt) for alt in described), None, claims
        return (*blocks, *polled), None, claims
    excerpt = Excerpt(said.warning, cut=False, source=said.warning_source, rule="content_warning")
    return (*blocks, *polled), excerpt, claims


def _claims(said: Statement, domain: str | None) -> Iterable[Claim]:
    if said.authors:
        yield claim("authors", said.authors_source, "account", 0.95)
    if domain is not None:
        yield claim("publisher.domain", f"{said.at}/url", "link_host")
    if said.boosted_by is not None:
        yield claim("url", said.at, "boosted_post")
    if said.withdrawn:
        yield claim("access", said.at, "withdrawn")


def _dates(said: Statement) -> Iterable[DateClaim]:
    dates: tuple[tuple[Role, str | None, str], ...] = (
        ("published", said.published, said.published_source),
        ("modified", said.modified, said.modified_source),
    )
    for role, words, source in dates:
        written = date_field(words, source)
        if written is not None and words is not None:
            yield claim_of(role, written, source, words)


def _left_out(said: Statement) -> Iterable[Removed]:
    if said.boosted_by is not None:
        yield Removed(rule="boosted_by", text=said.boosted_by[:500])
    if said.quoted is not None:
        yield Removed(rule="quoted_post", text=said.quoted[:500])
