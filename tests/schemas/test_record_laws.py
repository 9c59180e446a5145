"""Every law holds over what the line writes, and every law can notice."""

import json
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from schemas.dead_letter import Reason
from schemas.topics import (
    ARTICLES,
    ENRICHED_ARTICLES,
    RAW_POSTS,
    STORIES,
    STORIES_STATE,
    STORY_ARTICLES,
    TOPICS,
    Topic,
)
from tests.domain.parsing.posts import with_html
from tests.domain.stories.candidates import BEGIN
from tests.schemas.line import Line, Written, broken_letters
from tests.schemas.many import NOW, Bender, Tally, bend, examples, generate
from tests.schemas.record_laws import broken_laws, broken_tombstone, strict_json
from tests.schemas.walking import MESSAGES
from tests.stages.records import record
from tests.stages.test_stories_restart import EAGER, records_of, run
from workers.stages.outcome import Bury, OutputRecord, Tombstone
from workers.stages.stories import StoriesStage

Json = dict[str, Any]
POST = with_html("<p>🎏 The kites are back.</p><p>They came <b>up</b> the river.</p>")
WRITTEN = Line().written(record(json.dumps(POST).encode()), NOW)
ARTICLE, ENRICHED, CANDIDATE, *FILED = WRITTEN.outputs


def test_what_becomes_of_every_example_holds_every_law() -> None:
    line = Line()
    for raw in examples(RAW_POSTS.name):
        said = line.written(record(raw), NOW)
        assert said.outputs or said.letters
        assert [law for output in said.outputs for law in broken_laws(output, NOW)] == []
        assert list(broken_letters(said.letters)) == []


def test_what_is_broken_below_is_whole() -> None:
    assert [ARTICLE.topic, ENRICHED.topic] == [ARTICLES.name, ENRICHED_ARTICLES.name]
    assert {output.topic for output in WRITTEN.outputs} == {topic.name for topic in MESSAGES}
    for output in WRITTEN.outputs:
        assert broken_laws(output, NOW) == []


def changed(record: OutputRecord, change: Callable[[Json], object]) -> OutputRecord:
    message = json.loads(record.value)
    change(message)
    return record._replace(value=json.dumps(message).encode())


def span(**changes: Any) -> Json:
    """An entity whose one mention is the word `kites`, with something changed."""
    mention = {"start_char": 6, "end_char": 11, "text": "kites", **changes}
    return {"name": "kites", "kind": "other", "aliases": [], "mentions": [mention]}


def deep(levels: int) -> Json:
    return {"x": deep(levels - 1)} if levels else {}


