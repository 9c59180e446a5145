"""An RSS `<item>` or an Atom `<entry>`, read field by field."""

import base64
import binascii
from collections.abc import Iterable
from typing import Final

from schemas.article import Term
from workers.domain.cleaning.characters import tidy_line
from workers.domain.cleaning.entities import decoded_again
from workers.domain.parsing.dates import Role
from workers.domain.parsing.feeds.entry import (
    Body,
    Entry,
    FoundDate,
    Person,
    Written,
)
from workers.domain.parsing.feeds.xml_markup import inner_html
from workers.domain.parsing.feeds.xml_pictures import pictures_of_entry
from workers.domain.parsing.feeds.xml_tree import XmlElement
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.post import TakenFrom
from workers.domain.parsing.urls import joined

_BODIES: Final = (
    # the fullest first; each may be all that there is
    ("content:encoded", "content_encoded"),
    ("atom:content", "atom_content"),
    ("content", "atom_content"),
    ("xhtml:body", "xhtml_body"),
    ("body", "xhtml_body"),
    ("fullitem", "full_item"),
    ("description", "description"),
    ("atom:summary", "summary"),
    ("summary", "summary"),
    ("dcterms:abstract", "summary"),
    ("dc:description", "description"),
    ("itunes:summary", "summary"),
    ("media:description", "summary"),
)
_DATES: Final[tuple[tuple[str, Role], ...]] = (
    # in the order in which they are believed
    ("pubdate", "published"),
    ("atom:published", "published"),
    ("published", "published"),
    ("dcterms:issued", "published"),
    ("atom:issued", "published"),
    ("issued", "published"),
    ("dc:date", "published"),
    ("prism:publicationdate", "published"),
    ("atom:updated", "modified"),
    ("updated", "modified"),
    ("dcterms:modified", "modified"),
    ("atom:modified", "modified"),
    ("modified", "modified"),
    ("prism:modificationdate", "modified"),
    ("dcterms:created", "created"),
    ("atom:created", "created"),
    ("created", "created"),
)
_TITLES: Final = ("title", "atom:title", "dc:title", "media:title")
_POINTERS: Final = {"pubdate": "pubDate", "prism:publicationdate": "prism:publicationDate"}
"""How names are written that have capitals: ours have none."""
_MOST_TERMS: Final = 500
_ALTERNATE: Final = ("alternate", "http://www.iana.org/assignments/relation/alternate")


def read_xml_entry(item: XmlElement, at: str) -> Entry:
    """The entry that an element is; `at` is the pointer to it."""
    links = item.all("atom:link", "link")
    sections, tags, terms_source = _terms(item, at)
    guid = item.first("guid", "atom:id", "id", "dc:identifier")
    title = item.first(*_TITLES)
    return Entry(
        at=at,
        guid=(guid.text() if guid is not None else item.attributes.get("rdf:about")) or None,
        url=_url(item, links, guid, at),
        canonical=_canonical(links, at),
        title=line_of(title) or None if title is not None else None,
        bodies=tuple(_bodies(item, at)),
        people=tuple(people_of(item, at)) or _people_of_source(item, at),
        dates=tuple(_dates(item, at)),
        publisher=_text(item, "dc:publisher") or None,
        sections=sections,
        tags=tags,
        terms_source=terms_source,
        pictures=pictures_of_entry(item),
        language=_text(item, "dc:language", "language") or item.language,
        taken_from=_source(item, at),
    )


def _text(item: XmlElement, *names: str) -> str:
    element = item.first(*names)
    return element.text() if element is not None else ""


def line_of(element: XmlElement) -> str:
    """A title as one line: Atom says whether it is markup, RSS leaves it to the reader."""
    body = body_of(element, "", "")
    if body is None:
        return ""
    if body.is_html:
        return plain_text_of(body.text)
    return tidy_line(decoded_again(body.text))


def body_of(element: XmlElement, source: str, rule: str) -> Body | None:
    """The text of an element that may hold markup, by Atom's `type` and `mode`; None without one.

    RFC 4287, 3.1 and 4.1.3; Atom 0.3's `mode` (xml, escaped, base64). Without a type it is RSS, and
    RSS's text is HTML.
    """
    kind = element.attributes.get("type", "").strip().lower()
    mode = element.attributes.get("mode", "").strip().lower()
    is_atom = element.name.startswith("atom:")
    if inner := element.elements:
        only = inner[0] if len(inner) == 1 and not element.text() else None
        wraps = only is not None and only.name in ("xhtml:div", "div")
        markup = inner_html(only if wraps and only is not None else element)
        return Body(markup, True, source, rule, element.base)
    text = element.text()
    if not text:
        return None
    if mode == "base64" or (is_atom and _is_base64(kind)):
        decoded = _from_base64(text)
        return Body(decoded, True, source, rule, element.base) if decoded is not None else None
    plain = kind in ("text", "text/plain") or (is_atom and kind == "" and mode != "escaped")
    return Body(text, not plain, source, rule, element.base)


