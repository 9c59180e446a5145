"""Who wrote a page: by its data for machines, its markup, and what it shows beside the headline."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from schemas.article import Author
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.json_values import as_object, text_of
from workers.domain.parsing.page.days import days_in
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.owner import is_bare_name, owner_of
from workers.domain.parsing.page.people import PERSON, names_in
from workers.domain.parsing.page.site import PageSite, squashed
from workers.domain.parsing.page.structured_data import (
    Node,
    is_article,
    is_page,
    people_in,
    types_of,
)
from workers.domain.parsing.page.zone import Zone
from workers.domain.parsing.urls import as_written

_MOST: Final = 20
_LONGEST_LINE: Final = 140
_READING_TIME = re.compile(r"\bmin(?:ute)?s?\.? read\b", re.IGNORECASE)
_BY_LINE = re.compile(
    r"(?:^|[|•·]\s*|\b(?:published|posted|written|updated|words|article|story|text|created"
    r"|authored)\s+"
    r"|\d{4}\s+)(?:by|author:?|written by|von|par|por|di|door|av|af|oleh|автор:?"
    r"|текст:?)\s*[:：]?\s+(?P<names>\S.{2,100})",
    re.IGNORECASE,
)


class FoundAuthors(NamedTuple):
    """The authors, by which rule, and how sure it is."""

    authors: tuple[Author, ...]
    rule: str
    confidence: float


class _Named(NamedTuple):
    """Names that one kind of source gives."""

    names: tuple[str, ...]
    rule: str
    confidence: float
    person: bool
    """Whether the source itself says that they are persons."""


def authors_of_page(
    page: PageMarkup, site: PageSite, zone: Zone, title: str | None
) -> FoundAuthors | None:
    """The authors, by the first rule that names any.

    Persons before organizations: a page that calls its own site the author says nothing yet.
    """
    stated = [_structured(page), *_metas(page)]
    marked = _marked(page, zone)
    persons = [name for name in marked.names if is_bare_name(name) and not site.is_called(name)]
    for named in stated:
        people = _people(named, site)
        if people and (named.person or not _is_firm(named) or not persons):
            fuller = _fuller(people, marked, zone, site)
            return _found(page, fuller or people, named.rule, named.confidence)
    shown = _shown(zone, site, title)
    ours = tuple(name for name in marked.names if not site.is_called(name))
    if shown is not None and not any(_overlap(shown.names, name) for name in ours):
        return _found(page, shown.names, shown.rule, shown.confidence)
    if 0 < len(ours) <= 4:
        names = ours if len(ours) <= 2 and all(" " in name for name in ours) else ours[:1]
        return _found(page, names, marked.rule, marked.confidence)
    box = _box(page, zone, site)
    if box is not None:
        return _found(page, (box,), "box_about_author", 0.6)
    owner = owner_of(page, site, zone)
    if owner is not None:
        return _found(page, (owner,), "site_owner", 0.6)
    if marked.names:
        return _found(page, marked.names[:1], marked.rule, 0.6)
    for named in stated:
        if named.names:
            return _found(page, named.names, named.rule, 0.5)
    return None


def _is_firm(named: _Named) -> bool:
    """Whether machines are told of a firm where readers may be told of a person."""
    return named.rule == "json_ld_author" and not any(
        is_bare_name(name.partition(" (")[0]) for name in named.names
    )


def _found(page: PageMarkup, names: Iterable[str], rule: str, confidence: float) -> FoundAuthors:
    pages = _profile_pages(page)
    authors = tuple(
        Author(name=name, url=pages.get(squashed(name))) for name in list(names)[:_MOST]
    )
    return FoundAuthors(authors, rule, confidence)


def _profile_pages(page: PageMarkup) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.json_ld:
        people = list(people_in(node.get("author"), page.json_ld)) if is_article(node) else [node]
        for person in people:
            name, url = text_of(person.get("name")), text_of(person.get("url"))
            if name and url and (written := as_written(url)) is not None:
                found.setdefault(squashed(name), written)
    return found


def _unique(lines: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for line in lines:
        for name in names_in(line):
            found.setdefault(squashed(name), name)
            if len(found) >= _MOST:
                return tuple(found.values())
    return tuple(found.values())


def _structured(page: PageMarkup) -> _Named:
    articles = [node for node in page.json_ld if is_article(node)]
    for node in (*articles[:1], *[node for node in page.json_ld if is_page(node)][:1]):
        people = list(people_in(node.get("author"), page.json_ld))
        firms = [p for p in people if "Person" not in types_of(p) and types_of(p)]
        names = _unique(str(p.get("name")) for p in people if p not in firms)
        if len(people) == len(names) and not firms:
            names = tuple(map(_as_written, people, names))
        names = names or tuple(tidy_line(str(firm.get("name")))[:100] for firm in firms[:_MOST])
        if names:
            stated = any("Person" in types_of(as_object(dict(person))) for person in people)
            return _Named(names, "json_ld_author", 0.95, stated)
    return _Named((), "json_ld_author", 0.0, person=False)


def _as_written(person: Node, name: str) -> str:
    """The name of a person as the data has it: with what stands in brackets behind it."""
    written = tidy_line(str(person.get("name")))
    return written if written.startswith(f"{name} (") and len(written) < 60 else name


def _metas(page: PageMarkup) -> Iterator[_Named]:
    for names in (
        ("citation_author", "citation_authors"),
        ("parsely-author",),
        ("author",),
        ("article:author",),
        ("dc.creator", "dcterms.creator"),
        ("byl", "sailthru.author", "sailthru.author"),
    ):
        found = _unique(words for _, words in page.all_metas(*names))
        if found:
            yield _Named(found, "meta_author", 0.85, person=False)
            return
    label = page.first_meta("twitter:label1")
    if label is not None and label[1].lower() in ("written by", "author", "by", "verfasst von"):
        found = _unique(words for _, words in page.all_metas("twitter:data1"))
        yield _Named(found, "meta_author", 0.85, person=False)


def _people(named: _Named, site: PageSite) -> tuple[str, ...]:
    """The names of persons among these: of two words and more, and not the site's own."""
    spaced = tuple(name for name in named.names if " " in name)
    others = tuple(name for name in spaced if not site.is_called(name))
    if others and (len(others) == len(named.names) or named.rule == "json_ld_author"):
        return others
    return spaced if named.person and not others else ()


