"""The days that a text names: `26 February`, `Feb. 26`, `2月26日`."""

import re
from typing import Final

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_MONTH: Final = (
    r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
    r"(?:(?<=jan)uary|(?<=feb)ruary|(?<=mar)ch|(?<=apr)il|(?<=jun)e|(?<=jul)y|(?<=aug)ust"
    r"|(?<=sep)tember|(?<=oct)ober|(?<=nov)ember|(?<=dec)ember)?\b"
)
_NUMBER: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\s?:)")
_MONTH_BEFORE: Final = re.compile(rf"\b{_MONTH}\.?\s$", re.IGNORECASE)
_MONTH_BEHIND: Final = re.compile(rf"\s(?:of\s)?{_MONTH}", re.IGNORECASE)
_LONGEST_BEFORE: Final = 14  # `September` with a stop and a space, and something before it
_EAST_ASIAN: Final = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


def month_days_of(text: str) -> tuple[int, ...]:
    """Every day that the text names, as month * 100 + day, ascending; the year plays no part."""
    found = {(int(month), int(day)) for month, day in _EAST_ASIAN.findall(text)}
    for number in _NUMBER.finditer(text):  # numbers are few, and soon found
        start, end = number.span()
        month = _MONTH_BEFORE.search(text[max(0, start - _LONGEST_BEFORE) : start])
        month = month or _MONTH_BEHIND.match(text, end)
        if month is not None:
            found.add((_MONTHS.index(month[1][:3].lower()) + 1, int(number[1])))
    return tuple(
        sorted(month * 100 + day for month, day in found if 1 <= month <= 12 and 1 <= day <= 31)
    )
