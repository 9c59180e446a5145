"""The agencies that a report was put together from, in brackets behind it: `kle/se (dpa, afp)`."""

import re
from collections.abc import Iterator
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.provenance.outlets import outlet_named

_SIGNS: Final = re.compile(
    r"[(（](?P<list>[^\W\d_][\w.-]{1,20}(?:\s?[,/;+&]\s?[^\W\d_][\w.-]{1,20}){1,4})[)）]\W*$"
)
_SIGN: Final = re.compile(r"[^\W\d_][\w.-]+")
_LONGEST: Final = 60
"""Characters of a line that is a sign and nothing else."""
_TAIL_BLOCKS: Final = 3


def signed_by(text: AnalysedText) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each agency in a list that closes the text.

    One alone is its origin.
    """
    for block in text.blocks[-_TAIL_BLOCKS:]:
        start = max(block.start_char, block.end_char - _LONGEST)
        tail = text.text[start : block.end_char]
        found = _SIGNS.search(tail) if tail.rstrip(" .")[-1:] in (")", "）") else None
        if found is None:
            continue
        signs = [
            (start + sign.start(), start + sign.end(), sign[0])
            for sign in _SIGN.finditer(tail, *found.span("list"))
        ]
        outlets = [outlet_named(name) for _, _, name in signs]
        agencies = [one for one in outlets if one is not None and one.kind == "agency"]
        if len({one.domain for one in agencies}) > 1:
            yield from (
                sign
                for sign, one in zip(signs, outlets, strict=True)
                if one is not None and one.kind == "agency"
            )
