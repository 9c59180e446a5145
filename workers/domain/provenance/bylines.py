"""Bylines that name another publisher beside the author, or in the author's place."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from schemas.article import Author, EvidenceKind
from workers.domain.parsing.post import FoundBlock
from workers.domain.provenance.contributions import speaks_of_contribution
from workers.domain.provenance.datelines import agency_in
from workers.domain.provenance.media_names import looks_like_outlet
from workers.domain.provenance.outlets import Outlet, outlet_named
from workers.domain.provenance.site import Site
from workers.domain.provenance.witness import Witness

LISTED: Final = 0.85
UNLISTED: Final = 0.6
_BLOCKS: Final = 4
_LONGEST: Final = 110
_LONGEST_NAME: Final = 40

_BY: Final = re.compile(
    r"^[\W_]{0,3}(?:(?:story |text |words )?by|von|par|por|di|de|da|oleh|door|av|af|autor|автор"
    r"|від|od|text|tekst)\s?:?\s",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(
    r"\s*[|/•·]\s*|\s*,\s+|\s[-–—]{1,2}\s|\s+(?:of|for|in|per|für|pour|para)\s+|\n"
)
_HAS_PARTS: Final = re.compile("[|,]")
_PERSON: Final = re.compile(r"[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]*){1,3}")
_ROLE_AT: Final = re.compile(
    r"(?:rep[óo]rter|reportero|journalist\w*|giornalista|periodista|jornalista|corresponsal"
    r"|correspondent\w*|correspondente|corrispondente|korrespondent\w*|redakteur(?:in)?|redactora?"
    r"|enviad[oa] especial|inviat[oa]|envoyée? spéciale?|verslaggever|wartawan|корреспондент"
    r"|кореспондент|обозреватель) (?:at|with|of|d[aeo]|del|della|du|bei|der|des|van|w|от|из)?\s?",
    re.IGNORECASE,
)
"""`Repórter da Agência Brasil`: for whom somebody writes."""
_FOR: Final = re.compile(
    r"(?:(?:for|at|with|pour|für|para|per|voor|dla)|^(?:del?|d[ao]|di|von|van))"
    r" (?=[^\W\d_a-z])"
)
_PEOPLE: Final = re.compile(
    r"\b(?:Leader|Democrat|Republic|Pioneer|Patriot|Citizen|Advocate|Insider|Broadcaster|Star"
    r"|Advertiser|Network|Agency|Report|Record)$"
)
"""What ends the names of outlets, and says as well who somebody is: `Ada Fenwick, Leader`."""
_NO_LINE: Final = re.compile(
    rf"{_PEOPLE.pattern}|\b(?:News|Daily|Weekly|Today|Online|Media|Review|Digest|Newsletter"
    r"|Podcast|Bulletin|Voice|Newsroom|Press|Radio|TV|Reporter|Noticias|Notícias|Magazine|Staff|Editor)\b",
    re.IGNORECASE,
)
"""What is in lines below an author that name no outlet: `Local News`, `Staff Reporter`."""
_OWN_DESK: Final = re.compile("redac|redak|rédac|redaz|agenc|staff|desk|team", re.IGNORECASE)
_SENT_BY: Final = re.compile(r" \((?:TNS|AP|CNS|NNS)\)?$")
"""The syndicate that sent a paper's text out: `Ada Fenwick, The Fen Herald (TNS)`."""
_WITH: Final = re.compile(r" (?:avec|con|com|mit|with|met) (?:l[’'])?[A-Z]{2}\w*\W*$")
_SECTION: Final = re.compile(
    r"(?:(?:Local|World|National|Breaking|Business|Sports?|Politics|Political|City|State|County"
    r"|Community|Education|Health|Science|Tech|Technology|Entertainment|Arts|Culture|Opinion"
    r"|International|Regional|US|UK|Crime|General|Top|Latest|Weather|Environment|Climate|Digital"
    r"|Social) )?(?:News|Media|Press|Online|Radio|TV|Newsletter|Podcast|Newsroom|Report|Today)"
)
"""Parts of a paper, and no paper: `By Ada Fenwick | Local News`."""
_DIGIT: Final = re.compile(r"\d")
_STAMP: Final = re.compile(
    r"[\s,|·•–—-]+(?:(?:published|posted|updated|publiée?|parue?|mise? à jour|publicad[oa]"
    r"|actualizad[oa]|pubblicato|aggiornato|veröffentlicht|aktualisiert|gepubliceerd)\b"
    r"|[^\W\d_]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}[. ]+(?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}).*$",
    re.IGNORECASE,
)
"""When the text was published, behind who wrote it."""
_TITLED: Final = re.compile(r"(?:The|La|Le|Les|El|Los|Il|Lo|Der|Die|Das|De|Het|O|A) \w\S* \S")
"""What no person's name begins with: an article, and a name of two words and more."""
_ROLE: Final = re.compile(
    r"\b(?:special to|staff|reporter|correspondent|editor|former|professor|author|writer|who)\b",
    re.IGNORECASE,
)


def byline_of_authors(authors: Iterable[Author], site: Site) -> Witness | None:
    """The publisher that the source names as author, or beside one."""
    for author in authors:
        if len(author.name) <= _LONGEST:
            found = _named(author.name, site, by=True)
            if found is not None:
                return found
    return None


def begins_a_byline(line: str) -> bool:
    """Whether a line begins as bylines do."""
    return len(line) <= _LONGEST and _BY.match(line) is not None


