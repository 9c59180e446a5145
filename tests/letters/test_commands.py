"""The commands on real letters."""

import json

import pytest

from schemas.dead_letter import Reason
from tests.letters.burying import Letters, buried_record

pytestmark = pytest.mark.broker

POST = json.dumps(
    {
        "id": 7,
        "link": "https://coast.example/7",
        "guid": {"rendered": "https://coast.example/?p=7"},
        "status": "publish",
        "type": "post",
        "date_gmt": "2026-03-01T08:30:00",
        "title": {"rendered": "Ferry"},
        "content": {"rendered": "<p>It sails.</p>"},
    }
).encode()


async def test_a_letter_is_listed_shown_tried_replayed_once_and_again_when_asked(
    letters: Letters,
) -> None:
    await letters.bury(buried_record(4, POST), buried_record(5), buried_record(6, replays=3))
    listed = [json.loads(line) for line in letters.call("list", "--json").splitlines()]
    assert {each["source_record"]: each["state"] for each in listed} == {
        "raw-posts/1/4": "waiting",
        "raw-posts/2/5": "waiting",
        "raw-posts/0/6": "parked",
    }
    (coast,) = [each for each in listed if each["site"] == "coast.example"]
    assert letters.call("show", coast["letter"], "--value").encode() == POST
    assert "no shape that is known" in letters.call("show", "raw-posts/1/4")
    tried = letters.call("replay", "--dry-run", "--site", "coast.example")
    assert f"{coast['letter']}  unknown_shape  would go on (1 post)" in tried
    tried = letters.call("replay", "--dry-run", "--where", '"NUMBER": 5')
    assert "would be buried again as unknown_shape" in tried
    assert await letters.raw() == []

    assert "replayed 1 letter (1 onto raw-posts)" in letters.call("replay", "--key", "4")
    assert "replayed 0 letters" in letters.call("replay", "--key", "4")
    said = letters.call("replay")
    assert "replayed 1 letter " in said
    assert "1 replayed before (--again), 1 parked (--parked)" in said
    assert [record.value for record in await letters.raw()].count(POST) == 1
    assert "replayed 1 letter " in letters.call("replay", "--key", "4", "--again")
    assert [record.value for record in await letters.raw()].count(POST) == 2
    assert "replayed 1 letter " in letters.call("replay", "--parked", "--limit", "1")
    counts = json.loads(letters.call("stats", "--json"))["letters"]
    assert [(each["waiting"], each["replayed"], each["parked"]) for each in counts] == [(0, 3, 0)]
    assert "3 letters: 3 replayed" in letters.call("list")


async def test_filters_choose(letters: Letters) -> None:
    await letters.bury(buried_record(1), buried_record(2))
    assert "0 letters" in letters.call("list", "--reason", Reason.EMPTY)
    assert "2 letters: 2 waiting" in letters.call("list", "--reason", Reason.UNKNOWN_SHAPE)
    assert "0 letters" in letters.call("list", "--since", "2099-01-01")
    assert "2 letters" in letters.call("list", "--since", "1d", "--stage", "normalize")
    assert "1 letter: 1 waiting" in letters.call("list", "--where", '"number": 2')
    assert "1 letter" in letters.call("list", "--limit", "1")
