"""What a page is filed under: its sections and tags, as its links, head, data and classes say."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple
from urllib.parse import unquote

from pydantic import JsonValue

from schemas.article import Claim, Term
from workers.domain.parsing.page.markup import MarkKind, PageMarkup
from workers.domain.parsing.page.zone import Zone
from workers.domain.parsing.urls import path_of

_MOST_TERMS: Final = 200
_LONGEST_TERM: Final = 120
_FIELDS: Final[tuple[tuple[str, MarkKind], ...]] = (("sections", "section"), ("tags", "tag"))
_METAS: Final = {"section": ("article:section", "parsely-section"), "tag": ("article:tag",)}
_DATA: Final = {"section": "articleSection", "tag": "keywords"}
_PREFIXES: Final = {"section": "category-", "tag": "tag-"}
_NUMBER: Final = re.compile(r"\d+")


class Filed(NamedTuple):
    """The sections and tags of a page, and who says so."""

    sections: tuple[Term, ...]
    tags: tuple[Term, ...]
    claims: tuple[Claim, ...]


def filed_under(page: PageMarkup, zone: Zone, at: str, *, is_wordpress: bool) -> Filed:
    """The terms by the first that tells any: links marked as such, the head, JSON-LD, classes."""
    claims: list[Claim] = []
    found: list[tuple[Term, ...]] = []
    for field, kind in _FIELDS:
        rule, terms = _told(page, zone, kind)
        if not terms and is_wordpress:
            rule, terms = "post_class_slugs", _of_classes(page.post_classes, _PREFIXES[kind])
        if terms:
            claims.append(Claim(field=field, source=at, rule=rule, confidence=0.95))
        found.append(terms[:_MOST_TERMS])
    return Filed(found[0], found[1], tuple(claims))


def _told(page: PageMarkup, zone: Zone, kind: MarkKind) -> tuple[str, tuple[Term, ...]]:
    links = [mark for mark in page.filed if mark.kind == kind and not zone.is_outside(mark)]
    if links:
        return "term_link", _unique(Term(slug=_slug(m.stated), name=m.text) for m in links)
    stated = [words for _, words in page.all_metas(*_METAS[kind])]
    if stated:
        return ("meta_section" if kind == "section" else "page_keywords"), _named(stated)
    listed = _listed([node.get(_DATA[kind]) for node in page.articles])
    return ("json_ld_section" if kind == "section" else "page_keywords"), _named(listed)


def _slug(href: str) -> str | None:
    """The last part of the path: `eels` of `/tag/eels/`; none of `/?cat=3`."""
    words = unquote(path_of(href).rstrip("/").rpartition("/")[2])
    return words if 0 < len(words) <= _LONGEST_TERM else None


def _of_classes(classes: Iterable[str], prefix: str) -> tuple[Term, ...]:
    """The slugs in classes such as `category-news`; a number stands for one that is not Latin."""
    slugs = (name.removeprefix(prefix) for name in classes if name.startswith(prefix))
    return tuple(
        Term(slug=slug, name=None)
        for slug in dict.fromkeys(map(unquote, slugs))
        if 0 < len(slug) <= _LONGEST_TERM and not _NUMBER.fullmatch(slug)
    )


def _listed(values: list[JsonValue]) -> list[str]:
    found: list[str] = []
    for value in values:
        if isinstance(value, str):
            found.extend(value.split(","))
        elif isinstance(value, list):
            found.extend(item for item in value if isinstance(item, str))
    return found


def _named(words: list[str]) -> tuple[Term, ...]:
    lines = (" ".join(word.split()) for word in words[:_MOST_TERMS])
    return _unique(Term(slug=None, name=name) for name in lines)


def _unique(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(t for t in terms if t.name and len(t.name) <= _LONGEST_TERM))
