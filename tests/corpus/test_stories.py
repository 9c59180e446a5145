"""Gold stories of the corpus: B-cubed F1, one setting for all."""

from functools import cache

import pytest

from tests.corpus.gold_stories import Gold, basil, ecb_plus, half_undated, score, shuffled, undated
from tests.corpus.places import corpus
from tests.corpus.story_scores import joins, seeds_among, unrelated


@cache
def dated() -> list[Gold]:
    corpus()
    return basil()


@cache
def like_events() -> list[Gold]:
    corpus()
    return ecb_plus()


def test_three_outlets_on_one_event_meet_by_date() -> None:
    corpus()
    assert score(basil(by_date=True)).f1 >= 0.96


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_three_outlets_on_one_event_meet_in_any_order(seed: int) -> None:
    assert score(shuffled(dated(), seed)).f1 >= 0.96


@pytest.mark.parametrize("seed", [1, 3])
def test_they_meet_without_dates_too(seed: int) -> None:
    assert score(shuffled(undated(dated()), seed)).f1 >= 0.90


def test_they_meet_where_half_of_them_tell_no_day() -> None:
    scores = [score(shuffled(half_undated(dated(), seed), seed)).f1 for seed in (1, 2, 3)]
    assert sum(scores) / len(scores) >= 0.92


def test_hardly_anything_else_joins_them() -> None:
    others = unrelated()
    joined = joins([*dated(), *like_events()], others, 3)
    assert int(joined.split()[0]) <= 4, joined


def test_like_events_of_one_kind_stay_apart_in_any_order() -> None:
    scores = [score(shuffled(like_events(), seed)).f1 for seed in range(1, 7)]
    assert min(scores) >= 0.90
    assert sum(scores) / len(scores) >= 0.93


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_kinds_of_news_in_one_stream(seed: int) -> None:
    assert score(shuffled([*dated(), *like_events()], seed)).f1 >= 0.93


def test_the_two_seeds_meet_among_everything_else_whichever_comes_first() -> None:
    corpus()
    others = unrelated()
    for reverse in (False, True):
        assert seeds_among(others, reverse=reverse) == "one story, 0 others in it"
