"""Lines in which a copy says where its text was first published."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from schemas.article import EvidenceKind
from workers.domain.parsing.post import FoundBlock
from workers.domain.parsing.urls import path_of
from workers.domain.provenance.media_names import is_institution, looks_like_outlet
from workers.domain.provenance.naming import (
    UNKNOWN,
    Named,
    PlacedLink,
    is_publisher,
    name_itself,
    named_at,
    placed_links,
)
from workers.domain.provenance.outlets import outlet_named
from workers.domain.provenance.site import Site
from workers.domain.provenance.subject import SENTENCE, subject_begins
from workers.domain.provenance.witness import Witness
from workers.domain.provenance.wordings import Heard, Languages, Row, in_small_letters
from workers.domain.provenance.wordings_dense import DENSE
from workers.domain.provenance.wordings_east import EASTERN
from workers.domain.provenance.wordings_english import ENGLISH
from workers.domain.provenance.wordings_north import NORTHERN
from workers.domain.provenance.wordings_plain import PLAIN
from workers.domain.provenance.wordings_romance import ROMANCE

LONGEST_LINE: Final = 400
"""In characters. An attribution closes a short block, or is the last sentence of a long one."""
_LONGEST_REST: Final = 300
_SOON: Final = 70
_HEAD_BLOCKS: Final = 3
_TAIL_BLOCKS: Final = 5
_NEVER: Final = frozenset(("code", "table", "caption", "embed"))
FOOTER_CONFIDENCE: Final = 0.85

ATTRIBUTIONS: Final = Languages((*ENGLISH, *ROMANCE, *NORTHERN, *EASTERN, *DENSE, *PLAIN))
"""All rows."""

_QUOTES: Final = '“"«„「'
_LONG_QUOTE: Final = re.compile(r"([“\"«„])([^“”\"«»„]{30,})([”\"»“])")
_WHEN: Final = re.compile(
    r"(?:saat |pukul |kl\.? |lúc |오전 |오후 )?"
    r"[\d０-９][\d０-９.:/\s年月日時时点分午前後后上下월일시분]*\w?$"
)
"""A day or an hour, where a text says when it was published and not where."""
_RUBRIC: Final = re.compile(
    r"(?:not[ií]cias|prensa|news|di[aá]rio oficial|journal officiel)\b", re.IGNORECASE
)
"""What sites file their own texts under, and where laws are printed."""
_AUTHORED: Final = re.compile(
    r"\b(?:written|reported)\b.*\bby$|\b(?:excerpted|adapted)\b.*\bfrom$"
    r"|\b(?:realizad|elaborad|producid|publicad)[oa] por$",
    re.IGNORECASE,
)
_PRINTED: Final = re.compile(
    r",? (?:en|in|on|for|of|at|from|with|dans|sur|pour|auf|bei|em|no|na|su|nel|nella|di|pada)"
    r"(?: (?:el|la|the|der))?(?= )",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r" (?:1[5-9]|20)\d\d,? (?:by|par|por|da|von|bei|in|en)\b")
"""`First published in 1974 by …`: a year and no day is a book's."""
_PERSON_OF: Final = re.compile(
    r"(?P<name>[^\W\d_a-z]\w+(?: [^\W\d_a-z][\w.’'-]*){1,2}) (?:of|for) "
)
_SPONSORED: Final = re.compile(
    r"\W*(?:sponsored|advertorial|advertis|paid (?:content|for|post|partner)|branded content"
    r"|promoted|partner content|anzeige\b|publirreportaje|publi-?r[ée]"
    r"|cont\w+ (?:patrocinad|sponsori)|на правах рекламы|реклама|reklam|iklan|annons)",
    re.IGNORECASE,
)
"""What a line that was paid for begins with."""
_DATIVE: Final = re.compile(r"([A-ZÄÖÜ]\w+e)n(?= [A-ZÄÖÜ])")


