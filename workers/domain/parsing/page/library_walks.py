"""Walks over a page's tree that the library takes anew for each element, taken once.

Each function stands in for the library's own of the same name (trafilatura 2.3.1) and finds what
that finds; `tests/domain/parsing/page/test_library_walks.py` holds them against each other. Only
`library.py` imports this module, since the library comes with an extra.
"""

from collections.abc import Container, Iterable
from copy import copy
from functools import cache
from typing import Any, Final

from lxml.etree import Element, SubElement
from trafilatura import htmlprocessing
from trafilatura.baseline import (
    _BLOCK_ELEMS,
    _attempt,
    _collect_json_content,
    _render_text,
)
from trafilatura.baseline import block_text as whole_block_text
from trafilatura.settings import BASIC_CLEAN_XPATH, MIN_DUPLICATE_LENGTH
from trafilatura.utils import remove_control_characters, text_chars_test, trim
from trafilatura.xml import delete_element

from workers.domain.parsing.page.library_kinds import Kinds

MOST_SEARCHED: Final = 50_000
"""Characters of what was found that are searched for each further paragraph that may repeat it; the
library searches 200,000. Of 216 real pages the most has 23,000, for this is done only where next to
nothing was found by other means."""
_LEAST: Final = 100
"""A text of no more characters than this is none."""
_TEASER: Final = 5
"""How many times longer the longest article is than one that is left out."""
_SCRAPED: Final = ("blockquote", "code", "p", "pre", "q", "quote")
_WILD: Final = ".//code|.//p|.//quote|.//table|.//div[contains(@class, 'w3-code')]"
_WILD_FOR_RECALL: Final = f"{_WILD}|.//div|.//lb|.//list"


class Inside:
    """What stands inside some elements: asked of each parent once, and of nothing further up."""

    def __init__(self, outer: Container[Any]) -> None:
        self.outer = outer
        self.known: dict[Any, bool] = {None: False}

    def __contains__(self, element: Any) -> bool:
        """Whether one of them is around this element."""
        around = element.getparent()
        path = []
        while around not in self.known and around not in self.outer:
            path.append(around)
            around = around.getparent()
        found = self.known.get(around, True)
        self.known.update(dict.fromkeys(path, found))
        return found


class OfTags:
    """The elements that have one of some tags."""

    def __init__(self, *tags: str) -> None:
        self.tags = tags

    def __contains__(self, element: Any) -> bool:
        return element.tag in self.tags


def prune_unwanted_nodes(tree: Any, nodelist: list[Any], with_backup: bool = False) -> Any:
    """The tree without what the expressions find; with a backup, unless that is nearly all."""
    if not with_backup:
        return htmlprocessing.prune_unwanted_nodes(tree, nodelist)
    found = dict.fromkeys(_kinds(tuple(nodelist)).found_in(tree))
    inside = Inside(found)
    outer = [element for element in found if element not in inside]
    whole = len(tree.text_content()) if outer else 0
    if whole - sum(map(_length, outer)) > whole / 7:
        for element in outer:
            delete_element(element)
    return tree


def basic_cleaning(tree: Any) -> Any:
    """The tree without side bars, footers, drawings and what asks for consent."""
    for element in _kinds((BASIC_CLEAN_XPATH,)).found_in(tree):
        delete_element(element)
    return tree


@cache
def _kinds(expressions: tuple[Any, ...]) -> Kinds:
    return Kinds(expressions)


def _length(element: Any) -> int:
    return len(element.text_content()) if len(element) else len(element.text or "")


def delete_by_link_density(
    subtree: Any, tagname: str, backtracking: bool = False, favor_precision: bool = False
) -> Any:
    """The tree without elements that are full of links; where no link is, none of them is."""
    if next(subtree.iter("ref"), None) is None:
        return subtree
    return htmlprocessing.delete_by_link_density(subtree, tagname, backtracking, favor_precision)


