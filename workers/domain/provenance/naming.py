"""The publisher whose name stands at a place of a text: by its link, its address or its name."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from workers.domain.parsing.post import FoundBlock
from workers.domain.parsing.urls import host_of
from workers.domain.provenance.known_at import CAPITAL, longest_known
from workers.domain.provenance.media_names import looks_like_outlet
from workers.domain.provenance.outlets import (
    folded_name,
    known_domain,
    outlet_at,
    outlet_named,
)
from workers.domain.provenance.site import Site

LINKED: Final = 0.97
WRITTEN: Final = 0.95
"""An address, or a name of the table."""
UNKNOWN: Final = 0.75
"""A name that nobody listed, after words that a name follows."""
_LONGEST: Final = 60
_WINDOW: Final = 100
_NEAR: Final = 200
"""How far behind a name the link to its text may stand: `Read the original here`."""

_KIND: Final = (
    "website|web ?site|site|blog|magazine|newspaper|newsroom|nonprofit"
    "|news (?:organi[sz]ation|outlet)"
    "|pages|portal|newsletter|sitio|revista|diario"
    "|periódico|página|journal|quotidien|jornal|revue|rivista|giornale|sito|zeitschrift|zeitung"
    "|magazin|online-magazin|website|webseite|krant|tijdschrift|platform|tidningen|sajten"
    "|nettstedet|avisen|сайте|издании|газете|журнале|портале|телеканале|блоге|сайті|виданні|журнала|газеты|издания|сайта|портала|агентства"
    "|situs|laman|media|majalah|harian|portalu|serwisie|tygodniku|dzienniku|gazecie|stronie"
    "|blogu|miesięczniku|kwartalniku|czasopiśmie|magazynie|magazynu|журналі|газеті|часописі|časopise"
    "|suplemento|semanario|settimanale|mensile|hebdomadaire|mensuel|weekblad|maandblad|tidskriften"
    r"|magasinet|\w+(?:magazin|zeitschrift|portal)(?= [„»\"])|(?:wochen|tages|fach)zeitung"
    "|webu|serveru|portálu|deníku|site-ul|ziarul|revista|trang|báo|tạp chí|موقع|صحيفة|مجلة|قناة"
    "|אתר|מגזין|סайт|ιστοσελίδα|εφημερίδα|περιοδικό"
)
_ARTICLES: Final = (
    r"the|la|le|les|el|los|il|lo|i|o|a|os|de[rmn]|das|die|het|de|den|az?|τ[ηο]ν?|στ[ηο]ν?"
)
_LEAD: Final = re.compile(
    rf"[\s:]*(?:(?:{_ARTICLES}) |[lL][’'])?"
    rf"(?:(?:[\w’'/-]+ ){{0,4}}?(?:issue|edition|number|número|numéro|ausgabe|pages)"
    rf"(?: (?:n[°ºo]\.? ?)?\d{{1,4}})? (?:of|de|du"
    rf"|der) "
    rf"(?:(?:{_ARTICLES}) )?)?"
    rf"(?:(?:\w+ |(?:(?-i:[a-z])[\w-]* ){{1,3}})?(?:{_KIND})"
    rf"(?: (?:of|du|der|des|d[aeo]s?|del|dell[ao]|dei"
    rf"|von|van))? (?:(?:{_ARTICLES}) )?)?"
    r"(?:(?:微信)?公[众眾][号號]\s?[:：]?)?[\"“«'‘„《「『(\[]*\s?",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"\s*(?:(?:[^\W\d]{2,12}\.?,? ){0,3}\d[\w./-]*,?(?: (?:de )?[^\W\d]{3,10}\.?,?)?"
    r"(?: (?:de |um )?\d[\w.:]*,?)?(?: um \d[\d:]* uhr)?)"
    r"(?: г\.| года)?\s(?:in|on|at|by|en|por|sur|dans|par|auf|bei|im|em|no|na|pelo|pela|su|sul|da"
    r"|di|oleh|pada|на|в|op|i|på|w|trên)\s",
    re.IGNORECASE,
)
_TONGUE: Final = re.compile(
    r"\s*(?:het )?(?:Engl|Deuts|Franz|Span|Ital|Russ|Engels|Duits|Frans|Spaans|ingl|angl|alem|allem"
    r"|fran[cç]|esp|ital|port|rus)\w* (?:on|in|at|by|en|por|sur|dans|par|auf|bei|im|em|no|na|su|sul"
    r"|op)\s",
    re.IGNORECASE,
)
"""`in het Engels op`: the language, between a preposition and the one before the name."""
_ADDRESS: Final = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,18})(?:/[^\s)]*)?(?=[\s.,;:)»”\"\]]|$)",
    re.IGNORECASE,
)
_SMALL: Final = (
    "of|and|the|for|in|de|del|della|delle|dello|degli|dei|dell|di|da|do|dos|das|du|des|la|le|les|los|las|el|y|et|e|und"
    "|der|die|van|von|zu|am|im|auf|i|og|och|на|и|de l"
)
_WORD: Final = r"(?:[\w’'&!+/-]|\.(?=\w))*"
_JOIN: Final = rf"(?: ?[&/+] ?(?=\w)| (?:(?:{_SMALL}) ){{0,2}}(?:(?:[dl]|dell)[’'])?(?={CAPITAL}))?"
_CASED: Final = re.compile(rf"(?:{CAPITAL}{_WORD}{_JOIN}){{1,7}}")
_CASELESS: Final = re.compile(
    r"[^\W\d_A-Za-z][^\s.,،;؛:()（）\[\]|«»\"“”।。、]*(?:\s[^\s.,،;؛:()（）\[\]|«»\"“”।]+){0,4}?"
    r"(?=$|[.,،;؛:()（）\[\]|»\"”।。、]|\s(?:منتشر|در|به|بتاريخ|يوم|في|تحت|ב|ועל|פורסם)\s)"
)
_FIRST_CAPITAL: Final = re.compile(rf"(?<!\w){CAPITAL}")
_CAPITAL_WORDS: Final = re.compile(
    rf"(?<![\w’'-])(?:{CAPITAL}\w*[’' ]){{1,2}}(?:(?:of|du|der|des|d[aeo]s?|del|dell[ao]|dei|van)"
    r" (?:(?:the|la|le|les|las|los|el|il) )?)?$"
)
_ITS_SITE: Final = re.compile(
    r" (?:website|web site|site|blog|newsletter|magazine|print|podcast)\b"
)
"""`Reed Street’s website`: the genitive is none of the name."""
_COMMON: Final = re.compile(
    r"(?:(?:Fach|Wochen|Tages|Online|Nachrichten)?-?(?:[Zz]eitschrift|[Zz]eitung|[Mm]agazin"
    r"|[Pp]ortal)|Blog|Web(?:site|seite)) "
)
"""Nouns with a capital in German wherever they stand."""
_AGENCY_NOUN: Final = re.compile(
    r"^(?:agencia|agência|agence|agenzia|agentur|агентство|агенція|خبرگزاری|روزنامه|صحيفة|قناة"
    r"|وكالة(?: أنباء)?|kantor berita|hãng(?: tin)?|πρακτορείο|ajansı) ",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"([^\"“”«»„《》「」『』\n]{2,60})[\"”»“》」』]")
_NO_NAME: Final = re.compile(
    r"^(?:the )?(?:Spring|Summer|Autumn|Fall|Winter)\b|^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec)\.?$|^(?:Our|My|His|Her|Their|Its|This|These"
    r"|That|It|An?|Page|Print|Printausgabe|Druckausgabe|Ausgabe|Heft|Here|Issue|Vol|Part|Section"
    r"|Creative|CC|English|German|French|Spanish|Russian|Arabic|Chinese|Japanese|Portuguese"
    r"|Italian|Dutch|Hebrew|Turkish|Englisch|Französisch|Spanisch|Deutsch|Russisch)\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today|Yesterday|enero|Januar"
    r"|(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun),? \d|Montag|Dienstag|Mittwoch|Donnerstag|Freitag"
    r"|Samstag|Sonntag|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d"
    r"|Februar|März|Juni|Juli|Oktober|Dezember|Facebook|Twitter|Instagram|YouTube|LinkedIn)\b",
)
_GENERIC: Final = re.compile(
    r"^(?:here|this|link|(?:the )?(?:website|site|original|article|details|read more|source|full"
    r" (?:article|story)|original (?:article|story|post|version)|post|story|page)|hier|ici|aquí"
    r"|aqui|qui|di sini|sini|tutaj|här|her|tässä|тут|здесь|по ссылке|lire.*|l[’']?article original"
    r"|press|media|news|agencies|artículo original|leer.*|lees.*|читать.*"
    r"|原文.*|链接|こちら|読む|ici même)$",
    re.IGNORECASE,
)
_SOCIAL: Final = frozenset(
    "facebook.com twitter.com x.com t.me instagram.com youtube.com youtu.be linkedin.com tiktok.com"
    " pinterest.com reddit.com whatsapp.com flickr.com vimeo.com soundcloud.com spotify.com bit.ly"
    " threads.net bsky.app google.com apple.com amazon.com creativecommons.org wordpress.org"
    " gravatar.com patreon.com paypal.com tinyurl.com goo.gl doi.org gettyimages.com"
    " shutterstock.com unsplash.com pexels.com pixabay.com archive.org"
    " feedburner.com feedblitz.com rss.app"
    " wpengine.com wpenginepowered.com wpcomstaging.com pantheonsite.io kinsta.cloud"
    " flywheelsites.com myftpupload.com cloudwaysapps.com azurewebsites.net amazonaws.com"
    " cloudfront.net netlify.app vercel.app herokuapp.com pages.dev localhost.run ngrok.io".split()
)


class PlacedLink(NamedTuple):
    """A link, and where in its block its words stand."""

    start: int
    end: int
    href: str
    host: str | None


class Named(NamedTuple):
    """A publisher that a text names."""

    name: str
    domain: str | None
    confidence: float
    end: int
    """Behind the name, in the text."""


def placed_links(block: FoundBlock) -> tuple[PlacedLink, ...]:
    """The block's links that carry words, in order, with their places."""
    found: list[PlacedLink] = []
    place = 0
    for link in block.links:
        start = block.text.find(link.text, place) if link.text else -1
        if start < 0:
            continue
        place = start + len(link.text)
        found.append(PlacedLink(start, place, link.href, host_of(link.href)))
    return tuple(found)


