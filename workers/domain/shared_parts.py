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
    return _term(slug, name) if _is_short(slug, name) else Term(slug=slug, name=name)


def author(name: str, url: str | None) -> Author:
    """The author with this name and page."""
    return _author(name, url) if _is_short(name, url) else Author(name=name, url=url)


def publisher(name: str | None, domain: str | None) -> Publisher:
    """The publisher with this name at this host."""
    short = _is_short(name, domain)
    return _publisher(name, domain) if short else Publisher(name=name, domain=domain)


def _is_short(one: str | None, other: str | None) -> bool:
    return len(one or "") <= LONGEST_KEPT and len(other or "") <= LONGEST_KEPT


@lru_cache(maxsize=_KEPT)
def _term(slug: str | None, name: str | None) -> Term:
    return Term(slug=slug, name=name)


@lru_cache(maxsize=_KEPT)
def _author(name: str, url: str | None) -> Author:
    return Author(name=name, url=url)


@lru_cache(maxsize=_KEPT)
def _publisher(name: str | None, domain: str | None) -> Publisher:
    return Publisher(name=name, domain=domain)
