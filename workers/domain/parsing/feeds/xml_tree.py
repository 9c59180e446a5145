"""XML as a small tree: read by Expat where it is well formed, and never with a document type.

A document type is where XML is dangerous: entities that grow, files and addresses to be opened. It
is blanked out before anything is parsed, so there is nothing to expand and nothing to fetch. What
is left of it, `&nbsp;` and its kin, is read as HTML's.
"""

import pyexpat
import re
from collections.abc import Sequence
from html.entities import html5
from typing import Final

from schemas.dead_letter import Reason
from workers.domain.parsing.feeds.namespaces import plain_name
from workers.domain.parsing.feeds.prologue import document_type_in
from workers.domain.parsing.urls import joined
from workers.domain.rejection import PostRejected

DEEPEST: Final = 250
"""Elements inside each other. A feed needs six, the markup in it perhaps thirty."""
MOST_ELEMENTS: Final = 80_000
"""A thousand entries of WordPress with thirty categories each have 60,000."""


class Malformed(Exception):
    """The XML is not well formed."""


class XmlElement:
    """An element: its plain name (see `namespaces`), attributes, and what stands in it, in order.

    `elements` are those of `children` that are no text. `begins` and `ends` are its place in the
    bytes that were parsed.
    """

    __slots__ = ("attributes", "base", "begins", "children", "elements", "ends", "language", "name")

    def __init__(self, name: str, begins: int, base: str | None, language: str | None) -> None:
        self.name = name
        self.attributes: dict[str, str] = {}
        self.children: list[XmlElement | str] = []
        self.elements: list[XmlElement] = []
        self.base = base
        self.language = language
        self.begins = begins
        self.ends = begins

    def first(self, *names: str) -> "XmlElement | None":
        """Its first child element by the first of these names that it has."""
        for name in names:
            for element in self.elements:
                if element.name == name:
                    return element
        return None

    def all(self, *names: str) -> list["XmlElement"]:
        """Its child elements of these names, in order."""
        return [element for element in self.elements if element.name in names]

    def text(self) -> str:
        """The text that stands in it, without that of its child elements, trimmed."""
        children = self.children
        if len(children) == 1 and type(only := children[0]) is str:
            return only.strip()
        return "".join(child for child in children if type(child) is str).strip()


class TreeBuilder:
    """Makes the tree of start tags, end tags and text, from whichever reader they come."""

    def __init__(self) -> None:
        self.root: XmlElement | None = None
        self.open: list[XmlElement] = []
        self.scopes: list[dict[str, str]] = [{"xml": "http://www.w3.org/XML/1998/namespace"}]
        self.scoped: list[bool] = []
        self.names: dict[str, tuple[str, bool]] = {}
        self.count = 0
        self.undeclared = False

    def start(self, tag: str, attributes: Sequence[str], begins: int) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise PostRejected(Reason.TOO_LARGE, f"XML of more than {MOST_ELEMENTS} elements")
        if len(self.open) >= DEEPEST:
            raise PostRejected(Reason.TOO_DEEP, f"XML deeper than {DEEPEST} elements")
        self._enter_scope(attributes)
        parent = self.open[-1] if self.open else None
        base, language = (parent.base, parent.language) if parent is not None else (None, None)
        element = XmlElement(self._name(tag), begins, base, language)
        if attributes:
            self._attributes(element, attributes)
        if parent is not None:
            parent.children.append(element)
            parent.elements.append(element)
        elif self.root is None:
            self.root = element
        self.open.append(element)

    def text(self, data: str) -> None:
        if self.open:
            self.open[-1].children.append(data)

    def entity(self, name: str, _is_parameter: int) -> None:
        """A reference to an entity that the document does not declare: HTML's, or its own words."""
        self.text(html5.get(f"{name};") or f"&{name};")

    def end(self, ends: int) -> None:
        """Closes the element that is open; `ends` is where its end tag begins."""
        self.open.pop().ends = ends
        if self.scoped.pop():
            self.scopes.pop()
            self.names.clear()

    def _enter_scope(self, attributes: Sequence[str]) -> None:
        declared: dict[str, str] | None = None
        for at in range(0, len(attributes), 2):
            name = attributes[at]
            if name.startswith("xmlns"):
                declared = declared if declared is not None else dict(self.scopes[-1])
                declared[name[6:]] = attributes[at + 1]
        self.scoped.append(declared is not None)
        if declared is not None:
            self.scopes.append(declared)
            self.names.clear()

    def _name(self, tag: str) -> str:
        known = self.names.get(tag)
        if known is None:
            known = self.names[tag] = plain_name(tag, self.scopes[-1])
            self.undeclared |= not known[1]
        name = known[0]
        # a root in a namespace that nobody knows: what counts is what it calls itself
        return name.removeprefix("other:") if not self.open else name

    def _attributes(self, element: XmlElement, attributes: Sequence[str]) -> None:
        for at in range(0, len(attributes), 2):
            name, value = attributes[at], attributes[at + 1]
            if name.startswith("xmlns"):
                continue
            if ":" in name:
                name = plain_name(name, self.scopes[-1])[0]
                if name == "xml:base":
                    element.base = joined(value, element.base) or element.base
                elif name == "xml:lang":
                    element.language = value.strip() or None
            element.attributes[name if ":" in name else name.lower()] = value


def read_strictly(data: bytes) -> TreeBuilder:
    """The tree of well-formed XML in UTF-8, whatever charset its declaration names.

    Raises:
        Malformed: it is not well formed.
        PostRejected: too_large or too_deep.
    """
    builder = TreeBuilder()
    parser = pyexpat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.UseForeignDTD(True)  # undeclared entities are then skipped, not errors; nothing is read
    parser.StartElementHandler = lambda tag, attributes: builder.start(
        tag, attributes, parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda _: builder.end(parser.CurrentByteIndex)
    parser.CharacterDataHandler = builder.text
    parser.SkippedEntityHandler = builder.entity
    try:
        parser.Parse(without_document_type(data), True)
    except pyexpat.ExpatError as error:
        raise Malformed(f"line {error.lineno}: {pyexpat.ErrorString(error.code)}") from None
    if builder.root is None:
        raise Malformed("no element")
    return builder


def without_document_type(data: bytes) -> bytes:
    """The document with its document type, and a promise to stand alone, turned into spaces."""
    found = document_type_in(data)
    if found is None:
        return _may_refer_outside(data)
    begins, ends = found
    if not ends:
        return data[:begins]
    blank = re.sub(rb"[^\n]", b" ", data[begins:ends])
    return _may_refer_outside(data[:begins] + blank + data[ends:])


_ALONE: Final = re.compile(rb"\sstandalone\s*=\s*(?:\"yes\"|'yes')")


def _may_refer_outside(data: bytes) -> bytes:
    """`standalone="yes"` would make every `&nbsp;` an error."""
    head = data[:200]
    if b"standalone" not in head:
        return data
    return _ALONE.sub(lambda found: b" " * len(found[0]), head, count=1) + data[200:]
