import csv
from importlib import resources

import pytest

from workers.domain.provenance.outlets import (
    domain_of_outlet,
    known_domain,
    outlet_name,
    outlet_named,
    outlets,
    registrable_domain,
    same_publisher,
)


def rows(name: str) -> list[list[str]]:
    text = resources.files("workers.domain.provenance").joinpath(name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_table_is_sorted_and_names_each_domain_once() -> None:
    main = [outlet.domain for outlet in outlets()]
    everywhere = [domain for outlet in outlets() for domain in outlet.domains]
    assert main == sorted(set(main))
    assert len(everywhere) == len(set(everywhere))


def test_each_row_has_its_five_columns_in_order() -> None:
    for row in rows("outlets.tsv"):
        assert 3 <= len(row) <= 5, row
        domain, kind, *_ = row
        assert kind in ("agency", "wire", "outlet", "reference"), row
        assert domain == domain.strip().lower().removeprefix("www."), row
        assert [cell.strip(" ;") for cell in row] == row, row


def test_each_domain_is_one_that_somebody_can_register() -> None:
    faults = [
        domain
        for outlet in outlets()
        for domain in outlet.domains
        if known_domain(domain) != outlet.domain or registrable_domain(domain) is None
    ]
    assert faults == []


def test_no_name_is_empty_or_stands_twice_in_a_row() -> None:
    for outlet in outlets():
        assert all(name == name.strip() != "" for name in outlet.names), outlet
        assert len(outlet.names) == len(set(outlet.names)), outlet


def test_no_two_rows_go_by_the_same_usual_name() -> None:
    names = [outlet.name for outlet in outlets()]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_a_name_of_one_or_two_signs_is_marked_as_a_word() -> None:
    short = [
        name
        for outlet in outlets()
        for name in outlet.names
        if len(name) <= 2 and name.isascii() and name not in outlet.words
    ]
    assert short == []


@pytest.mark.parametrize("row", rows("cms_marks.tsv"), ids=lambda row: str(row[0]))
def test_each_mark_belongs_to_an_outlet_of_the_table(row: list[str]) -> None:
    _, domain = row
    assert outlet_name(domain) != domain


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("edition.cnn.com", "cnn.com"),
        ("news.bbc.co.uk", "bbc.co.uk"),
        ("abcnews.go.com", "abcnews.go.com"),
        ("reeds.wordpress.com", "reeds.wordpress.com"),
        ("reeds.github.io", "reeds.github.io"),
        ("localhost", None),
        ("10.0.0.7", None),
        ("example", None),
    ],
)
def test_a_host_belongs_to_the_domain_that_somebody_registered(
    host: str, domain: str | None
) -> None:
    assert known_domain(host) == domain


def test_a_host_that_is_not_in_the_table_is_called_by_its_domain() -> None:
    assert outlet_name("fenherald.org") == "fenherald.org"


@pytest.mark.parametrize(
    ("name", "near", "domain"),
    [
        ("Agence France-Presse", None, "afp.com"),
        ("路透社", None, "reuters.com"),
        ("AGENCIA EFE", None, "efe.com"),
        ("El Universal", None, "eluniversal.com.mx"),
        ("La Prensa", None, None),
        ("La Prensa", "radiodelsur.hn", "laprensa.hn"),
        ("DN", "marismas.pt", "dn.pt"),
        ("DN", "hagern.se", "dn.se"),
        ("DN", None, None),
    ],
)
def test_a_name_that_several_share_is_the_one_of_the_country(
    name: str, near: str | None, domain: str | None
) -> None:
    found = outlet_named(name, near)
    assert (None if found is None else found.domain) == domain


def test_two_domains_of_one_outlet_are_one_publisher() -> None:
    assert known_domain("www.bbc.com") == known_domain("news.bbc.co.uk")
    assert same_publisher("huffpost.com", "huffingtonpost.com")


def test_an_outlet_is_found_by_its_name_with_or_without_the() -> None:
    assert domain_of_outlet("Guardian") == domain_of_outlet("the guardian") == "theguardian.com"
    assert domain_of_outlet("The Fen Herald") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("blog.fen.org", "www.fen.org", True),
        ("fenherald.org", "fenherald.co.uk", True),
        ("fenherald.org", "fenherald.staging-host.com", True),
        ("reeds.wordpress.com", "eels.wordpress.com", False),
        ("fen.org", "fen.net", False),
        (None, "fen.org", False),
    ],
)
def test_one_publisher_is_told_by_its_names(one: str | None, other: str, same: bool) -> None:
    assert same_publisher(one, other) is same
