from dataclasses import replace

from tests.domain.stories.candidates import candidate
from workers.domain.stories.filing import Filing
from workers.domain.stories.partition import StoryPartition
from workers.domain.stories.settings import DEFAULT, StorySettings

FERRY = "corvina selm varne lantern"
FERRY_WORDS = "ferry fog aground lifeboat passenger coastguard tide hull"
STRIKE = "oyelaran penrose lumora"
STRIKE_WORDS = "strike battery union wage plant picket"


def partition(settings: StorySettings = DEFAULT) -> StoryPartition:
    return StoryPartition(settings)


def story_of(filing: Filing) -> str:
    assert filing.standing is not None
    return filing.standing.story_id


def test_reports_on_one_event_are_one_story_and_another_event_is_another() -> None:
    stories = partition()
    first = story_of(stories.assign(candidate("a", FERRY, FERRY_WORDS)))
    assert story_of(stories.assign(candidate("b", FERRY, FERRY_WORDS, after_hours=2))) == first
    assert story_of(stories.assign(candidate("c", STRIKE, STRIKE_WORDS, after_hours=3))) != first


def test_two_languages_never_share_a_story() -> None:
    stories = partition()
    english = stories.assign(candidate("a", FERRY, FERRY_WORDS))
    german = stories.assign(candidate("b", FERRY, FERRY_WORDS, language_code="de"))
    assert story_of(english) != story_of(german)


def test_an_excerpt_without_a_likeness_of_its_own_joins_the_story_of_its_original() -> None:
    stories = partition()
    whole, part = tuple(range(16, 16 * 120, 16)), tuple(range(16, 16 * 40, 16))
    original = stories.assign(candidate("a", FERRY, FERRY_WORDS, hashes=whole))
    copy = stories.assign(
        candidate("b", "corvina", "other words than there stand", after_hours=5, hashes=part)
    )
    assert story_of(copy) == story_of(original)
    assert copy.standing is not None
    assert copy.standing.copy_of is not None
    assert copy.standing.copy_of.article_id == "a"
    assert copy.standing.copy_of.containment == 1.0
    assert copy.standing.copy_of.reverse < 0.4


def test_more_must_speak_for_one_story_where_only_one_of_two_tells_its_day() -> None:
    def meet(*, first: bool, second: bool) -> bool:
        stories = partition()
        story = story_of(
            stories.assign(candidate("a", FERRY, f"{FERRY_WORDS} keel rescue", published=first))
        )
        late = candidate(
            "b", f"selm {STRIKE}", f"{FERRY_WORDS} keel rescue", published=second, after_hours=1
        )
        return story_of(stories.assign(late)) == story

    assert meet(first=True, second=True)
    assert meet(first=False, second=False)
    assert not meet(first=True, second=False)
    assert not meet(first=False, second=True)


def test_an_article_that_comes_again_changes_nothing() -> None:
    stories = partition()
    first = stories.assign(candidate("a", FERRY, FERRY_WORDS))
    again = stories.assign(candidate("a", FERRY, FERRY_WORDS, after_hours=1))
    assert not again.is_news
    assert again.standing == first.standing
    assert not again.changed


def test_a_new_revision_stays_in_its_story_whatever_it_says_now() -> None:
    stories = partition()
    first = stories.assign(candidate("a", FERRY, FERRY_WORDS))
    stories.assign(candidate("b", FERRY, FERRY_WORDS, after_hours=1))
    changed = stories.assign(
        candidate("a", STRIKE, STRIKE_WORDS, revision="2", after_hours=2, modified_after_hours=2)
    )
    assert story_of(changed) == story_of(first)
    assert changed.standing is not None
    assert changed.standing.revision == "2"
    assert "penrose" in changed.standing.vector.terms


def test_an_older_revision_that_comes_late_changes_nothing() -> None:
    stories = partition()
    newer = candidate("a", FERRY, FERRY_WORDS, revision="2", modified_after_hours=5)
    stories.assign(newer)
    late = stories.assign(
        candidate("a", STRIKE, STRIKE_WORDS, revision="1", after_hours=3, modified_after_hours=1)
    )
    assert not late.is_news
    assert late.standing is not None
    assert late.standing.revision == "2"


def test_a_withdrawn_article_leaves_its_story_and_counts_no_more() -> None:
    stories = partition()
    stories.assign(candidate("a", FERRY, FERRY_WORDS))
    stories.assign(candidate("b", FERRY, FERRY_WORDS, after_hours=1))
    gone = stories.assign(candidate("a", access="withdrawn", revision="0", after_hours=2))
    assert gone.standing is not None
    assert gone.standing.is_withdrawn
    (story,) = gone.changed
    assert list(story.members) == ["b"]


