import pytest

from schemas.article import Image, Publisher, Term
from schemas.dead_letter import Reason
from tests.domain.parsing.feeds.reading import article, first, rss, rules
from workers.domain.parsing.feeds.xml_feed import read_xml_feed
from workers.domain.rejection import PostRejected

FULL = (
    "<title>Eels &amp;amp; otters</title><link>https://fenherald.example/2026/eels/</link>"
    "<guid isPermaLink='false'>https://fenherald.example/?p=41</guid>"
    "<pubDate>Sun, 01 Mar 2026 09:30:00 +0100</pubDate><dc:creator>By Ada Mirren</dc:creator>"
    "<category>Rivers</category><category>Night life</category>"
    "<description>The warden had not slept.</description>"
    "<content:encoded><![CDATA[<p>They came up the river.</p><p>At night.</p>]]></content:encoded>"
)


def test_an_item_gives_every_field_that_it_has() -> None:
    read = article(rss(FULL))
    assert read.title == "Eels & otters"
    assert read.text == "They came up the river.\n\nAt night."
    assert read.standfirst == "The warden had not slept."
    assert [author.name for author in read.authors] == ["Ada Mirren"]
    assert str(read.published_at) == "2026-03-01 08:30:00+00:00"
    assert read.tags == (Term(slug=None, name="Rivers"), Term(slug=None, name="Night life"))
    assert read.publisher == Publisher(name="The Fen Herald", domain="fenherald.example")
    assert (read.declared_language, read.access, read.kind) == ("en-gb", "open", "feed_entry")
    assert read.date_claims[0].source == "/rss/channel/item/0/pubDate"


def test_the_guid_of_wordpress_names_the_post_as_rest_does() -> None:
    assert first(rss(FULL)).identity == "wordpress:fenherald.example:41"


@pytest.mark.parametrize(
    ("guid", "self_link", "identity"),
    [
        ("https://fenherald.example/blog/?p=7", "", "wordpress:fenherald.example/blog:7"),
        # the site has moved into a folder, and into another
        ("https://fenherald.example/?p=7", "https://fenherald.example/blog/feed/",
         "wordpress:fenherald.example/blog:7"),
        ("https://fenherald.example/old/?p=7", "https://fenherald.example/blog/tag/eels/feed/",
         "wordpress:fenherald.example/blog:7"),
        ("https://old.example/?p=7", "https://fenherald.example/blog/feed/",
         "wordpress:fenherald.example/blog:7"),
        ("https://fenherald.example/blog/?post_type=walk&amp;#038;p=7", "",
         "wordpress:fenherald.example/blog:7"),
        ("https://fenherald.example/blog/viewtopic.php?p=7", "", None),
        ("https://fenherald.example/blog/?p=7&amp;replytocom=3", "", None),
        ("7", "", None),
    ],
)  # fmt: skip
def test_a_number_counts_with_the_folder_of_its_site(
    guid: str, self_link: str, identity: str | None
) -> None:
    channel = f"<title>x</title><atom:link rel='self' href='{self_link}'/>"
    item = f"<link>https://fenherald.example/blog/eels/</link><guid>{guid}</guid>"
    assert first(rss(item, channel)).identity == identity


@pytest.mark.parametrize(
    ("item", "url", "rule"),
    [
        ("<link>https://a.example/1</link><guid>https://a.example/2</guid>",
         "https://a.example/1", []),
        ("<guid>https://a.example/2</guid>", "https://a.example/2", ["guid_is_permalink"]),
        ("<guid isPermaLink='true'>https://a.example/2</guid>", "https://a.example/2",
         ["guid_is_permalink"]),
        ("<guid isPermaLink='false'>https://a.example/2</guid>", None, []),
        ("<guid>tag-7</guid>", None, []),
        ("<link>/eels?a=1&amp;b=2</link>", "https://fenherald.example/eels?a=1&b=2", []),
        ("<link>https://a.example/?a=1&amp;amp;b=2</link>", "https://a.example/?a=1&b=2", []),
        ("<link> \n https://a.example/1\n</link>", "https://a.example/1", []),
        (("<link>http://feeds.example/~r/1</link>"
         "<feedburner:origLink>https://a.example/1</feedburner:origLink>"),
         "https://a.example/1", ["feedburner_original_link"]),
        ("<atom:link href='https://a.example/1'/>", "https://a.example/1", ["alternate_link"]),
        ("<atom:link rel='self' href='https://a.example/f'/><link>https://a.example/1</link>",
         "https://a.example/1", []),
        ("<link>javascript:alert(1)</link>", None, []),
    ],
)  # fmt: skip
def test_the_address_is_the_page_of_the_entry(item: str, url: str | None, rule: list[str]) -> None:
    post = first(rss(f"<title>x</title>{item}"))
    assert post.url == url
    if url is not None:
        assert rules(post, "url") == rule


