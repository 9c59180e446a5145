"""Markup that the first publisher's own system left in a text that was copied."""

import csv
import re
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from schemas.article import Evidence
from workers.domain.parsing.post import Markup
from workers.domain.provenance.outlets import known_domain

_PIXEL: Final = "republication-pixel=true"
_PIXEL_SOURCE: Final = re.compile(r"https?://([^/\s\"'<>]{3,200})[^\s\"'<>]{0,500}$")
_TAG_PART: Final = re.compile(r"[^<>\n]{0,240}")
_STARTS: Final = ("data-", "pixel")
"""What several marks begin with or hold: looking for it once spares looking for each of them."""


class _Mark(NamedTuple):
    """A mark, and what is looked for before it."""

    text: str
    domain: str
    start: str


@cache
def _marks() -> tuple[_Mark, ...]:
    text = resources.files(__package__).joinpath("cms_marks.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(_mark(row[0], row[1]) for row in rows if row and not row[0].startswith("#"))


def _mark(text: str, domain: str) -> _Mark:
    return _Mark(text, domain, next((one for one in _STARTS if one in text), text))


@cache
def _starts() -> tuple[str, ...]:
    """One of these stands wherever a mark does, or the pixel."""
    return tuple(dict.fromkeys((*_STARTS, *(mark.start for mark in _marks()))))


def cms_evidence(markup: Markup) -> tuple[tuple[str, Evidence], ...]:
    """Domain and evidence for each trace of another publisher's system in the markup.

    Besides the marks of a few outlets: the counting pixel of the Republication Tracker Tool, which
    is loaded from the site that first published the text, whichever that is.
    """
    html = markup.html
    present = [start for start in _starts() if start in html]
    if not present:
        return ()
    found = [
        (mark.domain, _evidence(html, mark.text, markup.source))
        for mark in _marks()
        if mark.start in present and mark.text in html
    ]
    pixel = html.find(_PIXEL) if "pixel" in present else -1
    source = _PIXEL_SOURCE.search(html[max(0, pixel - 700) : pixel]) if pixel >= 0 else None
    if source is not None and (known := known_domain(source[1].lower())) is not None:
        text = (source[0] + _PIXEL)[:240]
        found.append((known, Evidence(kind="cms_markup", text=text, source=markup.source)))
    return tuple(found)


def _evidence(html: str, mark: str, source: str) -> Evidence:
    rest = _TAG_PART.match(html, html.index(mark) + len(mark))
    shown = mark + (rest[0].partition('"')[0] if rest else "")
    return Evidence(kind="cms_markup", text=shown[:240], source=source)