def read_attribution(
    block: FoundBlock, site: Site, heard: tuple[Heard, ...], title: str | None
) -> Witness | None:
    """The attribution that closes a block, or None; `heard` are the wordings to try."""
    offset = max(0, len(block.text) - LONGEST_LINE)
    tail = block.text[offset:]
    low = tail.lower()
    rows = [one.row for one in heard if one.is_in(low)]
    if not rows or _SPONSORED.match(tail) is not None:
        return None
    text = _LONG_QUOTE.sub(_masked, tail)
    links = tuple(
        link._replace(start=link.start - offset, end=link.end - offset)
        for link in placed_links(block)
        if link.start >= offset
    )
    for row in rows:
        found = _around(text, links, site, row) or _said(text, links, site, row, title)
        if found is not None:
            return found._replace(begins=found.begins + offset, ends=found.ends + offset)
    return None


def read_footer(block: FoundBlock, site: Site, title: str | None) -> Witness | None:
    """The origin by a feed's footer, in any language; None where there is none.

    Two links to one other host: the first carries the title, the second leads to its home page.
    """
    if len(block.text) > LONGEST_LINE:
        return None
    links = [link for link in placed_links(block) if is_publisher(link.host)]
    if len(links) != 2 or links[0].host != links[1].host or site.is_at(links[0].host):
        return None
    words = block.text[links[0].start : links[0].end]
    if path_of(links[1].href) != "/" or path_of(links[0].href) == "/":
        return None
    if words != title and len(words) < 15:
        return None
    named = named_at(block.text, links[1].start, links[1:], site)
    if named is None or site.is_called(named.name):
        return None
    name, domain, _, _ = named
    kind: EvidenceKind = "attribution_tail"
    return Witness(kind, name, domain, False, FOOTER_CONFIDENCE, 0, len(block.text), True)


def places(blocks: Sequence[FoundBlock]) -> list[int]:
    """The places of the blocks that may hold an attribution, the last one first.

    Short ones at either end, and the last one whatever its length.
    """
    count = len(blocks)
    last = count - 1
    found: list[int] = []
    for place in range(last, max(-1, last - _TAIL_BLOCKS), -1):
        kind, text, _ = blocks[place]
        if (place == last or len(text) <= LONGEST_LINE) and kind not in _NEVER:
            found.append(place)
    for place in range(min(_HEAD_BLOCKS, max(0, count - _TAIL_BLOCKS))):
        kind, text, _ = blocks[place]
        if len(text) <= LONGEST_LINE and kind not in _NEVER:
            found.append(place)
    return found


def _masked(quote: re.Match[str]) -> str:
    """A quotation of more than five words says nothing about the text around it."""
    words = quote[2]
    return quote[1] + "\x01" * len(words) + quote[3] if words.count(" ") > 4 else quote[0]


def _said(
    text: str, links: tuple[PlacedLink, ...], site: Site, row: Row, title: str | None
) -> Witness | None:
    verbs = row.patterns.verbs
    if verbs is None:
        return None
    for verb in verbs.finditer(in_small_letters(text)):
        begins = subject_begins(text, verb.start(), links, row, title)
        if begins is None:
            continue
        named = _named_after(text, verb, links, site)
        book = _AUTHORED.search(verb[0]) or _YEAR.match(text, verb.end())
        if named is not None and book and _may_be_author(named):
            continue
        if named is not None and (named.domain is None or len(text) - named.end <= _LONGEST_REST):
            return _witness(named, begins, len(text), site)
    return None


def _may_be_author(named: Named) -> bool:
    """Whether a name behind `written by` may be who wrote the text: nothing says that it is not."""
    return named.domain is None and not looks_like_outlet(named.name)


