"""Lines in which a copy says where its text was first published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from schemas.article import EvidenceKind
from workers.domain.parsing.post import FoundBlock, FoundLink
from workers.domain.parsing.urls import host_of
from workers.domain.provenance.outlets import domain_of_outlet, known_domain
from workers.domain.provenance.site import Site
from workers.domain.provenance.wordings import ATTRIBUTIONS, OPENINGS, Wordings

LONGEST_LINE: Final = 400
"""In characters. An attribution closes a short block, or is the last sentence of a long one."""
_LONGEST_REST = 300
_LONGEST_LABEL_LINE = 120
_HEAD_BLOCKS: Final = 2
_TAIL_BLOCKS: Final = 4
_NEVER = ("code", "table")

_DOMAIN = re.compile(
    r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,18})(?:/\S*)?(?=[\s.,;)]|$)", re.IGNORECASE
)
_NAME = re.compile(
    r"(?P<name>[^.,;:()\[\]|\n–—]{2,60}?(?:\.[a-z]{2,3})?)"
    r"(?=$|[.,;:()\[\]|\n–—]|\s(?:under|on|and|with|as|by|in|at|where|for|here|bajo|sous|unter|sob)\s)"
)
_NO_NAME = re.compile(
    r"^(?:\d|(?:our|my|this|that|these|an?|page|print|here|it|his|her|their|its)\b)"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|issue|edition|today|yesterday)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|el|la|le|der|die|das|il|lo|o|a|het|de)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who an attribution names, and where in its block it begins."""

    kind: EvidenceKind
    name: str
    domain: str | None
    own: bool
    """Whether it names the site itself: a footer, and no origin."""
    confidence: float
    begins: int


def read_attribution(
    block: FoundBlock, site: Site, rows: tuple[Wordings, ...]
) -> Attribution | None:
    """The attribution that closes a block, or None; `rows` are the wordings to try."""
    text = block.text
    offset = max(0, len(text) - LONGEST_LINE)
    tail = text[offset:]
    for row in rows:
        if not any(stem in tail for stem in row.stems):
            continue
        for opening in OPENINGS[row.language]:
            for found in opening.finditer(tail):
                if not _begins_a_sentence(tail, found.start()):
                    continue
                named = _named(tail[found.end() :], block.links, site)
                if named is not None:
                    name, domain, confidence = named
                    own = site.is_at(domain) or site.is_called(name)
                    begins = offset + found.start()
                    return Attribution("attribution_tail", name, domain, own, confidence, begins)
    return _source_line(block, site) if is_short_label(text) else None


def is_short_label(text: str) -> bool:
    """Whether a text may be a label and a name, and nothing else."""
    return len(text) <= _LONGEST_LABEL_LINE and ":" in text


def places(blocks: Sequence[FoundBlock]) -> list[int]:
    """The places of the blocks that may hold an attribution, the last one first.

    Short ones at either end, and the last one whatever its length.
    """
    count = len(blocks)
    tails = range(count - 1, max(-1, count - 1 - _TAIL_BLOCKS), -1)
    heads = range(min(_HEAD_BLOCKS, max(0, count - _TAIL_BLOCKS)))
    return [
        place
        for place in (*tails, *heads)
        if (place == count - 1 or len(blocks[place].text) <= LONGEST_LINE)
        and blocks[place].kind not in _NEVER
    ]


def _begins_a_sentence(text: str, place: int) -> bool:
    before = text[:place].rstrip(" ([*_—–-")
    return not before or before[-1] in '.!?…”"»)]\n。' or "\n" in text[len(before) : place]


def _named(
    rest: str, links: tuple[FoundLink, ...], site: Site
) -> tuple[str, str | None, float] | None:
    """Name, domain and confidence of the outlet that a text begins with; None if with none."""
    if len(rest) > _LONGEST_REST:
        return None
    start = _ARTICLE.sub("", rest)
    for link in reversed(links):
        words = _ARTICLE.sub("", link.text).rstrip(".")
        host = host_of(link.href)
        if host is not None and words and start.startswith(words) and not _NO_NAME.search(words):
            return link.text.rstrip("."), known_domain(host) or host, 0.97
    if found := _DOMAIN.match(start):
        host = found[1].lower().removeprefix("www.")
        domain = known_domain(host)
        return (host, domain, 0.95) if domain is not None else None
    found = _NAME.match(rest)
    if found is None:
        return None
    name = found["name"].strip(" “”\"'‘’*_")
    if (domain := domain_of_outlet(name)) is not None:
        return name, domain, 0.95
    bare = _ARTICLE.sub("", name)
    if _NO_NAME.search(bare) or not bare or bare[0].islower() or not bare[0].isalpha():
        return None
    return name, site.host if site.is_called(name) else None, 0.75


def _source_line(block: FoundBlock, site: Site) -> Attribution | None:
    label, colon, rest = block.text.partition(":")
    if not colon or len(label) > 20 or not _is_source_label(label):
        return None
    named = _named(rest.strip(), block.links, site)
    if named is None or named[1] is None:
        return None
    name, domain, confidence = named
    own = site.is_at(domain) or site.is_called(name)
    return Attribution("source_line", name, domain, own, round(confidence - 0.2, 2), 0)


def _is_source_label(label: str) -> bool:
    low = label.strip().casefold()
    return any(low in row.source_labels for row in ATTRIBUTIONS)
