"""Names that a page shows beside its headline without markup that says what they are."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workers.domain.parsing.page.comparing import squashed
from workers.domain.parsing.page.days import days_in
from workers.domain.parsing.page.owner import is_bare_name
from workers.domain.parsing.page.people import LABEL, names_in
from workers.domain.parsing.page.site import PageSite
from workers.domain.parsing.page.stated_authors import Named
from workers.domain.parsing.page.zone import Zone

_LONGEST_LINE: Final = 140
_LONGEST_NAME: Final = 90
_READING_TIME: Final = re.compile(r"\bmin(?:ute)?s?\.? read\b", re.IGNORECASE)
_DONE: Final = r"published|posted|written|updated|words|article|story|text|created|authored"
_BEGINS: Final = (
    r"report|reported|reporting|contributed|guest post|opinion|analysis|column|essay|interview"
)
_WITH_BLANK: Final = (
    r"by|author:?|written by|von|par|por|di|door|av|af|oleh|автор:?|текст:?|γράφει [οη]"
)
_WITH_COLON: Final = (
    r"autor(?:es)?|auteurs?|autore|texte?|tekst|texto|testo|words|szerző|penulis|yazan|tác giả"
    r"|بقلم"
)
_BY_LINE: Final = re.compile(
    rf"(?:^(?:(?:{_BEGINS})\s+)?|[|•·]\s*|\b(?:{_DONE})\s+|\d{{4}}\s+)"
    rf"(?:(?:{_WITH_BLANK})\s*[:：]?\s+|(?:{_WITH_COLON})\s?[:：]\s*"
    r"|(?:文|著者|作者|記者|记者)\s?[:：・＝/]\s*)"
    r"(?P<names>\S.{1,100})",
    re.IGNORECASE,
)

_LIFE: Final = re.compile(
    r"(?P<name>\S+(?:\s\S+){1,3}?)\s(?:is|was)\san?\s(?:[\w'’-]+[\s,]+){0,6}"
    r"(?:writer|journalist|reporter|author|editor|correspondent|columnist|blogger|broadcaster)\b"
)
"""How a page tells of its author under the text: `Ann Brook is a writer who …`."""
_LAST_LINES: Final = 12


def shown_authors(zone: Zone, site: PageSite, title: str | None) -> Named | None:
    """Who wrote the page by the lines beside its headline: `By A B`, or a name beside a date."""
    for names in (*_bylines(zone), *_labelled(zone)):
        if names and not any(map(site.is_called, names)):
            return Named(names, "shown_byline", 0.75, person=True)
    return _beside_date(zone, site, title)


def told_below(zone: Zone, site: PageSite) -> str | None:
    """The person whose life the last lines of the story tell in a sentence or two."""
    lines = [line for line in zone.page.lines if not zone.is_outside(line)][-_LAST_LINES:]
    for line, following in pairwise((*lines, lines[-1]) if lines else ()):
        found = _LIFE.match(line.text)
        name = found["name"] if found is not None else " ".join(line.text.split()[:2])
        tells = found is not None or (
            len(line.text) < _LONGEST_NAME
            and following.text.startswith(f"{name.partition(' ')[0]} ")
            and following.text.endswith(".")
            and following is not line
        )
        if tells and is_bare_name(name) and not site.is_called(name):
            return name
    return None


def _bylines(zone: Zone) -> Iterator[tuple[str, ...]]:
    for line in zone.lines:
        if len(line.text) > _LONGEST_LINE or (zone.is_outside(line) and not line.byline):
            continue
        found = _BY_LINE.search(line.text)
        if found is not None and not found["names"][0].islower():
            yield tuple(name for name in names_in(found["names"]) if not name[0].islower())


def _labelled(zone: Zone) -> Iterator[tuple[str, ...]]:
    """The names in lines that follow a line such as `Written by:`."""
    for label, line in pairwise(zone.lines):
        if len(line.text) <= _LONGEST_LINE and LABEL.fullmatch(label.text):
            outside = zone.is_outside(line) or zone.is_outside(label)
            yield () if outside else tuple(filter(is_bare_name, names_in(line.text)))


def _beside_date(zone: Zone, site: PageSite, title: str | None) -> Named | None:
    for place, line in enumerate(zone.after):
        names = tuple(names_in(line.text)) if len(line.text) < _LONGEST_NAME else ()
        if len(names) != 1 or not _bare_name(names[0], site, title) or zone.is_outside(line):
            continue
        near = (*zone.after[max(0, place - 1) : place], *zone.after[place : place + 2])
        if line.byline or any(_dated(other.text) for other in near):
            return Named(names, "shown_name_beside_date", 0.6, person=True)
    return None


def _bare_name(name: str, site: PageSite, title: str | None) -> bool:
    if site.is_called(name) or squashed(name) == squashed(title or ""):
        return False
    return is_bare_name(name)


def _dated(line: str) -> bool:
    if len(line) >= 80:
        return False
    return next(days_in(line, None), None) is not None or _READING_TIME.search(line) is not None
