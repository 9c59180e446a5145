"""What of an element a reader sees."""

import re
from typing import Final

from turbohtml import Element, Text

from workers.domain.parsing.markup_names import NEVER_READ

_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_MAY_HIDE: Final = '[hidden], [style*="none" i], [style*="hidden" i]'
_MOST_SHOWN: Final = 2_000
"""Characters after which nobody reads on in a record of what was left out."""


def shown_text(node: Element) -> str:
    """What a reader would have seen of an element that is left out, or the start of it."""
    pieces: list[str] = []
    length = 0
    for inner in node.descendants:
        if type(inner) is Text and getattr(inner.parent, "tag", None) not in NEVER_READ:
            pieces.append(inner.data)
            length += len(inner.data)
            if length > _MOST_SHOWN:
                break
    return " ".join(pieces)


def hides_any(root: Element) -> bool:
    """Whether any element inside is hidden: one question for all, asked in the library.

    (To look for the words in the markup first takes three times as long.)
    """
    return any(map(is_hidden, root.select(_MAY_HIDE)))


def is_hidden(node: Element) -> bool:
    """Whether an element's own attributes keep it from being shown."""
    style = (node.attr("style") or "").lower()
    hides = ("none" in style or "hidden" in style) and _HIDING.search(style) is not None
    return hides or node.attr("hidden") is not None
