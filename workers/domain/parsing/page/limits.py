"""How much of a page is read, and what of it the library behind the text gets to see."""

from typing import Final

from turbohtml import Document

from schemas.dead_letter import Reason
from workers.domain.rejection import PostRejected

LONGEST_PAGE: Final = 1_500_000
"""Characters of a page: of 208 real pages the longest has 1,100,000."""
MOST_TAGS: Final = 12_000
"""More tags than this are no article: of 208 real pages the fullest has 6,300."""
MOST_ATTRIBUTES: Final = 200
"""More attributes of one element than this are no page: libxml2 is quadratic in them."""
_SEARCHED: Final = ("class", "id")
_LONGEST_NAMES: Final = 300
"""Class names of one element; hundreds of searches go through each of them later."""
_DRAWN: Final = "style, template, svg, math, script:not([type*='ld+json'])"


def refuse_endless(html: str) -> None:
    """Returns for markup of a size that can be read in time.

    Raises:
        PostRejected: too_large, for more than `LONGEST_PAGE` characters or `MOST_TAGS` tags.
    """
    if len(html) > LONGEST_PAGE:
        raise PostRejected(Reason.TOO_LARGE, f"a page of more than {LONGEST_PAGE} characters")
    if len(html) > MOST_TAGS and html.count("<") > MOST_TAGS:
        raise PostRejected(Reason.TOO_LARGE, f"a page of more than {MOST_TAGS} tags")


def lean_markup(document: Document) -> str:
    """The page's markup as other parsers may read it in time; the tree is used up by it.

    Raises:
        PostRejected: too_large, for an element of more than `MOST_ATTRIBUTES` attributes.
    """
    for element in document.iter_elements():
        attributes = element.attrs
        if len(attributes) > MOST_ATTRIBUTES:
            detail = f"an element of more than {MOST_ATTRIBUTES} attributes"
            raise PostRejected(Reason.TOO_LARGE, detail)
        for name in _SEARCHED:
            if len(attributes.get(name) or "") > _LONGEST_NAMES:
                del attributes[name]
    for element in document.select(_DRAWN):
        element.decompose()
    return document.html
