"""What a person sees of stories."""

from datetime import UTC, datetime, timedelta

import pytest

from schemas.enriched_article import Quote
from schemas.story import StoryArticle
from tests.cli.drawing import drawn
from tests.cli.invented import enriched
from tests.cli.test_told_stories import story
from workers.cli.story_view import age, stories_table, story_view
from workers.cli.told_stories import Telling, ToldStory

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def telling(article_id: str, copies: str | None = None, quotes: tuple[Quote, ...] = ()) -> Telling:
    place = StoryArticle(
        article_id=article_id,
        story_id="a1",
        similarity=1.0,
        near_duplicate_of=copies,
        containment=0.96 if copies else None,
        reverse_containment=0.47 if copies else None,
    )
    told = enriched(article_id=article_id, title=f"As {article_id} tells it")
    return Telling(place, told.model_copy(update={"quotes": quotes}))


def quote(text: str, speaker: str | None) -> Quote:
    return Quote(
        text=text,
        start_char=0,
        end_char=len(text),
        speaker=speaker,
        speaker_as_written=speaker,
        cue=None,
        kind="direct",
    )


def test_a_row_says_how_many_tell_it_and_how_many_by_themselves() -> None:
    shown = drawn(stories_table([story("a1b2c3d4e5", 9)], NOW))
    assert "a1b2c3d4 " in shown
    assert "Story a1b2c3d4e5" in shown
    assert "3 h" in shown


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=-9), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=47), "47 h"),
        (timedelta(days=3), "3 d"),
    ],
)
def test_an_age_is_said_in_the_unit_that_tells_most(passed: timedelta, words: str) -> None:
    assert age(passed) == words


def test_a_copy_says_whom_it_copies_and_how_much() -> None:
    shown = drawn(story_view(ToldStory(story("a1"), (telling("one"), telling("two", "one")))))
    assert "As one tells it" in shown
    assert "copies article 1: 96 % of this text is there, 47 % of that one is here" in shown


def test_what_two_articles_quote_alike_is_shown_once_under_its_speaker() -> None:
    same = quote("It was like a hand on the keel", "Tomas Eberly")
    tellings = (
        telling("one", quotes=(same,)),
        telling("two", quotes=(same, quote("No bang", None))),
    )
    shown = drawn(story_view(ToldStory(story("a1"), tellings)))
    assert shown.count("hand on the keel") == 1
    assert "Tomas Eberly" in shown
    assert "nobody named" in shown