def test_an_address_that_is_the_feeds_home_names_no_entry() -> None:
    one, two = (
        first(rss(f"<link>https://fenherald.example/</link><guid isPermaLink='false'>{n}</guid>"))
        for n in (1, 2)
    )
    assert one.identity != two.identity


def test_anchors_part_the_entries_of_one_page_and_counters_do_not() -> None:
    one, two, counted = (
        first(rss(f"<link>https://fenherald.example/log#{mark}</link>")).identity
        for mark in ("monday", "tuesday", "xtor=RSS-1")
    )
    assert one != two
    assert counted is None


def test_a_description_that_stands_alone_is_a_text_and_a_short_one_a_teaser() -> None:
    short = article(rss("<title>x</title><description>Rain is on its way.</description>"))
    assert (short.text, short.access) == ("Rain is on its way.", "truncated")
    whole = "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;"
    long = article(rss(f"<title>x</title><description>{whole}</description>"))
    assert (long.text, long.access) == ("One.\n\nTwo.", "open")


def test_a_cut_is_seen_above_the_line_that_a_plug_in_adds() -> None:
    html = (
        '<p>The eels came up [&amp;#8230;]</p><p>The post <a href="https://fenherald.example/e/">'
        'Eels</a> appeared first on <a href="https://fenherald.example">The Fen Herald</a>.</p>'
    )
    read = article(
        rss(
            "<title>Eels</title><link>https://fenherald.example/e/</link>"
            f"<description><![CDATA[{html}]]></description>"
        )
    )
    assert (read.text, read.access, read.origin) == ("The eels came up", "truncated", None)
    assert [removed.rule for removed in read.removed] == ["read_on", "own_footer"]


def test_a_standfirst_is_kept_without_the_line_that_a_plug_in_adds() -> None:
    description = (
        '<p>The warden had not slept.</p><p>The post <a href="https://fenherald.example/e/">Eels'
        '</a> appeared first on <a href="https://fenherald.example">The Fen Herald</a>.</p>'
    )
    read = article(
        rss(
            f"<title>Eels</title><description><![CDATA[{description}]]></description>"
            "<content:encoded><![CDATA[<p>They came up the river at night.</p>]]></content:encoded>"
        )
    )
    assert read.standfirst == "The warden had not slept."


def test_the_fuller_of_two_texts_is_the_text() -> None:
    long = "They came up the river at night, as they always do. " * 4
    read = article(
        rss(f"<title>x</title><content:encoded>Teaser.</content:encoded><description>{long}"
            "</description>")
    )  # fmt: skip
    assert read.text == long.strip()


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("<author>desk@fenherald.example (Ada Mirren)</author>", ["Ada Mirren"]),
        ("<author>Ada Mirren &lt;desk@fenherald.example&gt;</author>", ["Ada Mirren"]),
        ("<author>desk@fenherald.example</author>", []),
        ("<dc:creator>Ada Mirren and Tom Reed</dc:creator>", ["Ada Mirren", "Tom Reed"]),
        ("<dc:creator>Ada Mirren</dc:creator><dc:creator>Tom Reed</dc:creator>",
         ["Ada Mirren", "Tom Reed"]),
        ("<dc:creator>Marsh, Reed &amp; Sons</dc:creator>", ["Marsh, Reed & Sons"]),
        ("<dc:creator>admin</dc:creator>", []),
        ("<dc:creator>Ada Mirren, Staff Writer</dc:creator>", ["Ada Mirren"]),
        ("<atom:author><atom:name>Ada Mirren</atom:name></atom:author>", ["Ada Mirren"]),
    ],
)  # fmt: skip
def test_authors_are_names_and_no_addresses(author: str, names: list[str]) -> None:
    assert [person.name for person in first(rss(author)).authors] == names


@pytest.mark.parametrize(
    ("media", "images"),
    [
        (("<media:content url='/a.jpg' medium='image'><media:title>An eel</media:title>"
         "</media:content>"), [("https://fenherald.example/a.jpg", "An eel")]),
        ("<media:thumbnail url='https://i.example/t.png'/>", [("https://i.example/t.png", None)]),
        ("<enclosure url='https://i.example/e.jpg' type='image/jpeg' length='9'/>",
         [("https://i.example/e.jpg", None)]),
        ("<enclosure url='https://i.example/e.mp3' type='audio/mpeg' length='9'/>", []),
        (("<media:group><media:content url='https://i.example/v.mp4' type='video/mp4'/>"
         "<media:content url='https://i.example/p.webp'/></media:group>"),
         [("https://i.example/p.webp", None)]),
        ("<media:content url='javascript:alert(1)' medium='image'/>", []),
    ],
)  # fmt: skip
def test_pictures_of_every_kind_are_pictures(
    media: str, images: list[tuple[str, str | None]]
) -> None:
    found = first(rss(f"<title>x</title>{media}")).images
    assert found == tuple(Image(url=url, alt=alt, caption=None) for url, alt in images)