def _marked(page: PageMarkup, zone: Zone) -> _Named:
    """The names in elements that are marked as author or byline, the innermost alone."""
    marks = [mark for mark in page.marks if mark.kind == "author" and not zone.is_outside(mark)]
    lines = (mark.stated or mark.text for mark in marks if 2 < len(mark.text or mark.stated) < 90)
    names = _unique(lines)
    inner = tuple(
        name
        for name in names
        if not any(other != name and squashed(other) in squashed(name) for other in names)
    )
    rule = marks[0].rule if marks else "author_class"
    return _Named(inner, "microdata_author" if rule == "microdata" else rule, 0.8, person=False)


def _fuller(
    people: tuple[str, ...], marked: _Named, zone: Zone, site: PageSite
) -> tuple[str, ...] | None:
    """The names of a byline that holds more of them than the data for machines does."""
    more = tuple(name for name in marked.names if " " in name and not site.is_called(name))
    if len(people) != 1 or not 1 < len(more) <= 5 or not all(map(PERSON.match, more)):
        return None
    shown = squashed(" ".join(line.text for line in zone.lines if len(line.text) < 200))
    if not all(squashed(name) in shown for name in more):
        return None
    return more if all(_overlap(more, name) for name in people) else None


def _overlap(names: Iterable[str], name: str) -> bool:
    short = squashed(name)
    return any(short in squashed(other) or squashed(other) in short for other in names)


def _shown(zone: Zone, site: PageSite, title: str | None) -> _Named | None:
    """Names that stand beside the headline without markup: `By A B`, or a name beside a date."""
    for line in zone.lines:
        if len(line.text) > _LONGEST_LINE or (zone.is_outside(line) and not line.byline):
            continue
        found = _BY_LINE.search(line.text)
        if found is not None and found["names"][0].isupper():
            names = tuple(name for name in names_in(found["names"]) if name[0].isupper())
            if names and not any(map(site.is_called, names)):
                return _Named(names, "shown_byline", 0.75, person=True)
    for place, line in enumerate(zone.after):
        names = tuple(names_in(line.text)) if len(line.text) < 90 else ()
        if len(names) != 1 or not _bare_name(names[0], site, title) or zone.is_outside(line):
            continue
        near = (*zone.after[max(0, place - 1) : place], *zone.after[place : place + 2])
        if line.byline or any(_dated(other.text) for other in near):
            return _Named(names, "shown_name_beside_date", 0.6, person=True)
    return None


def _box(page: PageMarkup, zone: Zone, site: PageSite) -> str | None:
    """The one person whom a box about the author names, wherever it stands in the story."""
    names = {
        squashed(line.text): line.text
        for line in page.lines
        if line.byline
        and len(line.text) < 60
        and not zone.is_outside(line)
        and is_bare_name(line.text)
        and not site.is_called(line.text)
    }
    return next(iter(names.values())) if len(names) == 1 else None


def _bare_name(name: str, site: PageSite, title: str | None) -> bool:
    if site.is_called(name) or squashed(name) == squashed(title or ""):
        return False
    return is_bare_name(name)


def _dated(line: str) -> bool:
    if len(line) >= 80:
        return False
    return next(days_in(line, None), None) is not None or _READING_TIME.search(line) is not None
