import json

import pytest
from pydantic import JsonValue

from schemas.dead_letter import Reason
from schemas.raw_post import HtmlPage, PlainText
from tests.domain.parsing.posts import post
from workers.domain.parsing.feeds.feed import FeedPost
from workers.domain.parsing.feeds.json_feed import JsonFeed
from workers.domain.parsing.feeds.xml_feed import XmlFeed
from workers.domain.parsing.mastodon.shapes import Status
from workers.domain.parsing.opening import ManyPosts, OnePost, open_record
from workers.domain.parsing.recognise import recognise
from workers.domain.rejection import PostRejected

EVENT = "application/cloudevents+json"


def kind_of(value: bytes, content_type: str | None = None) -> str:
    """`wordpress` or `text`, or the reason for which it is refused."""
    try:
        opened = open_record(value, content_type)
        match opened:
            case ManyPosts(values=values):
                return f"{len(values)} posts"
            case XmlFeed() | JsonFeed():
                return "entry" if opened.single else f"{len(opened)} entries"
            case OnePost():
                found = recognise(opened)
    except PostRejected as refused:
        return refused.reason.value
    match found.post:
        case PlainText():
            return "text"
        case HtmlPage():
            return "page"
        case FeedPost():
            return "entry"
        case Status():
            return "status"
        case _:
            return "wordpress"


def as_json(value: JsonValue) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (as_json(post()), "wordpress"),
        (b"\xef\xbb\xbf" + as_json(post()), "wordpress"),
        (b"\n  " + as_json(post()) + b"\n", "wordpress"),
        (as_json({"kind": "wordpress_post", "post": post()}), "wordpress"),
        (as_json({"kind": "plain_text", "text": "Rain."}), "text"),
        (as_json({"kind": "plain_text", "text": "Rain.", "unheard_of": 1}), "text"),
        (as_json([post(), post()]), "2 posts"),
        (b"Rain fell on the harbour.", "text"),
        (b"[The treaty] holds, she said.", "text"),
        (b'"We will rebuild," he said.', "text"),
        (b"1984 was a dry year.", "text"),
        (b"<3 from the harbour", "text"),
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"[]", "empty"),
        (b"[1, 2]", "unknown_shape"),
        (b"17", "unknown_shape"),
        (b'"a JSON string"', "unknown_shape"),
        (b"null", "unknown_shape"),
        (b"{}", "unknown_shape"),
        (b'{"kind": ["plain_text"]}', "unknown_shape"),
        (b'{"kind": "telegram", "text": "Rain."}', "unknown_shape"),
        (b'{"id": 4, "title": {"rende', "unreadable_json"),
        (b'{"a": 1e999}', "unreadable_json"),
        (b'{"kind": "plain_text"}', "contract_violation"),
        (b"[" * 100_000, "too_deep"),
        (b'{"a":' * 100_000, "too_deep"),
        (b"\xff\xfeR\x00", "text"),
        (b"\x93\xff\x00\xfe\x8d", "undecodable_text"),
        (b"<!DOCTYPE html><html></html>", "page"),
        (b"<p>a fragment</p>", "page"),
        (b'<?xml version="1.0"?><rss></rss>', "empty"),
        (b"<feed xmlns='x'></feed>", "empty"),
        (b"<rss><channel><item/><item/></channel></rss>", "2 entries"),
        (b"\n<!-- x --><!DOCTYPE rss [<!ENTITY a 'b'>]><rss><item/></rss>", "1 entries"),
        ("<feed><entry/></feed>".encode("utf-16"), "1 entries"),
        (b"<b>Warning</b>: x\n<?xml version='1.0'?><rss><item/></rss>", "1 entries"),
        (b"Notice: x\n<?xml version='1.0'?><feed><entry/></feed>\n", "1 entries"),
        (b"<item><title>x</title></item>", "entry"),
        (b"<entry xmlns='http://www.w3.org/2005/Atom'/>", "entry"),
        (b"<?xml version='1.0'?><svg/>", "unsupported_kind"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html/>", "page"),
        (as_json({"kind": "html_page", "html": "<p>", "url": "u"}), "page"),
        (as_json({"kind": "feed_entry", "entry_xml": "<item/>"}), "entry"),
        (as_json({"kind": "feed_entry", "entry_json": {"id": "1"}}), "entry"),
        (
            as_json({"kind": "feed_entry", "entry_xml": "<rss><item/><item/></rss>"}),
            "contract_violation",
        ),
        (as_json({"kind": "feed_entry"}), "contract_violation"),
        (as_json({"kind": "mastodon_status", "status": {}}), "unknown_shape"),
        (as_json({"kind": "mastodon_status", "status": {"account": {}, "uri": "u"}}), "status"),
        (as_json({"version": "https://jsonfeed.org/version/1.1", "items": []}), "empty"),
        (as_json({"version": "https://jsonfeed.org/version/1", "items": [{}]}), "1 entries"),
        (as_json({"id": "1", "content_html": "<p>x"}), "entry"),
        (as_json({"id": "1", "uri": "u", "account": {}, "content": "<p>"}), "status"),
        (as_json({"@context": "https://www.w3.org/ns/activitystreams", "type": "Note"}), "status"),
        (
            as_json({"@context": "c", "type": "OrderedCollectionPage", "orderedItems": [{}, {}]}),
            "2 posts",
        ),
    ],
)
def test_a_record_is_what_its_first_characters_and_shape_say(value: bytes, kind: str) -> None:
    assert kind_of(value) == kind


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"code": "rest_no_route", "message": "No route", "data": {}}, "wordpress_error"),
        ({"id": 3, "name": "M", "slug": "m", "avatar_urls": {}}, "not_a_post"),
        ({"id": 4, "name": "World", "slug": "world", "taxonomy": "category"}, "not_a_post"),
        ({"id": 5, "title": {"rendered": "p"}, "media_type": "image", "source_url": "u"},
         "not_a_post"),
        ({**post(), "type": "attachment"}, "not_a_post"),
        ({**post(), "type": "wp_block"}, "not_a_post"),
        ({"id": 6, "post": 41, "author_name": "A", "content": {"rendered": "c"}}, "not_a_post"),
        ({"version": "1.0", "type": "rich", "provider_name": "P", "html": "h"}, "not_a_post"),
        ({"name": "Posts", "hierarchical": False, "rest_base": "posts", "taxonomies": []},
         "not_a_post"),
        ({"namespaces": [], "routes": {}}, "not_a_post"),
        ({"@type": "NewsArticle", "headline": "h"}, "unknown_shape"),
    ],
)  # fmt: skip
def test_other_objects_are_told_from_posts(value: dict[str, JsonValue], reason: str) -> None:
    assert kind_of(as_json(value)) == reason