def recover_wild_text(
    extractor: Any, tree: Any, body: Any, options: Any, tags: Iterable[str], consumed: set[Any]
) -> Any:
    """The body with the paragraphs, quotes, tables and code that stand anywhere else on the page.

    `extractor` is the library's module that this stands in; `consumed` is what the body holds.
    """
    recall = options.focus == "recall"
    tags = {*tags, "div", "lb"} if recall else {*tags}
    tree = extractor.prune_unwanted_sections(tree, tags, options, keep_teasers=options.fast)
    recovered = _Recovered(body)
    handled: set[Any] = set()
    for element in tree.xpath(_WILD_FOR_RECALL if recall else _WILD):
        if element in consumed or element in handled:
            continue
        processed = extractor.handle_textelem(element, tags, options)
        if processed is element:
            handled.update(element.iterdescendants())
        if processed is not None:
            recovered.append(processed)
    return body


class _Recovered:
    """A body that takes what it does not say yet."""

    def __init__(self, body: Any) -> None:
        self.body = body
        texts = [_text(element) for element in body]
        self.texts = set(texts)
        self.lines = "\n".join(filter(None, texts))

    def append(self, element: Any) -> None:
        text = _text(element)
        images = {image.get("src") for image in element.iter("graphic")}
        if not text and images and images <= {it.get("src") for it in self.body.iter("graphic")}:
            return
        searched = len(self.lines) <= MOST_SEARCHED
        tail = element.tail
        # with what follows it, it is a piece of a run of text, however short
        run = trim(text + tail) if text_chars_test(tail) else ""
        if text and (text in self.texts or (searched and self.says(text, run))):
            return
        self.body.append(element)
        self.texts.add(text)
        if searched:
            self.lines += f"\n{run or text}"

    def says(self, text: str, run: str) -> bool:
        if len(text) > MIN_DUPLICATE_LENGTH and text in self.lines:
            return True
        return bool(run) and run in self.lines


def _text(element: Any) -> str:
    return str(trim("".join(element.itertext()) if len(element) else element.text))


def baseline(page: Any) -> tuple[Any, str, int]:
    """A body of the page's data for machines, its articles, its paragraphs, or of all it says."""
    tree = copy(page)
    bodies, teasers = _collect_json_content(tree)
    found = _attempt(map(_render_text, bodies), dedupe=True)
    if found is None:
        tree = basic_cleaning(tree)
        found = _of_articles(tree) or _of_paragraphs(tree)
    return found or _of_everything(tree, _attempt(map(_render_text, teasers), dedupe=True))


def _of_articles(tree: Any) -> Any:
    nested = Inside(OfTags("article"))
    outer = (element for element in tree.iterdescendants("article") if element not in nested)
    texts = [text for text in map(block_text, outer) if len(text) > _LEAST]
    least = max(map(len, texts), default=0) / _TEASER
    return _attempt(text for text in texts if len(text) >= least)


def _of_paragraphs(tree: Any) -> Any:
    body, said = Element("body"), ""
    nested = Inside(OfTags(*_SCRAPED))
    outer = (element for element in tree.iter(*_SCRAPED) if element not in nested)
    for text in map(remove_control_characters, map(block_text, outer)):
        short = len(text) <= MIN_DUPLICATE_LENGTH
        if text and (short or len(said) > MOST_SEARCHED or text not in said):
            SubElement(body, "p").text = text
            said += f"\n{text}" if said else text
    return (body, said, len(said)) if len(said) > _LEAST else None


def _of_everything(tree: Any, teaser: Any) -> Any:
    body, shown = Element("body"), tree.find(".//body")
    if shown is None:
        return teaser or (body, "", 0)
    text = remove_control_characters("\n".join(filter(None, map(trim, shown.itertext()))))
    SubElement(body, "p").text = text
    return (body, text, len(text)) if teaser is None or len(text) >= teaser[2] else teaser


def block_text(element: Any) -> str:
    """The text of an element on one line, with a blank at the bounds of blocks."""
    if len(element):
        return str(whole_block_text(element))
    text = element.text or ""
    return " ".join(
        (remove_control_characters(text) if element.tag in _BLOCK_ELEMS else text).split()
    )
