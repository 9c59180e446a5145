"""The lines below the last paragraph: end marks, credits, and the signatures of telephones."""

from typing import Final

from workers.domain.parsing.post import FoundBlock
from workers.domain.parsing.text.mail import is_sent_from
from workers.domain.parsing.text.wire import is_credit, is_end_mark

_TAIL_LINES: Final = 15
"""Lines behind an end mark that may be a press office's: notes, contacts, boilerplate."""


def without_tail(
    blocks: tuple[FoundBlock, ...],
) -> tuple[tuple[FoundBlock, ...], list[tuple[str, str]]]:
    """The blocks of the text itself, and rule and line of what stood below it."""
    removed: list[tuple[str, str]] = []
    kept = list(blocks)
    for number in range(max(1, len(kept) - _TAIL_LINES), len(kept)):
        block = kept[number]
        if is_end_mark(block.text) or (
            block.kind == "list_item" and is_end_mark(f"- {block.text}")
        ):
            removed.append(("end_mark", kept[number].text))
            removed += (("after_end_mark", below.text) for below in kept[number + 1 :])
            del kept[number:]
            break
    while len(kept) > 1:
        text = kept[-1].text
        rule = "credit_line" if is_credit(text) else "signature" if is_sent_from(text) else None
        if rule is None:
            break
        removed.append((rule, text))
        kept.pop()
    return tuple(kept), removed
