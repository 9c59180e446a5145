"""Who wrote a page: by its data for machines, its markup, and what it shows beside the headline."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from schemas.article import Author
from workers.domain.parsing.json_values import text_of
from workers.domain.parsing.page.comparing import squashed
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.owner import is_bare_name, is_firm, owner_of
from workers.domain.parsing.page.people import ACCOUNT, PERSON
from workers.domain.parsing.page.shown_authors import shown_authors, told_below
from workers.domain.parsing.page.site import PageSite
from workers.domain.parsing.page.stated_authors import (
    MOST_AUTHORS,
    Named,
    meta_authors,
    structured_authors,
    unique_names,
)
from workers.domain.parsing.page.structured_data import (
    is_article,
    people_in,
)
from workers.domain.parsing.page.zone import Zone
from workers.domain.parsing.urls import as_written

_RULES: Final = {"microdata": "microdata_author", "rdfa": "rdfa_author"}


class FoundAuthors(NamedTuple):
    """The authors, by which rule, and how sure it is."""

    authors: tuple[Author, ...]
    rule: str
    confidence: float


def authors_of_page(
    page: PageMarkup, site: PageSite, zone: Zone, title: str | None
) -> FoundAuthors | None:
    """The authors, by the first rule that names any.

    Persons before organizations: a page that calls its own site the author says nothing yet.
    """
    stated = [structured_authors(page), *meta_authors(page)]
    marked = _marked(page, zone)
    shown = shown_authors(zone, site, title)
    persons = _persons(marked, shown, site)
    for named in stated:
        people = _people(named, site)
        if people and not (persons and _is_nobodys_name(named, site)):
            fuller = _fuller(people, marked, zone, site)
            return _found(page, fuller or people, named.rule, named.confidence)
    return _from_page(page, site, zone, shown, marked) or _from_firms(page, stated)


def _persons(marked: Named, shown: Named | None, site: PageSite) -> list[str]:
    """The persons whom readers are told of."""
    names = (*marked.names, *(shown.names if shown is not None and shown.confidence > 0.7 else ()))
    return [name for name in names if is_bare_name(name) and not site.is_called(name)]


def _from_page(
    page: PageMarkup, site: PageSite, zone: Zone, shown: Named | None, marked: Named
) -> FoundAuthors | None:
    """The authors by what the page shows, where machines are told of nobody."""
    ours = tuple(name for name in marked.names if not site.is_called(name))
    ours = tuple(filter(is_bare_name, ours)) or ours
    if shown is not None and not any(_overlap(shown.names, name) for name in ours):
        return _found(page, shown.names, shown.rule, shown.confidence)
    together = _together(page, zone)
    if len(together) > 2 and set(together) <= set(ours):
        return _found(page, together, marked.rule, marked.confidence)
    if 0 < len(ours) <= 4:
        names = ours if len(ours) <= 2 and all(" " in name for name in ours) else ours[:1]
        return _found(page, names, marked.rule, marked.confidence)
    for name, rule in (
        (_box(page, zone, site), "box_about_author"),
        (told_below(zone, site), "life_below_text"),
        (owner_of(page, site, zone), "site_owner"),
        (next(iter(marked.names), None), marked.rule),
    ):
        if name is not None:
            return _found(page, (name,), rule, 0.6)
    return None


def _from_firms(page: PageMarkup, stated: Iterable[Named]) -> FoundAuthors | None:
    """The firm that the page states as its author, for want of a person."""
    firms = (named for named in stated if named.names)
    named = next(firms, None)
    return None if named is None else _found(page, named.names, named.rule, 0.5)


def _together(page: PageMarkup, zone: Zone) -> tuple[str, ...]:
    """The persons whom one byline names side by side: all of them wrote it."""
    for mark in page.marks:
        if mark.kind == "author" and not zone.is_outside(mark):
            names = unique_names((mark.text,))
            return names if all(map(is_bare_name, names)) else ()
    return ()


def _is_nobodys_name(named: Named, site: PageSite) -> bool:
    """Whether machines are told of a firm or an account, where readers may be told of a person."""
    if named.person:
        return all(ACCOUNT.fullmatch(name) or site.is_called(name) for name in named.names)
    if named.rule == "json_ld_author":
        return not any(is_bare_name(name.partition(" (")[0]) for name in named.names)
    return all(is_firm(name) for name in named.names)


def _found(page: PageMarkup, names: Iterable[str], rule: str, confidence: float) -> FoundAuthors:
    pages = _profile_pages(page)
    authors = tuple(
        Author(name=name, url=pages.get(squashed(name))) for name in list(names)[:MOST_AUTHORS]
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


def _people(named: Named, site: PageSite) -> tuple[str, ...]:
    """The names of persons among these: of two words and more, and not the site's own."""
    spaced = tuple(name for name in named.names if " " in name)
    others = tuple(name for name in spaced if not site.is_called(name))
    if others and (len(others) == len(named.names) or named.rule == "json_ld_author"):
        return others
    if not named.person:
        return ()
    return spaced or tuple(name for name in named.names if not site.is_called(name))


def _marked(page: PageMarkup, zone: Zone) -> Named:
    """The names in elements that are marked as author or byline, the innermost alone."""
    marks = [mark for mark in page.marks if mark.kind == "author" and not zone.is_outside(mark)]
    lines = (mark.stated or mark.text for mark in marks if 1 < len(mark.text or mark.stated) < 90)
    names = unique_names(lines)
    inner = tuple(
        name
        for name in names
        if not any(other != name and squashed(other) in squashed(name) for other in names)
    )
    rule = marks[0].rule if marks else "author_class"
    return Named(inner, _RULES.get(rule, rule), 0.8, person=False)


def _fuller(
    people: tuple[str, ...], marked: Named, zone: Zone, site: PageSite
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
