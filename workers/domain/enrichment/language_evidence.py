"""What of a text says in which language it is: words, and no addresses, handles or figures."""

import re
from typing import Final

SAMPLE: Final = 500
"""Characters that are looked at: the answer for whole articles is the same."""
SHORT: Final = 200
"""Characters up to which figures and codes are taken out too: in a longer text the words win."""

_ADDRESS: Final = r"(?:https?://|www\.)[!-~]+"
_HANDLE: Final = r"(?<![\w.+-])[\w.+-]*@[\w.-]*|[#$]\w+"
# figures, codes and what holds together by underscores or brackets: `G20`, `x1Y2`, `a[0]+b`
_CODE: Final = r"(?<![!-~])(?=[!-~]*(?:[0-9_{}\[\]<>=\\|]|\(\)))[!-~]+(?![!-~])"
_DOMAIN: Final = r"(?<![\w.-])[A-Za-z-]+(?:\.[A-Za-z-]{2,})+(?:/[!-~]*)?"
_ADDRESSES: Final = re.compile(f"{_ADDRESS}|{_HANDLE}")
_NOISE: Final = re.compile(f"{_ADDRESS}|{_HANDLE}|{_CODE}|{_DOMAIN}")
_PLANES: Final = range(0, 0x110000, 0x10000)
# The controls and non-characters that cld2 refuses: found by trying every code point. NUL ends
# a text for eldc.
_UNREADABLE: Final = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)


def evidence(text: str) -> str:
    """The words of the beginning of a text, at most `SAMPLE` characters, parted by blanks."""
    words = " ".join(text[:SAMPLE].split())
    if not words.isprintable():  # as good as never, and ten times faster than to look
        words = _UNREADABLE.sub(" ", words)
    if len(words) <= SHORT:
        return _NOISE.sub(" ", words)
    if "@" in words or "#" in words or "://" in words or "www." in words:
        return _ADDRESSES.sub(" ", words)
    return words
