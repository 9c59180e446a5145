"""Lines that are a label and a publisher's name: `Source: Reuters`."""

import re
from collections.abc import Sequence
from typing import Final

from schemas.article import EvidenceKind
from workers.domain.parsing.post import FoundBlock
from workers.domain.parsing.urls import path_of
from workers.domain.provenance.contributions import speaks_of_contribution
from workers.domain.provenance.datelines import agency_in
from workers.domain.provenance.media_names import is_institution, looks_like_outlet
from workers.domain.provenance.naming import Named, is_publisher, named_at, placed_links
from workers.domain.provenance.outlets import known_domain, outlet_at, outlet_named
from workers.domain.provenance.site import Site
from workers.domain.provenance.witness import Witness

LISTED: Final = 0.85
UNLISTED: Final = 0.7
LONGEST: Final = 160
_LONGEST_LED: Final = 50
_LONGEST_DATED: Final = 80

_LABELS: Final = tuple(
    "source|source de l’article|source de l'article|fonte articolo|fonte dell’articolo"
    "|fonte dell'articolo|fonte della notizia|fuente de la nota|fuente de la noticia|alıntı"
    "|haber kaynağı|haber|redacción|本文来源|本文來源"
    "|资料来源|消息来源|内容来源|原文来源"
    "|original source|news source|article source|story source|source article|via|vía"
    "|story from|article from|fuente|quelle|fonte|sumber|sumber berita|sumber artikel|bron|kaynak"
    "|źródło|zrodlo|источник|джерело|来源|來源|新闻来源|稿源|信息来源|文章来源|出典|出所|ソース|情報元"
    "|المصدر|مصدر|स्रोत|साभार|sursa|sursă|πηγή|nguồn|källa|kilde|lähde|zdroj|forrás|출처|자료|מקור"
    "|منبع|izvor|извор|източник|nota original|artículo original|texto original|article original"
    "|articolo originale|artigo original|originalartikel|originaltext|erstveröffentlichung"
    "|erstpublikation|artikel asli|оригинал материала|оригинал статьи|оригинал|fuente original"
    "|source originale|fonte originale|originalquelle".split("|")
)
"""Words, no patterns: they are also looked for at the end of a text."""
_LABEL: Final = "|".join(map(re.escape, _LABELS))
_LINE: Final = re.compile(
    rf"^[\W_]{{0,3}}(?:{_LABEL})\s*(?:[:：]|\s[-–—|]\s)\s*(?P<rest>.+)$", re.IGNORECASE
)
_ACCOUNT: Final = re.compile(r"公[众眾][号號]")
"""WeChat's word for an outlet's account."""
_ORIGINAL: Final = re.compile(
    r"\W{0,3}(?:original (?:article|post|story)|(?:nota|artículo|texto|article|articolo|artigo"
    r"|fuente|source|fonte) original[ei]?|original(?:artikel|text)|artikel asli|оригинал)",
    re.IGNORECASE,
)
"""Labels behind which a link leads to where a text was first published."""
_FIRST_LABEL: Final = re.compile(r"\W{0,3}(?:erstveröffentlichung|erstpublikation)", re.IGNORECASE)
"""Labels behind which stands where a text was first published, and nothing else."""
_LED: Final = re.compile(
    r"^(?:[(（]?\s*"
    r"(?:source|fuente|fonte|quelle|sumber|bron|theo|v[ií]a|từ|fra|från|نقلا عن|نقلاً عن)\s+"
    r"|[（(]?(?:提供|配信)[:：]\s?|[\W_]{0,2}【(?:翻訳・?編集|翻訳|編集|配信|提供|出典)】\s*)"
    r"(?P<rest>[^.]{2,40}?)\s*[)）]?\.?$",
    re.IGNORECASE,
)
_VIA: Final = re.compile(r"\W*v[ií]a ", re.IGNORECASE)
"""What leads to a publisher and to nothing else, where its name is linked."""
_DATED: Final = re.compile(
    rf"(?:{_LABEL})\s*[:：]\s*(?P<rest>[^\s|　]{{2,30}}(?: [A-Z][\w.]+){{0,3}})", re.IGNORECASE
)
_MANY: Final = re.compile(r"\s*(?:[,/;|、，]|\s(?:y|and|und|et|e|&|dan|и|та|i|en)\s)\s*")
_SPEAKS: Final = re.compile(
    r"report|told|accord|inform|según|segundo|laut|selon|d[’']après|secondo|dilansir|dikutip"
    r"|menurut|сообщ|пиш|据|によると|報じ|publicó|bericht|wrote|says|said|interview|dijo|declar"
    r"|entrevist|potrivit|theo\b|podaje|według|göre|повідом|volgens|meldt",
    re.IGNORECASE,
)
_PUBLIC_SUFFIX: Final = re.compile(r"\.(?:gov|gob|gouv|edu|ac|mil|int|go)(?:\.[a-z]{2})?$")
_NEWSY: Final = re.compile(
    r"news|post|times|blog|press|media|journal|magaz|daily|zeitung|diario|gazet|\d{4}/\d|/\d{8}/",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r"[\s|/;,，。]+(?:(?!https?\s?:)[^\W\d]{2,14}\s?[:：](?!//)|\d{4}[-年/.]\d)", re.IGNORECASE
)
"""Where a line goes on with another label or a day: `来源：湖滨早报　作者：…`."""
_IS_MEDIUM: Final = re.compile(
    r"[\W_]{1,4}(?:(?:the|an?|le|la|un|une|el|il|der|die|das|ein|eine|een|o|a|um|uma) )?(?:\w+ )?"
    r"(?:newspaper|newsroom|newsletter|magazine|news (?:site|outlet|agency)|média|quotidien|journal"
    r"|hebdomadaire|diario|periódico|revista|medio|zeitung|magazin|wochenzeitung|tageszeitung"
    r"|nachrichten\w*|jornal|giornale|quotidiano|testata|rivista|krant|weekblad|gazet\w*"
    r"|газета|издание|журнал|видання|dziennik|tygodnik)\b",
    re.IGNORECASE,
)
"""What stands behind a name and says what it is: `Source: Reporterre, le média de …`."""


