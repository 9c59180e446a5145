import pytest

from workers.domain.parsing.text.stamps import read_stamp


@pytest.mark.parametrize(
    ("line", "role", "wall_time", "precision"),
    [
        ("Updated: February 04, 2026, 12:49 PM", "modified", "2026-02-04T12:49", "minute"),
        ("Updated: February 04, 2026, 12:49 AM", "modified", "2026-02-04T00:49", "minute"),
        ("Published on 4 March 2026", "published", "2026-03-04", "day"),
        ("Posted: Wed, Mar 4th 2026 at 9.05 p.m.", "published", "2026-03-04T21:05", "minute"),
        ("Last modified 2026-03-04 17:20", "modified", "2026-03-04T17:20", "minute"),
    ],
)
def test_a_stamp_without_a_zone_keeps_its_wall_time_and_fixes_no_moment(
    line: str, role: str, wall_time: str, precision: str
) -> None:
    claim = read_stamp(line, "/text")
    assert claim is not None
    assert (claim.role, claim.wall_time, claim.precision) == (role, wall_time, precision)
    assert (claim.instant, claim.zone_known, claim.written) == (None, False, line)


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("Updated: 4 March 2026, 17:20 GMT", "2026-03-04T17:20:00+00:00"),
        ("Updated: March 4, 2026, 5:20 pm EST", "2026-03-04T22:20:00+00:00"),
        ("Published: 2026-03-04T17:20:10+02:00", "2026-03-04T15:20:10+00:00"),
    ],
)
def test_a_stamp_with_a_zone_fixes_the_moment(line: str, instant: str) -> None:
    claim = read_stamp(line, "/text")
    assert claim is not None
    assert claim.instant is not None
    assert claim.instant.isoformat() == instant


@pytest.mark.parametrize(
    "line",
    [
        "Updated rules came into force on 4 March 2026 and nobody noticed.",
        "Updated: 04/07/2026",
        "Updated: soon",
        "Updated: February 30, 2026",
        "Updated: Brumaire 18, 1799",
        "4 March 2026",
        "Updated: March 4, 2026, 25:70",
        "Updated: March 4, 2026, 13:20 PM",
    ],
)
def test_any_other_line_is_no_stamp(line: str) -> None:
    assert read_stamp(line, "/text") is None