def is_publisher(host: str | None) -> bool:
    """Whether a host may be a publisher's: no social network, shop, picture library, licence."""
    if host is None or "." not in host or host[-1].isdigit():
        return False
    return known_domain(host) not in _SOCIAL


def named_at(text: str, place: int, links: Sequence[PlacedLink], site: Site) -> Named | None:
    """The publisher whose name begins at a place, articles and the like before it skipped."""
    date = _DATE.match(text, place) or _TONGUE.match(text, place)
    place = date.end() if date else place
    lead = _LEAD.match(text, place)
    start = lead.end() if lead else place
    for link in links:
        if place - 1 <= link.start <= start + 1 or link.start <= start < link.end:
            return _linked(text, link, site)
    address = _ADDRESS.match(text, start)
    if address is not None and (domain := known_domain(address[1].lower())) is not None:
        if outlet_named(address[1]) is None and not is_publisher(address[1].lower()):
            return None
        return Named(address[1], domain, WRITTEN, address.end())
    named = _by_name(text, place, start, links, site)
    capital = _FIRST_CAPITAL.search(text, place, start) if named is None else None
    if capital is not None:  # `Hakai Magazine and`: the noun for an outlet is the name's own
        named = _by_name(text, place, capital.start(), links, site)
        named = named if named is not None and " " in named.name else None
    return named


