"""The tree of a page's article, by trafilatura (extra `pages`).

The library's own cascade (`trafilatura.core.trafilatura_sequence`, 2.3.1) from its own parts, with
what cannot change the outcome left out. `tests/domain/parsing/page/test_extraction.py` holds it
against the library's, so that another version of the library shows.
"""

import re
from contextlib import suppress
from copy import copy
from typing import Any, Final

from schemas.dead_letter import Reason
from workers.domain.parsing.page.library import Library
from workers.domain.rejection import PostRejected

MOST_MIXED: Final = 20_000_000
"""Texts between the elements of one parent, times their characters: where the library takes such
elements out it copies the text before each anew. Counted in its own tree, for its parser closes
elements that a browser leaves open. Of 216 real pages the most mixed has 3,500,000."""
MOST_COMPARED: Final = 1_500
LONGEST_COMPARED: Final = 250_000
"""Elements and characters up to which the library's own text is compared with that of others: one
of them looks at every blank."""
MOST_PICTURES: Final = 300
"""Pictures up to which it is: the other looks from each box that holds but a picture for the next
that holds a text. Of 216 real pages the most has 141."""
_SHORT: Final = 3_000
_SMALL_SHARE: Final = 0.2
"""A text of fewer characters, and of less than this share of the page's, is looked for again."""
_MUCH_LONGER: Final = 1.5
_MUCH_LONGER_BY_WORDS: Final = 2.0
"""By how much the second text has to be longer; by stop words alone, by more."""
_FORUM_NAME: Final = "DiscussionForumPosting"
_FORUM: Final = re.compile(rf'"@type"\s{{0,9}}:\s{{0,9}}(?:"|\[[^\]]{{0,99}}"){_FORUM_NAME}"')
"""A page whose comments are its text. The library looks for it without bounds."""
_APPENDED: Final = ("mvp-post-add", "infinite", "elementor-share-buttons")
"""One of them is in the markup where stories that scroll in, or buttons, are to be taken out."""
_COMMENTS: Final = ("omment", "comol", "disqus_thread")
"""One of them is in the markup where comments are."""


def is_full(html: str) -> bool:
    """Whether a page is read by one extractor, once."""
    return (
        html.count("</") > MOST_COMPARED
        or len(html) > LONGEST_COMPARED
        or html.count("<img") > MOST_PICTURES
    )


def article_tree(parts: Library, html: str) -> Any:
    """The body that trafilatura finds in a page; None where it finds no text.

    Its tags are the library's: `p`, `head`, `list`, `item`, `quote`, `code`, `table`, `ref`, `lb`.

    Raises:
        PostRejected: too_large, for more text between the elements of one parent than any page has.
    """
    try:
        return _Extraction(parts, html).body()
    except (TypeError, ValueError):  # so does the library, for trees that it cannot make sense of
        return None
    finally:
        parts.forget()


class _Extraction:
    """One page on its way through the cascade: each step only where the one before found little."""

    def __init__(self, parts: Library, html: str) -> None:
        self.parts = parts
        self.html = html
        self.options = copy(parts.options)
        self.options.fast = is_full(html)
        self.length = 0
        """Characters of the page's whole text, on one line; not counted for a full page."""

    def body(self) -> Any:
        tree = self.parts.load_html(self.html)
        if tree is None:
            return None
        _refuse_mixed(tree, len(self.html))
        self.take_out_others(tree)
        if not self.options.fast:
            self.length = len(" ".join(tree.text_content().split()))
        body, text = self.extracted(tree, self.options)
        if len(text) < self.options.min_extracted_size:
            # copies the tree itself
            simple, simple_text, length = self.parts.baseline(tree)
            if length > len(text):
                body, text = simple, simple_text
        if self.is_small_share(text, tree):
            with suppress(TypeError, ValueError):
                body, text = self.looked_for_again(tree, body, text)
        return body if len(text) >= self.options.min_output_size else None

    def take_out_others(self, tree: Any) -> None:
        """Stories that scroll in below the page's own, and comments, leave."""
        is_forum = _FORUM_NAME in self.html and any(
            script.text and _FORUM.search(script.text)
            for script in tree.iterfind('.//script[@type="application/ld+json"]')
        )
        if any(word in self.html for word in _APPENDED):
            self.parts.prune_unwanted_nodes(tree, self.parts.appended)
        if not is_forum and any(word in self.html for word in _COMMENTS):
            self.parts.prune_unwanted_nodes(tree, self.parts.comments)

    def extracted(self, tree: Any, options: Any) -> tuple[Any, str]:
        """The library's own text, or another extractor's where that is much longer or cleaner."""
        cleaned = self.parts.tree_cleaning(copy(tree), options)
        backup = None if options.fast else copy(cleaned)
        body, text = self.parts.extract_content(self.parts.convert_tags(cleaned, options), options)
        if backup is None or self.is_beyond_doubt(body, text, options):
            return body, text
        found: tuple[Any, str] = self.parts.compare_extraction(
            backup, copy(tree), body, text, options
        )
        return found

    def is_beyond_doubt(self, body: Any, text: str, options: Any) -> bool:
        """Whether no other extractor's text would be taken, however much of the page it holds."""
        if len(text) < max(1, options.min_extracted_size) or options.focus != "balanced":
            return False
        if self.length > 2 * len(text):
            return False
        prose = body.find(".//p") is not None and body.xpath(".//p//text()")
        tables, paragraphs = len(body.findall(".//table")), len(body.findall(".//p"))
        return bool(prose) and tables <= paragraphs and not body.xpath(self.parts.unclean)

    def is_small_share(self, text: str, tree: Any) -> bool:
        """Whether the text is short, and only a small part of what the page says."""
        if not 0 < len(text) < _SHORT or self.options.fast:
            return False
        most = self.length + 2 * self.html.count("<")  # a blank before and behind each element
        if len(text) >= _SMALL_SHARE * most:
            return False
        return len(text) < _SMALL_SHARE * len(self.parts.html2txt(tree))

    def looked_for_again(self, tree: Any, body: Any, text: str) -> tuple[Any, str]:
        """The article where more is taken for text, if that finds much more."""
        options = copy(self.options)
        options.focus = "recall"
        again, more = self.extracted(tree, options)
        by_words, told = self.parts.justext_rescue(copy(tree), self.options)
        if len(told) > max(len(more), _MUCH_LONGER_BY_WORDS * len(text)):
            return by_words, told
        enough = len(more) >= self.options.min_extracted_size
        return (again, more) if enough and len(more) > _MUCH_LONGER * len(text) else (body, text)


def _refuse_mixed(tree: Any, characters: int) -> None:
    crowded = MOST_MIXED // characters  # fewer texts than this are never too much
    for parent in tree.iter():
        if len(parent) >= crowded:
            texts = [len(inner.tail) for inner in parent if inner.tail]
            if len(texts) * sum(texts) > MOST_MIXED:
                raise PostRejected(
                    Reason.TOO_LARGE, "a page with too much text between its elements"
                )
