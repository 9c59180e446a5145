"""The blocks of a post without what is not the article, and a record of all that was left out."""

from typing import Final, NamedTuple

from workers.domain.cleaning.characters import tidy
from workers.domain.cleaning.read_on import without_read_on
from workers.domain.cleaning.shortcodes import without_block_comments, without_shortcodes
from workers.domain.parsing.post import FoundBlock
from workers.domain.parsing.tuples import made

MOST_REMOVED: Final = 200
"""Removals that are kept on record for one post."""
LONGEST_REMOVED: Final = 500
"""Characters of what was removed that are kept on record."""


class Removal(NamedTuple):
    """A line of the record of what was left out."""

    rule: str
    text: str


class CleanBlocks(NamedTuple):
    """The blocks that stay."""

    blocks: tuple[FoundBlock, ...]
    removed: tuple[Removal, ...]
    truncated: bool
    """Whether the text ended in words that lead on to the rest of it."""


def clean_blocks(blocks: tuple[FoundBlock, ...], title: str | None) -> CleanBlocks:
    """The article's own blocks. Cleaning them again changes nothing."""
    removed: list[Removal] = []
    kept = list(blocks)
    whole = "\n".join([text for _, text, _ in blocks])  # one search for all
    if "[" in whole or "<" in whole:
        kept = [clean for block in blocks if (clean := _clean(block, removed)) is not None]
    truncated = False
    while kept and (cut := _cut(kept[-1])) is not None:
        rest, words = cut
        truncated = True
        removed.append(removal("read_on", words))
        kept.pop()
        if rest.text:
            kept.append(rest)
    # after the cut: what it leaves may be the title
    while kept and kept[0].text == title and kept[0].kind in ("heading", "paragraph"):
        removed.append(removal("repeated_title", kept.pop(0).text))
    return CleanBlocks(tuple(kept), tuple(removed), truncated)


def removal(rule: str, text: str) -> Removal:
    """The line for a text, or for the start of a long one."""
    return made(Removal, (rule, text[:LONGEST_REMOVED]))


def _clean(block: FoundBlock, removed: list[Removal]) -> FoundBlock | None:
    if block.kind == "code" or not ("[" in block.text or "<" in block.text):
        return block
    text, shortcodes = without_shortcodes(block.text)
    text, comments = without_block_comments(text)
    if not shortcodes and not comments:
        return block
    for rule, taken in (("shortcode", shortcodes), ("block_comment", comments)):
        removed.extend(removal(rule, words) for words in taken[: MOST_REMOVED - len(removed)])
    text = tidy(text)
    if not text:
        return None
    captioned = any(taken.startswith("[caption") for taken in shortcodes)
    return block._replace(text=text, kind="caption" if captioned else block.kind)


def _cut(block: FoundBlock) -> tuple[FoundBlock, str] | None:
    """The last block without words that lead on, and those words; None where it has none."""
    if block.kind in ("code", "table", "heading", "embed"):
        return None
    text, cut = without_read_on(block.text)
    if not cut:
        return None
    words = block.text[len(text) :].strip()
    links = tuple(link for link in block.links if not link.text or link.text not in words)
    return block._replace(text=text.rstrip(), links=links), words
