import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from schemas.codec import encode
from tests.domain.articles import enriched_article
from workers.domain.letters.letter import Letter
from workers.domain.letters.selection import Selection
from workers.domain.letters.site import is_of_site, site_of

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
LETTER = Letter(
    place="raw-posts-dlq/0/0",
    topic="raw-posts",
    partition=0,
    source="raw-posts/0/1",
    key=b"k1",
    value=b'{"link": "https:\\/\\/www.Coast.example\\/a", "title": "Caf\\u00e9 Sails"}',
    headers=(),
    timestamp_ms=int(NOON.timestamp() * 1000),
    reason="unreadable_date",
    detail="date_gmt is 'soon'; expected a date",
    stage="normalize",
    version="0.1.0",
    replays=0,
)


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        (Selection(), True),
        (Selection(reasons=frozenset({"empty", "unreadable_date"})), True),
        (Selection(reasons=frozenset({"empty"})), False),
        (Selection(stages=frozenset({"enrich"})), False),
        (Selection(since=NOON), True),
        (Selection(since=NOON + timedelta(seconds=1)), False),
        (Selection(until=NOON), False),
        (Selection(until=NOON + timedelta(seconds=1)), True),
        (Selection(key=b"k1"), True),
        (Selection(key=b"k"), False),
        (Selection(site="coast.example"), True),
        (Selection(site="oast.example"), False),
        (Selection(text="café SAILS"), True),
        (Selection(text="https://www.coast.example/a"), True),
        (Selection(text="DATE_GMT is"), True),
        (Selection(text="ferry"), False),
        (Selection(reasons=frozenset({"unreadable_date"}), text="ferry"), False),
    ],
)
def test_a_letter_is_meant_when_every_condition_holds(selection: Selection, taken: bool) -> None:
    assert selection.takes(LETTER) is taken


def test_text_outside_the_basic_plane_is_found_where_json_escaped_it() -> None:
    escaped = replace(LETTER, value=b'"\\ud83c\\udf09 opens"')
    assert Selection(text="🌉 opens").takes(escaped)


@pytest.mark.parametrize(
    ("value", "site"),
    [
        (b'{"id": 1, "link": "https://a.example/x", "guid": {"rendered": "http://b.example"}}',
         "a.example"),
        (b'{"guid": {"rendered": "http://www.b.example/?p=3"}}', "b.example"),
        (b'{"kind": "wordpress_post", "post": {"link": "https://c.example/"}}', "c.example"),
        (b'{"text": "see https://z.example", "publisher": {"domain": "WWW.d.example"}}',
         "d.example"),
        (b'[{"link": "https://e.example/1"}, {"link": "https://f.example"}]', "e.example"),
        (b'{"link": "https:\\/\\/g.example\\/cut-of', "g.example"),
        (b"<rss><link>https://h.example/feed</link>", "h.example"),
        (b"https://i.example. A text", "i.example"),
        (b"no address at all", None),
        (b'{"link": null, "url": 7}', None),
        (b"\xff\xfe", None),
        (b"", None),
        (None, None),
    ],
)  # fmt: skip
def test_the_site_is_the_posts_own_address_or_the_first_one_there_is(
    value: bytes | None, site: str | None
) -> None:
    assert site_of(value) == site


def test_an_article_that_was_buried_is_of_its_own_site() -> None:
    assert site_of(encode(enriched_article())) == "harbour.example"


def test_a_site_takes_those_below_it_and_no_others() -> None:
    value = b'{"link": "https://blog.coast.example/a"}'
    assert is_of_site(value, "coast.example")
    assert is_of_site(value, "www.coast.example")
    assert not is_of_site(value, "blog")
    assert not is_of_site(b"nothing", "coast.example")


def test_the_site_of_eight_megabytes_is_found_in_time() -> None:
    began = time.process_time()
    assert site_of(b"https:/" * (1 << 20)) is None
    assert site_of(b'"' + b"http://" + b"a" * (8 << 20)) is not None
    assert time.process_time() - began < 2
