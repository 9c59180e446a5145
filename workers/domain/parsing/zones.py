"""Time zones as people abbreviate them, where the abbreviation has one meaning."""

import re
from typing import Final

_MINUTES: Final = {
    # RFC 5322, 4.3
    **dict.fromkeys(("gmt", "utc", "ut", "z"), 0),
    "edt": -240,
    "est": -300,
    "cdt": -300,
    "cst": -360,
    "mdt": -360,
    "mst": -420,
    "pdt": -420,
    "pst": -480,
    # not in the standard, and used for one zone only. (IST, BST and AST have several meanings.)
    "wet": 0,
    "west": 60,
    "cet": 60,
    "cest": 120,
    "mez": 60,
    "mesz": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "wib": 420,
    "hkt": 480,
    "jst": 540,
    "kst": 540,
    "acst": 570,
    "acdt": 630,
    "aest": 600,
    "aedt": 660,
    "awst": 480,
    "nzst": 720,
    "nzdt": 780,
    "akst": -540,
    "akdt": -480,
    "hst": -600,
    "nst": -210,
    "ndt": -150,
}
_OFFSET: Final = re.compile(r"(?:gmt|utc|ut)?([+-])(\d{1,2}):?(\d\d)?", re.IGNORECASE)
_FURTHEST: Final = 14 * 60
"""Minutes: no place on Earth is further from UTC."""


def offset_of(zone: str) -> int | None:
    """The minutes that a zone is ahead of UTC: `EST`, `+0100`, `GMT+2`; None for any other."""
    known = _MINUTES.get(zone.lower())
    if known is not None:
        return known
    found = _OFFSET.fullmatch(zone)
    if found is None:
        return None
    sign, hours, minutes = found.groups()
    total = int(hours) * 60 + int(minutes or 0)
    return None if total > _FURTHEST or int(minutes or 0) > 59 else -total if sign == "-" else total
