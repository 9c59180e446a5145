"""The line that opens an agency's report: where, when, and by whom it was filed."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from schemas.article import EvidenceKind
from workers.domain.parsing.post import FoundBlock
from workers.domain.provenance.contributions import speaks_of_contribution
from workers.domain.provenance.media_names import looks_like_outlet
from workers.domain.provenance.outlets import Outlet, known_domain, outlet_named, outlets
from workers.domain.provenance.site import Site
from workers.domain.provenance.witness import Witness

CONFIDENCE: Final = 0.93
UNKNOWN: Final = 0.7
_BLOCKS: Final = 5
_LONG: Final = 220
"""A block of this length is a paragraph of the report itself: behind it stands no dateline."""
_HEAD: Final = 160
_DATE_BEGINS: Final = 120
"""Where the day of a dateline has begun, if there is one."""
_NEAR: Final = 30
"""Characters of the longest place before a dash."""
_DASH: Final = r"[-–—―‐−]"

_PLACE: Final = r"(?P<place>[^\W\d_][^()（）\n\"“”«»|;/]{1,75}?)"
_PLACES: Final = r"(?P<place>[^\W\d_](?:[^()（）\n\"“”«»|;/]|(?<=[^\W\d_])/(?=[^\W\d_])){1,75}?)"
"""One or two: `BERLIN/PARIS`."""
_BRACKETS: Final = re.compile(
    rf"^[\W_]{{0,3}}{_PLACES}?\s*[.:,]?\s*(?P<dash>{_DASH}{{1,2}}\s*)?[(（](?P<name>[^()（）\n]{{2,45}})[)）]"
    rf"\s*(?P<mark>[.,:：]?\s*(?:{_DASH}{{1,2}}|[:：=])|\.(?=\s))?"
)
_DASHED: Final = re.compile(
    rf"^[\W_]{{0,3}}[^()（）\n]{{2,60}}[(（][^()（）\n]{{2,45}}[)）]\s*{_DASH}"
)
"""What alone is a dateline behind a paragraph: a standfirst or a caption may come first."""
_SLASHES: Final = re.compile(
    rf"^[\W_]{{0,3}}(?:\d{{1,2}} \w{{3,8}}, )?{_PLACE}?\s*[.:,]?\s*/"
    r"(?:Корр\. )?(?P<name>[^/\n]{2,45})/\s*"
    rf"(?P<mark>[.,]?\s*{_DASH}{{0,2}})"
)
_DATED: Final = re.compile(
    rf"^[\W_]{{0,3}}{_PLACE}[,.] (?P<date>\d[\w. ]{{2,22}}?|[^\W\d]\w+\.? \d{{1,2}})[.,]?"
    rf"\s*(?:{_DASH}{{1,2}}\s*|(?<=[.,])\s*|\s(?=[A-Z]{{2,5}}\s))"
    rf"(?P<name>[^\W\d_a-zа-я][\w.«» ]{{1,30}}?)"
    rf"\s*(?P<mark>[.:]|\s{_DASH}{{1,2}})\s"
)
_BEFORE_DATE: Final = re.compile(r"[,.] (?:\d|[^\W\d]\w+\.? \d)")
"""What a dateline with a day has behind its place: `_PLACE` takes ten times as long to fail."""
_COLON: Final = re.compile(
    rf"^[\W_]{{0,3}}(?P<place>[^\W\d_a-z][^\W\d_]{{1,20}}(?: [^\W\d_]{{2,15}})?)\s?{_DASH}\s?"
    r"(?P<name>[^\W\d_a-zа-я][\w ]{1,20}?)\s?(?P<mark>:)\s"
)
_DAY: Final = re.compile(
    r"^(?P<place>)(?P<name>[^\W\d_a-zа-я][\w.]{2,14}), (?P<mark>\d{1,2} [^\W\d]{3,10}\.?)\s"
)
_COMMA: Final = re.compile(
    rf"^[\W_]{{0,3}}(?P<one>[^\W\d_][\w .’'-]{{1,30}}?)\s*,\s*(?P<other>[^\W\d_][\w .’'-]{{1,30}}?)"
    rf"\s*{_DASH}{{1,2}}\s"
)
_BARE: Final = re.compile(
    rf"^[\W_]{{0,3}}(?P<name>[^\W\d_][\w.]+(?: [A-ZÀ-Þ]\w+){{0,2}})\s*{_DASH}{{1,2}}\s"
)
_PORTAL: Final = re.compile(
    r"^[A-Z][A-Z ]{2,20}, (?P<name>[\w-]+\.(?:co\.)?id"
    rf"|(?i:[\w-]*(?:news|pos|times|tribun|kabar|warta)[\w-]*)\.(?:com|co|net)) {_DASH}{{1,2}} "
)
"""`JAKARTA, Heron.id -`: as Indonesia's portals sign."""
_PARTED: Final = re.compile(
    rf"^[\W_]{{0,3}}(?P<one>[^\W\d_][\w, ]{{1,40}}?)\s?"
    rf"(?:[./]|\s{_DASH}{{1,2}}|{_DASH}(?=[A-ZÀ-Þ]))\s?"
    rf"(?P<other>[^\W\d_][\w. -]{{1,24}}?)\s?\.?{_DASH}{{1,2}}\s"
)
"""`París, Francia. AFP.-`, `RIYADH — SPA —`, `İSTANBUL-AA -`."""
_BEFORE: Final = re.compile(rf"^(?P<name>[a-z]{{3}}|[A-Z]{{3,8}}) [^\W\d_a-z][^\W\d_]+ {_DASH} ")
"""`dpa Berlin –`."""
_SPACED_DASH: Final = re.compile(rf"{_DASH}\s")
_FAR: Final = 80
"""Characters within which the dash behind a name stands that opens a line."""
_LOUD: Final = 3
"""Letters of the shortest sign that is believed behind a place in capitals, and nothing else."""
_FILED: Final = (
    ("(", _BRACKETS),
    ("（", _BRACKETS),
    ("/", _SLASHES),
    ("", _DATED),
    (":", _COLON),
    (", ", _DAY),
)
"""The forms of datelines, each with a mark that it cannot do without."""
_UNDATED: Final = tuple(form for form in _FILED if form[1] not in (_DATED, _DAY))
"""Those without a day."""
_ANY_DASH: Final = re.compile(_DASH)
_PHOTO: Final = re.compile(r"사진|写真|图片|圖片|\bphotos?\b|\bfotos?\b", re.IGNORECASE)
_WIDE: Final = re.compile(r"[\u3000-\ud7af]")
_ARABIC: Final = re.compile(
    r"^[\W_]{0,3}(?P<place>[\u0600-\u06ff][\u0600-\u06ff ]{1,30}?)\s*[-–—/،]\s*"
    r"[«\"(]?(?P<name>[\u0600-\u06ff][\u0600-\u06ff .]{1,30}?)[»\")]?\s*(?P<mark>[-–—:]{1,2})"
)
_DENSE: Final = (
    re.compile(
        r"^[\s【\[（(]*(?:据)?(?P<name>[\u3400-\u9fff]{2,6}?(?:社|网|網|日报|日報|新闻|新聞))"
        r"(?:记者|記者)?[^，。,.、]{0,18}?(?:\d{1,2}月)?(?:\d{1,2}日)?"
        r"(?:电|電|讯|訊|综合电|綜合報導)"
    ),
    re.compile(
        r"^\s*(?P<name>[\u3400-\u9fff]{2,6}?(?:社|网|網))(?:记者|記者)[^，。,.、：:]{1,14}"
        r"(?:报道|報導)[：:]"
    ),
    re.compile(
        r"^\s*[［\[][^］\]]{1,20}?\s+(?:[\d０-９]{1,2}\s?日\s+)?(?P<name>[^\s］\]]{2,8})[］\]]"
    ),
    re.compile(r"^\s*[（(\[][가-힣·\s]{1,12}\s*[=＝]\s*(?P<name>[가-힣\d]{2,8})[)）\]]"),
    re.compile(r"^\s*[（(](?P<name>[A-Z]{2,4})[）)]"),
    re.compile(
        r"^\s*(?P<name>路透|法新|彭博)社?[\u3400-\u9fff]{1,6}\d{1,2}月\d{1,2}日(?:电|電)?\s?[-–—]"
    ),
    re.compile(r"^\s*[（(](?P<name>[^\s）)]{2,4}?)(?:記者|记者|社)?[^）)]{0,25}[）)]"),
)
_CJK: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_STATION: Final = re.compile(r"[KW][A-Z]{2,3}(?:[-/ ]?(?:TV|FM|AM))?")
_AGENCY_LIKE: Final = re.compile(
    r"\b(?:News|Agency|Wire|Press|Agencia|Agence|Agenzia|Service|Newswire"
    r"|Noticias|Notícias|Notizie|Nachrichten)\b"
)
_SPLIT: Final = re.compile(r"\s*[/,+&]\s*|\s(?:y|and|et|und|e)\s")
_DESK: Final = re.compile(
    r"^(?:red|redaktion|redacci[oó]n|redazione|nd|pm|eigen\w*|jl|own)$", re.IGNORECASE
)
_SERVICE: Final = re.compile(
    r"(?P<name>[A-Za-z]{2,9})(?:[-./](?!photo|foto|images?|file|graphic|archive|video|poll)(?P<desk>[\w-]{2,14})"
    r"| (?:News|Sports?|Health|Wire|Service|International|Business|Breakingviews))",
    re.IGNORECASE,
)
"""A desk of an agency: `dpa-AFX`, `PRNewswire-PRWeb`, `Reuters Health`."""


