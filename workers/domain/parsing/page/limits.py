"""How much of a page is read, and what of it the library behind the text gets to see."""

from typing import Final

from turbohtml import Document, Element, Text

from schemas.dead_letter import Reason
from workers.domain.parsing.limits import Limits
from workers.domain.rejection import PostRejected

MOST_ATTRIBUTES: Final = 200
"""More attributes of one element than this are no page: libxml2 is quadratic in them."""
MOST_MIXED: Final = 20_000_000
"""Texts between the elements of one parent, times their characters: where the library takes such
elements out it copies the text before each anew. Of 300 real pages the most mixed has 3,600,000."""
_SEARCHED: Final = ("class", "id")
_LONGEST_NAMES: Final = 300
"""Class names of one element; hundreds of searches go through each of them later."""
_DRAWN: Final = "style, template, svg, math, script:not([type*='ld+json'])"


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
        PostRejected: too_large, for too many elements, or more attributes or texts in one of them
            than any page has.
    """
    for element in document.select(_DRAWN):
        element.decompose()
    for number, element in enumerate(document.iter_elements(), start=1):
        _hold(number, limits.page_elements, "elements")
        _hold(len(element.attrs), MOST_ATTRIBUTES, "attributes of one element")
        if _mixed(element) > MOST_MIXED:
            raise PostRejected(Reason.TOO_LARGE, "a page with too much text between its elements")
    return document


def _mixed(element: Element) -> int:
    texts = [len(node.data) for node in element.children if type(node) is Text]
    return len(texts) * sum(texts)


def lean_markup(document: Document, limits: Limits) -> str:
    """The page's markup as other parsers may read it in time; the tree is used up by it.

    Raises:
        PostRejected: too_large, for too many characters.
    """
    for name in _SEARCHED:
        for element in document.select(f"[{name}]"):
            if len(element.attr(name) or "") > _LONGEST_NAMES:
                del element.attrs[name]
    html = document.html
    _hold(len(html), limits.page_text, "characters without scripts")
    return html


def is_short(node: Element, characters: int) -> bool:
    """Whether an element's text has no more characters: looked at no further than that."""
    left = characters
    for text in node.strings:
        left -= len(text)
        if left < 0:
            return False
    return True


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
