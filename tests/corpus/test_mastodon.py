"""Statuses and notifications that a real server gave."""

import json
from collections import Counter

from schemas.dead_letter import Reason
from tests.corpus.places import corpus
from tests.stages.records import NORMALIZE, NOW, record
from tests.stages.test_laws import check
from workers.stages.outcome import Bury


def test_every_status_gets_its_outcomes_and_nothing_private_goes_on() -> None:
    census: Counter[str] = Counter()
    for path in sorted((corpus() / "other" / "mastodon").glob("*.json")):
        body = path.read_bytes()
        outcomes = NORMALIZE.run(record(body), NOW)
        check(outcomes)
        value = json.loads(body)
        statuses = value if isinstance(value, list) else [value]
        for said, outcome in zip(statuses, outcomes, strict=False):
            fate = outcome.reason if isinstance(outcome, Bury) else "forward"
            census[fate] += 1
            if said.get("visibility") in ("private", "direct"):
                assert fate == Reason.PRIVATE, path.name
    for row, count in sorted(census.items()):
        print(f"{count:6}  {row}")
    assert census["forward"] > 0
