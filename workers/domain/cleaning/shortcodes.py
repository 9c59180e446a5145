"""Shortcodes and block comments that WordPress was to turn into something, and did not."""

import re
from typing import Final

_KNOWN: Final = frozenset(
    "caption gallery embed audio video playlist contact-form contact-form-7 gravityform columns"
    " column row button divider spoiler youtube vimeo soundcloud wpvideo ad ads adrotate".split()
)
"""Names that are words as well: without attributes only these are taken for shortcodes."""

_SHORTCODE: Final = re.compile(
    r"\[(/?)([a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)((?:\s+[\w-]+\s*=[^\[\]]{0,2000})?)\s*/?\]"
)
_BLOCK_COMMENT: Final = re.compile(r"<!--\s{0,9}/?wp:[^<>]{0,2000}-->")


def without_shortcodes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without shortcodes (what stands between them stays), and what was taken out.

    `[sic]`, `[laughs]` and `[The treaty]` are an editor's words: a shortcode has attributes, a
    closing form, an underscore in its name, or one of a few known names.
    """
    first = _first_bracket(text)
    found = list(_SHORTCODE.finditer(text, first)) if first >= 0 else []
    if not found:
        return text, ()
    names = _KNOWN.union([one[2] for one in found if one[1]])  # closed once, never a word
    kept: list[str] = []
    taken: list[str] = []
    place = 0
    for one in found:
        closing, name, attributes = one.groups()
        if closing or attributes or "_" in name or name in names:
            kept.append(text[place : one.start()])
            taken.append(one[0])
            place = one.end()
    return " ".join((*kept, text[place:])), tuple(taken)


def _first_bracket(text: str) -> int:
    """Where a bracket stands before a small letter or a slash, or -1: most are notes and `[…]`."""
    place = text.find("[")
    while place >= 0:
        after = text[place + 1 : place + 2]
        if after == "/" or "a" <= after <= "z":
            return place
        place = text.find("[", place + 1)
    return -1


def without_block_comments(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the editor's own comments, `<!-- wp:paragraph -->`, and what was taken."""
    if "<!--" not in text:
        return text, ()
    taken = tuple(found[0] for found in _BLOCK_COMMENT.finditer(text))
    return (_BLOCK_COMMENT.sub(" ", text), taken) if taken else (text, ())
