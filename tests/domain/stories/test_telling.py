from schemas.story import StoryCandidate
from tests.domain.stories.candidates import candidate
from workers.domain.stories.live_story import LiveStory
from workers.domain.stories.partition import StoryPartition
from workers.domain.stories.settings import DEFAULT
from workers.domain.stories.telling import story_message

NAMES, WORDS = "corvina selm varne lantern", "ferry fog aground lifeboat passenger coastguard"
TEXT = tuple(range(16, 16 * 120, 16))


def story(*candidates: StoryCandidate) -> LiveStory:
    stories = StoryPartition(DEFAULT)
    for each in candidates:
        filing = stories.assign(each)
    (last,) = filing.changed
    return last


def test_a_copy_adds_no_origin() -> None:
    told = story_message(
        story(
            candidate("a", NAMES, WORDS, domain="post.example", hashes=TEXT),
            candidate("b", NAMES, WORDS, domain="copy.example", hashes=TEXT),
            candidate("c", NAMES, WORDS, domain="courier.example", hashes=(32, 64)),
        )
    )
    assert told.article_ids == ("a", "b", "c")
    assert told.origins == ("post.example", "courier.example")
    assert told.independent_origins == 2


def test_a_republished_article_counts_for_its_origin_and_once() -> None:
    told = story_message(
        story(
            candidate("a", NAMES, WORDS, domain="blog.example", origin="agency.example"),
            candidate("b", NAMES, WORDS, domain="agency.example"),
        )
    )
    assert told.origins == ("agency.example",)
    assert told.independent_origins == 1


def test_two_hosts_of_one_publisher_are_one_origin() -> None:
    told = story_message(
        story(
            candidate("a", NAMES, WORDS, domain="news.courier.com"),
            candidate("b", NAMES, WORDS, domain="sport.courier.com"),
        )
    )
    assert told.origins == ("courier.com",)


def test_an_unknown_publisher_adds_no_origin() -> None:
    told = story_message(story(candidate("a", NAMES, WORDS)))
    assert told.origins == ()
    assert told.independent_origins == 0


def test_the_headline_is_that_of_the_most_typical_article_and_of_no_copy() -> None:
    told = story_message(
        story(
            candidate("a", NAMES, WORDS + " weather sport", title="Five things today"),
            candidate("b", NAMES, WORDS, title="Ferry aground", hashes=TEXT),
            candidate("c", NAMES, WORDS, title="Copied", hashes=TEXT),
        )
    )
    assert told.title == "Ferry aground"


def test_a_story_without_headlines_has_none() -> None:
    assert story_message(story(candidate("a", NAMES, WORDS))).title is None


def test_a_story_lasts_from_its_earliest_article_to_its_latest() -> None:
    told = story_message(
        story(
            candidate("a", NAMES, WORDS, after_hours=5),
            candidate("b", NAMES, WORDS, after_hours=1),
        )
    )
    assert (told.last_seen_at - told.first_seen_at).total_seconds() == 4 * 3600
