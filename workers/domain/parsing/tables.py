"""Tables of data in markup, and tables that only lay out a page."""

from typing import Final

from turbohtml import Element

from workers.domain.cleaning.characters import tidy, tidy_line
from workers.domain.parsing.post import FoundLink

_LAYOUT: Final = "table, ul, ol, blockquote, h1, h2, h3, h4, img, iframe, p + p"
"""What no table of data holds in its cells."""


def rows_of(table: Element) -> str | None:
    """A table of data, one row a line, its cells parted by ` | `; None for one that lays out."""
    if table.select_one(_LAYOUT) is not None:
        return None
    rows = [[tidy_line(cell) for cell in row] for row in table.rows()]
    if max(map(len, rows), default=0) < 2:
        return None
    return tidy("\n".join(" | ".join(row).strip(" |") for row in rows))


def links_in(node: Element) -> tuple[FoundLink, ...]:
    """The links of an element, in order."""
    return tuple(
        FoundLink(href, tidy_line(link.text))
        for link in node.select("a[href]")
        if (href := link.attr("href")) is not None
    )