def is_short_label(text: str) -> bool:
    """Whether a text may be a label and a name, and nothing else."""
    return len(text) <= LONGEST


def read_source_line(place: int, blocks: Sequence[FoundBlock], site: Site) -> Witness | None:
    """The one publisher that a source line names, or None.

    None too where the text itself speaks of that publisher as reporting, or where the line lists
    several: it is cited then.
    """
    block = blocks[place]
    text = block.text
    colon = ":" in text or "：" in text
    line = _LINE.match(text) if colon or " - " in text or "–" in text or "|" in text else None
    led = None if line or len(text) > _LONGEST_LED else _LED.match(text)
    found = line or led
    if found is None and colon and len(text) <= _LONGEST_DATED and _has_label(text):
        found = _DATED.search(text) if any(map(str.isdigit, text)) else None
    if found is None or speaks_of_contribution(text):
        return None
    goes_on = _NEXT.search(text, found.start("rest"))
    if goes_on is not None:
        text = text[: goes_on.start()]
    links = placed_links(block)
    hosts = {known_domain(link.host) for link in links if link.host is not None}
    named = named_at(text, found.start("rest"), links, site)
    named = named or _desk(text, found.start("rest"), site)
    if named is None or len(hosts) > 1 or _lists_many(text[found.start("rest") :], site):
        return None
    linked = led is not None and bool(links) and _VIA.match(led[0]) is not None
    if led is not None and not linked and not _may_be_led(led[0], named, site):
        return None
    confidence = _belief(named, block)
    if confidence is None or _is_spoken_of(named, place, blocks):
        return None
    outlet = outlet_at(named.domain)
    kind: EvidenceKind = "release_wire" if outlet and outlet.kind == "wire" else "source_line"
    own = site.is_at(named.domain) or site.is_called(named.name)
    begins, ends = found.start(), len(block.text)
    return Witness(kind, named.name, named.domain, own, confidence, begins, ends, leaves=True)


def _has_label(text: str) -> bool:
    """Whether a label stands before some colon: to search for all of them takes much longer."""
    parts = text.lower().replace("：", ":").split(":")
    return any(part.rstrip().endswith(_LABELS) for part in parts[:-1])


def _desk(text: str, place: int, site: Site) -> Named | None:
    """An agency with its desk: `Quelle: dpa/lni`."""
    agency = agency_in(text[place:].strip(" .()"), site.host)
    if agency is None or agency.kind != "agency":
        return None
    return Named(agency.name, agency.domain, LISTED, len(text))


def _may_be_led(line: str, named: Named, site: Site) -> bool:
    """Whether a name behind a word that leads to many things is known, or in a label's brackets."""
    if outlet_named(named.name, site.host) is not None:
        return True
    told = "【" in line or line[0] in "(（" or "نقل" in line
    return told and looks_like_outlet(named.name)


def _lists_many(rest: str, site: Site) -> bool:
    names = [name for name in _MANY.split(rest) if name.strip()]
    if len(names) < 2 or outlet_named(rest, site.host) is not None:
        return False
    return sum(outlet_named(name) is not None or looks_like_outlet(name) for name in names) > 1


def _belief(named: Named, block: FoundBlock) -> float | None:
    """How sure a source line is of its publisher; None where it may be no publisher at all."""
    if outlet_named(named.name) is not None or outlet_at(named.domain) is not None:
        return LISTED
    if is_institution(named.name):
        return None
    if named.domain is None:
        said = _FIRST_LABEL.match(block.text) is not None and named.name[0].isupper()
        said = said or _ACCOUNT.search(block.text) is not None
        return UNLISTED if said or looks_like_outlet(named.name) else None
    link = next((one for one in placed_links(block) if is_publisher(one.host)), None)
    href = link.href if link else named.name
    if _PUBLIC_SUFFIX.search(named.domain):
        return None
    if _IS_MEDIUM.match(block.text, named.end):
        return UNLISTED
    if _ORIGINAL.match(block.text) is not None:
        return UNLISTED
    path = path_of(href).strip("/")
    deep = "-" in path and len(path) > 15
    if looks_like_outlet(named.name) or deep or _NEWSY.search(href) or "." in named.name:
        return UNLISTED
    return None


def _is_spoken_of(named: Named, place: int, blocks: Sequence[FoundBlock]) -> bool:
    """Whether the text itself credits the publisher for something."""
    outlet = outlet_named(named.name) or outlet_at(named.domain)
    names = (named.name,) if outlet is None else outlet.names
    for name in names:
        if len(name) < 2:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        for block in (*blocks[:place], *blocks[place + 1 :]):
            for found in pattern.finditer(block.text) if name in block.text else ():
                around = block.text[max(0, found.start() - 60) : found.end() + 40]
                if _SPEAKS.search(around):
                    return True
    return False
