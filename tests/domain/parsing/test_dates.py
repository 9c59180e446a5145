from datetime import UTC, datetime

import pytest

from schemas.dead_letter import Reason
from workers.domain.parsing.dates import date_field, read_iso
from workers.domain.rejection import PostRejected


@pytest.mark.parametrize(
    ("text", "wall_time", "precision", "instant"),
    [
        ("2026-03-01T08:30:00", "2026-03-01T08:30:00", "second", None),
        ("2026-03-01 08:30", "2026-03-01T08:30", "minute", None),
        ("2026-03-01", "2026-03-01", "day", None),
        ("2026-03", "2026-03", "month", None),
        ("2026", "2026", "year", None),
        (
            "2026-03-01T08:30:15.25+02:00",
            "2026-03-01T08:30:15",
            "second",
            datetime(2026, 3, 1, 6, 30, 15, tzinfo=UTC),
        ),
        (
            "2026-03-01T08:30Z",
            "2026-03-01T08:30",
            "minute",
            datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        ),
    ],
)
def test_a_date_says_as_much_as_was_written(
    text: str, wall_time: str, precision: str, instant: datetime | None
) -> None:
    written = read_iso(text)
    assert written is not None
    assert (written.wall_time, written.precision, written.instant) == (
        wall_time,
        precision,
        instant,
    )


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-30", "2026-13-01T00:00:00", "2026-W10-1T00:00:00", "0000-01-01T00:00:00"),
        *("99999-01-01", "20260301", "yesterday", "", "2026-03-01T25:00:00", "2026-03-01T08:30+1"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_iso(text) is None


@pytest.mark.parametrize(
    "value", [None, "", "0000-00-00T00:00:00", "0000-00-00 00:00:00", "-0001-11-30T00:00:00"]
)
def test_a_field_without_a_date_is_no_date(value: object) -> None:
    assert date_field(value, "/date") is None


@pytest.mark.parametrize("value", [1772000000, True, ["2026"], {"d": 1}, "25/02/2026 9am"])
def test_a_field_that_holds_no_date_names_itself(value: object) -> None:
    with pytest.raises(PostRejected) as refused:
        date_field(value, "/date_gmt")
    assert refused.value.reason is Reason.UNREADABLE_DATE
    assert refused.value.detail.startswith("/date_gmt: got ")


def test_an_offset_past_the_first_and_last_year_fixes_no_moment() -> None:
    written = read_iso("0001-01-01T00:30+09:00")
    assert written is not None
    assert written.instant is None
