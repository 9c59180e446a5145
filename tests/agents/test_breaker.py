from schemas.dead_letter import Reason
from workers.agents.breaker import Breaker
from workers.stages.outcome import Bury, Drop, Outcome

BUG: Outcome = Bury(Reason.BUG, "it failed")
BROKEN_PROMISE: Outcome = Bury(Reason.CONTRACT_VIOLATION, "not an article")
BAD_POST: Outcome = Bury(Reason.UNREADABLE_JSON, "not JSON")
FINE: Outcome = Drop("stands for any good outcome")


def counted(breaker: Breaker, *outcomes: Outcome) -> Breaker:
    for outcome in outcomes:
        breaker.count(outcome)
    return breaker


def test_one_bug_among_good_posts_leaves_it_closed() -> None:
    assert not counted(Breaker(10, 0.5), *[FINE] * 9, BUG).open


def test_it_opens_when_more_than_the_share_failed_in_our_code() -> None:
    breaker = counted(Breaker(10, 0.5), *[BUG] * 5)
    assert not breaker.open
    assert counted(breaker, BROKEN_PROMISE).open


def test_what_sources_send_wrongly_never_opens_it() -> None:
    assert not counted(Breaker(10, 0.1), *[BAD_POST] * 1000).open


def test_the_first_few_failures_of_a_worker_do_not_open_it() -> None:
    assert not counted(Breaker(500, 0.5), *[BUG] * 250).open


def test_failures_that_left_the_window_no_longer_count() -> None:
    breaker = counted(Breaker(10, 0.5), *[BUG] * 5, *[FINE] * 5, *[BUG] * 5)
    assert not breaker.open
    assert counted(breaker, *[FINE] * 10, *[BUG] * 5).open is False