def read_dateline(blocks: Sequence[FoundBlock], site: Site) -> tuple[int, Witness] | None:
    """The agency that filed the report, and the place of its block; None without a dateline."""
    for place, block in enumerate(blocks[:_BLOCKS]):
        if block.kind in ("paragraph", "quote", "heading"):
            found = _in_block(block.text, site)
            if found is not None:
                return place, found
        if (
            len(block.text) >= _LONG
            and _DASHED.match(blocks[min(place + 1, len(blocks) - 1)].text) is None
        ):
            return None
    return None


def agency_in(words: str, near: str | None) -> Outlet | None:
    """The one agency that a sign names: `dpa/lno`, `The Associated Press`, `PRNewswire-PRWeb`.

    None where the site's own desk shares the sign (`dpa/red`), and where two agencies do.
    """
    words = words.strip(" .«»\"'“”")
    outlet = outlet_named(words, near)
    if outlet is not None:
        return outlet if not words.islower() or words in outlet.names else None
    parts = [part for part in _SPLIT.split(words) if part]
    if len(parts) > 1:
        found = [outlet_named(part, near) for part in parts]
        known = {one.domain for one in found if one is not None and one.kind in ("agency", "wire")}
        first = found[0]
        rest = [part for part, one in zip(parts, found, strict=True) if one is None]
        if first is None or len(known) != 1 or any(map(_DESK.match, rest)):
            return None
        return first if all(len(part) <= 14 for part in rest) else None
    service = _SERVICE.fullmatch(words)
    if service and service["desk"] and _is_agency(outlet_named(service["desk"], near)):
        return None  # `TT-Reuters`
    outlet = outlet_named(service["name"], near) if service else None
    if service and outlet and outlet.kind != "outlet" and service["name"] in outlet.names:
        return outlet
    return None


