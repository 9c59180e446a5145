"""What the library's expressions find, asked once for each kind of element.

Most elements of a page are of the same few kinds: a tag, and what its attributes say. An expression
that looks at nothing else has one answer for a kind, and costs ten times as much as a look-up.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from lxml.etree import Element, SubElement

_NAMED: Final = re.compile(r"@([\w-]+)")
_TAG: Final = re.compile(r"(?:self::|//)(\w+)")
_OTHER: Final = "other"
_MOST_KINDS: Final = 30_000
_MOST_CHARACTERS: Final = 3_000_000
"""Kinds, and characters in them, beyond which all are forgotten. 208 pages of as many sites have
22,000 kinds."""

Kind = tuple[str, tuple[tuple[str, str], ...]]
"""A tag, and the attributes that are looked at, in their order."""


class Kinds:
    """Expressions that look at one element alone: its tag, its attributes, and their order."""

    def __init__(self, expressions: Iterable[Any], most_kinds: int = _MOST_KINDS) -> None:
        self.expressions = tuple(expressions)
        self.most_kinds = most_kinds
        paths = " ".join(expression.path for expression in self.expressions)
        self.names = frozenset(_NAMED.findall(paths))
        self.tags = frozenset(_TAG.findall(paths))
        self.known: dict[Kind, bool] = {}
        self.characters = 0

    def found_in(self, tree: Any) -> list[Any]:
        """The elements inside a tree that any of the expressions finds, in their order."""
        if len(self.known) > self.most_kinds or self.characters > _MOST_CHARACTERS:
            self.known, self.characters = {}, 0
        known = self.known
        elements = list(tree.iterdescendants("*"))
        kinds = list(map(self.kind_of, elements))
        self.ask(known, dict.fromkeys(kind for kind in kinds if kind not in known))
        return [element for element, kind in zip(elements, kinds, strict=True) if known[kind]]

    def kind_of(self, element: Any) -> Kind:
        names = self.names
        tag = element.tag if element.tag in self.tags else _OTHER
        return tag, tuple([item for item in element.items() if item[0] in names])

    def ask(self, known: dict[Kind, bool], kinds: Iterable[Kind]) -> None:
        """Asks for all of these kinds at once, by one element of each."""
        root = Element("root")
        asked = [(SubElement(root, tag, dict(named)), (tag, named)) for tag, named in kinds]
        expressions = self.expressions if asked else ()
        found = {element for expression in expressions for element in expression(root)}
        for element, kind in asked:
            known[kind] = element in found
            self.characters += sum(len(value) for _, value in kind[1])
