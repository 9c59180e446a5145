"""Who published a text first, with the evidence for it."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from schemas.article import Claim, Evidence, EvidenceKind, Origin
from workers.domain.cleaning.blocks import Removal, removal
from workers.domain.parsing.post import FoundBlock, ParsedPost
from workers.domain.parsing.urls import host_of
from workers.domain.provenance.attribution import (
    ATTRIBUTIONS,
    LONGEST_LINE,
    places,
    read_attribution,
    read_footer,
)
from workers.domain.provenance.bylines import (
    begins_a_byline,
    byline_of_authors,
    byline_of_line,
    read_byline,
)
from workers.domain.provenance.cms_marks import cms_evidence
from workers.domain.provenance.datelines import read_dateline
from workers.domain.provenance.naming import is_publisher
from workers.domain.provenance.outlets import known_domain, outlet_name
from workers.domain.provenance.signatures import read_signature
from workers.domain.provenance.site import Site, site_of
from workers.domain.provenance.source_lines import is_short_label, read_source_line
from workers.domain.provenance.told import picture_witness, taken_witness, title_witness
from workers.domain.provenance.witness import Witness

CMS_CONFIDENCE: Final = 0.9
CANONICAL_CONFIDENCE: Final = 0.85
_EVIDENCE_SIGNS: Final = 240
_DATELINE_ENDS: Final = ("-", "–", "—", "―", ":", "=")
_SHORTEST_LEAD: Final = 20
"""Characters: shorter lines under a headline are buttons and dates."""

EARLIEST: Final[tuple[EvidenceKind, ...]] = (
    "release_wire",
    "dateline",
    "signature",
    "attribution_tail",
    "feed_source",
    "structured_data",
    "canonical_link",
    "source_line",
    "byline",
    "licence_notice",
    "cms_markup",
    "image_host",
)
"""Whom to believe where two are named: the agency before its client, who published it first, and
words before traces."""


class Provenance(NamedTuple):
    """The origin, and the text without the lines that told of it."""

    origin: Origin | None
    blocks: tuple[FoundBlock, ...]
    removed: tuple[Removal, ...]
    claims: tuple[Claim, ...]


class _Trace(NamedTuple):
    """A witness, with the name that the outlet is known by."""

    name: str
    domain: str | None
    evidence: Evidence
    confidence: float


def trace_origin(post: ParsedPost, blocks: tuple[FoundBlock, ...]) -> Provenance:
    """Whether another publisher had the text first, by everything that the post tells.

    The site itself is never its origin: its own footers leave the text, and that is all.
    """
    site = site_of(post.publisher)
    lines = list(_lines(post, blocks, site))
    kept, removed = _without(blocks, lines)
    traces = [
        _trace(witness, blocks[place].text[witness.begins : witness.ends], post.blocks_source)
        for place, witness in lines
        if not witness.own
    ]
    traces += _traces_beside(post, site)
    if not traces:
        return Provenance(None, kept, removed, ())
    best = min(traces, key=_earliness)
    agreeing = sorted(
        (trace for trace in traces if _agree(trace, best)), key=lambda trace: -trace.confidence
    )
    origin = Origin(
        name=best.name,
        domain=best.domain or next((one.domain for one in agreeing if one.domain), None),
        evidence=tuple(dict.fromkeys(trace.evidence for trace in agreeing)),
        confidence=_together(agreeing),
    )
    claim = Claim(
        field="origin",
        source=best.evidence.source,
        rule=best.evidence.kind,
        confidence=origin.confidence,
    )
    return Provenance(origin, kept, removed, (claim,))


def _earliness(trace: _Trace) -> tuple[int, float]:
    return EARLIEST.index(trace.evidence.kind), -trace.confidence


def _together(traces: list[_Trace]) -> float:
    """The confidence of all: one of each kind, for two of one kind are often one."""
    doubt = 1.0
    for kind in dict.fromkeys(trace.evidence.kind for trace in traces):
        doubt *= 1 - max(one.confidence for one in traces if one.evidence.kind == kind)
    return round(1 - doubt, 3)


def _agree(one: _Trace, other: _Trace) -> bool:
    if one.domain is None or other.domain is None:
        return one.name.casefold() == other.name.casefold()
    return one.domain == other.domain or one.name == other.name


def _lines(
    post: ParsedPost, blocks: tuple[FoundBlock, ...], site: Site
) -> Iterator[tuple[int, Witness]]:
    """What the lines of the text say, with the places of their blocks."""
    taken: set[int] = set()
    candidates = places(blocks)
    tails = "\n".join(blocks[place].text[-LONGEST_LINE:] for place in candidates)
    heard = ATTRIBUTIONS.of(tails)
    for place in candidates:
        block = blocks[place]
        found = read_attribution(block, site, heard, post.title) if heard else None
        if found is None and len(block.links) >= 2:
            found = read_footer(block, site, post.title)
        if found is None and is_short_label(block.text):
            found = read_source_line(place, blocks, site)
        if found is not None:
            taken.add(place)
            yield place, found
    for read in (read_dateline, read_signature, read_byline):
        line = read(blocks, site)
        if line is not None and line[0] not in taken:
            yield line


def _without(
    blocks: tuple[FoundBlock, ...], lines: list[tuple[int, Witness]]
) -> tuple[tuple[FoundBlock, ...], tuple[Removal, ...]]:
    leaving = [(place, witness) for place, witness in lines if witness.leaves]
    if not leaving:
        return blocks, ()
    kept = dict(enumerate(blocks))
    removed: list[Removal] = []
    for place, witness in leaving:
        block = blocks[place]
        words = block.text[witness.begins :]
        removed.append(removal("own_footer" if witness.own else witness.kind, words))
        rest = block.text[: witness.begins].rstrip(" \n([*_—–-")
        if rest:
            links = tuple(link for link in block.links if not link.text or link.text in rest)
            kept[place] = block._replace(text=rest, links=links)
        else:
            kept.pop(place, None)
    return tuple(kept.values()), tuple(removed)


def _traces_beside(post: ParsedPost, site: Site) -> list[_Trace]:
    """What is told outside the text, and by its markup."""
    taken = taken_witness(post, site) if post.taken_from is not None else None
    found: list[tuple[Witness, str, str]] = [taken] if taken is not None else []
    title = title_witness(post, site)
    if title is not None and post.title is not None:
        found.append((title, post.title, ""))
    byline = byline_of_authors(post.authors, site) if post.authors else None
    if byline is not None:
        found.append((byline, ", ".join(author.name for author in post.authors), ""))
    found += (
        (byline, line.text, post.blocks_source)
        for line in post.removed
        if line.rule == "byline_line" and (byline := byline_of_line(line.text, site)) is not None
    )
    found += _lead_lines(post, site)
    picture = picture_witness(post, site) if post.images else None
    if picture is not None:
        found.append((*picture, post.blocks_source))
    traces = [_trace(witness, text, source) for witness, text, source in found if not witness.own]
    return [*traces, *_marks(post, site), *_canonical(post, site)]


def _lead_lines(post: ParsedPost, site: Site) -> Iterator[tuple[Witness, str, str]]:
    """What lines under the headline say that are no part of the text."""
    lines = [block for block in post.lead if len(block.text) >= _SHORTEST_LEAD]
    dateline = read_dateline(lines, site)
    if dateline is not None:
        place, witness = dateline
        words = lines[place].text[witness.begins : witness.ends].rstrip()
        if words.endswith(_DATELINE_ENDS):  # without one, a caption may end in `(AP)`
            yield witness, words, post.blocks_source
    for line in lines:
        byline = byline_of_line(line.text, site) if begins_a_byline(line.text) else None
        if byline is not None:
            yield byline, line.text, post.blocks_source
        heard = ATTRIBUTIONS.of(line.text) if len(line.text) <= LONGEST_LINE else ()
        found = read_attribution(line, site, heard, post.title) if heard else None
        if found is not None:
            yield found, line.text[found.begins : found.ends], post.blocks_source


def _trace(found: Witness, words: str, source: str) -> _Trace:
    domain = found.domain
    known = outlet_name(domain) if domain is not None else found.name
    name = found.name if known == domain and "." not in found.name else known
    evidence = Evidence(kind=found.kind, text=words[:_EVIDENCE_SIGNS] or name, source=source)
    return _Trace(name, domain, evidence, found.confidence)


def _marks(post: ParsedPost, site: Site) -> list[_Trace]:
    if post.markup is None:
        return []
    return [
        _Trace(outlet_name(domain), domain, evidence, CMS_CONFIDENCE)
        for domain, evidence in cms_evidence(post.markup)
        if not site.is_at(domain)
    ]


def _canonical(post: ParsedPost, site: Site) -> list[_Trace]:
    host = host_of(post.canonical_url)
    if host is None or site.host is None or site.is_at(host):
        return []
    domain = known_domain(host) if is_publisher(host) else None
    if domain is None or post.canonical_url is None:
        return []
    evidence = Evidence(
        kind="canonical_link",
        text=post.canonical_url[:_EVIDENCE_SIGNS],
        source=post.canonical_source,
    )
    return [_Trace(outlet_name(domain), domain, evidence, CANONICAL_CONFIDENCE)]
