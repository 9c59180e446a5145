"""Feeds that are not well formed, hostile, or in another charset."""

import gc
import time

import pytest

from schemas.dead_letter import Reason
from tests.domain.parsing.feeds.reading import article, first, rss, rules
from workers.domain.parsing.feeds.xml_feed import read_xml_feed
from workers.domain.rejection import PostRejected

ITEM = "<title>Eels</title><link>https://a.example/1</link><description>{}</description>"


@pytest.mark.parametrize(
    ("broken", "text"),
    [
        ("Fish & chips", "Fish & chips"),
        ("Fish &nbsp;&amp; chips &eacute;", "Fish & chips é"),
        ("<p>One<br>two</p><p>three</p>", "One\ntwo\n\nthree"),
        ("One \x01 two", "One two"),
        ("<p>One</b> two", "One two"),
        ("<![CDATA[One ]] > two]]>", "One ]] > two"),
        ("1 < 2 but not 3", "1 < 2 but not 3"),
        ("<p class=big id=a>One</p>", "One"),
    ],
)
def test_a_broken_text_is_read_as_far_as_it_can_be(broken: str, text: str) -> None:
    feed = rss(ITEM.format(broken) + "<pubDate>Sun, 01 Mar 2026 08:30:00 GMT</pubDate>")
    read = article(feed)
    assert (read.title, read.text, read.url) == ("Eels", text, "https://a.example/1")
    assert read.published_at is not None


def test_a_document_that_breaks_off_keeps_what_came_before() -> None:
    whole = rss(ITEM.format("One.") + "</item><item><title>Otters</title><description>Tw")
    feed = read_xml_feed(whole[: whole.index(b"Tw") + 2])
    assert [feed.entry(number).title for number in range(len(feed))] == ["Eels", "Otters"]


def test_an_item_that_was_never_closed_ends_where_the_next_begins() -> None:
    feed = read_xml_feed(rss(ITEM.format("One.") + "<item><title>Otters</title>"))
    assert [feed.entry(number).title for number in range(len(feed))] == ["Eels", "Otters"]


def test_what_was_broken_is_said() -> None:
    assert "malformed_xml" in rules(first(rss(ITEM.format("Fish & chips"))), "text")
    assert "malformed_xml" not in rules(first(rss(ITEM.format("Fish"))), "text")


def test_a_prefix_that_was_never_declared_means_what_it_says() -> None:
    feed = b"<rss><channel><item><dc:creator>Ada Mirren</dc:creator></item></channel></rss>"
    post = first(feed)
    assert [author.name for author in post.authors] == ["Ada Mirren"]
    feed = feed.replace(b"</item>", b"<description>Eels</description></item>")
    assert "undeclared_prefix" in rules(first(feed), "text")


def test_the_letter_of_a_broken_feed_has_the_bytes_of_its_entry() -> None:
    feed = rss("<title>Ö & o</title>").replace(
        b"</channel>", "<item><title>Zwölf & 12</title></item></channel>".encode()
    )
    assert "<item><title>Zwölf & 12</title></item>".encode() in read_xml_feed(feed).letter(1)
    assert "Ö" not in read_xml_feed(feed).letter(1).decode()


@pytest.mark.parametrize(
    ("charset", "declared", "rule"),
    [
        ("utf-8", "utf-8", None),
        ("windows-1251", "windows-1251", "charset_declared"),
        ("koi8-r", "koi8-r", "charset_declared"),
        ("utf-16", "utf-16", None),
        ("utf-16-le", "utf-16", None),
        ("utf-8", "iso-8859-1", "charset_not_as_declared"),
        ("windows-1251", "utf-8", "charset_guessed"),
        ("windows-1251", "no-such-charset", "charset_guessed"),
    ],
)
def test_a_feed_in_any_charset_is_read(charset: str, declared: str, rule: str | None) -> None:
    words = "Угри вернулись в реку, сказал смотритель. Никто не знает, сколько их."
    body = rss(f"<title>{words}</title><description>{words}</description>").decode()
    feed = f'<?xml version="1.0" encoding="{declared}"?>{body}'.encode(charset)
    post = first(feed)
    assert post.title == words
    assert [r for r in rules(post, "text") if r.startswith("charset")] == ([rule] if rule else [])


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(20))
    + b"]><rss><channel><item><title>&u;</title><description>&a; x</description></item>"
    b"</channel></rss>"
)


def test_entities_never_grow() -> None:
    began = time.process_time()
    post = first(BOMB)
    assert time.process_time() - began < 0.1
    assert post.title == "&u;"


@pytest.mark.parametrize(
    "entity", ['SYSTEM "file:///etc/hostname"', 'PUBLIC "x" "https://a.example/x"']
)
def test_nothing_outside_is_ever_opened(entity: str) -> None:
    feed = f"<!DOCTYPE r [<!ENTITY x {entity}>]><rss><item><title>&x;</title></item></rss>"
    assert first(feed.encode()).title == "&x;"


@pytest.mark.parametrize("close", [True, False])
def test_depth_is_bounded(close: bool) -> None:
    deep = "<a>" * 100_000 + ("</a>" * 100_000 if close else "")
    with pytest.raises(PostRejected) as refused:
        read_xml_feed(rss(f"<description>{deep}</description>"))
    assert refused.value.reason is Reason.TOO_DEEP


def test_tens_of_thousands_of_entries_are_counted_and_no_more() -> None:
    began = time.process_time()
    feed = read_xml_feed(rss("<title>x</title></item><item>" * 30_000))
    assert len(feed) == 30_001
    assert time.process_time() - began < 4
    with pytest.raises(PostRejected) as refused:
        read_xml_feed(rss("</item><item>" * 200_000))
    assert refused.value.reason is Reason.TOO_LARGE


PIECES = {
    "open tags": "<a ",
    "half tags": "<a b='",
    "quotes": "<a '\"",
    "ends": "</a>",
    "comments": "<!-- ",
    "types": "<!DOCTYPE [",
    "instructions": "<?x ",
    "sections": "<![CDATA[",
    "ampersands": "&amp",
    "signs": "<",
    "items": "<item>",
    "names": "<" + "a" * 30,
    "one name": "a",
    "spaces": " ",
    "colons": "a:",
}


@pytest.mark.parametrize("name", PIECES)
def test_reading_broken_xml_takes_time_in_proportion(name: str) -> None:
    def seconds(count: int) -> float:
        body = rss("<title>x</title></a><a" + PIECES[name] * count)
        gc.disable()  # it would walk all that the other tests have left
        began = time.process_time()
        try:
            feed = read_xml_feed(body)
            feed.entry(0)
        except PostRejected:
            pass
        finally:
            gc.enable()
        return time.process_time() - began

    once, fourfold = (min(seconds(count) for _ in range(3)) for count in (20_000, 80_000))
    assert fourfold < 12 * once + 0.2  # by the square it would be 16
    assert fourfold < 4
