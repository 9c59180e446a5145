"""Dates as sources write them, and what each of them fixes."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final, Literal, NamedTuple

from pydantic import TypeAdapter

from schemas.article import DateClaim
from schemas.dead_letter import Reason
from workers.domain.parsing.tuples import made
from workers.domain.rejection import PostRejected, quoted

Precision = Literal["year", "month", "day", "minute", "second"]
Role = Literal["published", "modified", "created"]

_ISO: Final = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?)?)?"
    r"\s?(Z|z|UTC|[+-]\d\d:?\d\d)?"
)
_NEVER: Final = ("0000-00-00", "-0001-11-30", "0001-01-01T00:00:00")
"""How WordPress, PHP and .NET write the date of a post that has none."""
_FORMS: Final = {4: "%Y", 7: "%Y-%m", 10: "%Y-%m-%d"}
_PRECISIONS: Final[tuple[Precision, ...]] = ("year", "month", "day", "minute", "second")
_LENGTHS: Final = (4, 7, 10, 16, 19)


class WrittenDate(NamedTuple):
    """A date as written: its wall time, and the moment where a zone was written with it."""

    wall_time: str
    """ISO 8601 without a zone, cut to the precision."""
    precision: Precision
    instant: datetime | None
    """UTC, whole seconds; None without a zone or without a time of day."""

    def as_utc(self) -> datetime | None:
        """The moment, taking the wall time for UTC; None without a time of day."""
        if self.precision not in ("minute", "second"):
            return None
        return datetime.fromisoformat(f"{self.wall_time}+00:00")


def read_iso(text: str) -> WrittenDate | None:
    """The date in an ISO 8601 form of year, month, day, minute or second; None for the rest."""
    if len(text) == 19 and text[4] == text[7] == "-" and text[10] == "T":  # nearly all there are
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return None
        return made(WrittenDate, (text, "second", None))
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    *numbers, zone = found.groups()
    given = [int(number) for number in numbers if number is not None]
    try:
        month, day, hour, minute, second = (*given[1:], *(1, 1, 0, 0, 0)[len(given) - 1 :])
        moment = datetime(given[0], month, day, hour, minute, second)  # noqa: DTZ001  # zone below
    except ValueError:
        return None
    precision = _PRECISIONS[{1: 0, 2: 1, 3: 2, 5: 3, 6: 4}[len(given)]]
    wall_time = moment.isoformat()[: _LENGTHS[_PRECISIONS.index(precision)]]
    return WrittenDate(wall_time, precision, _in_utc(moment, zone) if len(given) > 3 else None)


def _in_utc(moment: datetime, zone: str | None) -> datetime | None:
    if zone is None:
        return None
    if zone in ("Z", "z", "UTC"):
        return moment.replace(tzinfo=UTC)
    sign = -1 if zone[0] == "-" else 1
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    if minutes > 14 * 60:  # no place on Earth is further from UTC
        return None
    try:
        return moment.replace(tzinfo=timezone(sign * timedelta(minutes=minutes))).astimezone(UTC)
    except OverflowError:
        return None


def never_happened(value: object) -> bool:
    """Whether a date field says that there is no date: null, empty, or all zeros."""
    return value is None or value is False or (isinstance(value, str) and _blank(value))


def _blank(value: str) -> bool:
    return not value.strip() or value.startswith(_NEVER)


def date_field(value: object, source: str) -> WrittenDate | None:
    """What a source's date field says; None where it says that there is no date.

    Raises:
        PostRejected: unreadable_date, for anything that is no ISO 8601 date.
    """
    if never_happened(value):
        return None
    written = read_iso(value) if isinstance(value, str) else None
    if written is None:
        raise PostRejected(
            Reason.UNREADABLE_DATE,
            f"{source}: got {quoted(value)}, expected an ISO 8601 date such as 2026-03-01T08:30:00",
        )
    return written


_CLAIMS: Final = TypeAdapter(tuple[DateClaim, ...]).validator


def claim_of(
    role: Role, written: WrittenDate, source: str, words: str, instant: datetime | None = None
) -> DateClaim:
    """The statement that a written date makes. `instant` is given where another field fixes it."""
    (claim,) = claims_of([statement(role, written, source, words, instant)])
    return claim


def statement(
    role: Role, written: WrittenDate, source: str, words: str, instant: datetime | None = None
) -> dict[str, object]:
    """The fields of such a statement, for `claims_of`."""
    moment = written.instant or instant
    return {
        "role": role,
        "instant": moment,
        "wall_time": written.wall_time,
        "precision": written.precision,
        "zone_known": moment is not None,
        "whose": "publisher",
        "source": source,
        "written": words[:80],
        "doubt": None,
    }


def claims_of(statements: list[dict[str, object]]) -> tuple[DateClaim, ...]:
    """The claims of several statements: in one call, for that is less than one for each."""
    claims: tuple[DateClaim, ...] = _CLAIMS.validate_python(statements)
    return claims
