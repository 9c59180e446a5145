"""The ledger as a table and as JSON."""

from dataclasses import replace

from tests.cli.drawing import drawn
from workers.cli.audit_view import faults, ledger_json, ledger_table, verdict
from workers.domain.ledger import Ledger, StageLedger, Tally

STAGE = StageLedger(
    stage="normalize",
    posts_in=1200,
    forwarded=1190,
    buried=10,
    dropped=0,
    waiting=0,
    forgotten=0,
    lost=Tally(),
    doubled=Tally(),
    unfounded=Tally(),
)
HELD = Ledger((STAGE,))
BROKEN = Ledger((replace(STAGE, lost=Tally(12, ("raw-posts/0/4", "raw-posts/0/5"))),))


def test_every_count_stands_in_its_column() -> None:
    heading, _, row = drawn(ledger_table(HELD)).strip().splitlines()
    assert heading.split() == (
        "stage posts in forwarded buried dropped waiting lost doubled".split()
    )
    assert row.split() == ["normalize", "1,200", "1,190", "10", "0", "0", "0", "0"]


def test_rare_columns_are_shown_only_where_something_is_counted() -> None:
    assert "orphaned" not in drawn(ledger_table(HELD))
    assert "orphaned" in drawn(ledger_table(Ledger((replace(STAGE, orphaned=1),))))


def test_the_table_fits_an_ordinary_terminal() -> None:
    full = replace(STAGE, orphaned=1, foreign=1, forgotten=1, unfounded=Tally(1, ("x",)))
    assert all(len(line) <= 120 for line in drawn(ledger_table(Ledger((full,))), 120).splitlines())


def test_lost_posts_are_named() -> None:
    assert faults(BROKEN) == ["normalize: 12 lost: raw-posts/0/4, raw-posts/0/5 and 10 more"]
    assert verdict(BROKEN) == "The account does NOT hold."


def test_posts_on_their_way_are_no_fault() -> None:
    waiting = Ledger((replace(STAGE, waiting=3),))
    assert faults(waiting) == []
    assert verdict(waiting) == "Nothing lost, nothing doubled so far; 3 posts still on the way."


def test_an_empty_line_is_not_called_proved() -> None:
    empty = Ledger((replace(STAGE, posts_in=0, forwarded=0, buried=0),))
    assert verdict(empty) == "Nothing to account for: there are no posts yet."


def test_a_program_is_told_the_verdict_the_counts_and_the_names() -> None:
    told = ledger_json(BROKEN)
    assert isinstance(told, dict)
    assert (told["holds"], told["waiting"]) == (False, 0)
    stages = told["stages"]
    assert isinstance(stages, list)
    (stage,) = stages
    assert isinstance(stage, dict)
    assert (stage["stage"], stage["posts_in"], stage["lost"]) == ("normalize", 1200, 12)
    assert stage["names"] == {
        "lost": ["raw-posts/0/4", "raw-posts/0/5"],
        "doubled": [],
        "unfounded": [],
    }
