import pytest

from workers.domain.parsing.feeds.dates import read_feed_date
from workers.domain.parsing.zones import offset_of


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Sat, 07 Mar 2026 00:00:01 GMT", "2026-03-07T00:00:01"),
        ("Sat, 7 Mar 2026 00:00:01 +0100", "2026-03-06T23:00:01"),
        ("07 Mar 26 18:05 EST", "2026-03-07T23:05"),
        ("Saturday, 07-Mar-26 08:49:37 GMT", "2026-03-07T08:49:37"),
        ("Sat Mar  7 08:49:37 2026", "wall 2026-03-07T08:49:37"),
        ("Sat, 07 Mar 2026 08:49:37 -0000", "2026-03-07T08:49:37"),
        ("Sat, 07 Mar 2026 08:49:37 UT", "2026-03-07T08:49:37"),
        ("Sat, 07 Mar 2026 08:49:37 CET", "2026-03-07T07:49:37"),
        ("2026-03-07T08:49:37Z", "2026-03-07T08:49:37"),
        ("2026-03-07T08:49:37.123456Z", "2026-03-07T08:49:37"),
        ("2026-03-07T08:49:37+05:30", "2026-03-07T03:19:37"),
        ("2026-03-07", "wall 2026-03-07"),
        ("2026-03", "wall 2026-03"),
        ("2026", "wall 2026"),
        ("2026-03-07 08:49:37", "wall 2026-03-07T08:49:37"),
        ("2026-03-07 08:49:37 +0000", "2026-03-07T08:49:37"),
        ("2026-03-07 08:49:37 UTC", "2026-03-07T08:49:37"),
        ("20260307", "wall 2026-03-07"),
        ("20260307T084937Z", "2026-03-07T08:49:37"),
        ("Sat, 07 Mar 2026", "wall 2026-03-07"),
        ("March 7, 2026", "wall 2026-03-07"),
        ("7 March 2026 8:49 pm", "wall 2026-03-07T20:49"),
        ("Mar 7, 2026, 8:49 AM EST", "2026-03-07T13:49"),
        ("sam., 07 mars 2026 08:49:37 +0100", "2026-03-07T07:49:37"),
        ("Sa, 07 Mär 2026 08:49:37 +0100", "2026-03-07T07:49:37"),
        ("sáb, 07 mar 2026 08:49:37 +0100", "2026-03-07T07:49:37"),
        ("Сб, 07 мар 2026 08:49:37 +0300", "2026-03-07T05:49:37"),
        ("7 de marzo de 2026", "wall 2026-03-07"),
        ("Sat, 07 Mar 2026 24:00:00 GMT", "2026-03-08T00:00:00"),
        ("Sat, 07 Mar 2026 08:49:60 GMT", "2026-03-07T08:50:00"),
        ("1772873377", "2026-03-07T08:49:37"),
        ("1772873377000", "2026-03-07T08:49:37"),
        ("Sat, 07 Mar 2026 08:49:37 GMT+2", "2026-03-07T06:49:37"),
        ("Sat, 07 Mar 2026 08:49:37 +01:00", "2026-03-07T07:49:37"),
        ("Sat, 07 Mar 2026 08:49:37 GMT (Coordinated Universal Time)", "2026-03-07T08:49:37"),
        ("Sat,07 Mar 2026 08:49:37 GMT", "2026-03-07T08:49:37"),
        ("Sat, 07 March 2026 08:49:37 GMT", "2026-03-07T08:49:37"),
        ("Sat, 07 Mar 2026 8:49:37 Z", "2026-03-07T08:49:37"),
        ("Sat Mar 07 2026 08:49:37 GMT+0100 (CET)", "2026-03-07T07:49:37"),
        ("2026/03/07 08:49:37", "wall 2026-03-07T08:49:37"),
        ("2026-3-7", "wall 2026-03-07"),
        ("2026-03-07T08:49", "wall 2026-03-07T08:49"),
        ("2026-03-07T08:49:37 EST", "2026-03-07T13:49:37"),
        ("Sat Mar 7 08:49:37 PST 2026", "2026-03-07T16:49:37"),
        ("2026-W10-6", None),
        ("yesterday", None),
        ("04/07/2026", None),
        ("Sat, 31 Feb 2026 08:00:00 GMT", None),
        ("Sat, 07 Mar 2026 25:00:00 GMT", None),
        ("0000-00-00", None),
        ("Sat, 07 Mar 2026 08:49:37 XYZ", "wall 2026-03-07T08:49:37"),
        ("Sunday 7th March 2026 at 08:49", "wall 2026-03-07T08:49"),
        ("2026-03-07T08:49:37+0100", "2026-03-07T07:49:37"),
        ("2026. márc. 7.", None),
        ("Dom, 08 mar 2026 09:00:00 -0300", "2026-03-08T12:00:00"),
        ("2026年3月7日", None),
    ],
)
def test_a_date_is_read_in_the_forms_that_feeds_use(written: str, shown: str | None) -> None:
    """`wall …` is a date without a zone: it fixes no moment."""
    date = read_feed_date(written)
    if date is None:
        assert shown is None
    elif date.instant is None:
        assert f"wall {date.wall_time}" == shown
    else:
        assert date.instant.isoformat()[: len(date.wall_time)] == shown


@pytest.mark.parametrize(
    "written",
    [
        "1" * 59,
        "Sat, " * 12,
        "07 Mar " * 8,
        "x" * 10_000,
        "99999999999999",
        "9999-12-31T23:59:60-14:00",
    ],
)
def test_what_only_looks_like_a_date_is_none(written: str) -> None:
    assert read_feed_date(written) is None


@pytest.mark.parametrize(
    ("zone", "minutes"),
    [("GMT", 0), ("est", -300), ("CEST", 120), ("+0530", 330), ("-03:00", -180), ("GMT+2", 120),
     ("IST", None), ("+2500", None), ("+0175", None), ("", None)],
)  # fmt: skip
def test_a_zone_counts_where_it_has_one_meaning(zone: str, minutes: int | None) -> None:
    assert offset_of(zone) == minutes
