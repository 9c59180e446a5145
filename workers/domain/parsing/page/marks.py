"""Elements whose markup says that they hold an author or a date, by every vocabulary in use."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from turbohtml import Element

from workers.domain.parsing.page.markup import MarkKind
from workers.domain.parsing.page.names_in_markup import ClassMeaning, is_profile

_AUTHOR: Final = frozenset(("author", "creator"))
_PUBLISHED: Final = frozenset(("datepublished", "issued", "dc:date", "dc:created", "dcterms:date"))
_MODIFIED: Final = frozenset(("datemodified", "modified"))
_MOST_INSIDE: Final = 12
"""Elements inside an author that are searched for the name."""
_CLASSES_OF_CHANGE: Final = ("updated", "modified")
_CLASSES_OF_BIRTH: Final = ("published", "created")


class Said(NamedTuple):
    """What the markup of one element says that it holds."""

    kind: MarkKind
    rule: str
    stated: str
    """The value for machines; empty where there is none."""
    inner: Element | None = None
    """The element inside that holds the name, where it is not the whole."""


def said_by(node: Element, tag: str, meaning: ClassMeaning) -> Iterator[Said]:
    """What an element is said to hold: at most one author and one date."""
    vocabulary, properties = _properties(node)
    author = _author(node, tag, meaning, vocabulary, properties)
    if author is not None:
        yield author
    date = _date(node, tag, meaning, vocabulary, properties)
    if date is not None:
        yield date


def _properties(node: Element) -> tuple[str, frozenset[str]]:
    """The vocabulary, and the properties in lower case: `schema:author` says `author`, too."""
    written, vocabulary = node.attr("itemprop"), "microdata"
    if not written:
        written, vocabulary = node.attr("property"), "rdfa"
    if not written:
        return vocabulary, frozenset()
    names = written[:200].lower().split()
    return vocabulary, frozenset((*names, *(name.rpartition(":")[2] for name in names)))


def _author(
    node: Element, tag: str, meaning: ClassMeaning, vocabulary: str, properties: frozenset[str]
) -> Said | None:
    if not _AUTHOR.isdisjoint(properties):
        inner = _name_inside(node)
        named = node if inner is None else inner
        return Said("author", vocabulary, named.attr("content") or "", inner)
    if tag == "a" and "author" in (node.attr("rel") or ""):
        return Said("author", "author_link", "")
    if meaning.author or "byline" in (node.attr("data-testid") or ""):
        return Said("author", "author_class", "")
    if tag == "a" and is_profile(node.attr("href") or ""):
        return Said("author", "profile_link", "")
    return None


def _name_inside(node: Element) -> Element | None:
    """The element inside that says it is the name; a job may stand beside it."""
    for inside in islice(node.iter_elements(), _MOST_INSIDE):
        if "name" in _properties(inside)[1]:
            return inside
    return None


def _date(
    node: Element, tag: str, meaning: ClassMeaning, vocabulary: str, properties: frozenset[str]
) -> Said | None:
    if not _PUBLISHED.isdisjoint(properties):
        return Said("date", vocabulary, _machine_date(node, "datetime", "content", "title"))
    if not _MODIFIED.isdisjoint(properties):
        return Said("change", vocabulary, _machine_date(node, "datetime", "content", "title"))
    if tag == "time":
        kind: MarkKind = "change" if _is_of_change(node.attr("class") or "") else "date"
        return Said(kind, "time_element", node.attr("datetime") or "")
    if meaning.date:
        return Said("date", "date_class", _machine_date(node, "title", "data-timestamp"))
    return None


def _machine_date(node: Element, *names: str) -> str:
    return next((value for name in names if (value := node.attr(name))), "")


def _is_of_change(classes: str) -> bool:
    """Whether a class says the day of a change; WordPress says `published updated` for both."""
    words = classes.lower()
    return any(word in words for word in _CLASSES_OF_CHANGE) and not any(
        word in words for word in _CLASSES_OF_BIRTH
    )
