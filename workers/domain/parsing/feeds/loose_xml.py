"""XML that is not well formed, read as far as it can be: one pass, from tag to tag.

Bare ampersands, HTML's entities, markup that was never escaped, tags that nobody closed, a document
that breaks off: each costs what it must, and no more.
"""

import html
import re
from typing import Final

from workers.domain.parsing.feeds.xml_tree import TreeBuilder

_TAG: Final = re.compile(
    # every repetition is possessive: a tag that never ends is given up after one look at it
    r"<(?:(?P<close>/)\s*+(?P<closed>[A-Za-z_][\w:.-]*+)\s*+"
    r"|(?P<open>[A-Za-z_][\w:.-]*+)(?P<attributes>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+))>"
)
_ATTRIBUTE: Final = re.compile(
    r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?"
)
_VOID: Final = frozenset("br img hr wbr input area col embed".split())
"""HTML's elements without an end tag; not `link`, which is RSS's as well."""
_ENTRIES: Final = frozenset(("item", "entry", "atom:entry"))
_CDATA, _CDATA_END = "<![CDATA[", "]]>"


def read_loosely(text: str) -> TreeBuilder:
    """The tree of what calls itself XML. Its root is None where there is not one element.

    Places are counted in characters of `text`.

    Raises:
        PostRejected: too_large or too_deep.
    """
    builder = TreeBuilder()
    raw_names: list[str] = []
    place = 0
    while (opens := text.find("<", place)) >= 0:
        if opens > place:
            builder.text(html.unescape(text[place:opens]))
        place = _markup(builder, raw_names, text, opens)
    builder.text(html.unescape(text[place:]))
    while raw_names:
        _close(builder, raw_names, len(text))
    return builder


def _markup(builder: TreeBuilder, names: list[str], text: str, opens: int) -> int:
    """Reads what begins with the `<` at `opens`; returns where to go on."""
    if text.startswith(_CDATA, opens):
        ends = text.find(_CDATA_END, opens)
        builder.text(text[opens + len(_CDATA) : ends if ends >= 0 else len(text)])
        return ends + len(_CDATA_END) if ends >= 0 else len(text)
    if text.startswith(("<!", "<?"), opens):
        end = "-->" if text.startswith("<!--", opens) else ">"
        ends = text.find(end, opens + 2)
        if ends < 0 and end == "-->":
            ends, end = text.find(">", opens), ">"
        return ends + len(end) if ends >= 0 else len(text)
    found = _TAG.match(text, opens)
    if found is None:
        builder.text("<")
        return opens + 1
    if found["close"]:
        _end_tag(builder, names, found["closed"], opens)
    else:
        _start_tag(builder, names, found["open"], found["attributes"], opens)
    if found["open"] and (found["attributes"].endswith("/") or found["open"].lower() in _VOID):
        _close(builder, names, found.end())
    return found.end()


def _start_tag(
    builder: TreeBuilder, names: list[str], tag: str, attributes: str, begins: int
) -> None:
    low = tag.lower()
    if low in _ENTRIES and low in names:  # the entry before this one was never closed
        while names[-1] != low:
            _close(builder, names, begins)
        _close(builder, names, begins)
    pairs: list[str] = []
    for name, double, single, bare in _ATTRIBUTE.findall(attributes):
        pairs += (name, html.unescape(double or single or bare))
    builder.start(tag, pairs, begins)
    names.append(low)


def _end_tag(builder: TreeBuilder, names: list[str], tag: str, at: int) -> None:
    low = tag.lower()
    if low not in names:
        return
    while names[-1] != low:
        _close(builder, names, at)
    _close(builder, names, at)


def _close(builder: TreeBuilder, names: list[str], at: int) -> None:
    names.pop()
    builder.end(at)
