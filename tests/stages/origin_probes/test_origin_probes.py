"""Posts of all kinds in some thirty languages: the origin and the cited sources of each."""

import pytest

from tests.stages.origin_probes.probes import (
    Probe,
    Tally,
    count_cited,
    count_origin,
    probes,
    tell,
)

TABLES = ("first.tsv", "second.tsv")
LEAST_CITED_F1 = 0.9


@pytest.mark.parametrize("probe", [probe for table in TABLES for probe in probes(table)])
def test_the_post_names_this_origin(probe: Probe) -> None:
    answer = tell(probe)
    assert count_origin(Tally(), probe, answer), (answer.name, answer.domain)


@pytest.mark.parametrize("table", TABLES)
def test_the_posts_credit_these_sources(table: str) -> None:
    tally = Tally()
    wrong = [
        (probe.content, answer.cited)
        for probe in probes(table)
        for answer in (tell(probe),)
        if not count_cited(tally, probe, answer)
    ]
    assert tally.f1 >= LEAST_CITED_F1, wrong
