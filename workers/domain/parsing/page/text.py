"""The text of the article on a page: the one place that knows trafilatura (extra `pages`)."""

from functools import cache
from typing import Any, Final

from schemas.article import BlockKind
from schemas.dead_letter import Reason
from workers.domain.cleaning.characters import tidy, tidy_code, tidy_line
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
_IN_LINE: Final = frozenset(("p", "head", "item", "cell", "ref", "hi"))


@cache
def _library() -> Any:
    """Trafilatura's extraction; None where it is not installed."""
    try:
        from trafilatura import core  # noqa: PLC0415  # 0.4 s, and only pages need it
    except ImportError:
        return None
    # it warns of every page without a text; that is an outcome here, not a warning
    core.LOGGER.manager.getLogger("trafilatura").setLevel("CRITICAL")
    return core


def read_main_text(html: str) -> tuple[FoundBlock, ...]:
    """The blocks of the page's article, in order; none where the page holds no text.

    Raises:
        PostRejected: unsupported_kind, where the extra `pages` is not installed.
    """
    library = _library()
    if library is None:
        raise PostRejected(
            Reason.UNSUPPORTED_KIND,
            "an HTML page: install the extra for pages, pip install 'copydesk[pages]'",
        )
    found = library.bare_extraction(html, include_comments=False, include_links=True)
    return () if found is None else _Blocks().read(found.body)


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

    def table(self, node: Any) -> None:
        rows = [
            "\t".join(tidy_line(" ".join(cell.itertext())) for cell in row.iter("cell"))
            for row in node.iter("row")
        ]
        self.append("table", "\n".join(row for row in rows if row.strip()))

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
