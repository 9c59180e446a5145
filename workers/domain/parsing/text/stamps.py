"""Lines of a plain text that are nothing but a date stamp: `Updated: July 04, 2024, 12:49 PM`."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from schemas.article import DateClaim
from workers.domain.parsing.dates import Precision, Role, WrittenDate, claim_of, read_iso
from workers.domain.parsing.feeds.dates import read_feed_date

LONGEST_STAMP: Final = 90
"""In characters: longer lines are sentences."""

_ROLES: Final[dict[str, Role]] = {
    **dict.fromkeys(("updated", "last updated", "last modified", "modified", "edited"), "modified"),
    **dict.fromkeys(("published", "posted", "first published", "published on"), "published"),
    **dict.fromkeys(("updated on", "last updated on", "updated at", "last edited"), "modified"),
    **dict.fromkeys(("posted on", "published at", "date", "released"), "published"),
    "created": "created",
}
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            *(("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr")),
            *(("may",), ("june", "jun"), ("july", "jul"), ("august", "aug")),
            *(("september", "sep", "sept"), ("october", "oct"), ("november", "nov")),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_ZONES: Final = {
    # RFC 5322, 4.3: the only zones whose abbreviations have one meaning
    **dict.fromkeys(("gmt", "utc", "ut", "z"), 0),
    "edt": -4,
    "est": -5,
    "cdt": -5,
    "cst": -6,
    "mdt": -6,
    "mst": -7,
    "pdt": -7,
    "pst": -8,
}
_FOREIGN: Final[dict[Role, tuple[str, ...]]] = {
    "published": (
        *("publicado el", "publicado em", "publicado", "publicada el", "publié le", "publie le"),
        *(
            "veröffentlicht am",
            "veröffentlicht",
            "stand",
            "pubblicato il",
            "pubblicato",
            "gepubliceerd",
        ),
        *("gepubliceerd op", "publicerad", "diterbitkan", "опубликовано", "terbit"),
    ),
    "modified": (
        *("actualizado el", "actualizado", "atualizado em", "mis à jour le", "modifié le"),
        *("aktualisiert am", "aktualisiert", "zuletzt aktualisiert", "aggiornato il", "aggiornato"),
        *("bijgewerkt op", "bijgewerkt", "uppdaterad", "diperbarui", "обновлено"),
    ),
}
_TIME_FIRST: Final = re.compile(
    r"(\d{1,2}:\d\d\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s*[A-Z]{2,4})?),?\s+(?:on\s+)?"
    r"(?:[A-Za-z]{3,9}\.?,?\s+)?([A-Za-z]{3,9}\.?\s\d{1,2},?\s\d{4})"
)
_SLASHED: Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2}:\d\d))?")
_LABEL: Final = re.compile(r"([A-Za-z][a-z]*(?: [a-z]+)?)\s*(?:[:\-–—|]\s*|(?=\s))", re.ASCII)
_WEEKDAY: Final = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE
)
_TIME: Final = (
    r"(?:,?\s*(?:at|[-–—|])?\s*(\d{1,2})[:.](\d\d)(?::(\d\d))?"
    r"\s*(?:([APap])\.?[Mm]\b\.?)?\s*([A-Za-z]{1,4}|[+-]\d\d:?\d\d)?)?"
)
_DAY: Final = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"([A-Za-z]{3,9})\.?"
_MONTH_FIRST: Final = re.compile(rf"{_MONTH}\s+{_DAY},?\s+(\d{{4}}){_TIME}\.?", re.ASCII)
_DAY_FIRST: Final = re.compile(rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(\d{{4}}){_TIME}\.?", re.ASCII)


def read_stamp(line: str, source: str) -> DateClaim | None:
    """The date that a line states, where it states nothing else; None for any other line.

    English month names and ISO 8601. `04/07/2024` is read by nobody for certain, so not here.
    """
    if len(line) > LONGEST_STAMP or not any(map(str.isdigit, line)):
        return None
    label = _LABEL.match(line)
    role = _ROLES.get(label[1].lower()) if label else None
    if label is None or role is None:
        return _read_foreign(line, source)
    rest = _WEEKDAY.sub("", line[label.end() :].strip())
    if (early := _TIME_FIRST.fullmatch(rest)) is not None:
        rest = f"{early[2]}, {early[1]}"
    written = read_iso(rest) or _read_words(rest)
    return None if written is None else claim_of(role, written, source, line)


def _read_foreign(line: str, source: str) -> DateClaim | None:
    """The date behind a label of another language."""
    low = line.lower()
    for role, labels in _FOREIGN.items():
        for label in labels:
            if low.startswith(label):
                rest = line[len(label) :].strip(" :,-–—|")
                written = read_feed_date(rest) or read_slashed(rest)
                return None if written is None else claim_of(role, written, source, line)
    return None


def read_slashed(text: str) -> WrittenDate | None:
    """A date of numbers with the year last, as far as it can be known which of them is which.

    With points the day comes first, as everywhere where dates have points. With slashes only a
    number above 12 tells; without one the year is all that is certain.
    """
    found = _SLASHED.fullmatch(text.strip())
    if found is None:
        return None
    first, mark, second, year, clock = found.groups()
    day, month = (int(first), int(second))
    if mark == "/" and month > 12:
        day, month = month, day
    elif mark == "/" and day <= 12 and day != month:
        return WrittenDate(year, "year", None)
    written = f"{year}-{month:02d}-{day:02d}"
    return read_iso(f"{written}T{clock.zfill(5)}" if clock else written)


def _read_words(text: str) -> WrittenDate | None:
    if found := _MONTH_FIRST.fullmatch(text):
        month, day, year, *time = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year, *time = found.groups()
    else:
        return None
    number = _MONTHS.get(month.lower())
    if number is None:
        return None
    try:
        return _written(datetime(int(year), number, int(day)), *time)  # noqa: DTZ001  # zone below
    except (ValueError, OverflowError):
        return None


def _written(
    day: datetime,
    hour: str | None,
    minute: str | None,
    second: str | None,
    half: str | None,
    zone: str | None,
) -> WrittenDate:
    if hour is None or minute is None:
        return WrittenDate(day.strftime("%Y-%m-%d"), "day", None)
    hours = int(hour)
    if half is not None:
        if not 1 <= hours <= 12:
            raise ValueError("no such hour of half a day")
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    moment = day.replace(hour=hours, minute=int(minute), second=int(second or 0))
    precision: Precision = "minute" if second is None else "second"
    wall_time = moment.isoformat()[: 16 if second is None else 19]
    return WrittenDate(wall_time, precision, _instant(moment, zone))


def _instant(moment: datetime, zone: str | None) -> datetime | None:
    if zone is None:
        return None
    if zone[0] in "+-":
        fixed = read_iso(f"{moment.isoformat()}{zone}")
        return None if fixed is None else fixed.instant
    hours = _ZONES.get(zone.lower())
    if hours is None:
        return None
    return moment.replace(tzinfo=timezone(timedelta(hours=hours))).astimezone(UTC)