def test_a_post_of_any_type_is_a_post() -> None:
    assert kind_of(as_json({**post(), "type": "testimonial"})) == "wordpress"


def test_a_field_of_an_error_object_never_reaches_the_detail_unquoted() -> None:
    value: dict[str, JsonValue] = {"code": "a b\n" * 100, "message": "m"}
    with pytest.raises(PostRejected) as refused:
        recognise(OnePost(value, is_text=False))
    assert refused.value.reason is Reason.WORDPRESS_ERROR
    assert "\n" not in refused.value.detail
    assert len(refused.value.detail) < 140


@pytest.mark.parametrize(
    ("value", "content_type", "kind"),
    [
        (b'{"weather": "rain"}', "text/plain; charset=utf-8", "text"),
        (b"Rain.", "application/json", "unreadable_json"),
        (as_json(post()), "application/json", "wordpress"),
        (as_json(post()), "application/vnd.example+json", "wordpress"),
        (as_json(post()), "application/octet-stream", "wordpress"),
        (b"<rss><item/></rss>", "application/rss+xml", "1 entries"),
        (b"<html/>", "application/xml", "unsupported_kind"),
        (as_json({"version": "https://jsonfeed.org/version/1", "items": [{}]}),
         "application/feed+json", "1 entries"),
        ("Дождь".encode("cp1251"), "text/plain; charset=windows-1251", "text"),
        (as_json({"specversion": "1.0", "data": "<rss><item/></rss>"}), EVENT, "1 entries"),
        (b"Rain", "text/html", "page"),
        (as_json({"specversion": "1.0", "data": post()}), EVENT, "wordpress"),
        (as_json({"specversion": "1.0", "data": "Rain."}), EVENT, "text"),
        (as_json({"specversion": "1.0", "data": [post()]}), None, "1 posts"),
        (as_json({"specversion": "1.0"}), EVENT, "unknown_shape"),
    ],
)  # fmt: skip
def test_a_content_type_decides_where_it_is_given(
    value: bytes, content_type: str | None, kind: str
) -> None:
    assert kind_of(value, content_type) == kind


def test_pointers_lead_to_where_the_post_stands() -> None:
    bare = open_record(as_json(post()), None)
    event = open_record(as_json({"specversion": "1.0", "data": post()}), None)
    envelope = open_record(as_json({"kind": "wordpress_post", "post": post()}), None)
    assert isinstance(bare, OnePost)
    assert isinstance(event, OnePost)
    assert isinstance(envelope, OnePost)
    assert [recognise(one).at for one in (bare, event, envelope)] == ["", "/data", "/post"]


def test_lone_surrogates_are_repaired_and_cost_no_post() -> None:
    value = as_json(post()).replace(b"The eels", b"The \\ud83d eels")
    opened = open_record(value, None)
    assert isinstance(opened, OnePost)
    assert isinstance(opened.value, dict)
    assert "eels are back" in str(opened.value["title"])
    assert str(opened.value["title"]).encode("utf-8")
