"""A feed in XML, RSS of any version, RDF or Atom: its own facts and its entries."""

from dataclasses import dataclass, replace
from typing import Final

from schemas.dead_letter import Reason
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.charsets import decode
from workers.domain.parsing.feeds.entry import Entry, FeedFacts
from workers.domain.parsing.feeds.loose_xml import read_loosely
from workers.domain.parsing.feeds.prologue import declared_charset
from workers.domain.parsing.feeds.xml_entry import line_of, people_of, read_xml_entry
from workers.domain.parsing.feeds.xml_tree import (
    Malformed,
    TreeBuilder,
    XmlElement,
    read_strictly,
)
from workers.domain.parsing.post import Flaw
from workers.domain.rejection import PostRejected

_ITEMS: Final = ("item", "atom:entry", "entry")
_SHORT_FRAME: Final = 20_000
"""Bytes: up to here an entry that is buried keeps its feed's head and end around it."""
_MALFORMED: Final = Flaw("malformed_xml", 0.6)
_UNDECLARED: Final = Flaw("undeclared_prefix", 0.9)


@dataclass(frozen=True, slots=True)
class XmlFeed:
    """A feed that was read; its entries are read one by one."""

    facts: FeedFacts
    items: tuple[XmlElement, ...]
    at: str
    """JSON Pointer to what holds the entries."""
    data: bytes
    """What the places of `items` count in: UTF-8."""
    charset: str
    single: bool
    """Whether the document is one entry and no feed."""

    def __len__(self) -> int:
        return len(self.items)

    def entry(self, index: int) -> Entry:
        """The entry of this number."""
        item = self.items[index]
        name = item.name.rpartition(":")[2]
        return read_xml_entry(
            item, f"{self.at}/{name}" if self.single else f"{self.at}/{name}/{index}"
        )

    def letter(self, index: int) -> bytes:
        """The feed with this entry alone, byte for byte: what can be read again for itself.

        Without the feed around it where that is long.
        """
        first, last = self.items[0], self.items[-1]
        item = self.items[index]
        head, tail = self.data[: first.begins], self.data[self._end_of(last) :]
        piece = self.data[item.begins : self._end_of(item)]
        if len(head) + len(tail) <= _SHORT_FRAME:
            piece = head + piece + tail
        return piece if self.charset == "utf-8" else _encoded(piece, self.charset)

    def _end_of(self, item: XmlElement) -> int:
        if not self.data.startswith(b"</", item.ends):
            return item.ends
        return self.data.find(b">", item.ends) + 1 or len(self.data)


def _encoded(piece: bytes, charset: str) -> bytes:
    return piece.decode("utf-8").encode(charset, "xmlcharrefreplace")


def read_xml_feed(
    body: bytes, declared: str | None = None, address: str | None = None, at: str = ""
) -> XmlFeed:
    """The feed, or the single entry, in an XML document.

    `declared` is the charset of its content type, `address` where it was fetched. Nothing outside
    of it is ever opened, and its entities are not expanded.

    Raises:
        PostRejected: unsupported_kind (XML that is no feed), undecodable_text, too_large, too_deep.
    """
    decoded = decode(body, declared, declared_charset(body))
    data = decoded.text.encode("utf-8", "replace").lstrip()
    tree, flaws, data = _read(data)
    if decoded.rule is not None and decoded.rule != "charset_by_form":
        flaws = (*flaws, Flaw(decoded.rule, decoded.confidence))
    root = tree.root
    if root is None:
        raise PostRejected(Reason.UNSUPPORTED_KIND, "XML without an element")
    charset = decoded.charset
    if root.name in _ITEMS:
        facts = FeedFacts(address=address, at=at, flaws=flaws)
        return XmlFeed(facts, (root,), at, data, charset, single=True)
    holder, place = _holder(root)
    facts = replace(_facts(holder, f"{at}{place}"), flaws=flaws)
    if address is not None:
        facts = replace(facts, address=address)
    items = tuple(holder.all(*_ITEMS)) or tuple(root.all(*_ITEMS))
    items_at = f"{at}{place}" if holder.first(*_ITEMS) is not None else f"{at}/{root.name}"
    return XmlFeed(facts, items, items_at.replace("atom:", ""), data, charset, single=False)


def _read(data: bytes) -> tuple[TreeBuilder, tuple[Flaw, ...], bytes]:
    try:
        tree = read_strictly(data)
    except Malformed:
        text = data.decode("utf-8", "replace")
        tree = read_loosely(text)
        return tree, (_MALFORMED,), _places_in_bytes(tree, text, data)
    return tree, (_UNDECLARED,) if tree.undeclared else (), data


def _places_in_bytes(tree: TreeBuilder, text: str, data: bytes) -> bytes:
    """Turns the places of entries from characters into bytes; the data that they count in."""
    if text.isascii():
        return data
    root = tree.root
    done_chars = done_bytes = 0
    for element in _all_items(root) if root is not None else ():
        for slot in ("begins", "ends"):
            chars = getattr(element, slot)
            if chars >= done_chars:
                done_bytes += len(text[done_chars:chars].encode())
                done_chars = chars
                setattr(element, slot, done_bytes)
    return text.encode()


def _all_items(root: XmlElement) -> list[XmlElement]:
    if root.name in _ITEMS:
        return [root]
    holder, _ = _holder(root)
    return holder.all(*_ITEMS) or root.all(*_ITEMS)


def _holder(root: XmlElement) -> tuple[XmlElement, str]:
    """The element with the feed's own facts, and the pointer to it."""
    local = root.name.rpartition(":")[2]
    match local:
        case "feed" | "channel":
            return root, f"/{local}"
        case "rss" | "rdf":
            channel = root.first("channel")
            return (channel, f"/{local}/channel") if channel is not None else (root, f"/{local}")
        case _:
            raise PostRejected(Reason.UNSUPPORTED_KIND, "an XML document that is no feed")


def _facts(holder: XmlElement, at: str) -> FeedFacts:
    title = holder.first("title", "atom:title", "dc:title")
    home = address = None
    for link in holder.all("link", "atom:link"):
        href = link.attributes.get("href", "").strip()
        match link.attributes.get("rel", "alternate").strip().lower():
            case "self":
                address = address or href or None
            case "alternate":
                home = home or (href or link.text()) or None
            case _:
                pass
    language = holder.first("language", "dc:language")
    return FeedFacts(
        title=tidy_line(line_of(title)) or None if title is not None else None,
        home=home or holder.attributes.get("rdf:about") or None,
        address=address or holder.base,
        language=(language.text() if language is not None else "") or holder.language,
        authors=tuple(people_of(holder, at)) if holder.name != "channel" else (),
        at=at,
    )
