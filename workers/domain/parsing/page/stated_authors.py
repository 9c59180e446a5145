"""The authors that a page states for machines, and names as its sources give them."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.json_values import as_object
from workers.domain.parsing.page.comparing import squashed
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.people import names_in
from workers.domain.parsing.page.structured_data import (
    Node,
    is_page,
    people_in,
    types_of,
)

MOST_AUTHORS: Final = 20
_LABELS: Final = (1, 2, 3)
_WRITTEN_BY: Final = ("written by", "author", "by", "verfasst von", "écrit par", "escrito por")


class Named(NamedTuple):
    """Names that one kind of source gives."""

    names: tuple[str, ...]
    rule: str
    confidence: float
    person: bool
    """Whether the source itself says that they are persons."""


def unique_names(lines: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for line in lines:
        for name in names_in(line):
            found.setdefault(squashed(name), name)
            if len(found) >= MOST_AUTHORS:
                return tuple(found.values())
    return tuple(found.values())


def structured_authors(page: PageMarkup) -> Named:
    for node in (*page.articles[:1], *[node for node in page.json_ld if is_page(node)][:1]):
        people = list(people_in(node.get("author") or node.get("creator"), page.json_ld))
        firms = [p for p in people if "Person" not in types_of(p) and types_of(p)]
        names = unique_names(str(p.get("name")) for p in people if p not in firms)
        if len(people) == len(names) and not firms:
            names = tuple(map(_as_written, people, names))
        names = names or tuple(
            tidy_line(str(firm.get("name")))[:100] for firm in firms[:MOST_AUTHORS]
        )
        if names:
            stated = any("Person" in types_of(as_object(dict(person))) for person in people)
            return Named(names, "json_ld_author", 0.95, stated)
    return Named((), "json_ld_author", 0.0, person=False)


def _as_written(person: Node, name: str) -> str:
    """The name of a person as the data has it: with what stands in brackets behind it."""
    written = tidy_line(str(person.get("name")))
    return written if written.startswith(f"{name} (") and len(written) < 60 else name


def meta_authors(page: PageMarkup) -> Iterator[Named]:
    for names in (
        ("citation_author", "citation_authors"),
        ("parsely-author",),
        ("author",),
        ("article:author",),
        ("dc.creator", "dcterms.creator"),
        ("byl", "sailthru.author", "sailthru.author"),
    ):
        found = unique_names(words for _, words in page.all_metas(*names))
        if found:
            yield Named(found, "meta_author", 0.85, person=False)
            return
    for number in _LABELS:
        label = page.first_meta(f"twitter:label{number}")
        if label is not None and label[1].lower() in _WRITTEN_BY:
            found = unique_names(words for _, words in page.all_metas(f"twitter:data{number}"))
            yield Named(found, "meta_author", 0.85, person=False)