def _is_agency(outlet: Outlet | None) -> bool:
    return outlet is not None and outlet.kind == "agency"


def _in_block(text: str, site: Site) -> Witness | None:
    head = text[:_HEAD]
    if not head or head[0].isspace():
        return None
    if not head.isascii() and _WIDE.search(head, 0, 40) is not None:
        return _dense(head, site)
    dated = _BEFORE_DATE.search(head, 0, _DATE_BEGINS) is not None
    for mark, pattern in _FILED if dated else _UNDATED:
        found = pattern.match(head) if mark in head else None
        witness = _filed(found, site) if found is not None else None
        if witness is not None:
            return witness
    dashed = "-" in head or (not head.isascii() and _ANY_DASH.search(head) is not None)
    return _signed(head, site) if dashed else None


def _signed(head: str, site: Site) -> Witness | None:
    """The outlet whose name alone opens a line: `KOMPAS.com -`, `Liputan6.com, Jakarta -`."""
    dashed = _SPACED_DASH.search(head, 0, _FAR) is not None
    for pattern in (_COMMA, _BARE, _PARTED, _BEFORE) if dashed else ():
        found = pattern.match(head)
        if found is not None and _PHOTO.search(found[0]):
            continue
        for name in found.groups() if found is not None else ():
            outlet = outlet_named(name, site.host)
            if found and outlet and name not in outlet.words and _signs(outlet, name):
                return _witness(outlet.name, outlet, site, CONFIDENCE, found.end())
    portal = _PORTAL.match(head) if dashed else None
    domain = known_domain(portal["name"].lower()) if portal is not None else None
    if portal is not None and domain is not None:
        named = _witness(portal["name"], None, site, UNKNOWN, portal.end())
        return named._replace(domain=domain, own=named.own or site.is_at(domain))
    arabic = None if head.isascii() else _ARABIC.match(head)
    outlet = outlet_named(arabic["name"].strip(), site.host) if arabic else None
    if arabic is None or outlet is None:
        return None
    return _witness(outlet.name, outlet, site, CONFIDENCE, arabic.end())


