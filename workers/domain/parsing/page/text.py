"""The text of the article on a page, in blocks."""

import re
from collections import Counter
from typing import Any, Final, NamedTuple

from schemas.article import BlockKind, Removed
from schemas.dead_letter import Reason
from workers.domain.cleaning.characters import tidy, tidy_code, tidy_line
from workers.domain.parsing.fragment import read_fragment
from workers.domain.parsing.page.comparing import squash
from workers.domain.parsing.page.extraction import article_tree
from workers.domain.parsing.page.furniture import without_heads, without_labels
from workers.domain.parsing.page.library import library
from workers.domain.parsing.pictures import FoundImage
from workers.domain.parsing.post import FoundBlock, FoundLink
from workers.domain.rejection import PostRejected

_KINDS: Final[dict[str, BlockKind | None]] = {
    "head": "heading",
    "item": "list_item",
    "quote": "quote",
    "p": None,
    "list": None,
    "div": None,
    "body": None,
    "main": None,
}
"""Trafilatura's elements that begin and end a block, and the kind it has; None keeps the kind."""
_WORD: Final = re.compile(r"\w+")
_SHORT_WITHIN: Final = 20
_SHORT_AT_ENDS: Final = 60
"""Characters of a line that a plug-in puts into the text, and before or after it."""
_MANY_BELOW: Final = 3
"""More blocks than this below the article are comments."""
_SAME: Final = 0.8
"""The share of the words found that a theme's content has to hold: 24 of 25 development pages
do, and the other one keeps its text elsewhere."""
_IN_LINE: Final = frozenset(("p", "head", "item", "cell", "ref", "hi"))


class MainText(NamedTuple):
    """The article's blocks, what was left out of them, and the rule that found them."""

    blocks: tuple[FoundBlock, ...]
    removed: tuple[Removed, ...]
    images: tuple[FoundImage, ...]
    rule: str

    def without_heads(self, standfirst: str | None, language: str | None) -> "MainText":
        """The same without the standfirst, and without lines that are a byline or a stamp."""
        kept, removed = without_heads(self.blocks, standfirst, language)
        return self._replace(blocks=kept, removed=(*self.removed, *removed))


def main_text(html: str, bodies: tuple[str, ...], title: str | None) -> MainText:
    """The article on a page; `bodies` is what a WordPress post's theme calls its content.

    That markup is taken where it holds what was found to be the article, since the post's other
    forms (REST, feed) hold it, too.

    Raises:
        PostRejected: unsupported_kind, where the extra `pages` is not installed.
    """
    blocks = read_main_text(html)
    if len(bodies) == 1:
        body = read_fragment(bodies[0])
        found = Counter(_WORD.findall(" ".join(block.text for block in blocks)))
        told = Counter(_WORD.findall(" ".join(block.text for block in body.blocks)))
        # a single block is what is found where nothing looks like an article: all of the page
        inside = (found & told).total() >= _SAME * found.total() or len(blocks) == 1
        if inside and body.blocks:
            kept, left_out = _without_furniture(body.blocks, blocks)
            kept, labels = without_labels(kept, title)
            removed = (*body.removed, *left_out, *labels)
            return MainText(kept, removed, body.images, "wordpress_content")
    kept, labels = without_labels(blocks, title)
    return MainText(kept, labels, (), "main_text")


def _without_furniture(
    blocks: tuple[FoundBlock, ...], found: tuple[FoundBlock, ...]
) -> tuple[tuple[FoundBlock, ...], tuple[Removed, ...]]:
    """The blocks without those that plug-ins put among them: `Tweet`, `Advertisement`, cards.

    They are short or nothing but links, and not part of what was found to be the article.
    """
    article = squash("".join(block.text for block in found))
    known = [squash(block.text) in article for block in blocks]
    first, last = (
        known.index(True) if True in known else 0,
        len(known) - 1 - (known[::-1].index(True) if True in known else 0),
    )
    kept: list[FoundBlock] = []
    removed: list[Removed] = []
    for place, block in enumerate(blocks):
        longest = _SHORT_WITHIN if first < place < last else _SHORT_AT_ENDS
        linked = sum(len(link.text) for link in block.links) > 0.6 * len(block.text)
        below = place > last and len(blocks) - last > _MANY_BELOW
        if known[place] or (len(block.text) > longest and not linked and not below):
            kept.append(block)
        else:
            removed.append(Removed(rule="theme_furniture", text=block.text[:500]))
    return tuple(kept), tuple(removed)


def read_main_text(html: str) -> tuple[FoundBlock, ...]:
    """The blocks of the page's article, in order; none where the page holds no text.

    Raises:
        PostRejected: unsupported_kind, where the extra `pages` is not installed.
    """
    parts = library()
    if parts is None:
        raise PostRejected(
            Reason.UNSUPPORTED_KIND,
            "an HTML page: install the extra for pages, pip install 'copydesk[pages]'",
        )
    body = article_tree(parts, html)
    return () if body is None else _Blocks().read(body)


class _Blocks:
    """Walks the tree that trafilatura leaves, once. The tree is at most 255 levels deep."""

    def __init__(self) -> None:
        self.blocks: list[FoundBlock] = []
        self.words: list[str] = []
        self.links: list[FoundLink] = []

    def read(self, body: Any) -> tuple[FoundBlock, ...]:
        self.element(body, "paragraph", in_line=False)
        self.flush("paragraph")
        return tuple(self.blocks)

    def element(self, node: Any, kind: BlockKind, *, in_line: bool) -> None:
        tag = node.tag
        if tag in _KINDS:
            self.flush(kind)
            self.children(node, _KINDS[tag] or kind, in_line=tag in _IN_LINE)
            self.flush(_KINDS[tag] or kind)
        elif tag == "table":
            self.flush(kind)
            self.table(node)
        elif tag == "code" and not in_line:
            self.flush(kind)
            self.append("code", tidy_code("".join(node.itertext())))
        elif tag == "lb":
            self.words.append("\n")
        elif tag == "ref":
            self.part_from(node.text or "")
            begins = len(self.words)
            self.children(node, kind, in_line=True)
            href = node.get("target")
            if href:
                self.links.append(FoundLink(href, tidy_line("".join(self.words[begins:]))))
        elif isinstance(tag, str):
            self.children(node, kind, in_line=in_line)

    def children(self, node: Any, kind: BlockKind, *, in_line: bool) -> None:
        if node.text:
            self.words.append(node.text)
        for child in node:
            self.element(child, kind, in_line=in_line)
            if child.tail:
                self.words.append(child.tail)

    def part_from(self, following: str) -> None:
        """Gives back the blank before a link, which the library loses at ends of lines."""
        last = self.words[-1][-1:] if self.words else ""
        if last.isalpha() and following[:1].isalpha() and max(last, following[0]) < "\u0530":
            self.words.append(" ")  # Latin, Greek and Cyrillic: other scripts write no blanks

    def table(self, node: Any) -> None:
        rows = [
            " | ".join(tidy_line(" ".join(cell.itertext())) for cell in row.iter("cell"))
            for row in node.iter("row")
        ]
        self.append("table", "\n".join(row for row in rows if row.strip(" |")))

    def flush(self, kind: BlockKind) -> None:
        """Closes the block that is being read, if it has words."""
        if not self.words:
            return
        text = tidy("".join(self.words))
        self.words.clear()
        links = tuple(self.links)
        self.links.clear()
        self.append(kind, text, links)

    def append(self, kind: BlockKind, text: str, links: tuple[FoundLink, ...] = ()) -> None:
        if text:
            self.blocks.append(FoundBlock(kind, text, links))
