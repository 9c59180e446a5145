"""How much of a page is read, and what of it the library behind the text gets to see."""

from typing import Final

from turbohtml import Document

from schemas.dead_letter import Reason
from workers.domain.parsing.limits import Limits
from workers.domain.rejection import PostRejected

MOST_ATTRIBUTES: Final = 200
"""More attributes of one element than this are no page: libxml2 is quadratic in them."""
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


def lean_markup(document: Document, limits: Limits) -> str:
    """The page's markup as other parsers may read it in time; the tree is used up by it.

    Raises:
        PostRejected: too_large, for an element of more than `MOST_ATTRIBUTES` attributes, or more
            elements or characters than the limits allow.
    """
    for element in document.select(_DRAWN):
        element.decompose()
    for number, element in enumerate(document.iter_elements(), start=1):
        _hold(number, limits.page_elements, "elements")
        attributes = element.attrs
        _hold(len(attributes), MOST_ATTRIBUTES, "attributes of one element")
        for name in _SEARCHED:
            if len(attributes.get(name) or "") > _LONGEST_NAMES:
                del attributes[name]
    html = document.html
    _hold(len(html), limits.page_text, "characters without scripts")
    return html


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