BREAKS: dict[str, tuple[str, Callable[[Json], object]]] = {
    "a missing field": ("schema", lambda m: m.pop("article")),
    "a time with parts of a second": (
        "no whole second", lambda m: m["article"].update(ingested_at="2026-03-01T08:30:00.5Z"),
    ),
    "a time with another offset": (
        "no whole second", lambda m: m["article"].update(modified_at="2026-03-01T08:30:00+00:00"),
    ),
    "a time on no calendar": (
        "no calendar", lambda m: m["article"].update(published_at="2026-02-30T08:30:00Z"),
    ),
    "an integer of 65 bits": ("64 bits", lambda m: m.update(word_count=2**64)),
    "an integer with a fraction": ("as number", lambda m: m.update(word_count=3.0)),
    "a number without one": (
        "as integer", lambda m: m["detected_language"].update(confidence=1),
    ),
    "a text for an object": ("as string", lambda m: m["article"].update(publisher="Marsh Post")),
    "a null list": ("a list and null", lambda m: m.update(keyphrases=None)),
    "a null list inside": ("a list and null", lambda m: m["article"].update(tags=None)),
    "a name that SQL reserves": ("reserved", lambda m: m["article"].update({"language": "en"})),
    "a span after its text": ("no stretch", lambda m: m.update(entities=[span(end_char=99)])),
    "an empty span": ("no stretch", lambda m: m.update(entities=[span(end_char=6)])),
    "a span in UTF-16 units": (
        "other words", lambda m: m.update(entities=[span(start_char=7, end_char=12)]),
    ),
    "other words beside a span": ("other words", lambda m: m.update(entities=[span(text="kite")])),
    "blocks that are not the text": ("the blocks", lambda m: m["article"]["blocks"].pop()),
    "a withdrawn text": ("shows something", lambda m: m["article"].update(access="withdrawn")),
    "an arrival in the future": (
        "ingested_at lies", lambda m: m["article"].update(ingested_at="2026-03-01T12:00:31Z"),
    ),
    "a publication next year": (
        "more than a day ahead", lambda m: m["article"].update(published_at="2027-01-01T00:00:00Z"),
    ),
    "a claim about next year": (
        "more than a day ahead",
        lambda m: m["article"]["date_claims"][0].update(instant="2027-01-01T00:00:00Z"),
    ),
    "depth": ("deeper", lambda m: m.update(newer=deep(5))),
    "another id than the key": ("the key", lambda m: m.update(article_id="another")),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_a_law_notices(name: str) -> None:
    words, change = BREAKS[name]
    broken = broken_laws(changed(ENRICHED, change), NOW)
    assert any(words in law for law in broken), broken


def test_four_levels_are_not_too_deep() -> None:
    assert broken_laws(changed(ENRICHED, lambda m: m.update(newer=deep(3))), NOW) == []


NO_JSON = {
    b"": "line 1 column 1",
    b"{": "line 1 column 2",
    b'{"a":NaN}': "NaN is not JSON",
    b'{"a":1,"a":2}': "a name stands twice",
    b'{"a":"\\ud83d"}': "surrogates not allowed",
    b"\xff": "invalid start byte",
    b"[1,]": "line 1 column",
}


@pytest.mark.parametrize(("value", "said"), NO_JSON.items())
def test_what_is_no_strict_json_is_noticed(value: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        strict_json(value)
    (law,) = broken_laws(ARTICLE._replace(value=value), NOW)
    assert law.startswith("no JSON")


HEADERS: dict[str, tuple[str, tuple[tuple[str, bytes], ...]]] = {
    "no text": ("no UTF-8", (*ARTICLE.headers, ("tracestate", b"\xff"))),
    "not documented": ("not documented", (*ARTICLE.headers, ("x-newer", b"1"))),
    "twice": ("stands twice", (*ARTICLE.headers, ARTICLE.headers[0])),
    "missing": ("is missing", ARTICLE.headers[1:]),
    "of another event": ("is not 1.0", (("ce_specversion", b"0.3"), *ARTICLE.headers[1:])),
    "malformed": ("does not match", (*ARTICLE.headers, ("traceparent", b"00-zz"))),
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_is_noticed_that_is(name: str) -> None:
    words, headers = HEADERS[name]
    broken = broken_laws(ARTICLE._replace(headers=headers), NOW)
    assert any(words in law for law in broken), broken


@pytest.mark.parametrize("letter", [Bury(Reason.BUG, "x"), Bury(Reason.EMPTY, "two\nlines")])
def test_a_letter_is_noticed_that_is_a_bug_or_no_line(letter: Bury) -> None:
    assert list(broken_letters([letter]))


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_only_what_may_expire_is_ever_taken_back(topic: Topic) -> None:
    example = next((one for one in WRITTEN.outputs if one.topic == topic.name), ARTICLE)
    tombstone = Tombstone(topic.name, b"id", example.headers, 0)
    if topic.name in ("stories", "story-articles", "stories-state"):
        assert broken_tombstone(tombstone) == []
    elif topic.message is not None:
        assert broken_tombstone(tombstone)[0] == f"a tombstone on {topic.name}"


@pytest.mark.parametrize("key", [b"", b"\xff"])
def test_a_key_is_noticed_that_is_no_text(key: bytes) -> None:
    (filed,) = (one for one in FILED if one.topic == STORIES.name)
    assert broken_tombstone(Tombstone(STORIES.name, key, filed.headers, 0))


def test_many_inputs_never_yield_an_output_that_breaks_a_law() -> None:
    tally = Tally()
    bend(range(1_500), seed=20260301, tally=tally)
    generate(150, seed=20260301, tally=tally)
    print("\n".join(tally.lines()))
    assert tally.broken == []
    assert tally.inputs.total() >= 1_600
    assert tally.outputs.total() > tally.inputs.total() / 2, "most inputs get through to the laws"
    assert len(tally.buried) > 6, "and the others are of many kinds"


def test_a_seed_and_a_number_name_an_input() -> None:
    assert Bender(7).input(41) == Bender(7).input(41)
    assert Bender(7).input(41) != Bender(8).input(41)


def test_an_input_with_a_broken_output_is_told_by_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad = changed(ARTICLE, lambda m: m.update(text=None))
    monkeypatch.setattr(Line, "written", lambda *_: Written([bad]))
    tally = Tally()
    bend([41], seed=7, tally=tally)
    (told,) = tally.broken
    assert told.startswith("input 41 of seed 7: schema:")


def test_stories_that_grow_merge_and_end_hold_every_law() -> None:
    stage = StoriesStage(EAGER)
    later = BEGIN + timedelta(days=400)
    kinds: Counter[str] = Counter()
    for candidate in records_of(seed=20260301, articles=300):
        for one in run(stage, candidate):
            kinds[f"{type(one).__name__} on {one.topic}"] += 1
            match one:
                case Tombstone():
                    assert broken_tombstone(one) == []
                case OutputRecord():
                    assert broken_laws(one, later) == []
    for topic in (STORIES, STORY_ARTICLES, STORIES_STATE):
        assert kinds[f"Tombstone on {topic.name}"] > 10
        assert kinds[f"OutputRecord on {topic.name}"] > 10
