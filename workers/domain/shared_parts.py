"""Sections, tags, people and publishers, each made once: the posts of one site share them.

They never change, so that articles may share them too. What is kept is small: few, and none long.
"""

from functools import lru_cache
from typing import Final

from schemas.article import Author, Publisher, Term

_KEPT: Final = 2_048
LONGEST_KEPT: Final = 200
"""Characters. What is longer is made anew each time."""


def term(slug: str | None, name: str | None) -> Term:
    """The section or tag with this slug and name."""
    if len(slug or "") > LONGEST_KEPT or len(name or "") > LONGEST_KEPT:
        return Term(slug=slug, name=name)
    return _term(slug, name)


def author(name: str, url: str | None) -> Author:
    """The author with this name and page."""
    if len(name) > LONGEST_KEPT or len(url or "") > LONGEST_KEPT:
        return Author(name=name, url=url)
    return _author(name, url)


def publisher(name: str | None, domain: str | None) -> Publisher:
    """The publisher with this name at this host."""
    if len(name or "") > LONGEST_KEPT or len(domain or "") > LONGEST_KEPT:
        return Publisher(name=name, domain=domain)
    return _publisher(name, domain)


@lru_cache(maxsize=_KEPT)
def _term(slug: str | None, name: str | None) -> Term:
    return Term(slug=slug, name=name)


@lru_cache(maxsize=_KEPT)
def _author(name: str, url: str | None) -> Author:
    return Author(name=name, url=url)


@lru_cache(maxsize=_KEPT)
def _publisher(name: str | None, domain: str | None) -> Publisher:
    return Publisher(name=name, domain=domain)
