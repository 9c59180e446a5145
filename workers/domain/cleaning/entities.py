"""Character references, and those that software encoded twice."""

import html
import re
from functools import lru_cache
from html.entities import html5
from typing import Final

# Not `&lt;`, `&gt;` and their numbers: those would turn words about markup into markup.
_ENTITY: Final = re.compile(
    r"&(?:#(?!0*6[02];)\d{2,7}|#x(?!0*3[ce];)[0-9a-f]{2,6}|(?!lt;|gt;)([a-z]\w{1,30}));",
    re.IGNORECASE,
)


def decoded_again(text: str) -> str:
    """The text with those references decoded that still stand in it: `&#8217;` becomes `’`.

    WordPress and its plug-ins encode titles and terms twice (`&amp;#8217;`). Whoever read the
    markup decoded them once; this is the second and last time.
    """
    return _ENTITY.sub(lambda found: _character(found[0], found[1]), text) if "&" in text else text


def decoded(text: str) -> str:
    """Text whose references were never decoded, decoded: once, and once more where need be."""
    return decoded_again(html.unescape(text)) if "&" in text else text


@lru_cache(maxsize=1024)
def _character(reference: str, name: str | None) -> str:
    return html.unescape(reference) if name is None or f"{name};" in html5 else reference
