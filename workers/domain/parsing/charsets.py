"""Bytes to text: by what declares the charset, by their form, and only then by a guess."""

import re
from dataclasses import dataclass
from typing import Final

from turbohtml.detect import detect

from schemas.dead_letter import Reason
from workers.domain.rejection import PostRejected

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WIDER: Final = {
    # What says it is the one is read as the other, which holds all its characters and those that
    # software really sends under its name: https://encoding.spec.whatwg.org/#names-and-labels
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "windows-1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis"), "cp932"),
    **dict.fromkeys(("tis-620", "windows-874", "iso-8859-11"), "cp874"),
    # iconv's names for Windows' charsets
    "ms-ansi": "windows-1252",
    "ms-greek": "windows-1253",
    "ms-cyrl": "windows-1251",
    "ms-ee": "windows-1250",
    "ms-turk": "windows-1254",
    "ms-hebr": "windows-1255",
    "ms-arab": "windows-1256",
    "winbaltrim": "windows-1257",
    "tcvn": "windows-1258",
    "iso-8859-9": "windows-1254",
    "iso-8859-8-i": "iso-8859-8",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
}
_NO_CHARSETS: Final = frozenset(
    "idna punycode unicode_escape unicode-escape raw_unicode_escape raw-unicode-escape undefined"
    " utf_7 utf-7 utf7 u7 mbcs oem dbcs ansi".split()
)
"""Python's codecs that decode what no server sends, or slowly."""
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{1,39}")
_SURE: Final = 0.25
"""Below this the library's answer was wrong as often as right: docs/decisions/0030."""
_SOME: Final = 20
"""Characters of which writing has more than a few different ones."""
_LOOKED_AT: Final = 100_000
"""Bytes that are looked at for a guess."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the charset that its bytes are in, and the rule that found it."""

    text: str
    charset: str
    rule: str | None
    """None for plain UTF-8, which needs no word; else `charset_declared`, `charset_by_form`,
    `charset_not_as_declared` or `charset_guessed`."""
    confidence: float = 1.0


def decode(body: bytes, declared: str | None = None, inside: str | None = None) -> Decoded:
    """The text of these bytes.

    `declared` is the charset that the record's content type names, `inside` the one that the text
    itself names (XML's declaration). UTF-8 that is valid is UTF-8 whatever is declared: other
    charsets hardly ever look like it by chance. Nothing is repaired: what another program garbled
    stays so.

    Raises:
        PostRejected: undecodable_text, where nothing tells the charset.
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            text = body[len(mark) :].decode(charset, "replace")
            return Decoded(text, charset, None if charset == "utf-8" else "charset_by_form")
    if body and not (charset := _wide_form(body)):
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            named = _usable(declared) or _usable(inside)
            odd = named not in (None, "utf-8", "utf8", "utf_8") and not body.isascii()
            return Decoded(text, "utf-8", "charset_not_as_declared" if odd else None)
    else:
        return Decoded(body.decode(charset, "replace"), charset or "utf-8", "charset_by_form")
    for name in (declared, inside):
        usable = _usable(name)
        if usable is not None and (decoded := _strict(body, usable)) is not None:
            return Decoded(decoded, usable, "charset_declared")
    return _guessed(body)


def _wide_form(body: bytes) -> str:
    """The charset of two or four bytes a character that text without a mark is in; else nothing.

    Of Latin text every other byte is zero, and markup is Latin at its beginning in any language.
    """
    head = body[:4]
    for zeros, charset in (
        ((0, 1, 2), "utf-32-be"),
        ((1, 2, 3), "utf-32-le"),
        ((0, 2), "utf-16-be"),
        ((1, 3), "utf-16-le"),
    ):
        if len(head) == 4 and all((byte == 0) is (at in zeros) for at, byte in enumerate(head)):
            return charset
    return ""


def _usable(name: str | None) -> str | None:
    if name is None or not _NAME.fullmatch(name.strip()):
        return None
    low = name.strip().lower()
    return None if low in _NO_CHARSETS else _WIDER.get(low, low)


def _strict(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except LookupError:
        return None
    except UnicodeDecodeError:
        # Windows' charsets have holes that browsers read as control characters
        return _with_holes(body, charset) if charset.startswith("windows-125") else None


def _with_holes(body: bytes, charset: str) -> str | None:
    """The text where at most one character of a hundred is none; else None."""
    text = body.decode(charset, "replace")
    return text if text.count("\N{REPLACEMENT CHARACTER}") * 100 <= len(body) else None


def _guessed(body: bytes) -> Decoded:
    match = detect(body[:_LOOKED_AT])
    usable = _usable(match.encoding)
    sure = round(match.confidence or 0.0, 2)
    text = _strict(body, usable) if usable is not None and sure >= _SURE else None
    if usable is None or text is None or _is_noise(text):
        raise PostRejected(
            Reason.UNDECODABLE_TEXT, "neither UTF-8 nor in a charset that anything names"
        )
    return Decoded(text, usable, "charset_guessed", min(sure, 0.9))


def _is_noise(text: str) -> bool:
    """Whether this is no writing: control characters, or too few letters and spaces."""
    sample = text[:2_000]
    if len(sample) > _SOME and len(set(sample)) < _SOME // 4:
        return True
    controls = sum(not (char.isprintable() or char.isspace()) for char in sample)
    letters = sum(char.isalpha() or char.isspace() for char in sample)
    return controls * 50 > len(sample) or letters * 2 < len(sample)
