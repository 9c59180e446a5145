"""Stories as they stand, out of all that was ever said about them."""

from datetime import UTC, datetime

from schemas.codec import encode
from schemas.story import Story
from workers.adapters.kafka.reader import LogRecord
from workers.cli.told_stories import StoryTable


def story(story_id: str, hour: int = 8, merged_into: str | None = None) -> Story:
    return Story(
        story_id=story_id,
        title=f"Story {story_id}",
        language_code="en",
        first_seen_at=datetime(2026, 3, 1, 6, tzinfo=UTC),
        last_seen_at=datetime(2026, 3, 1, hour, tzinfo=UTC),
        article_ids=() if merged_into else ("a",),
        origins=("coast.example",),
        independent_origins=1,
        terms=(),
        merged_into=merged_into,
    )


def table(*told: Story | str) -> StoryTable:
    """Each story is told in turn; a name alone ends that story."""
    standing = StoryTable()
    for offset, each in enumerate(told):
        key = each if isinstance(each, str) else each.story_id
        value = None if isinstance(each, str) else encode(each)
        standing.take(LogRecord("stories", 0, offset, key.encode(), value, (), 0))
    return standing


def ids(stories: list[Story]) -> list[str]:
    return [each.story_id for each in stories]


def test_the_latest_story_comes_first() -> None:
    assert ids(table(story("a1", 8), story("b2", 9), story("c3", 7)).living()) == ["b2", "a1", "c3"]


def test_what_was_said_last_of_a_story_stands() -> None:
    (living,) = table(story("a1", 8), story("a1", 11)).living()
    assert living.last_seen_at.hour == 11


def test_a_story_that_ended_is_gone() -> None:
    assert table(story("a1"), "a1").living() == []


def test_a_story_that_was_merged_does_not_live_and_leads_to_the_one_that_does() -> None:
    stories = table(story("a1"), story("b2"), story("a1", merged_into="b2"))
    assert ids(stories.living()) == ["b2"]
    assert ids(stories.named("a1")) == ["b2"]


def test_a_merge_into_a_story_that_ended_leads_no_further() -> None:
    assert ids(table(story("a1", merged_into="gone")).named("a")) == ["a1"]


def test_the_beginning_of_an_id_names_every_story_that_begins_so() -> None:
    stories = table(story("ab1"), story("ab2"), story("c"))
    assert sorted(ids(stories.named("ab"))) == ["ab1", "ab2"]
    assert ids(stories.named("c")) == ["c"]
    assert stories.named("x") == []
