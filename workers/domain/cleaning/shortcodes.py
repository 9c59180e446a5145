"""Shortcodes and block comments that WordPress was to turn into something, and did not."""

import re
from typing import Final

_KNOWN: Final = frozenset(
    "caption gallery embed audio video playlist contact-form contact-form-7 gravityform columns"
    " column row button divider spoiler youtube vimeo soundcloud wpvideo ad ads adrotate".split()
)
"""Names that are words as well: without attributes only these are taken for shortcodes."""

_SHORTCODE = re.compile(
    r"\[(/?)([a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)((?:\s+[\w-]+\s*=[^\[\]]{0,2000})?)\s*/?\]"
)
_BLOCK_COMMENT = re.compile(r"<!--\s{0,9}/?wp:[^<>]{0,2000}-->")


def without_shortcodes(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without shortcodes (what stands between them stays), and what was taken out.

    `[sic]`, `[laughs]` and `[The treaty]` are an editor's words: a shortcode has attributes, a
    closing form, an underscore in its name, or one of a few known names.
    """
    if "[" not in text:
        return text, ()
    taken: list[str] = []
    closed = set()
    if "[/" in text:
        closed = {found[2] for found in _SHORTCODE.finditer(text) if found[1]}

    def replacement(found: re.Match[str]) -> str:
        closing, name, attributes = found.groups()
        if closing or attributes or "_" in name or name in _KNOWN or name in closed:
            taken.append(found[0])
            return " "
        return found[0]

    return _SHORTCODE.sub(replacement, text), tuple(taken)


def without_block_comments(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the editor's own comments, `<!-- wp:paragraph -->`, and what was taken."""
    if "<!--" not in text:
        return text, ()
    taken = tuple(found[0] for found in _BLOCK_COMMENT.finditer(text))
    return (_BLOCK_COMMENT.sub(" ", text), taken) if taken else (text, ())
