"""Who published a text first, with the evidence for it."""

from dataclasses import dataclass

from schemas.article import Claim, Evidence, Origin, Removed
from workers.domain.cleaning.blocks import removal
from workers.domain.parsing.post import FoundBlock, ParsedPost
from workers.domain.parsing.urls import host_of
from workers.domain.provenance.attribution import (
    LONGEST_LINE,
    Attribution,
    is_short_label,
    places,
    read_attribution,
)
from workers.domain.provenance.cms_marks import cms_evidence
from workers.domain.provenance.outlets import domain_of_outlet, known_domain, outlet_name
from workers.domain.provenance.site import Site, site_of
from workers.domain.provenance.wordings import languages_of

CMS_CONFIDENCE = 0.9
CANONICAL_CONFIDENCE = 0.85
_FEED_HOSTS = ("feedburner.com", "feedblitz.com", "feedproxy.google.com", "google.com", "rss.app")
"""Where feeds lie that are others': such an address tells nobody's domain."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin, and the text without the lines that told of it."""

    origin: Origin | None
    blocks: tuple[FoundBlock, ...]
    removed: tuple[Removed, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Witness:
    name: str
    domain: str | None
    evidence: Evidence
    confidence: float


def trace_origin(post: ParsedPost, blocks: tuple[FoundBlock, ...]) -> Provenance:
    """Whether another publisher had the text first, by everything that the post tells.

    The site itself is never its origin: its own footers leave the text, and that is all.
    """
    site = site_of(post.publisher)
    kept, witnesses, removed = _attributions(post, blocks, site)
    witnesses += [*_marks(post, site), *_canonical(post, site), *_taken_from(post, site)]
    if not witnesses:
        return Provenance(None, kept, removed, ())
    best = max(witnesses, key=lambda witness: witness.confidence)  # the first of equals
    agreeing = sorted(
        (witness for witness in witnesses if _agree(witness, best)),
        key=lambda witness: -witness.confidence,
    )
    doubt = 1.0
    for kind in dict.fromkeys(witness.evidence.kind for witness in agreeing):
        doubt *= 1 - max(w.confidence for w in agreeing if w.evidence.kind == kind)
    origin = Origin(
        name=best.name,
        domain=best.domain,
        evidence=tuple(witness.evidence for witness in agreeing),
        confidence=round(1 - doubt, 3),
    )
    claim = Claim(
        field="origin",
        source=best.evidence.source,
        rule=best.evidence.kind,
        confidence=origin.confidence,
    )
    return Provenance(origin, kept, removed, (claim,))


def _agree(one: _Witness, other: _Witness) -> bool:
    if one.domain is None or other.domain is None:
        return one.name.casefold() == other.name.casefold()
    return one.domain == other.domain or one.name == other.name


def _attributions(
    post: ParsedPost, blocks: tuple[FoundBlock, ...], site: Site
) -> tuple[tuple[FoundBlock, ...], list[_Witness], tuple[Removed, ...]]:
    kept: dict[int, FoundBlock] = dict(enumerate(blocks))
    witnesses: list[_Witness] = []
    removed: list[Removed] = []
    candidates = places(blocks)
    rows = languages_of("\n".join(blocks[place].text[-LONGEST_LINE:] for place in candidates))
    if not rows:
        candidates = [place for place in candidates if is_short_label(blocks[place].text)]
    for place in candidates:
        block = blocks[place]
        found = read_attribution(block, site, rows)
        if found is None:
            continue
        words = block.text[found.begins :]
        removed.append(removal("own_footer" if found.own else found.kind, words))
        if not found.own:
            witnesses.append(_witness(found, words, post.blocks_source))
        rest = block.text[: found.begins].rstrip(" \n([*_—–-")
        if rest:
            links = tuple(link for link in block.links if not link.text or link.text in rest)
            kept[place] = block._replace(text=rest, links=links)
        else:
            del kept[place]
    return tuple(kept.values()), witnesses, tuple(removed)


def _witness(found: Attribution, words: str, source: str) -> _Witness:
    domain = found.domain
    known = outlet_name(domain) if domain is not None else found.name
    name = found.name if known == domain and "." not in found.name else known
    evidence = Evidence(kind=found.kind, text=words[:240], source=source)
    return _Witness(name, domain, evidence, found.confidence)


def _marks(post: ParsedPost, site: Site) -> list[_Witness]:
    if post.markup is None:
        return []
    return [
        _Witness(outlet_name(domain), domain, evidence, CMS_CONFIDENCE)
        for domain, evidence in cms_evidence(post.markup)
        if not site.is_at(domain)
    ]


def _canonical(post: ParsedPost, site: Site) -> list[_Witness]:
    host = host_of(post.canonical_url)
    if host is None or site.host is None or site.is_at(host):
        return []
    domain = known_domain(host)
    if domain is None or post.canonical_url is None:
        return []
    evidence = Evidence(
        kind="canonical_link", text=post.canonical_url[:240], source=post.canonical_source
    )
    return [_Witness(outlet_name(domain), domain, evidence, CANONICAL_CONFIDENCE)]


def _taken_from(post: ParsedPost, site: Site) -> list[_Witness]:
    """RSS's `<source>`, Atom's `atom:source`, JSON Feed's `external_url`."""
    taken = post.taken_from
    if taken is None:
        return []
    host = host_of(taken.url)
    domain = known_domain(host) or host if host is not None else None
    if domain in _FEED_HOSTS:
        domain = None
    if site.is_at(domain) or (taken.name is not None and site.is_called(taken.name)):
        return []
    if domain is None and taken.name is not None:
        domain = domain_of_outlet(taken.name)
    name = outlet_name(domain) if domain is not None else None
    if (name is None or name == domain) and taken.name is not None:
        name = taken.name
    if name is None:
        return []
    text = " ".join(part for part in (taken.name, taken.url) if part)[:240]
    evidence = Evidence(kind="feed_source", text=text, source=taken.source)
    return [_Witness(name, domain, evidence, taken.confidence)]
