"""Markup that the first publisher's own system left in a text that was copied."""

import csv
import re
from functools import cache
from importlib import resources

from schemas.article import Evidence
from workers.domain.parsing.post import Markup
from workers.domain.provenance.outlets import known_domain

_PIXEL = "republication-pixel=true"
_PIXEL_SOURCE = re.compile(r"https?://([^/\s\"'<>]{3,200})[^\s\"'<>]{0,500}$")
_TAG_PART = re.compile(r"[^<>\n]{0,240}")


@cache
def _marks() -> tuple[tuple[str, str], ...]:
    text = resources.files(__package__).joinpath("cms_marks.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple((row[0], row[1]) for row in rows if row and not row[0].startswith("#"))


def cms_evidence(markup: Markup) -> tuple[tuple[str, Evidence], ...]:
    """Domain and evidence for each trace of another publisher's system in the markup.

    Besides the marks of a few outlets: the counting pixel of the Republication Tracker Tool, which
    is loaded from the site that first published the text, whichever that is.
    """
    html = markup.html
    # Python finds a needle several times as fast in a string that has no sign beyond Latin-1
    narrow = html if html.isascii() else html.encode("latin-1", "replace").decode("latin-1")
    found: list[tuple[str, Evidence]] = []
    for mark, domain in _marks():
        if mark in narrow:
            found.append((domain, _evidence(html, mark, markup.source)))
    pixel = html.find(_PIXEL) if _PIXEL in narrow else -1
    source = _PIXEL_SOURCE.search(html[max(0, pixel - 700) : pixel]) if pixel >= 0 else None
    if source is not None and (known := known_domain(source[1].lower())) is not None:
        text = (source[0] + _PIXEL)[:240]
        found.append((known, Evidence(kind="cms_markup", text=text, source=markup.source)))
    return tuple(found)


def _evidence(html: str, mark: str, source: str) -> Evidence:
    rest = _TAG_PART.match(html, html.index(mark) + len(mark))
    shown = mark + (rest[0].partition('"')[0] if rest else "")
    return Evidence(kind="cms_markup", text=shown[:240], source=source)
