"""What a source says of the first publisher outside the text: in fields, titles and pictures."""

import re
from typing import Final

from schemas.article import EvidenceKind
from workers.domain.parsing.post import ParsedPost
from workers.domain.parsing.urls import host_of
from workers.domain.provenance.media_names import looks_like_outlet
from workers.domain.provenance.naming import is_publisher
from workers.domain.provenance.outlets import known_domain, outlet_at, outlet_named
from workers.domain.provenance.site import Site
from workers.domain.provenance.witness import Witness

TITLE: Final = 0.85
PICTURES: Final = 0.7

_AGGREGATOR: Final = re.compile(
    r"(?:^|\.)(?:news\.google\.|bing\.|msn\.|flipboard\.|smartnews\.|newsbreak\.|feedly\.|yahoo\."
    r"|topix\.|moreover\.|newsnow\.|news360\.|inoreader\.)"
)
_SUFFIX: Final = re.compile(r"\s[-–—|]\s(?P<name>[^-–—|]{2,50})$|\s\((?P<sign>[^()]{2,40})\)\s*$")


def taken_witness(post: ParsedPost, site: Site) -> tuple[Witness, str, str] | None:
    """The publisher that a field names, with the words and the JSON Pointer of the field.

    RSS's `<source>`, Atom's `atom:source`, JSON Feed's `external_url`; a page's metas and JSON-LD.
    """
    taken = post.taken_from
    if taken is None:
        return None
    host = host_of(taken.url)
    domain = known_domain(host) or host if host is not None and is_publisher(host) else None
    outlet = outlet_at(host) if domain is not None else None
    if outlet is None and domain is None and taken.name is not None:
        outlet = outlet_named(taken.name, site.host)
    domain = outlet.domain if outlet is not None else domain
    name = outlet.name if outlet is not None else taken.name or domain
    if name is None:
        return None
    own = site.is_at(domain) or site.is_called(name)
    text = " ".join(part for part in (taken.name, taken.url) if part)
    kind: EvidenceKind = "structured_data" if post.kind == "html_page" else "feed_source"
    witness = _witness(kind, name, domain, own=own, sure=taken.confidence)
    return witness, text, taken.source


def title_witness(post: ParsedPost, site: Site) -> Witness | None:
    """The publisher that an aggregator adds to its titles, or the agency in brackets behind one."""
    found = _SUFFIX.search(post.title) if post.title and post.kind == "feed_entry" else None
    if found is None:
        return None
    name = (found["name"] or found["sign"]).strip()
    outlet = outlet_named(name, site.host)
    gathers = site.host is not None and _AGGREGATOR.search(site.host) is not None
    known = outlet is not None and (gathers or name not in outlet.words)
    if not known and not (gathers and _may_be_name(name)):
        return None
    host = host_of(f"https://{name.lower()}/") if "." in name and " " not in name else None
    domain = outlet.domain if outlet else known_domain(host) if host else None
    own = site.is_at(domain) or site.is_called(name)
    return _witness("feed_source", outlet.name if outlet else name, domain, own=own, sure=TITLE)


def picture_witness(post: ParsedPost, site: Site) -> tuple[Witness, str] | None:
    """The outlet whose host serves all the pictures of a post, and one of their addresses."""
    first = post.images[0].url
    outlet = outlet_at(host_of(first))
    if outlet is None or outlet.kind == "reference" or site.is_at(outlet.domain):
        return None
    if any(outlet_at(host_of(image.url)) is not outlet for image in post.images):
        return None
    own = site.is_called(outlet.name)
    witness = _witness("image_host", outlet.name, outlet.domain, own=own, sure=PICTURES)
    return witness, first


def _may_be_name(name: str) -> bool:
    return looks_like_outlet(name) or (name[:1].isupper() and name.count(" ") < 5)


def _witness(
    kind: EvidenceKind, name: str, domain: str | None, *, own: bool, sure: float
) -> Witness:
    return Witness(kind, name, domain, own, sure, 0, 0, leaves=False)
