"""Tests of `workers.domain.enrichment.cited_sources`."""

import csv
import time
from pathlib import Path

import pytest

from schemas.article import Origin, Publisher
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.cited_sources import find_cited_sources
from workers.domain.provenance.outlets import folded_name, outlet_named

SITE = Publisher(name="The Marsh Post", domain="marshpost.example")


def cited(text: str, origin: Origin | None = None) -> list[str]:
    return [source.name for source in find_cited_sources(analyse(text), SITE, origin)]


def lines() -> list[list[str]]:
    text = Path(__file__).with_name("cited_lines.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if not row[0].startswith("#")]


def keyed(names: list[str]) -> set[str]:
    outlets = ((name, outlet_named(name)) for name in names)
    return {outlet.domain if outlet else folded_name(name) for name, outlet in outlets}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [row[1:] for row in lines()],
    ids=[f"{row[0]}-{index}" for index, row in enumerate(lines())],
)
def test_the_sentence_credits_these(sentence: str, wanted: str) -> None:
    names = [] if wanted == "-" else wanted.split(";")
    assert keyed(cited(f"The harbour was quiet.\n\n{sentence}")) == keyed(names)


def test_the_origin_is_never_cited() -> None:
    origin = Origin(name="Reuters", domain="reuters.com", evidence=(), confidence=0.9)
    text = "The bridge is shut, the mayor told Reuters. The Fen Chronicle reported it first."
    assert cited(text, origin) == ["The Fen Chronicle"]


def test_the_site_itself_is_never_cited_by_whichever_name() -> None:
    assert cited("She told the Post that it was over. He told The Marsh Post the same.") == []


def test_every_mention_is_a_span_and_the_name_is_the_fullest_form() -> None:
    text = "The Fen Chronicle reported three deaths. Four, the Chronicle reported later."
    (source,) = find_cited_sources(analyse(text), SITE, None)
    assert source.name == "The Fen Chronicle"
    assert [text[one.start_char : one.end_char] for one in source.mentions] == [
        "The Fen Chronicle",
        "Chronicle",
    ]


def test_who_is_named_inside_a_quotation_is_not_credited_by_the_article() -> None:
    assert cited("“I read it when the Fen Chronicle reported the deal,” the mayor said.") == []


def test_an_author_at_the_end_of_a_text_credits_nobody() -> None:
    assert cited("Ada Fenwick is a columnist for The Guardian and writes for The Atlantic.") == []


@pytest.mark.parametrize(
    "unit",
    [
        "told Reuters ",
        "The Fen Chronicle reported ",
        "“",
        "according to ",
        "A",
        "A ",
        "据路透社报道",
        "x" * 50,
        "l’",
        "The The ",
    ],
)
def test_hostile_texts_take_time_in_step_with_their_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = analyse(unit * (size // len(unit)))
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            find_cited_sources(text, SITE, None)
            best = min(best, time.process_time() - began)
        return best

    short, long = seconds(20_000), seconds(80_000)
    assert long < 12 * short + 0.05
