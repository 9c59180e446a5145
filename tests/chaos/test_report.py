from pathlib import Path

import pytest

from .counter import Step
from .plan import Plan, Result, Struck
from .report import RUNS, record, table, verdict

PLAN = Plan("embedded", ("kill", "term"), times=2, seed=7, posts=10)
TWO = [
    Struck("kill", 2.0, gave_up=False, exits=(70,)),
    Struck("term", None, gave_up=True, exits=()),
]


def result(step: Step) -> Result:
    return Result(PLAN, TWO, [step], 1.0, {}, audit_holds=True, audit="")


def test_a_loss_stands_in_the_row_of_the_fault_around_which_the_post_was_sent() -> None:
    lost = Step("enrich", 30, lost=["articles/0/9"], numbers={"articles/0/9": 25})
    rows = {line.split(" | ")[0]: line for line in table([result(lost)]).splitlines()}
    assert "| 1 | 0 | 0 | 0 | 2.0, 2.0 | 1 × exit 70 |" in rows["| kill"]
    assert "| 1 | 1 | 0 | 0 | – (1 not in time) | 0 |" in rows["| term"]
    assert "NOT CLEAN" in verdict([result(lost)])


def test_posts_out_of_order_are_not_clean() -> None:
    assert not result(Step("enrich", 30, disordered=["articles/0/9"])).clean


def test_a_run_that_is_made_again_takes_the_place_of_its_earlier_table(tmp_path: Path) -> None:
    page = tmp_path / "delivery.md"
    page.write_text(f"before\n\n{RUNS}\n\n## after\n")
    record("one", "make chaos", [result(Step("enrich", 10))], page)
    record("two", "make chaos", [result(Step("enrich", 20))], page)
    record("one", "make chaos", [result(Step("enrich", 30))], page)
    text = page.read_text()
    assert text.count("<!-- chaos one -->") == text.count("<!-- chaos two -->") == 1
    assert "30 posts" in text
    assert "10 posts" not in text
    assert text.startswith("before\n")
    assert text.endswith("## after\n")


def test_a_page_without_the_heading_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "delivery.md"
    page.write_text("nothing")
    with pytest.raises(ValueError, match="no heading"):
        record("one", "make chaos", [result(Step("enrich", 10))], page)
    assert page.read_text() == "nothing"
