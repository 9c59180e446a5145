"""The stories stage: candidates in; what consumers are told and what is remembered out."""

import json

from pydantic import JsonValue

from schemas.codec import decode, encode
from schemas.story import Story, StoryArticle, StoryCandidate, StoryState
from tests.domain.stories.candidates import BEGIN, candidate
from tests.stages.records import buried
from workers.domain.stories.settings import DEFAULT
from workers.stages.outcome import Drop, Forward, Outcome, Record, Written
from workers.stages.stories import StoriesStage

NAMES, WORDS = "corvina selm varne lantern", "ferry fog aground lifeboat passenger coastguard"


def record(value: bytes | None, partition: int = 2, offset: int = 9) -> Record:
    root = ("root-record", b"raw-posts/1/4")
    return Record("story-candidates", partition, offset, b"en", value, (root,), 1_772_323_200_000)


def outcome(stage: StoriesStage, features: StoryCandidate, offset: int = 9) -> Forward:
    (found,) = stage.run(record(encode(features), offset=offset), BEGIN)
    assert isinstance(found, Forward)
    return found


def one(stage: StoriesStage, value: bytes | None) -> Outcome:
    (found,) = stage.run(record(value), BEGIN)
    return found


def test_an_article_is_told_with_its_story_and_remembered_beside_its_candidate() -> None:
    found = outcome(StoriesStage(DEFAULT), candidate("a", NAMES, WORDS, title="Ferry aground"))
    assert not found.tombstones
    placed, state, story = found.records
    assert decode(StoryArticle, placed.value).article_id == "a"
    assert decode(Story, story.value).title == "Ferry aground"
    assert decode(StoryState, state.value).story_id == story.key.decode()
    assert (placed.partition, state.partition, story.partition) == (None, 2, None)
    assert [each.key for each in found.records[:2]] == [b"a", b"a"]


def test_a_candidate_that_cannot_be_read_is_buried() -> None:
    assert buried(one(StoriesStage(DEFAULT), b"{}")).reason == "contract_violation"


def test_a_candidate_that_contradicts_itself_is_buried_and_changes_nothing() -> None:
    stage = StoriesStage(DEFAULT)
    whole: dict[str, JsonValue] = json.loads(encode(candidate("a", NAMES, WORDS)))
    for broken in ({"term_counts": [1]}, {"term_groups": [1, 1]}, {"fingerprint": "?"}):
        value = json.dumps(whole | broken).encode()
        assert buried(one(stage, value)).reason == "contract_violation"
    assert outcome(stage, candidate("a", NAMES, WORDS)).records[0].key == b"a"


def test_a_tombstone_is_dropped() -> None:
    assert one(StoriesStage(DEFAULT), None) == Drop("tombstone")


def test_every_candidate_has_one_answer_that_names_it() -> None:
    stage = StoriesStage(DEFAULT)
    features = [
        candidate("a", NAMES, WORDS),
        candidate("a", NAMES, WORDS),
        candidate("b", NAMES, WORDS, after_hours=1),
        candidate("a", access="withdrawn", after_hours=2),
        candidate("z", access="withdrawn", after_hours=2),
        candidate("c", NAMES, WORDS, after_hours=400),
    ]
    for offset, each in enumerate(features):
        found = outcome(stage, each, offset)
        everything: tuple[Written, ...] = (*found.tombstones, *found.records)
        answers = [
            (written.key.decode(), dict(written.headers)["source-record"].decode())
            for written in everything
            if written.topic == "story-articles" and "source-record" in dict(written.headers)
        ]
        assert answers == [(each.article_id, f"story-candidates/2/{offset}")]


def test_the_last_article_of_a_story_takes_the_story_along_when_it_is_withdrawn() -> None:
    stage = StoriesStage(DEFAULT)
    story = outcome(stage, candidate("a", NAMES, WORDS)).records[-1].key
    found = outcome(stage, candidate("a", access="withdrawn", after_hours=1))
    taken_back = {(each.topic, each.key) for each in found.tombstones}
    assert taken_back == {("story-articles", b"a"), ("stories", story)}
    (state,) = found.records
    assert decode(StoryState, state.value).access == "withdrawn"


def test_a_story_that_ends_is_taken_back_everywhere() -> None:
    stage = StoriesStage(DEFAULT)
    outcome(stage, candidate("a", NAMES, WORDS))
    found = outcome(stage, candidate("b", NAMES, WORDS, after_hours=100))
    assert [each.topic for each in found.tombstones] == [
        "story-articles",
        "stories-state",
        "stories",
    ]
    assert [each.partition for each in found.tombstones] == [None, 2, None]


def test_partitions_know_nothing_of_each_other() -> None:
    stage = StoriesStage(DEFAULT)
    value = encode(candidate("a", NAMES, WORDS))
    for partition in (0, 1):
        (found,) = stage.run(record(value, partition=partition), BEGIN)
        assert isinstance(found, Forward)
        assert len(found.records) == 3


def test_a_revision_in_another_partitions_language_stays_in_its_old_story_too() -> None:
    stage = StoriesStage(DEFAULT)
    old = outcome(stage, candidate("a", NAMES, WORDS)).records[-1].key
    revised = candidate("a", NAMES, WORDS, revision="2", language_code="de", modified_after_hours=1)
    (elsewhere,) = stage.run(record(encode(revised), partition=5), BEGIN)
    assert isinstance(elsewhere, Forward)
    told, _, new = elsewhere.records
    # by key the article has one story, the new one; the old one still names it
    assert (told.key, decode(StoryArticle, told.value).story_id) == (b"a", new.key.decode())
    assert not elsewhere.tombstones
    after = outcome(stage, candidate("b", NAMES, WORDS, after_hours=1))
    assert decode(Story, after.records[-1].value).article_ids == ("a", "b")
    # and takes the newer record along when it ends
    ended = outcome(stage, candidate("c", "other names", after_hours=100))
    assert ("story-articles", b"a") in {(each.topic, each.key) for each in ended.tombstones}
    assert ("stories", old) in {(each.topic, each.key) for each in ended.tombstones}


def test_a_released_partition_is_forgotten() -> None:
    stage = StoriesStage(DEFAULT)
    features = candidate("a", NAMES, WORDS)
    outcome(stage, features)
    stage.release(2)
    assert len(outcome(stage, features).records) == 3


def test_a_record_of_the_state_is_small() -> None:
    names = " ".join(f"longname{number}" for number in range(30))
    words = " ".join(f"somewhat{number}" for number in range(150))
    hashes = tuple(range(16, 16 * 171, 16))
    features = candidate(
        "0" * 32, names, words, revision="0" * 32, title="A headline of sixty letters " * 2,
        domain="outlet.example", hashes=hashes,
    )  # fmt: skip
    state = outcome(StoriesStage(DEFAULT), features).records[1]
    assert len(state.value) <= 2_500  # the largest sample; 1,950 on average