def test_a_date_that_nobody_can_read_is_kept_in_its_own_words() -> None:
    read = article(rss("<title>x</title><pubDate>soon after the flood</pubDate>"))
    assert read.published_at is None
    (claim,) = read.date_claims
    assert (claim.written, claim.instant, claim.wall_time) == ("soon after the flood", None, None)
    assert rules(read, "date_claims.0") == ["unreadable_date"]


@pytest.mark.parametrize("words", ["", "0000-00-00 00:00:00", "Thu, 01 Jan 1970 00:00:00 GMT"])
def test_a_date_that_says_there_is_none_is_none(words: str) -> None:
    assert first(rss(f"<pubDate>{words}</pubDate>")).dates == ()


def test_what_an_item_was_taken_from_is_its_origin() -> None:
    source = "<source url='https://www.marshpost.example/feed/'>The Marsh Post</source>"
    item = f"<title>x</title><link>https://fenherald.example/1</link>{source}"
    origin = article(rss(item)).origin
    assert origin is not None
    assert origin.name == "The Marsh Post"
    assert [evidence.kind for evidence in origin.evidence] == ["feed_source"]


def test_a_feed_that_names_itself_as_source_is_no_origin() -> None:
    source = "<source url='https://fenherald.example/feed/'>The Fen Herald</source>"
    item = f"<title>x</title><link>https://fenherald.example/1</link>{source}"
    assert article(rss(item)).origin is None


def test_a_feed_that_gathers_others_lends_them_no_name() -> None:
    read = first(rss("<title>x</title><link>https://elsewhere.example/1</link>"))
    assert read.publisher == Publisher(name=None, domain="elsewhere.example")


@pytest.mark.parametrize(
    ("title", "home", "name"),
    [
        ("Rivers – Fenherald", "https://fenherald.example/rivers/", "Fenherald"),
        ("Fen Herald » Rivers", "https://fenherald.example/rivers/", "Fen Herald"),
        ("Rivers - All the news", "https://fenherald.example/rivers/", None),
        ("All the news", "https://fenherald.example/", "All the news"),
    ],
)
def test_the_name_in_a_sections_title_is_the_sites(title: str, home: str, name: str | None) -> None:
    channel = f"<title>{title}</title><link>{home}</link>"
    post = first(rss("<link>https://fenherald.example/rivers/1</link>", channel))
    assert post.publisher == Publisher(name=name, domain="fenherald.example")


@pytest.mark.parametrize("mark", ["#comment-12", "eels/#comment-4711"])
def test_a_comment_is_no_post(mark: str) -> None:
    with pytest.raises(PostRejected) as refused:
        first(rss(f"<title>By: Tom</title><link>https://fenherald.example/{mark}</link>"))
    assert refused.value.reason is Reason.NOT_A_POST


OLD = (
    (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
     b' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
     b'<channel rdf:about="https://a.example/"><title>A</title><link>https://a.example/</link>'
     b'</channel><item rdf:about="https://a.example/1"><title>T</title>'
     b"<dc:date>2026-03-01T08:30:00Z</dc:date></item></rdf:RDF>"),
    (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
     b' xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>A</title></channel>'
     b"<item><title>T</title><link>https://a.example/1</link></item></rdf:RDF>"),
    (b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"'
     b' "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>'
     b"<item><title>T</title><link>https://a.example/1</link></item></channel></rss>"),
    (b'<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel>'
     b"<item><title>T</title><link>https://a.example/1</link></item></channel></rss>"),
    (b'<r:rss xmlns:r="http://purl.org/rss/1.0/"><r:channel><r:item><r:title>T</r:title>'
     b"<r:link>https://a.example/1</r:link></r:item></r:channel></r:rss>"),
)  # fmt: skip


@pytest.mark.parametrize("feed", OLD)
def test_every_version_of_rss_is_read(feed: bytes) -> None:
    post = first(feed)
    assert (post.title, post.url) == ("T", "https://a.example/1")


def test_the_letter_of_one_entry_is_its_feed_with_that_entry_alone() -> None:
    feed = rss("<title>One</title>").replace(
        b"</channel>", b"<item><title>Tw\xc3\xb6</title></item>\n</channel>"
    )
    letter = read_xml_feed(feed).letter(1)
    assert [first(letter).title, len(read_xml_feed(letter))] == ["Twö", 1]
    assert letter == feed.replace(b"<item><title>One</title></item>", b"")
