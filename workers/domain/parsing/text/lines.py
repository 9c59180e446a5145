"""The lines of a text without markup, as paragraphs and items of lists."""

import re
from typing import Final

from schemas.article import BlockKind
from schemas.dead_letter import Reason
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.post import FoundBlock
from workers.domain.rejection import PostRejected

_BLANK_LINES: Final = re.compile(r"\n[^\S\n]*\n\s*")
# an asterisk is none where another follows: *that* is emphasis; nor is one dash of several
_BULLET: Final = re.compile(r"^\s*(?:[-•‣▪]|\*(?=[^*]*$))\s+(?=[^\s*-])")
_SENTENCE_END: Final = tuple(".!?…:;”\"’')»。！？」؟।")
_WRAPPED: Final = range(40, 101)
"""The widths at which mail programs and typewriters break lines, in characters."""
_RAGGED: Final = 8
"""Characters by which the last line of such a paragraph may be the widest."""
MOST_LINES: Final = 40_000
"""A long novel has 15,000 lines."""


def blocks_of(text: str) -> tuple[FoundBlock, ...]:
    """The paragraphs of a text.

    Blank lines part them; where lines follow each other without one, each is a paragraph, unless
    they look like one paragraph that was broken to a width.

    Raises:
        PostRejected: too_large, for a text of more than `MOST_LINES` lines.
    """
    if text.count("\n") > MOST_LINES:
        raise PostRejected(Reason.TOO_LARGE, f"a text of more than {MOST_LINES} lines")
    found: list[FoundBlock] = []
    for part in _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line for line in part.split("\n") if tidy_line(line)]
        if not _is_wrapped(lines):
            found.extend(block for line in lines if (block := _block(line)) is not None)
        elif joined := tidy_line(" ".join(lines)):
            found.append(FoundBlock("paragraph", joined))
    return tuple(found)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph: all but the last about as wide, few ending a sentence."""
    *body, last = lines or [""]
    if not body or _BULLET.match(lines[0]):
        return False
    widths = [len(line.rstrip()) for line in body]
    if max(widths) not in _WRAPPED or len(last.rstrip()) > max(widths) + _RAGGED:
        return False
    ends = sum(line.rstrip().endswith(_SENTENCE_END) for line in body)
    return min(widths) >= 0.6 * max(widths) and ends <= len(body) / 2


def _block(line: str) -> FoundBlock | None:
    bullet = _BULLET.match(line)
    kind: BlockKind = "list_item" if bullet else "paragraph"
    text = tidy_line(line[bullet.end() :] if bullet else line)
    return FoundBlock(kind, text) if text else None
