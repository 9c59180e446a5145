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

PLACES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth"
)
TABLES = tuple(f"{place}.tsv" for place in PLACES.split())
LEAST_CITED_F1 = 0.9
MISREAD = (
    *("TAIPEI (CNA)", "(apro)", "Saturday’s Islander", "VINnews/", "sa version originale"),
    *("Northmoor Chronicle", "in the fen (AP)", "Nota: Ana Bajío", "Ruiz, Kansas Reflector"),
    *("fen - The Independent", "fenlandherald.example", "by Ida Kerr", "来源：新华社</p>"),
)
"""Two agencies with one sign, one that no table knows and that signs in small letters, lines that
have none of the words which give attributions away, a site that signs beside its agency, a page
whose data for machines name another publisher, as those of an owner's sites do, a sign behind an
entry's title that may be something else's, a byline at the end, a paper behind its author that no
table knows and whose name has no word of papers, "The Independent" behind an entry's title, whose
name is read without its article, a canonical address under a reserved ending, a translation's "The
original appeared in", and a source line of a Chinese page too short to be read by paragraphs."""


def known(probe: Probe) -> bool:
    return any(sign in probe.content for sign in MISREAD)


PROBES = [probe for table in TABLES for probe in probes(table)]


@pytest.mark.parametrize("probe", [probe for probe in PROBES if not known(probe)])
def test_the_post_names_this_origin(probe: Probe) -> None:
    answer = tell(probe)
    assert count_origin(Tally(), probe, answer), (answer.name, answer.domain)


def test_what_is_known_to_be_misread_still_is() -> None:
    misread = [probe for probe in PROBES if known(probe)]
    assert not [probe for probe in misread if count_origin(Tally(), probe, tell(probe))]


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
