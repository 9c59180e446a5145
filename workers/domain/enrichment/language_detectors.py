"""What the two language libraries say, in one shape and in the contract's codes.

eldc is the better one on short texts in the sixty languages that it knows, and says when it is
not sure; cld2 knows a hundred more. Neither sees the other's weakness: docs/decisions/0013.
"""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import eldc
import pycld2

UNKNOWN: Final = "und"
_CODES: Final = {"un": UNKNOWN, "iw": "he", "zh-Hant": "zh", "jw": "jv", "nn": "no", "nb": "no"}
ENOUGH: Final = 400
"""Characters for cld2, which takes 3 µs for each hundred: more change no answer."""

LONG: Final = 300
"""Characters from which a sure answer of eldc was right for every language that it alone knows."""


@dataclass(frozen=True, slots=True)
class Votes:
    """What each library takes a text for."""

    eldc: str
    sure: bool
    """Whether eldc trusts its own answer."""
    cld2: str

    @property
    def agree(self) -> bool:
        """Whether both say the same."""
        return self.eldc == self.cld2


@cache
def _eldc() -> Any:  # the library ships no types
    eldc.init()
    return eldc.instance()


def votes(words: str, doubtful: Container[str]) -> Votes:
    """What both libraries say of a text without controls or lone surrogates.

    Where eldc is sure of a long text, cld2 is asked only about the `doubtful` answers.
    """
    answer = _eldc().detect_details(words)
    if answer.reliable and len(words) >= LONG and answer.language not in doubtful:
        return Votes(str(answer.language), sure=True, cld2=str(answer.language))
    _, _, ranked = pycld2.detect(words[:ENOUGH].encode(), isPlainText=True, bestEffort=True)
    code = str(ranked[0][1])
    return Votes(str(answer.language), bool(answer.reliable), _CODES.get(code, code))
