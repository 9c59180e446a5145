import csv
from importlib import resources

import pytest

from workers.domain.provenance.outlets import (
    domain_of_outlet,
    known_domain,
    outlet_name,
    registrable_domain,
    same_publisher,
)


def rows(name: str) -> list[list[str]]:
    text = resources.files("workers.domain.provenance").joinpath(name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_table_is_sorted_and_names_each_domain_once() -> None:
    domains = [row[0] for row in rows("outlets.tsv")]
    assert domains == sorted(set(domains))


@pytest.mark.parametrize("row", rows("outlets.tsv"), ids=lambda row: str(row[0]))
def test_each_row_is_a_domain_that_one_can_register_and_a_name(row: list[str]) -> None:
    domain, name = row
    assert known_domain(domain) == domain
    assert registrable_domain(domain) is not None
    assert name == name.strip() != ""


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
