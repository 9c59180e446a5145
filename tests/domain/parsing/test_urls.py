import pytest

from workers.domain.parsing.urls import absolute, as_written, cleaned, host_of

BASE = "https://www.marshpost.example/2026/eels/"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("HTTPS://Marsh.example:443/a/../b", "https://marsh.example/b"),
        ("/map", "https://www.marshpost.example/map"),
        ("map", "https://www.marshpost.example/2026/eels/map"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("mailto:desk@marsh.example", "mailto:desk@marsh.example"),
        (" https://marsh.example/a b ", "https://marsh.example/a%20b"),
        ("http://münchen.example/", "http://xn--mnchen-3ya.example/"),
        ("javascript:alert(1)", None),
        ("JaVaScript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("tel:5550142", None),
        ("http://", None),
        ("http://[", None),
        ("https://a\x00b/", None),
        ("x" * 9_000, None),
        ("", None),
    ],
)
def test_only_addresses_that_a_reader_may_follow_come_out(href: str, url: str | None) -> None:
    assert absolute(href, BASE) == url


def test_a_relative_address_without_a_base_is_none() -> None:
    assert absolute("/map", None) is None


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://Marsh.example/Ä?x=1", "https://Marsh.example/Ä?x=1"),
        ("https://marsh.example/a b", "https://marsh.example/a%20b"),
        ("ftp://marsh.example/", None),
        ("marsh.example/a", None),
        ("", None),
    ],
)
def test_a_posts_own_address_stays_as_written(written: str, url: str | None) -> None:
    assert as_written(written) == url


def test_a_host_has_no_www() -> None:
    assert host_of("https://WWW.Marsh.example/") == "marsh.example"
    assert host_of("mailto:a@b.example") is None


@pytest.mark.parametrize(
    "url",
    [
        "https://www.marsh.example/a/eels/",
        "http://marsh.example/a/eels",
        "https://m.marsh.example/a/eels?utm_source=x&fbclid=y#top",
        "https://amp.marsh.example/a/eels/amp/",
        "https://marsh.example/a/eels?amp=1",
    ],
)
def test_all_addresses_of_one_page_are_cleaned_to_one(url: str) -> None:
    assert cleaned(url) == "marsh.example/a/eels"


def test_what_names_the_page_stays() -> None:
    assert cleaned("https://marsh.example/?p=41&lang=en") == "marsh.example?lang=en&p=41"
