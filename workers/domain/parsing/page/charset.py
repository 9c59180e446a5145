"""The bytes of a page as text: pages say which encoding they are in, and not all say the truth."""

import re
from typing import Final

from schemas.dead_letter import Reason
from workers.domain.rejection import PostRejected

_PRESCAN: Final = 4_096
"""Bytes in which a page must say its encoding; the standard asks for 1,024, some need more."""
_META: Final = re.compile(
    rb"<meta[^<>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE
)
_HEADER: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_READ_AS: Final = {
    # https://encoding.spec.whatwg.org/#names-and-labels: what browsers read under these labels
    **dict.fromkeys(
        ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"), "cp1252"
    ),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
    "big5": "big5hkscs",
}
_TEXT: Final = frozenset(
    "utf-8 utf8 utf-16 utf-16le utf-16be cp1252 windows-1252 cp1250 windows-1250 cp1251"
    " windows-1251 cp1253 windows-1253 cp1254 windows-1254 cp1255 windows-1255 cp1256"
    " windows-1256 cp1257 windows-1257 cp1258 windows-1258 cp874 windows-874 cp866 ibm866"
    " koi8-r koi8-u macintosh iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6"
    " iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16"
    " gb18030 cp932 cp949 big5hkscs euc-jp iso-2022-jp".split()
)
"""The encodings of the standard, as Python names them. No others: `zip` is a codec, too."""


def decode_page(body: bytes, content_type: str = "") -> str:
    """The page's text.

    By its byte order mark; else as UTF-8 where it is valid UTF-8, whatever the page claims (text in
    another encoding is valid UTF-8 by accident only where it is ASCII); else by the content type,
    else by its own `meta`, else as windows-1252, in which the web was written before.

    Raises:
        PostRejected: undecodable_text, where it holds bytes that its encoding does not have.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strictly(body[len(mark) :], encoding)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    stated = _HEADER.search(content_type)
    meta = _META.search(body[:_PRESCAN])
    for label in (stated[1] if stated else "", meta[1].decode("latin-1") if meta else ""):
        encoding = _READ_AS.get(label.lower(), label.lower())
        if encoding in _TEXT and not encoding.startswith("utf"):
            return _strictly(body, encoding)
    return _strictly(body, "cp1252")


def _strictly(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        byte = f"0x{body[error.start]:02x}"
        raise PostRejected(
            Reason.UNDECODABLE_TEXT, f"byte {byte} at {error.start} is not {encoding}"
        ) from None