def test_a_withdrawn_article_that_was_never_seen_is_no_news() -> None:
    gone = partition().assign(candidate("a", access="withdrawn"))
    assert gone.standing is None
    assert not gone.is_news


def test_what_was_withdrawn_is_remembered_when_an_older_revision_comes_late() -> None:
    stories = partition()
    stories.assign(candidate("a", FERRY, FERRY_WORDS))
    stories.assign(candidate("a", access="withdrawn", after_hours=4, modified_after_hours=4))
    late = stories.assign(
        candidate("a", FERRY, FERRY_WORDS, revision="0", after_hours=1, modified_after_hours=1)
    )
    assert late.standing is not None
    assert late.standing.is_withdrawn


def test_a_story_ends_when_nothing_came_for_a_window_and_is_forgotten_whole() -> None:
    stories = partition(replace(DEFAULT, window_seconds=10 * 3600))
    first = story_of(stories.assign(candidate("a", FERRY, FERRY_WORDS)))
    stories.assign(candidate("b", FERRY, FERRY_WORDS, after_hours=9))
    assert not stories.assign(candidate("c", STRIKE, STRIKE_WORDS, after_hours=18)).ended
    (ended,) = stories.assign(candidate("d", STRIKE, STRIKE_WORDS, after_hours=20)).ended
    assert ended.story_ids == (first,)
    assert ended.article_ids == ("a", "b")
    assert len(stories) == 2


def test_a_running_affair_begins_anew_after_its_days_are_over() -> None:
    stories = partition(replace(DEFAULT, window_seconds=10 * 3600, open_seconds=24 * 3600))
    ids = [
        story_of(stories.assign(candidate(f"a{hour}", FERRY, FERRY_WORDS, after_hours=hour)))
        for hour in range(0, 48, 6)
    ]
    assert len(set(ids[:5])) == 1
    assert ids[5] != ids[0]


def test_a_full_story_takes_no_more_not_even_copies() -> None:
    stories = partition(replace(DEFAULT, most_articles=3))
    hashes = tuple(range(16, 16 * 120, 16))
    ids = [
        story_of(stories.assign(candidate(f"a{place}", FERRY, FERRY_WORDS, hashes=hashes)))
        for place in range(4)
    ]
    assert len(set(ids[:3])) == 1
    assert ids[3] != ids[0]


def test_no_more_stories_end_at_once_than_a_transaction_may_hold() -> None:
    stories = partition(replace(DEFAULT, window_seconds=3600, expiries_at_once=2))
    for place in range(5):
        stories.assign(candidate(f"a{place}", f"name{place} other{place}", f"word{place} more"))
    ended = [
        len(stories.assign(candidate(f"b{hour}", FERRY, FERRY_WORDS, after_hours=hour)).ended)
        for hour in (9, 9.1, 9.2, 9.3)
    ]
    assert ended == [2, 2, 1, 0]


def test_memory_is_flat_over_a_month_of_one_article_an_hour() -> None:
    stories = partition()
    sizes = []
    for hour in range(31 * 24):
        name = f"n{hour // 3} m{hour // 3} k{hour // 3}"
        stories.assign(candidate(f"a{hour}", name, FERRY_WORDS, after_hours=hour))
        sizes.append(len(stories))
    assert max(sizes[10 * 24 :]) <= max(sizes[: 8 * 24])


def test_the_id_of_a_story_tells_nothing_but_the_article_that_opened_it() -> None:
    one, other = partition(), partition()
    other.assign(candidate("z", STRIKE, STRIKE_WORDS))
    first = story_of(one.assign(candidate("a", FERRY, FERRY_WORDS)))
    assert story_of(other.assign(candidate("a", FERRY, FERRY_WORDS))) == first


def test_a_revision_in_another_language_leaves_its_story_for_one_of_that_language() -> None:
    stories = partition()
    stories.assign(candidate("a", FERRY, FERRY_WORDS))
    changed = stories.assign(
        candidate("a", FERRY, FERRY_WORDS, revision="2", language_code="de", modified_after_hours=1)
    )
    assert changed.standing is not None
    assert changed.standing.language_code == "de"
    assert [ended.article_ids for ended in changed.ended] == [()]
    assert stories.stories() == 1
