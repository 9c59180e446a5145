"""One name in two cases: `Der Elbbote`, `im Elbboten`; `Новая газета`, `Новой газете`."""

import re
from typing import Final

from workers.domain.provenance.outlets import folded_name

_ARTICLE: Final = re.compile(
    r"(?:der|die|das|le|la|les|el|los|las|il|lo|gli|o|a|os|as|de|het|den|det) |l[’']"
)
_STEM: Final = 3
"""Letters that two cases of a word share at least."""
_ENDING: Final = 3
"""Letters of the longest ending: `-ému`, `-ого`."""


def same_but_for_case(name: str, other: str) -> bool:
    """Whether each word of a name has the stem of the other's, articles at the front apart."""
    words, others = (_ARTICLE.sub("", folded_name(one), count=1).split() for one in (name, other))
    return len(words) == len(others) > 0 and all(map(_same_stem, words, others))


def _same_stem(one: str, other: str) -> bool:
    if one == other:
        return True
    shared = 0
    for sign, like in zip(one, other, strict=False):
        if sign != like:
            break
        shared += 1
    return shared >= _STEM and max(len(one), len(other)) - shared <= _ENDING