def name_itself(name: str, site: Site, confidence: float = WRITTEN) -> Named:
    """A publisher by a name alone."""
    outlet = outlet_named(name, site.host)
    domain = None if outlet is None else outlet.domain
    return Named(name, domain, confidence, len(name))


def _linked(text: str, link: PlacedLink, site: Site) -> Named | None:
    words = text[link.start : link.end].strip(" .,;:()[]\"“”'‘’«»《》「」")
    if link.host is None or not is_publisher(link.host):
        # a social page or an address of this site: the words themselves may be a name
        outlet = outlet_named(words, site.host)
        return None if outlet is None else Named(words, outlet.domain, WRITTEN, link.end)
    domain = known_domain(link.host) or link.host
    bad = len(words) > _LONGEST or _GENERIC.match(words) or words.startswith(("http", "www."))
    if _NO_NAME.search(words) and outlet_at(link.host) is None and not bad:
        return None
    return Named(domain if bad else words, domain, LINKED, link.end)


def _by_name(
    text: str, place: int, start: int, links: Sequence[PlacedLink], site: Site
) -> Named | None:
    rest = text[start : start + _WINDOW]
    quoted = _QUOTED.match(rest) if start and text[start - 1] in '"“«„《「『' else None
    known = None if quoted else longest_known(rest, site.host)
    if quoted is not None:
        name, size = quoted[1], quoted.end()
    elif known is not None:
        name, size = known, len(known)
    else:
        run = _CASED.match(rest) or _CASELESS.match(rest)
        if run is None:
            return None
        name, size = run[0].rstrip(" .,-/&+"), run.end()
        if _ITS_SITE.match(rest, run.end()):
            name = re.sub(r"[’']s$", "", name)
    whole = text[place : start + size].strip(" :\"“”«»'‘’.")
    if _NO_NAME.search(name) or not 2 <= len(name) <= _LONGEST or _GENERIC.match(whole):
        return None
    outlet = outlet_named(whole, site.host) or outlet_named(name, site.host)
    outlet = outlet or outlet_named(_AGENCY_NOUN.sub("", name), site.host)
    if outlet is not None:
        known_as = name if outlet_named(name, site.host) is outlet else whole
        return Named(known_as, outlet.domain, WRITTEN, start + size)
    host = _host_like(name, start + size, links, site) or _host_written(name, text, start + size)
    # `The Fen Herald`, `Il Canneto`: an article with a capital is the name's own
    capital = _CAPITAL_WORDS.search(text[place:start])
    common = capital is None or quoted or _COMMON.fullmatch(capital[0])
    full = name if capital is None or common else capital[0] + name
    if host is not None:
        return Named(full, known_domain(host), WRITTEN, start + size)
    if not (name[0].isupper() or name[0].isdigit()) and looks_like_outlet(whole):
        full = whole  # scripts without capitals: the noun before it is what tells an outlet
    return Named(full, None, UNKNOWN, start + size)


