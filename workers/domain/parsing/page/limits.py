"""How much of a page is read, and what of it the library behind the text gets to see."""

import re
from html import unescape
from typing import Final

from turbohtml import Document, Element

from schemas.dead_letter import Reason
from workers.domain.parsing.limits import Limits
from workers.domain.rejection import PostRejected

MOST_ATTRIBUTES: Final = 200
"""More attributes of one element than this are no page: libxml2 is quadratic in them."""
_SEARCHED: Final = "class id style role itemprop aria-hidden data-component".split()
_LONGEST_NAMES: Final = {"class": 300, "id": 300}
"""Class names of one element; hundreds of searches go through each of them later."""
_MOST_NAMES: Final = 100_000
"""Characters of all that is searched so; of 216 real pages the most has 39,000."""
_MOST_DIFFERENT: Final = 1_500
_MOST_IN_DIFFERENT: Final = 50_000
"""How many of them may differ, and the characters of these: what was searched once is known. Of 216
real pages one has 1,200, since each of its paragraphs has an id, and no other more than 400; the
most has 22,000 characters in them."""
_AROUND_ELEMENTS: Final = 28
_AROUND_LINKS: Final = 6
_AROUND_CHARACTERS: Final = 25
"""For each element that a page may have: how many elements all its elements, or all its links, may
have around them; and for each character that it may have, all its characters. The library measures
elements inside each other one by one, and each time the links and the text of each. Of 216 real
pages the most have 50,000, 11,300 and 2,100,000; this lets 98,000, 21,000 and 10,000,000."""
MOST_LOOKED: Final = 200_000
"""Characters in all that may be a headline, a byline, a stamp or a term, one in the other again. Of
216 real pages the most has 11,500."""
MOST_CELLS: Final = 20_000
"""Cells of a page's tables if all rows were as wide as the widest: the library fills them up. Of
216 real pages the most has 1,320."""
_WIDEST: Final = 100
"""Columns, and rows, that the library lets one cell span."""
MOST_EQUALS: Final = 10_000_000
"""Equals signs in a script of data times its characters: the library looks for markup in it with an
expression that begins anew at each of them."""
_FEWEST: Final = 3_000
"""Characters of a script below which that does no harm."""
_ESCAPED: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
_DRAWN: Final = "style, template, svg, math, script:not([type*='ld+json'])"
_NO_TEXT: Final = (
    "nav, aside, footer, menu, dialog, noscript, iframe, object, embed, video, audio, canvas, map,"
    " button, select, option, textarea, datalist, input, link, source, area, track, param, frame"
)
"""What the library takes out of an article by itself, once it has copied and searched it."""


def refuse_endless(html: str, limits: Limits) -> None:
    """Returns for markup of a size that can be parsed in time.

    Raises:
        PostRejected: too_large, for too many characters or tags.
    """
    _hold(len(html), limits.page_characters, "characters")
    if len(html) > limits.page_tags:
        _hold(html.count("<"), limits.page_tags, "tags")


def without_drawings(document: Document, limits: Limits) -> Document:
    """The page without scripts, styles, templates and drawings, if it can be read in time.

    Raises:
        PostRejected: too_large, for too many elements, or attributes of one of them, or too wide
            tables.
    """
    for element in document.select(_DRAWN):
        element.decompose()
    for number, element in enumerate(document.iter_elements(), start=1):
        _hold(number, limits.page_elements, "elements")
        _hold(len(element.attrs), MOST_ATTRIBUTES, "attributes of one element")
    if _cells(document) > MOST_CELLS:
        raise PostRejected(Reason.TOO_LARGE, "a page with too wide tables for their rows")
    return document


def _cells(document: Document) -> int:
    """The cells of all tables, were all rows as wide as the widest, and what cells span beside."""
    rows = document.select("tr")
    widest = spanned = 0
    for row in rows:
        width = 0
        for cell in row.children:
            if type(cell) is Element and cell.tag in ("td", "th"):
                columns = _span(cell, "colspan")
                width += columns
                spanned += columns * (_span(cell, "rowspan") - 1)
        widest = max(widest, width)
    return len(rows) * widest + spanned


def _span(cell: Element, name: str) -> int:
    """Columns or rows of a cell, as the library counts them."""
    written = cell.attr(name) or "1"
    if not written.isdecimal():
        return 1
    return min(int(written), _WIDEST) if len(written) < 4 else _WIDEST


def lean_markup(document: Document, limits: Limits) -> str:
    """The page's markup as other parsers may read it in time; the tree is used up by it.

    Raises:
        PostRejected: too_large, for too many characters.
    """
    for element in document.select(_NO_TEXT):
        element.decompose()
    for script in document.select("script"):
        if _is_dear_to_search(script.text):
            script.decompose()
    _forget_endless_names(document)
    html = document.html
    _hold(len(html), limits.page_text, "characters without scripts and menus")
    return html


def _forget_endless_names(document: Document) -> None:
    left, left_in_different = _MOST_NAMES, _MOST_IN_DIFFERENT
    known: set[str] = set()
    for name in _SEARCHED:
        longest = _LONGEST_NAMES.get(name, _MOST_NAMES)
        for element in document.select(f"[{name}]"):
            written = element.attr(name) or ""
            is_new = written not in known and len(known) < _MOST_DIFFERENT
            if is_new and len(written) <= left_in_different:
                left_in_different -= len(written)
                known.add(written)
            if written in known and len(written) <= min(left, longest):
                left -= len(written)
            else:
                del element.attrs[name]


class Nested:
    """How much of a page stands inside how much: each thing times the elements around it."""

    def __init__(self) -> None:
        self.elements = 0
        self.links = 0
        self.characters = 0

    def refuse(self, limits: Limits) -> None:
        """Returns for a page whose elements can be measured one by one in time.

        Raises:
            PostRejected: too_deep.
        """
        for number, most, what in (
            (self.elements, _AROUND_ELEMENTS * limits.page_elements, "elements"),
            (self.links, _AROUND_LINKS * limits.page_elements, "links"),
            (self.characters, _AROUND_CHARACTERS * limits.page_text, "characters"),
        ):
            if number > most:
                raise PostRejected(Reason.TOO_DEEP, f"a page of too many nested {what}")


def _is_dear_to_search(script: str) -> bool:
    """Whether a script of data would take long to search for markup, once it is decoded."""
    if len(script) < _FEWEST:
        return False
    written = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), script)
    return unescape(written).count("=") * len(script) > MOST_EQUALS


class Looks:
    """Looks into elements whether their text is short, while there is anything left to look at."""

    def __init__(self) -> None:
        self.left = MOST_LOOKED

    def is_short(self, node: Element, characters: int) -> bool:
        """Whether an element's text has no more characters: looked at no further than that."""
        if self.left < 0:
            return False
        length = 0
        for text in node.strings:
            length += len(text)
            if length > characters:
                break
        self.left -= length
        return length <= characters


def refuse_deep(depth: int, limits: Limits) -> None:
    """Returns for elements no deeper inside each other than the limit.

    Raises:
        PostRejected: too_deep.
    """
    if depth > limits.page_depth:
        raise PostRejected(Reason.TOO_DEEP, f"a page deeper than {limits.page_depth} elements")


def _hold(number: int, limit: int, what: str) -> None:
    if number > limit:
        raise PostRejected(Reason.TOO_LARGE, f"a page of more than {limit} {what}")
