"""The markup in an element, as HTML again: Atom's XHTML, and tags that nobody escaped."""

from html import escape
from typing import Final

from workers.domain.parsing.feeds.xml_tree import XmlElement

_VOID: Final = frozenset("br img hr wbr input area col embed source track link meta".split())


def inner_html(element: XmlElement) -> str:
    """What stands in an element, its child elements as HTML tags.

    Prefixes are left off. The tree is shallow (`xml_tree.DEEPEST`), so this may call itself.
    """
    pieces: list[str] = []
    _write(element, pieces)
    return "".join(pieces)


def _write(element: XmlElement, pieces: list[str]) -> None:
    for child in element.children:
        if isinstance(child, str):
            pieces.append(escape(child, quote=False))
            continue
        name = child.name.rpartition(":")[2]
        attributes = "".join(
            f' {key}="{escape(value)}"' for key, value in child.attributes.items() if ":" not in key
        )
        pieces.append(f"<{name}{attributes}>")
        if name not in _VOID:
            _write(child, pieces)
            pieces.append(f"</{name}>")