def _is_base64(kind: str) -> bool:
    """RFC 4287, 4.1.3.3: what is neither text nor XML stands there in base 64."""
    return "/" in kind and not kind.startswith("text/") and not kind.endswith(("xml", "html"))


def _from_base64(text: str) -> str | None:
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None


def _bodies(item: XmlElement, at: str) -> Iterable[Body]:
    for name, rule in _BODIES:
        for element in item.all(name):
            body = body_of(element, f"{at}/{name}", rule)
            if body is not None:
                yield body
                break
    for group in item.all("media:group"):
        described = group.first("media:description")
        if described is not None and described.text():
            yield Body(
                described.text(), True, f"{at}/media:group/media:description", "summary", None
            )


def _url(
    item: XmlElement, links: list[XmlElement], guid: XmlElement | None, at: str
) -> Written | None:
    true_link = _text(item, "feedburner:origlink")
    if true_link:
        return Written(true_link, f"{at}/feedburner:origLink", "feedburner_original_link")
    for link in links:
        if "href" not in link.attributes and (text := link.text()):
            return Written(_based(text, link), f"{at}/link", "link")
    for link in sorted(links, key=_is_not_html):
        href = link.attributes.get("href", "").strip()
        if href and link.attributes.get("rel", "alternate").strip().lower() in _ALTERNATE:
            return Written(_based(href, link), f"{at}/link", "alternate_link")
    if guid is not None and guid.name == "guid":
        text = guid.text()
        if guid.attributes.get("ispermalink", "true").strip().lower() != "false" and "/" in text:
            return Written(_based(text, guid), f"{at}/guid", "guid_is_permalink")
    about = item.attributes.get("rdf:about", "")
    return Written(about, at, "rdf_about") if about else None


def _based(href: str, element: XmlElement) -> str:
    return href if element.base is None else joined(href, element.base) or href


def _is_not_html(link: XmlElement) -> bool:
    return link.attributes.get("type", "text/html") not in ("text/html", "application/xhtml+xml")


def _canonical(links: list[XmlElement], at: str) -> Written | None:
    for link in links:
        href = link.attributes.get("href", "").strip()
        if href and link.attributes.get("rel", "").strip().lower() == "canonical":
            return Written(_based(href, link), f"{at}/link", "canonical_link")
    return None


def people_of(item: XmlElement, at: str) -> Iterable[Person]:
    """The people whom an entry or a feed names as its authors."""
    for person in item.all("atom:author", "author"):
        name = person.first("atom:name", "name")
        if name is not None:
            url = person.first("atom:uri", "uri", "atom:url", "url", "atom:homepage", "homepage")
            yield Person(name.text(), url.text() if url is not None else None, f"{at}/author")
        elif person.text():
            yield Person(person.text(), None, f"{at}/author")
    for field in ("dc:creator", "dc:author", "itunes:author", "media:author"):
        for person in item.all(field):
            if person.text():
                yield Person(person.text(), None, f"{at}/{field}")


def _people_of_source(item: XmlElement, at: str) -> tuple[Person, ...]:
    """RFC 4287, 4.2.1: an entry without authors has those of the feed that it was taken from."""
    source = item.first("atom:source")
    return () if source is None else tuple(people_of(source, f"{at}/source"))


def _dates(item: XmlElement, at: str) -> Iterable[FoundDate]:
    for name, role in _DATES:
        for element in item.all(name)[:1]:
            if text := element.text():
                place = _POINTERS.get(name, name.removeprefix("atom:"))
                yield FoundDate(role, text, f"{at}/{place}")


def _terms(item: XmlElement, at: str) -> tuple[tuple[Term, ...], tuple[Term, ...], str]:
    """Sections and tags: a feed's categories may be either, so they are tags where none says."""
    sections: dict[Term, None] = {}
    tags: dict[Term, None] = {}
    for element in item.all("category", "atom:category", "dc:subject", "media:category")[
        :_MOST_TERMS
    ]:
        attributes = element.attributes
        term, label = attributes.get("term", "").strip(), attributes.get("label", "").strip()
        name = plain_text_of(label or element.text() or term)
        if name:
            slug = term if term and label and term != label else None
            tags.setdefault(Term(slug=slug, name=name))
    for element in item.all("prism:section", "articlesection")[:_MOST_TERMS]:
        if name := plain_text_of(element.text()):
            sections.setdefault(Term(slug=None, name=name))
    return tuple(sections), tuple(tags), f"{at}/category"


def _source(item: XmlElement, at: str) -> TakenFrom | None:
    element = item.first("source", "atom:source", "dc:source")
    if element is None:
        return None
    name = element.first("atom:title", "title")
    links = [
        link.attributes.get("href", "")
        for link in element.all("atom:link", "link")
        if link.attributes.get("rel", "alternate") in ("alternate", "self")
    ]
    url = element.attributes.get("url") or next(iter(links), "")
    shown = line_of(name) if name is not None else plain_text_of(element.text())
    if element.name == "dc:source":
        url = shown if shown.startswith(("http://", "https://")) else ""
    if not shown and not url:
        return None
    return TakenFrom(shown or None, url or None, f"{at}/source", 0.85)
