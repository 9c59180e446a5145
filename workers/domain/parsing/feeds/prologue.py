"""What the first bytes of a document say: its charset, and whether it is a feed."""

import re
from typing import Final

_CHARSET: Final = re.compile(
    rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']\s*([A-Za-z0-9_.:+-]{1,40})", re.IGNORECASE
)
_EBCDIC: Final = b"Lo\xa7\x94\x93"
"""`<?xml` in the charsets of IBM's large machines, which agree on these letters."""
_DOCTYPE: Final = b"<!DOCTYPE"
_SPACE: Final = re.compile(rb"\s*")
_DOCTYPE_PART: Final = re.compile(rb"\"[^\"]*\"|'[^']*'|<!--.*?-->|<\?.*?\?>|[\[\]>]", re.DOTALL)
_ROOT: Final = re.compile(rb"\s*<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_ROOTS: Final = frozenset((b"rss", b"feed", b"rdf", b"item", b"entry", b"channel"))
_BURIED: Final = re.compile(rb"<\?xml[^>]{0,200}\?>\s*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_END: Final = re.compile(
    rb"</(?:rss|feed|rdf:RDF)\s*>\s*(?:<!--.{0,500}?-->\s*)?$", re.IGNORECASE | re.DOTALL
)
_LOOKED_AT: Final = 40_000


def declared_charset(body: bytes) -> str | None:
    """The charset that an XML declaration names."""
    if body.startswith(_EBCDIC):
        body = body[:200].decode("cp037").encode("ascii", "replace")
    found = _CHARSET.match(body)
    return found[1].decode("ascii") if found is not None else None


def is_wide(body: bytes) -> bool:
    """Whether the text is in a charset in which `<` is not the one byte that it is in ASCII."""
    head = body[:4]
    return head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head or body.startswith(_EBCDIC)


def root_of(body: bytes) -> str:
    """The local name of a document's first element, in lower case; empty where there is none."""
    head = body[:_LOOKED_AT]
    found = _ROOT.match(head, _past_prologue(head))
    return found[1].decode("ascii", "replace").lower() if found is not None else ""


def _past_prologue(data: bytes) -> int:
    """Where the first element begins, or what else stands behind the prologue."""
    place = 0
    while (ends := _end_of_part(data, place := _past_space(data, place))) is not None:
        place = ends
    return place


def document_type_in(data: bytes) -> tuple[int, int] | None:
    """Where a document's type begins and ends; None without one. It ends at 0 if it never does."""
    place = 0
    while True:
        place = _past_space(data, place)
        if data[place : place + 9].upper() == _DOCTYPE:
            return place, _end_of_document_type(data, place)
        ends = _end_of_part(data, place)
        if ends is None:
            return None
        place = ends


def _past_space(data: bytes, place: int) -> int:
    found = _SPACE.match(data, place)
    return found.end() if found is not None else place


def _end_of_part(data: bytes, place: int) -> int | None:
    """Where a comment, an instruction or a document type ends; None for anything else."""
    if data.startswith(b"<!--", place):
        ends = data.find(b"-->", place) + 3
    elif data.startswith(b"<?", place):
        ends = data.find(b"?>", place) + 2
    elif data[place : place + 9].upper() == _DOCTYPE:
        ends = _end_of_document_type(data, place)
    else:
        return None
    return ends if ends > place else len(data)


def _end_of_document_type(data: bytes, begins: int) -> int:
    """The end of the document type that begins at a place; 0 if it never ends.

    One pass: what is quoted in it, and what stands in brackets, is stepped over.
    """
    depth = 0
    for part in _DOCTYPE_PART.finditer(data, begins + len(_DOCTYPE)):
        match part[0]:
            case b"[":
                depth += 1
            case b"]":
                depth -= 1
            case b">" if depth <= 0:
                return part.end()
            case _:
                pass
    return 0


def is_feed_root(name: str) -> bool:
    """Whether an element of this name is a feed or an entry of one."""
    return name.encode() in _ROOTS


def feed_behind_junk(body: bytes) -> int:
    """Where a feed begins that has another program's messages in front of it; -1 without one."""
    found = _BURIED.search(body, 0, 8_192)
    if found is None or not _END.search(body[-600:]):
        return -1
    return found.start()
