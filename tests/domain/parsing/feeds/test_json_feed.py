import json
import time

import pytest
from pydantic import JsonValue

from schemas.article import Term
from tests.domain.parsing.feeds.reading import article, first, rules
from workers.domain.parsing.feeds.json_feed import JsonFeed, read_json_feed, single_json_entry


def feed(item: dict[str, JsonValue], **fields: JsonValue) -> JsonFeed:
    value: dict[str, JsonValue] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Fen Herald",
        "home_page_url": "https://fenherald.example/",
        "items": [item],
        **fields,
    }
    return read_json_feed(value, json.dumps(value).encode())


def test_an_item_gives_every_field_that_it_has() -> None:
    item: dict[str, JsonValue] = {
        "id": "41",
        "url": "https://fenherald.example/eels",
        "title": "Eels &amp; otters",
        "content_html": "<p>They came up.</p>",
        "summary": "The warden had not slept.",
        "image": "/eel.jpg",
        "date_published": "2026-03-01T09:30:00+01:00",
        "date_modified": "2026-03-02T00:00:00Z",
        "authors": [{"name": "Ada Mirren", "url": "https://fenherald.example/ada"}, {}],
        "tags": ["Rivers", "Rivers", 3],
        "language": "en-GB",
        "attachments": [{"url": "https://i.example/p.png", "mime_type": "image/png"}],
    }
    read = article(feed(item))
    assert (read.title, read.text) == ("Eels & otters", "They came up.")
    assert read.standfirst == "The warden had not slept."
    assert [image.url for image in read.images] == [
        "https://fenherald.example/eel.jpg",
        "https://i.example/p.png",
    ]
    assert [author.name for author in read.authors] == ["Ada Mirren"]
    assert read.tags == (Term(slug=None, name="Rivers"),)
    assert (str(read.published_at), str(read.modified_at), read.declared_language) == (
        "2026-03-01 08:30:00+00:00",
        "2026-03-02 00:00:00+00:00",
        "en-GB",
    )
    assert read.date_claims[0].source == "/items/0/date_published"


def test_version_1_has_one_author_and_the_feeds_stand_in() -> None:
    item: dict[str, JsonValue] = {
        "id": 7,
        "content_text": "One.\n\nTwo.",
        "author": {"name": "Ada"},
    }
    post = first(feed(item))
    assert [author.name for author in post.authors] == ["Ada"]
    assert [block.text for block in post.blocks] == ["One.", "Two."]
    assert post.identity == "feed:fenherald.example:7"
    inherited = first(feed({"id": "7"}, authors=[{"name": "Tom Reed"}]))
    assert rules(inherited, "authors") == ["feed_author"]


def test_plain_text_is_never_read_as_markup() -> None:
    assert first(feed({"id": "1", "content_text": "1 <b> 2"})).blocks[0].text == "1 <b> 2"


def test_the_page_elsewhere_that_an_item_is_about_may_be_its_origin() -> None:
    item: dict[str, JsonValue] = {
        "id": "1",
        "title": "x",
        "url": "https://fenherald.example/1",
        "external_url": "https://www.marshpost.example/eels",
    }
    read = article(feed(item))
    assert read.origin is not None
    assert (read.origin.domain, read.origin.confidence) == ("marshpost.example", 0.6)


@pytest.mark.parametrize("odd", [None, True, 3, 1.5, "", "x", [], [None, 1, "x", []], {}])
def test_fields_of_every_wrong_type_are_read_as_absent(odd: JsonValue) -> None:
    names = (
        *("id", "url", "external_url", "title", "content_html", "summary", "image", "authors"),
        *("date_published", "date_modified", "tags", "language", "attachments", "banner_image"),
    )
    item: dict[str, JsonValue] = {**dict.fromkeys(names, odd), "content_text": "Eels."}
    assert first(feed(item)).blocks
    assert first(feed(item, title=odd, authors=odd, language=odd, home_page_url=odd)).blocks
    assert first(single_json_entry(item, None, "/entry_json")).blocks


def test_the_letter_of_one_item_is_its_own_bytes() -> None:
    body = b'{"items": [1], "version": "v", "items": [ {"id":"a"} ,{"id": "b [,"} ]}'
    read = read_json_feed(json.loads(body), body)
    assert read.letter(1) == b'{"id": "b [,"}'


def test_the_letters_of_a_thousand_items_take_one_look_at_the_feed() -> None:
    items: list[JsonValue] = [{"id": str(number), "content_text": ""} for number in range(1_000)]
    value: dict[str, JsonValue] = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": items,
        "title": "x" * 1_000_000,
    }
    body = json.dumps(value).encode()
    began = time.process_time()
    read = read_json_feed(value, body)
    assert [json.loads(read.letter(number))["id"] for number in range(1_000)] == [
        str(number) for number in range(1_000)
    ]
    assert time.process_time() - began < 1
