"""Every real post gets one outcome, and what is forwarded holds the laws."""

import json
from collections import Counter

from schemas import decode
from schemas.article import Article
from tests.corpus.places import corpus, posts
from tests.stages.records import NORMALIZE, NOW, forwarded, record
from tests.stages.test_laws import check
from workers.stages.outcome import Forward


def test_every_post_is_forwarded_and_holds_the_laws() -> None:
    census: Counter[tuple[str, str, str]] = Counter()
    for line in posts():
        outcomes = NORMALIZE.run(record(line), NOW)
        assert len(outcomes) == 1
        check(outcomes)
        (outcome,) = outcomes
        fate = "forward" if isinstance(outcome, Forward) else str(outcome)
        kind = str(json.loads(line).get("type"))
        access = ""
        if isinstance(outcome, Forward):
            access = decode(Article, forwarded(outcome).value).access
        census[kind, fate, access] += 1
    for row, count in sorted(census.items()):
        print(f"{count:6}  {'  '.join(row)}")
    assert census.total() == 584
    assert all(fate == "forward" for _, fate, _ in census)


def test_ids_are_as_many_as_posts() -> None:
    wanted = set()
    found = set()
    for line in posts():
        post = json.loads(line)
        wanted.add((post["link"].split("/")[2], post["id"]))
        found.add(forwarded(NORMALIZE.run(record(line), NOW)[0]).key)
    assert len(found) == len(wanted)


def test_objects_that_are_no_posts_are_never_taken_for_posts() -> None:
    census: Counter[tuple[str, str]] = Counter()
    for path in sorted((corpus() / "wordpress" / "objects").rglob("*")):
        if not path.is_file():
            continue
        for outcome in NORMALIZE.run(record(path.read_bytes()), NOW):
            fate = "forward" if isinstance(outcome, Forward) else getattr(outcome, "reason", "drop")
            census[path.parent.name, str(fate)] += 1
    for row, count in sorted(census.items()):
        print(f"{count:6}  {'  '.join(row)}")
    groups = ("users", "terms", "error", "media", "oembed", "types", "menus", "taxonomies")
    assert not [row for row in census if row[0] in groups and row[1] == "forward"]
