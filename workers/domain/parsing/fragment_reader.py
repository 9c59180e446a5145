"""The walk over a fragment's nodes: a loop with a stack of its own, since markup may be deep."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import turbohtml
from turbohtml import Element, Text

from schemas.article import BlockKind, Removed
from workers.domain.cleaning.characters import tidy, tidy_code, tidy_line
from workers.domain.cleaning.entities import decoded_again
from workers.domain.parsing.markup_names import (
    BLOCKS,
    CONTROLS,
    EMBEDS,
    NEVER_READ,
    PLAIN,
    is_back_link,
    meaning_of_class,
)
from workers.domain.parsing.pictures import MOST_IMAGES, FoundImage, emoji_of, picture_of
from workers.domain.parsing.post import FoundBlock, FoundLink
from workers.domain.parsing.shown import is_hidden, shown_text
from workers.domain.parsing.tables import links_in, rows_of
from workers.domain.parsing.tuples import made

_INLINE: Final = 0
_BLOCK: Final = 1
_ANCHOR: Final = 2


class Fragment(NamedTuple):
    """What a reader sees of a fragment, in order, and what was left out."""

    blocks: tuple[FoundBlock, ...]
    images: tuple[FoundImage, ...]
    removed: tuple[Removed, ...]
    decoded_twice: bool
    """Whether character references stood encoded twice in it."""


_Frame = tuple[Iterator[turbohtml.Node], int, BlockKind, int, str | None, int, int]
"""An element that is being read, and what to go back to after it: its children, its role, the kind
around it, the first picture in it, its address, the first of its words, and the flushes before it.

