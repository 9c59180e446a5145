from collections import Counter

import pytest

from schemas.dead_letter import Reason
from tests.letters.poison import MAX_POST_BYTES, MUTATIONS, poisoned_corpus
from tests.stages.records import ENRICH, NOW, buried, record
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Record

STAGE = NormalizeStage(MAX_POST_BYTES, max_posts=100)


@pytest.mark.parametrize("reason", [each for each in MUTATIONS if each is not Reason.BUG])
def test_each_mutation_is_buried_for_its_reason(reason: Reason) -> None:
    for number in range(60):
        (outcome,) = STAGE.run(record(MUTATIONS[reason](number)), NOW)
        assert buried(outcome).reason is reason


def test_the_corpus_holds_every_reason_and_no_record_twice() -> None:
    corpus = list(poisoned_corpus(700, 1_790_000_000_000))
    counts = Counter(each.reason for each in corpus)
    assert set(counts) == {*Reason, None}
    assert min(counts.values()) >= 50
    assert len({(each.topic, each.value) for each in corpus}) == len(corpus)


def test_what_should_go_through_does() -> None:
    for each in poisoned_corpus(100, 1_790_000_000_000):
        if each.reason is None:
            (outcome,) = STAGE.run(record(each.value), NOW)
            assert not hasattr(outcome, "reason")
        elif each.topic == "articles":
            read = Record("articles", 0, 0, each.key, each.value, (), 0)
            assert buried(*ENRICH.run(read, NOW)).reason is each.reason