def _host_like(name: str, end: int, links: Sequence[PlacedLink], site: Site) -> str | None:
    """The host of the link that goes with a name: one that spells it, or the only one behind."""
    others = [
        (link.start, link.host)
        for link in links
        if link.host is not None and is_publisher(link.host) and not site.is_at(link.host)
    ]
    letters = "".join(filter(str.isalnum, folded_name(name)))
    for _, host in others:
        label = (known_domain(host) or host).split(".")[0].replace("-", "")
        if len(label) > 2 and len(letters) > 2 and (label in letters or letters in label):
            return host
    behind = {known_domain(host): host for start, host in others if 0 <= start - end <= _NEAR}
    return next(iter(behind.values())) if len(behind) == 1 else None


def _host_written(name: str, text: str, end: int) -> str | None:
    """The address behind a name that spells it: `Heron Tribune. Visit herontribune.com`."""
    behind = text[end : end + _NEAR]
    letters = "".join(filter(str.isalnum, folded_name(name)))
    for word in behind.split() if "." in behind else ():
        found = _ADDRESS.match(word.strip("()[]<>,;"))
        domain = known_domain(found[1].lower()) if found else None
        if domain is not None and domain.split(".")[0].replace("-", "") in (
            letters,
            "the" + letters,
        ):
            return domain
    return None