(A plain tuple: there is one for every other element, and one with names takes four times as long.)
"""


class FragmentReader:
    """Walks a parsed fragment once, from its first node to its last."""

    def __init__(self, *, may_hide: bool) -> None:
        self.may_hide = may_hide
        self.blocks: list[FoundBlock] = []
        self.images: list[FoundImage] = []
        self.removed: list[Removed] = []
        self.decoded_twice = False
        self.kind: BlockKind = "paragraph"
        self.words: list[str] = []
        self.links: list[FoundLink] = []
        self.after_break = False
        self.flushes = 0
        self.frames: list[_Frame] = []

    def read(self, root: Element) -> Fragment:
        """The fragment. A reader reads once."""
        self.enter(root.children, _BLOCK)
        frames = self.frames
        # names of other modules are looked up once, not for each node
        text_type, element_type = Text, Element
        while frames:
            for node in frames[-1][0]:
                if type(node) is text_type:
                    data = node.data
                    if self.words or not data.isspace():  # between blocks stands mostly white space
                        self.text(data)
                elif type(node) is element_type:
                    tag = node.tag
                    if tag in BLOCKS:
                        entered = self.block(node, tag, BLOCKS[tag] or self.kind)
                    elif tag in PLAIN:
                        entered = self.inline(node)
                    else:
                        entered = self.other(node, tag)
                    if entered:  # its children come next
                        break
            else:
                self.leave(frames.pop())
        return Fragment(
            tuple(self.blocks), tuple(self.images), tuple(self.removed), self.decoded_twice
        )

    def text(self, data: str) -> None:
        if "&" in data:
            again = decoded_again(data)
            self.decoded_twice |= again != data
            data = again
        if self.after_break and not data.isspace():
            self.after_break = False
        self.words.append(data.replace("\n", " "))

    def other(self, node: Element, tag: str) -> bool:
        match tag:
            case "a":
                self.enter(node.children, _ANCHOR, node.attr("href"))
                return True
            case "br":
                self.line_break()
            case "img":
                self.picture(node)
            case "pre" | "listing" | "xmp":
                self.flush()
                self.append("code", tidy_code(node.text), ())
            case "sup" if _is_note_mark(node):
                self.remove("footnote_mark", shown_text(node))
            case _ if tag in NEVER_READ:
                pass
            case _ if tag in EMBEDS:
                self.remove("embed", node.attr("src") or node.attr("data") or tag)
            case _ if tag in CONTROLS:
                self.remove("form" if tag in ("form", "nav") else "control", shown_text(node))
            case _:
                return self.inline(node)
        return False

    def inline(self, node: Element) -> bool:
        classes = node.attr("class")
        rule = meaning_of_class(classes)[0] if classes else None
        if rule is None and self.may_hide and is_hidden(node):
            rule = "hidden_text"
        if rule is not None:
            self.remove(rule, shown_text(node))
            return False
        children = node.children
        # Most elements hold one run of text and nothing else: no frame is made for those.
        if len(children) == 1 and type(only := children[0]) is Text:
            self.text(only.data)
            return False
        self.enter(children, _INLINE)
        return True

    def block(self, node: Element, tag: str, kind: BlockKind) -> bool:
        if self.words:
            self.flush()
        classes = node.attr("class")
        if classes or self.may_hide:
            rule, other_kind = meaning_of_class(classes) if classes else (None, None)
            if rule is None and self.may_hide and is_hidden(node):
                rule = "hidden_text"
            if rule is not None:
                self.remove(rule, shown_text(node))
                return False
            kind = other_kind or kind
        if tag == "table" and (rows := rows_of(node)) is not None:
            self.append("table", rows, links_in(node))
            return False
        children = node.children
        if len(children) == 1 and type(only := children[0]) is Text and not self.links:
            self.whole_block(kind, only.data)
            return False
        outer, self.kind = self.kind, kind
        self.enter(children, _BLOCK, None, outer)
        return True

    def whole_block(self, kind: BlockKind, data: str) -> None:
        """A block that is one run of text: most are, and so it is worth a way of its own."""
        if "&" in data:
            again = decoded_again(data)
            self.decoded_twice |= again != data
            data = again
        text = tidy_line(data)
        self.flushes += 1
        self.after_break = False
        if text:
            self.blocks.append(made(FoundBlock, (kind, text, ())))
            if kind == "caption":
                self.caption(text)

    def enter(
        self,
        children: Sequence[turbohtml.Node],
        role: int,
        href: str | None = None,
        outer: BlockKind = "paragraph",
    ) -> None:
        images, words = len(self.images), len(self.words)
        self.frames.append((iter(children), role, outer, images, href, words, self.flushes))

    def leave(self, frame: _Frame) -> None:
        _, role, outer, _, href, begins, flushes = frame
        if role == _BLOCK:
            self.close_block(outer)
        elif role == _ANCHOR and href is not None:
            self.anchor(href, begins, within=flushes == self.flushes)

    def close_block(self, outer: BlockKind) -> None:
        if self.words:
            before = len(self.blocks)
            self.flush()
            if self.kind == "caption" and len(self.blocks) > before:
                self.caption(self.blocks[-1].text)
        self.kind = outer

    def anchor(self, href: str, begins: int, *, within: bool) -> None:
        """Notes a link; `within` says that no block closed inside it."""
        if href.startswith("#") and within and is_back_link("".join(self.words[begins:])):
            self.remove("footnote_mark", "".join(self.words[begins:]))
            del self.words[begins:]
            return
        # a block that closed inside the link has taken the words before it along
        words = tidy_line("".join(self.words[begins if within else 0 :]))
        if words or within or not self.blocks:
            self.links.append(made(FoundLink, (href, words)))
            return
        last = self.blocks[-1]  # the link went round whole blocks: the last one carries it
        link = FoundLink(href, last.text)
        self.blocks[-1] = last._replace(links=(*last.links, link))

    def caption(self, text: str) -> None:
        """Gives the picture of the figure around it, if it has one, its caption."""
        first = 0
        if self.frames:
            _, _, _, first, _, _, _ = self.frames[-1]
        if len(self.images) > first and self.images[-1].caption is None:
            self.images[-1] = FoundImage(self.images[-1].src, self.images[-1].alt, text)

    def line_break(self) -> None:
        if self.after_break or not self.words:
            self.flush()
            return
        self.words.append("\n")
        self.after_break = True

    def picture(self, node: Element) -> None:
        emoji = emoji_of(node)
        if emoji is not None:
            self.text(emoji)
        elif len(self.images) < MOST_IMAGES and (image := picture_of(node)) is not None:
            self.images.append(image)

    def flush(self) -> None:
        """Closes the block that is being read, if it has words."""
        text = tidy(self.words[0] if len(self.words) == 1 else "".join(self.words))
        self.words.clear()
        self.flushes += 1
        self.after_break = False
        if text:
            self.blocks.append(made(FoundBlock, (self.kind, text, tuple(self.links))))
            self.links.clear()

    def append(self, kind: BlockKind, text: str, links: tuple[FoundLink, ...]) -> None:
        if text:
            self.blocks.append(FoundBlock(kind, text, links))

    def remove(self, rule: str, text: str) -> None:
        shown = tidy_line(text[:2_000])
        if shown:
            self.removed.append(Removed(rule=rule, text=shown[:500]))


def _is_note_mark(node: Element) -> bool:
    """Whether an element holds nothing but a link within the page: a footnote's number."""
    children = node.children
    return (
        len(children) == 1
        and type(link := children[0]) is Element
        and link.tag == "a"
        and (link.attr("href") or "").startswith("#")
    )
