"""The sign that closes an agency's report, and the notice of who holds the rights in it."""

import re
from collections.abc import Sequence
from typing import Final

from schemas.article import EvidenceKind
from workers.domain.parsing.post import FoundBlock
from workers.domain.provenance.contributions import speaks_of_contribution
from workers.domain.provenance.datelines import agency_in
from workers.domain.provenance.media_names import is_institution, looks_like_outlet
from workers.domain.provenance.naming import is_publisher, named_at, placed_links
from workers.domain.provenance.outlets import Outlet, outlet_at
from workers.domain.provenance.site import Site
from workers.domain.provenance.witness import Witness

SIGNED: Final = 0.9
RIGHTS: Final = 0.85
_TAIL_BLOCKS: Final = 4
_LONGEST_SIGN: Final = 60
_LONGEST_NOTICE: Final = 400

_SIGN: Final = re.compile(
    r"(?:^|(?<=[.!?。”\"’»)\]])\s*|\n)(?:"
    r"[(（\[【](?P<brackets>[^()（）\[\]\n]{2,40})[)）\]】]"
    r"|[-–—]{1,2}\s?(?P<dash>[^\W\d_a-z][\w./ -]{1,30})"
    r"|/(?P<slash>[^/\n]{2,30})/"
    r")\.?\s*$"
)
_BEGIN_SIGNS: Final = "([（【-–—/"
"""With one of these a sign begins: to look for them takes a sixth of the pattern's time."""
_ALONE: Final = re.compile(r"^[\W_]{0,3}(?P<name>[^\W\d_][\w./ -]{1,30}?)[\W_]{0,3}$")
_INITIALS: Final = re.compile(r"^(?P<name>[A-Z]{2,5})(?: [A-Z]{2,6}){1,6}$")
_HOLDER: Final = re.compile(
    r"^\W*(?:™ & )?(?:©|[(（]c[)）]|copyright)\s*:?\s*(?:©\s*|\(c\)\s*)?"
    r"(?:\d{4}(?:[-–]\d{2,4})?\s*,?\s*)?(?:by )?",
    re.IGNORECASE,
)
_RESERVED: Final = re.compile(
    r"\s*(?:all rights reserved|inc\b|ltd\b|llc\b|gmbh\b).*$", re.IGNORECASE
)
_LICENCE: Final = re.compile(
    r"creative commons|\bcc[ -]by\b|republish|bajo (?:una )?licencia|sous licence|lizenz|licença",
    re.IGNORECASE,
)
_OF_LICENCES: Final = ("creative commons", "cc-by", "cc by", "republish", "licen", "lizenz")
"""One of these stands wherever `_LICENCE` finds something."""
_OF_THE_TEXT: Final = re.compile(
    r"this (?:story|article|post|piece|work)|re-?(?:published|posted|printed|produced)"
    r"|article original|original (?:article"
    r"|story)"
    r"|artículo original|cet article|dieser (?:artikel|beitrag|text)|este art[ií](?:culo|go)",
    re.IGNORECASE,
)


def read_signature(blocks: Sequence[FoundBlock], site: Site) -> tuple[int, Witness] | None:
    """The agency that signed the report, and the place of its block; None without a sign."""
    count = len(blocks)
    for place in range(count - 1, max(-1, count - 1 - _TAIL_BLOCKS), -1):
        block = blocks[place]
        if block.kind in ("caption", "code", "table", "embed"):
            continue
        found = _notice(block, site) or _sign(block.text, site)
        if found is not None:
            return place, found
        if len(block.text) > _LONGEST_NOTICE:
            return None
    return None


def _sign(text: str, site: Site) -> Witness | None:
    whole = len(text) <= _LONGEST_SIGN
    if not whole and text[-1] not in ")）]】/" and "-" not in text[-40:] and "—" not in text[-40:]:
        return None
    tail = text[-_LONGEST_SIGN:]
    found = _SIGN.search(tail) if any(sign in tail for sign in _BEGIN_SIGNS) else None
    if found is not None and not speaks_of_contribution(found[0]):
        words = found["brackets"] or found["dash"] or found["slash"]
        outlet = agency_in(words, site.host)
        marked = found["dash"] is None or whole
        bracketed = whole and "【" in found[0]  # papers of Japan sign so, and not only agencies
        if outlet is not None and (bracketed or _may_sign(outlet, words, marked=marked)):
            begins = len(text) - len(tail) + found.start()
            return _witness(outlet, site, begins, len(text), whole=found.start() == 0 and whole)
    alone = (_ALONE.match(text) or _INITIALS.match(text)) if whole else None
    if alone is not None and text[-1] not in "?!:":
        name = alone["name"]
        initials = _INITIALS.match(text)
        outlet = agency_in(initials["name"] if initials else name, site.host)
        if outlet is not None and outlet.kind == "agency" and name not in outlet.words:
            return _witness(outlet, site, 0, len(text), whole=True)
    return None


def _may_sign(outlet: Outlet, words: str, *, marked: bool) -> bool:
    if outlet.kind in ("agency", "wire"):
        return marked or words.strip() not in outlet.words
    return False


def _notice(block: FoundBlock, site: Site) -> Witness | None:
    text = block.text
    if len(text) > _LONGEST_NOTICE:
        return None
    start = text[:12].lower().lstrip(" *[(（™&")
    holder = _HOLDER.match(text) if start.startswith(("©", "c)", "c）", "copy")) else None
    if holder is not None:
        return _holder(block, holder.end(), site)
    if block.links and _speaks_of_licence(text):
        links = [
            link
            for link in placed_links(block)
            if is_publisher(link.host) and not site.is_at(link.host)
        ]
        if links and len({link.host for link in links}) == 1:
            named = named_at(text, links[0].start, links, site)
            if named is not None and not site.is_called(named.name):
                kind: EvidenceKind = "licence_notice"
                domain = named.domain
                return Witness(kind, named.name, domain, False, RIGHTS, 0, len(text), leaves=True)
    return None


def _speaks_of_licence(text: str) -> bool:
    low = text.lower()  # plain words first: the pattern takes ten times as long
    if not any(word in low for word in _OF_LICENCES):
        return False
    return _LICENCE.search(text) is not None and _OF_THE_TEXT.search(text) is not None


def _holder(block: FoundBlock, place: int, site: Site) -> Witness | None:
    text = _RESERVED.sub("", block.text)
    outlet = agency_in(re.split(r"[,.|:\n]", text[place:])[0], site.host)
    named = named_at(block.text, place, placed_links(block), site)
    if outlet is None and named is None:
        return None
    name = outlet.name if outlet is not None else named.name if named is not None else ""
    domain = outlet.domain if outlet is not None else named.domain if named is not None else None
    own = site.is_called(name) or site.is_at(domain)
    if outlet is None and (
        is_institution(name) or (domain is None and not looks_like_outlet(name))
    ):
        return None
    if outlet is None and domain is not None and outlet_at(domain) is None and len(text) > 200:
        return None
    return Witness("licence_notice", name, domain, own, RIGHTS, 0, len(block.text), leaves=True)


def _witness(outlet: Outlet, site: Site, begins: int, ends: int, *, whole: bool) -> Witness:
    own = site.is_at(outlet.domain) or site.is_called(outlet.name)
    kind: EvidenceKind = "release_wire" if outlet.kind == "wire" else "signature"
    return Witness(kind, outlet.name, outlet.domain, own, SIGNED, begins, ends, leaves=whole)
