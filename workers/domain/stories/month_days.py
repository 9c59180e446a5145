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
_DAY: Final = r"(\d{1,2})(?:st|nd|rd|th)?\b"
_ENGLISH = re.compile(rf"\b{_MONTH}\.?\s{_DAY}(?!\s?:)|\b{_DAY}\s(?:of\s)?{_MONTH}", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


def month_days_of(text: str) -> tuple[int, ...]:
    """Every day that the text names, as month * 100 + day, ascending; the year plays no part."""
    found = set()
    for month, day, day_first, month_last in _ENGLISH.findall(text):
        name = (month or month_last)[:3].lower()
        found.add((_MONTHS.index(name) + 1, int(day or day_first)))
    found.update((int(month), int(day)) for month, day in _EAST_ASIAN.findall(text))
    return tuple(
        sorted(month * 100 + day for month, day in found if 1 <= month <= 12 and 1 <= day <= 31)
    )
