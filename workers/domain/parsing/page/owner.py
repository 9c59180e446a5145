"""Whose site it is, where a person keeps it: the author of pages that name none."""

import re
from collections.abc import Iterator
from typing import Final

from workers.domain.parsing.page.comparing import squashed
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.people import PERSON
from workers.domain.parsing.page.site import PageSite
from workers.domain.parsing.page.zone import Zone

_POSSESSIVE: Final = re.compile(
    r"^(?P<name>.{3,40}?)(?:['’]s?)\s+(?:blog|weblog|site|website|home ?page|notes"
    r"|newsletter|journal|log|diary)$",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"\s+[|–—\-·•»:/]\s+|\s*[|｜]\s*")
_COPYRIGHT: Final = re.compile(
    r"(?:copyright\s?|\(c\)\s?|©\s?){1,3}\s?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d"
    r"|present))?)?[\s,]{0,3}(?:by\s+)?"
    r"(?P<name>[^\d.,|•·©]{3,40}?)\s*(?:[.,|•·(]|(?:19|20)\d\d|all rights|$)",
    re.IGNORECASE,
)
_FIRM: Final = frozenset(
    "inc llc ltd limited gmbh ag corp corporation company co group media press news publishing"
    " publications network holdings bank university college institute foundation association"
    " society studio studios agency labs systems software international times post herald gazette"
    " journal magazine".split()
)
# Words that begin in capitals beside headlines and are nobody's name.
_COMMON: Final = frozenset(
    "the how what why blog news share home read more search menu about contact login sign table"
    " contents content guide best top free get start learn your our my music travel health data"
    " software business marketing tips video photo product products service services resources"
    " solutions company team terms privacy policy case studies stories event events article"
    " articles press release insights category technology management security education insurance"
    " development design united states new city university follow view book jump skip main back"
    " next previous related facebook twitter linkedin instagram youtube whatsapp pinterest reddit"
    " min minutes last key quick in on for and of to with career web mobile app machine learning"
    " online digital social media real estate improvement interior cloud computing cyber help"
    " center us request demo find care patient realty paper schedule call today try watch listen"
    " download subscribe editorial updated published world sport sports politics culture opinion"
    " science local national international print email save copy link comments featured image"
    " public domain breaking live latest all rights reserved".split()
)


def is_bare_name(words: str) -> bool:
    """Whether words that stand alone look like the name of a person."""
    if PERSON.match(words) is None:
        return False
    parts = words.lower().split()
    return _COMMON.isdisjoint(parts) and _FIRM.isdisjoint(part.strip(".") for part in parts)


def is_firm(words: str) -> bool:
    """Whether a name holds a word that firms have in theirs, and persons have not."""
    return not _FIRM.isdisjoint(_words(words))


def owner_of(page: PageMarkup, site: PageSite, zone: Zone) -> str | None:
    """The person whose site this is, where its name, its address or its head agree on one.

    `A B's blog` says it alone. A name in the copyright line, in the site's name or above the
    headline has to be in the host's name too, or in two of these places.
    """
    for words in _site_names(page, site):
        found = _POSSESSIVE.match(words)
        if found is not None and is_bare_name(found["name"]):
            return found["name"]
    top = [line.text for line in (*page.lines[:4], *zone.before)]
    top += [heading.text for heading in page.headings[:3]]
    found = _COPYRIGHT.search(page.copyright_line) if page.copyright_line else None
    holder = [" ".join(found["name"].split())] if found is not None else []
    if page.copyright_line and is_firm(page.copyright_line):
        return None
    named = list(_site_names(page, site))
    for name in (*holder, *named, *top):
        if is_bare_name(name) and (
            _surname_is_host(name, site)
            or (name in holder and (name in top or _in_host(name, site)))
        ):
            return name
    return None


def _words(line: str) -> list[str]:
    return [word.strip(".,") for word in line.lower().split()]


def _site_names(page: PageMarkup, site: PageSite) -> Iterator[str]:
    if site.name is not None:
        yield site.name
    if page.document_title is not None:
        parts = _PARTS.split(page.document_title)
        yield from dict.fromkeys((parts[-1], parts[0]) if len(parts) > 1 else ())


def _surname_is_host(name: str, site: PageSite) -> bool:
    """Whether the host is called after the family: `brook.example`. Firms rarely are."""
    label = squashed((site.host or "").partition(".")[0])
    return len(label) > 3 and label == squashed(name.split()[-1])


def _in_host(name: str, site: PageSite) -> bool:
    """Whether the host is called after the person: `annbrook.example`, `brook.example`."""
    label = squashed((site.host or "").partition(".")[0])
    if len(label) < 4:
        return False
    words = [squashed(word) for word in name.split()]
    return label in ("".join(words), words[-1]) or (len(label) > 5 and squashed(name) in label)
