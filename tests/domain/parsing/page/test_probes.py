"""Invented pages: title, authors and day of publication as a careful reader would write them."""

import pytest

from tests.domain.parsing.page.probe import Probe
from tests.domain.parsing.page.probes_five import ROUND_FIVE
from tests.domain.parsing.page.probes_four import ROUND_FOUR
from tests.domain.parsing.page.probes_one import ROUND_ONE
from tests.domain.parsing.page.probes_six import ROUND_SIX
from tests.domain.parsing.page.probes_three import ROUND_THREE
from tests.domain.parsing.page.probes_two import ROUND_TWO
from tests.domain.parsing.page.reading import article_of, day_of
from workers.domain.rules import rule_names

PROBES = (*ROUND_ONE, *ROUND_TWO, *ROUND_THREE, *ROUND_FOUR, *ROUND_FIVE, *ROUND_SIX)
every_probe = pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.name)


@every_probe
def test_a_page_is_read_as_a_careful_reader_reads_it(probe: Probe) -> None:
    article = article_of(probe.html, probe.url)
    assert article.title == probe.title
    if probe.authors is not None:
        assert tuple(author.name for author in article.authors) == probe.authors
    if probe.date != "":
        assert day_of(article) == probe.date


@every_probe
def test_every_field_that_was_read_says_by_which_rule(probe: Probe) -> None:
    article = article_of(probe.html, probe.url)
    claimed = {claim.field for claim in article.claims}
    for field, value in (("title", article.title), ("authors", article.authors)):
        assert (field in claimed) is bool(value)
    for place in range(len(article.date_claims)):
        assert f"date_claims.{place}" in claimed
    assert {claim.rule for claim in article.claims} <= rule_names()