def _named_after(
    text: str, verb: re.Match[str], links: tuple[PlacedLink, ...], site: Site
) -> Named | None:
    if " there " in verb[0] and len({link.host for link in links}) == 1:
        return named_at(text, links[0].start, links, site)
    named = named_at(text, verb.end(), links, site) or _linked_soon(text, verb.end(), links, site)
    if named is not None and verb[0].endswith(" by"):
        named = _employer(text, named, verb.end(), links, site)
    if named is not None and _may_be_author(named):
        # `published by Ada Fenwick in The Fen Herald`: who wrote it stands before who printed it
        printed = _PRINTED.match(text, named.end)
        paper = named_at(text, printed.end(), links, site) if printed else None
        if paper is not None and not _may_be_author(paper):
            named = paper
    if named is not None and named.domain is None and verb[0].lower().endswith(" der"):
        named = _nominative(named, site)
    if named is not None and "\x01" in named.name:
        return None
    if named is not None and named.domain is None and is_institution(named.name):
        return None
    return named


def _employer(
    text: str, named: Named, place: int, links: tuple[PlacedLink, ...], site: Site
) -> Named | None:
    """`Ada Fenwick of The Fen Herald`: whom a person writes for, or None where it is no outlet."""
    person = _PERSON_OF.match(named.name)
    begins = text.find(named.name, place) if person is not None else -1
    if person is None or begins < 0 or looks_like_outlet(person["name"]):
        return named
    paper = named_at(text, begins + person.end(), links, site)
    return None if paper is None or _may_be_author(paper) else paper


def _nominative(named: Named, site: Site) -> Named:
    """`in der Neuen Moorzeitung`: the adjective's case is the sentence's, and not the name's."""
    adjective = _DATIVE.match(named.name)
    if adjective is None:
        return named
    name = adjective[1] + named.name[adjective.end() :]
    return name_itself(name, site, named.confidence)._replace(end=named.end)


def _linked_soon(text: str, place: int, links: tuple[PlacedLink, ...], site: Site) -> Named | None:
    """The publisher of a link in the same sentence: `on the author's own site (https://…)`."""
    for link in links:
        between = text[place : link.start]
        if 0 <= link.start - place <= _SOON and is_publisher(link.host):
            clean = not SENTENCE.search(between) and not any(map(str.isdigit, between))
            return named_at(text, link.start, links, site) if clean else None
    return None


def _around(text: str, links: tuple[PlacedLink, ...], site: Site, row: Row) -> Witness | None:
    for found in _wholes(text, row):
        # a group `paper` is a name that must be known, linked to another site, or built as outlets'
        # names are; for an `outlet` a link is not enough, for it may be the author's
        group = next(iter(found.re.groupindex))
        start = found.start(group)
        link = next((one for one in links if one.start < found.end() + 2 and one.end > start), None)
        named = None
        if link is not None:
            named = named_at(text, link.start, links, site)
        if named is None:
            name = found[group].strip(' "“”«»‘’《》「」:：')
            paper = name_itself(name, site, UNKNOWN) if group != "name" else None
            named = paper or named_at(name + " ", 0, (), site)
            if named is None and not name[:1].islower():
                named = name_itself(name, site, UNKNOWN)
            if named is None:
                continue
            if outlet_named(named.name, site.host) is None and is_institution(name):
                continue
        abroad = group == "paper" and named.domain is not None and not site.is_at(named.domain)
        if group != "name" and not abroad and not _is_known(named, found[group]):
            continue
        if "\x01" in named.name or len(named.name) < 2 or _WHEN.match(named.name):
            continue
        return _witness(named, found.start(), len(text), site)
    return None


def _wholes(text: str, row: Row) -> Iterator[re.Match[str]]:
    for opening in row.patterns.openings:
        found = opening.match(text)
        if found is not None:
            yield found
    for whole in row.patterns.wholes:
        yield from whole.finditer(text)


def _is_known(named: Named, written: str) -> bool:
    if written[:1].islower() or _RUBRIC.match(written) is not None:
        return False
    return outlet_named(named.name) is not None or looks_like_outlet(named.name)


def _witness(named: Named, begins: int, ends: int, site: Site) -> Witness:
    own = site.is_at(named.domain) or site.is_called(named.name)
    return Witness(
        kind="attribution_tail",
        name=named.name,
        domain=named.domain,
        own=own,
        confidence=named.confidence,
        begins=begins,
        ends=ends,
        leaves=True,
    )