def byline_of_line(line: str, site: Site) -> Witness | None:
    """The publisher that a byline names, where the line has left the text already."""
    by = _BY.match(line)
    if len(line) > _LONGEST or speaks_of_contribution(line):
        return None
    return _named((line[by.end() :] if by else line).strip(), site, by=by is not None)


def read_byline(blocks: Sequence[FoundBlock], site: Site) -> tuple[int, Witness] | None:
    """The publisher that a line at the head of the text names, and the place of the line."""
    for place, block in enumerate(blocks[:_BLOCKS]):
        if len(block.text) > _LONGEST or block.kind not in ("paragraph", "heading"):
            continue
        by = _BY.match(block.text)
        if by is None and len(block.text) > _LONGEST_NAME and not _HAS_PARTS.search(block.text):
            continue
        words = block.text[by.end() :] if by else block.text
        first = _WITH.sub("", words) if by else words  # `Par L’Obs avec AFP`
        if first != words:
            outlet = outlet_named(first.strip(), site.host)
            if outlet is not None and first.strip() not in outlet.words:
                return place, _witness(outlet.name, outlet, site, LISTED)._replace(
                    ends=len(block.text)
                )
            continue
        found = _named(words.strip(), site, by=by is not None)
        if found is None and by is not None and _PERSON.fullmatch(words.strip()) is not None:
            found = _alone(blocks[place + 1 : place + 2], site)
        if found is not None and not speaks_of_contribution(block.text):
            return place, found._replace(ends=len(block.text))
    return None


def _alone(behind: Sequence[FoundBlock], site: Site) -> Witness | None:
    """The outlet that is the whole line behind who wrote the text."""
    for block in behind:
        line = block.text.strip().partition(", ")[0]  # `BBC News, Norfolk`
        outlet = outlet_named(line, site.host)
        if outlet is not None and line not in outlet.words:
            return _witness(outlet.name, outlet, site, LISTED)
        named = " " in line and len(line) <= _LONGEST_NAME and line[0].isupper()
        if named and looks_like_outlet(line) and not _NO_LINE.search(line):
            return _witness(line, None, site, UNLISTED)
    return None


def _named(words: str, site: Site, *, by: bool) -> Witness | None:
    dated = _DIGIT.search(words) is not None
    signed = (_STAMP.sub("", words) if dated else words).strip(" .:*_()[]")
    whole = _SENT_BY.sub("", signed) if "(" in signed else signed
    if whole != signed and looks_like_outlet(whole):
        return _witness(whole, outlet_named(whole, site.host), site, UNLISTED)
    outlet = agency_in(whole.removesuffix(" Staff"), site.host)
    if outlet is not None:
        plain = whole not in outlet.words or whole.isupper()  # `Petra` may be who wrote it
        sure = plain and (by or outlet.kind != "outlet")
        return _witness(outlet.name, outlet, site, LISTED) if sure else None
    parts = [part for part in _PARTS.split(whole) if part]
    if by and len(parts) == 1 and _TITLED.match(whole) and looks_like_outlet(whole):
        return None if _ROLE.search(whole) else _witness(whole, None, site, UNLISTED)
    return _named_beside(parts, words, site, by=by)


def _named_beside(parts: list[str], words: str, site: Site, *, by: bool) -> Witness | None:
    """The publisher beside who wrote the text: `Rowan Pike | The Fen Herald`."""
    if len(parts) < 2 or _ROLE.search(parts[0]) is not None:
        return None
    first = outlet_named(parts[0], site.host) if len(parts) == 2 and "|" in words else None
    if first is not None and first.kind == "agency" and _OWN_DESK.search(parts[1]) is None:
        return _witness(first.name, first, site, LISTED)  # `EFE | Madrid`
    if not by and "|" not in words and not _is_person_at(parts, site):
        return None
    named = [_without_role(part) for part in parts[1:]]
    roles = [name for name, part in zip(named, parts[1:], strict=True) if name != part]
    parts = [parts[0], *named]
    for part in parts[1:]:
        outlet = outlet_named(part, site.host)
        sign = by and outlet is not None and outlet.kind == "agency" and part.isupper()
        if outlet is not None and (sign or part not in outlet.words or "|" in words):
            return _witness(outlet.name, outlet, site, LISTED)
    for last in (parts[-1], *roles):
        section = _ROLE.search(last) or _SECTION.fullmatch(last)
        if looks_like_outlet(last) and last[0].isupper() and not section:
            return _witness(last, None, site, UNLISTED)
    return None


def _without_role(part: str) -> str:
    return _FOR.sub("", _ROLE_AT.sub("", part, count=1) or part, count=1)


def _is_person_at(parts: list[str], site: Site) -> bool:
    """`Rowan Pike, Grist`: a person and an outlet, well-known or of two words, and nothing else."""
    if len(parts) != 2 or _PERSON.fullmatch(parts[0]) is None:
        return False
    outlet = outlet_named(parts[1], site.host)
    if outlet is not None:
        return parts[1] not in outlet.words
    return " " in parts[1] and looks_like_outlet(parts[1]) and not _PEOPLE.search(parts[1])


def _witness(name: str, outlet: Outlet | None, site: Site, confidence: float) -> Witness:
    domain = None if outlet is None else outlet.domain
    own = site.is_called(name) or site.is_at(domain)
    wire = outlet is not None and outlet.kind == "wire"
    kind: EvidenceKind = "release_wire" if wire else "byline"
    return Witness(kind, name, domain, own, confidence, 0, 0, leaves=False)