def _filed(found: re.Match[str], site: Site) -> Witness | None:
    witness = _filed_by(found, site)
    # last, for most lines name nobody: this pattern takes longer than all that comes before it
    return None if witness is None or speaks_of_contribution(found[0]) else witness


def _filed_by(found: re.Match[str], site: Site) -> Witness | None:
    place, name, mark = (found["place"] or "").strip(), found["name"], (found["mark"] or "").strip()
    if place[:1].islower() or _PHOTO.search(found[0]):
        return None
    if not mark and found.re is _BRACKETS and len(place) <= _NEAR:
        mark = (found["dash"] or "").strip()  # `MANILA -- (PNA)`
    outlet = agency_in(name, site.host)
    if outlet is None:
        return _unlisted(name, place, mark, found.end(), site)
    sure = not outlet.words or name.strip() not in outlet.words
    dated = "," in place or any(map(str.isdigit, place))
    loud = place.isupper() and len(place) > _LOUD <= len(name) and name.isupper()
    begins = found.string[found.end() :].lstrip()[:1].isupper()
    dated = dated or (loud and begins and outlet.kind == "agency")
    opens = not place and outlet.kind == "agency" and len(name) > 2
    if not mark and opens and "(" in found[0][:4]:
        return _witness(outlet.name, outlet, site, CONFIDENCE, found.end())
    town = place.isalpha() and sure and len(name) > 2 and name.isupper() and begins
    if not mark and town and outlet.kind == "agency" and "(" in found[0]:  # `Kiel (KNA) Die`
        return _witness(outlet.name, outlet, site, CONFIDENCE, found.end())
    if not mark and ((place and not _capitals_or_date(place)) or not (sure or dated)):
        return None
    if not sure and not place and found.re is not _SLASHES and outlet.kind == "outlet":
        return None
    return _witness(outlet.name, outlet, site, CONFIDENCE, found.end())


def _unlisted(name: str, place: str, mark: str, end: int, site: Site) -> Witness | None:
    if not mark or not place or not place[:2].isalpha() or not place[0].isupper():
        return None
    station = _STATION.fullmatch(name) is not None and place[:3].isupper()
    agency = looks_like_outlet(name) and _AGENCY_LIKE.search(name) is not None
    if not station and not agency:
        return None
    found = _witness(name, None, site, UNKNOWN, end)
    return found._replace(own=True) if station and site.may_be_station(name) else found


def _capitals_or_date(place: str) -> bool:
    return place[:3].isupper() or not place.isascii() or any(map(str.isdigit, place))


def _signs(outlet: Outlet, name: str) -> bool:
    """Whether an outlet begins its texts with its name: agencies do, and some web papers."""
    return (
        outlet.kind in ("agency", "wire") or "." in name or outlet.name.startswith(("CNN", "CNBC"))
    )


@cache
def _bracketed() -> re.Pattern[str]:
    """`【ロンドン共同】`: the place and the agency with nothing between them."""
    names = sorted(
        name for one in outlets() if one.kind == "agency" for name in one.names if _CJK.search(name)
    )
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"^\s*【[^】]{{0,16}}?(?P<name>{longest_first}|AFP|AP|CNN)(?:[＝=]時事)?】")


def _dense(head: str, site: Site) -> Witness | None:
    for pattern in (_bracketed(), *_DENSE):
        found = pattern.match(head)
        outlet = outlet_named(found["name"], site.host) if found else None
        if found is not None and outlet is not None and not _PHOTO.search(found[0]):
            return _witness(outlet.name, outlet, site, CONFIDENCE, found.end())
    if "(" in head[:40] or "（" in head[:40]:
        found = _BRACKETS.match(head)
        if found is not None and found["mark"]:
            return _filed(found, site)
    return None


def _witness(name: str, outlet: Outlet | None, site: Site, confidence: float, end: int) -> Witness:
    domain = None if outlet is None else outlet.domain
    own = site.is_called(name) or site.is_at(domain)
    wire = outlet is not None and outlet.kind == "wire"
    kind: EvidenceKind = "release_wire" if wire else "dateline"
    return Witness(kind, name, domain, own, confidence, 0, end, leaves=False)
