"""Dates in the forms that feeds really use."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

from workers.domain.parsing.dates import Precision, WrittenDate, read_iso
from workers.domain.parsing.zones import offset_of

_LONGEST: Final = 60
"""In characters: what is longer is no date."""
_MONTHS: Final = {
    # Feeds of systems whose language was set write these, where RFC 5322 asks for English. Cut to
    # their first letters, so far as those still tell them apart.
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "fr plain": "janv fevr mars avr mai juin juil aout sept oct nov dec",
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "de plain": "jän feb mrz apr mai juni juli aug sept okt nov dez",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "id": "jan feb mar apr mei jun jul agu sep okt nov des",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "ru": "янв фев мар апр мая июн июл авг сен окт ноя дек",
    "hu": "jan febr márc ápr máj jún júl aug szept okt nov dec",
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
    "sv": "jan feb mars april maj juni juli aug sep okt nov dec",
}
_NUMBERS: Final = {
    name: number for row in _MONTHS.values() for number, name in enumerate(row.split(), start=1)
}
_LETTERS: Final = r"[^\W\d_]"
_CLOCK: Final = (
    r"(?P<hour>\d{1,2})(?::|\.|h)(?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d{1,9})?)?"
)
_HALF: Final = r"(?:\s*(?P<half>[AaPp])\.?\s?[Mm]\b\.?)?"
_ZONE: Final = (
    r"(?:\s*\(?(?P<zone>[A-Za-z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d{1,2}:?\d{0,2})\)?)?"
)
_REST: Final = r"(?:\s*\([^()]{1,30}\))?\s*"
_DAY_FIRST: Final = re.compile(
    # Sat, 07 Sep 2002 00:00:01 GMT; 7-Sep-02 0:00; samedi 7 septembre 2002
    rf"(?:{_LETTERS}{{2,12}}\.?,?\s*)?(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?"
    rf"(?P<month>{_LETTERS}{{3,12}})\.?,?(?:\s+de)?[\s-]+(?P<year>\d{{4}}|\d\d)"
    rf"(?:(?:,|\s+at|\s+à|\s+um|\s*[-–])?\s*{_CLOCK}{_HALF}{_ZONE})?{_REST}"
)
_MONTH_FIRST: Final = re.compile(
    # July 4, 2024 12:49 PM EST; Thu Jan 01 2004
    rf"(?:{_LETTERS}{{2,12}}\.?,?\s+)?(?P<month>{_LETTERS}{{3,12}})\.?\s+(?P<day>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"(?:(?:,|\s+at|\s*[-–])?\s*{_CLOCK}{_HALF}{_ZONE})?{_REST}"
)
_YEAR_LAST: Final = re.compile(
    # Thu Jan  1 19:48:21 2004, and Thu Jan 1 19:48:21 EST 2004
    rf"(?:{_LETTERS}{{2,12}}\.?,?\s+)?(?P<month>{_LETTERS}{{3,12}})\s+(?P<day>\d{{1,2}})\s+"
    rf"{_CLOCK}{_HALF}{_ZONE}\s+(?P<year>\d{{4}}){_REST}"
)
_SLASHES: Final = re.compile(
    # 2004/01/31 19:48:21, 2004.01.31: a year in front settles which number is which
    rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}})\.?"
    rf"(?:[T\s]+{_CLOCK}{_HALF}{_ZONE})?{_REST}"
)
_COMPACT: Final = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:[T\s]?(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)?(?P<half>)\s*(?P<zone>Z|[+-]\d{2}:?\d\d)?)?"
)
_ISO_LIKE: Final = re.compile(
    # 2003-12-31T10:14Z, 2003-12-31 10:14:55 +0100, 2003-12-31 10:14:55 EST, 2003-1-5
    rf"(?P<year>\d{{4}})-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?:[Tt\s]+{_CLOCK}{_HALF}{_ZONE})?{_REST}"
)
_EPOCH: Final = re.compile(r"\d{10}(?:\d{3})?")
_FORMS: Final = (_DAY_FIRST, _MONTH_FIRST, _YEAR_LAST, _ISO_LIKE, _SLASHES, _COMPACT)


@lru_cache(maxsize=4096)
def read_feed_date(text: str) -> WrittenDate | None:
    """The date in any form that we have met in feeds; None for the rest.

    RFC 822 with years of two or four digits, RFC 850, asctime, ISO 8601 and its neighbours, months
    of other languages, seconds since 1970. `04/07/2024` is read by nobody for certain, so not here.
    A midnight of 24:00, and a second 60, are the next ones.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    if (written := read_iso(text)) is not None:
        return written
    if _EPOCH.fullmatch(text):
        return _from_epoch(int(text[:10]))
    for form in _FORMS:
        if (found := form.fullmatch(text)) is not None:
            return _written(found.groupdict())
    return None


def _from_epoch(seconds: int) -> WrittenDate:
    moment = datetime.fromtimestamp(seconds, UTC)
    return WrittenDate(moment.strftime("%Y-%m-%dT%H:%M:%S"), "second", moment)


def _written(parts: dict[str, str | None]) -> WrittenDate | None:
    year, month = _year(parts["year"] or ""), _month(parts["month"] or "")
    if month is None:
        return None
    try:
        day = datetime(year, month, int(parts["day"] or 0))  # noqa: DTZ001  # zone below
        if parts["hour"] is None or parts["minute"] is None:
            return WrittenDate(day.strftime("%Y-%m-%d"), "day", None)
        moment = day + timedelta(seconds=_seconds(parts))
    except (ValueError, OverflowError):
        return None
    precision: Precision = "minute" if parts["second"] is None else "second"
    wall_time = moment.isoformat()[: 16 if precision == "minute" else 19]
    return WrittenDate(wall_time, precision, _instant(moment, parts["zone"]))


def _year(digits: str) -> int:
    """RFC 5322, 4.3: of two digits, up to 49 is this century's."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 50 else 1900)


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    low = word.lower()
    return next(
        (number for end in range(len(low), 2, -1) if (number := _NUMBERS.get(low[:end]))), None
    )


def _seconds(parts: dict[str, str | None]) -> int:
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    second = int(parts["second"] or 0)
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and minute + second):
        raise ValueError("no such time of day")
    if (half := parts["half"]) and hour <= 12:
        hour = hour % 12 + (12 if half in "Pp" else 0)
    return hour * 3_600 + minute * 60 + second


def _instant(moment: datetime, zone: str | None) -> datetime | None:
    offset = offset_of(zone) if zone else None
    if offset is None:
        return None
    try:
        utc = moment.replace(tzinfo=timezone(timedelta(minutes=offset)))
        return utc.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
