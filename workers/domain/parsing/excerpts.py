"""A source's own short version of a text, and the marks of one that was cut off."""

from typing import Final

from workers.domain.cleaning.characters import tidy_line
from workers.domain.cleaning.read_on import without_read_on
from workers.domain.cleaning.shortcodes import without_shortcodes
from workers.domain.parsing.fragment import read_fragment
from workers.domain.parsing.post import Excerpt

STANDFIRST_START: Final = 60
"""An excerpt whose first characters, this many, stand in the text was cut from it.

(WordPress cuts at 55 words, so the whole of it need not be there: the end may be another's.)
"""


CUT_MARKS: Final = ("[&hellip;]", "[&#8230;]", "[…]", "[...]")
"""How WordPress marks an excerpt that it cut from the text."""


def read_excerpt(html: str, source: str) -> Excerpt | None:
    """The excerpt without the marks of its being cut; None where nothing is left."""
    words = tidy_line(" ".join(block.text for block in read_fragment(html).blocks))
    words, shortcodes = without_shortcodes(words)
    text, cut = without_read_on(tidy_line(words))
    cut = cut or ("[" in text[-300:] and bool(shortcodes))  # cut inside a shortcode
    return Excerpt(text, cut or text.endswith(("…", "...")), source) if text else None
