import base64

import pytest

from schemas.article import Term
from tests.domain.parsing.feeds.reading import article, atom, first, rules


def test_an_entry_gives_every_field_that_it_has() -> None:
    read = article(
        atom(
            "<title type='html'>Eels &amp;amp; &lt;i>otters&lt;/i></title>"
            "<link href='https://fenherald.example/eels'/><id>tag:fenherald.example,2026:41</id>"
            "<published>2026-03-01T09:30:00+01:00</published><updated>2026-03-02T00:00:00Z</updated>"
            "<author><name>Ada Mirren</name><uri>https://fenherald.example/ada</uri></author>"
            "<category term='night-life' label='Night life'/><category term='Rivers'/>"
            "<summary>The warden had not slept.</summary>"
            "<content type='html'>&lt;p>They came up.&lt;/p></content>",
            attributes="xml:lang='en'",
        )
    )
    assert (read.title, read.text) == ("Eels & otters", "They came up.")
    assert read.standfirst == "The warden had not slept."
    assert str(read.published_at) == "2026-03-01 08:30:00+00:00"
    assert str(read.modified_at) == "2026-03-02 00:00:00+00:00"
    assert (read.authors[0].name, read.authors[0].url) == (
        "Ada Mirren",
        "https://fenherald.example/ada",
    )
    assert read.tags == (Term(slug="night-life", name="Night life"), Term(slug=None, name="Rivers"))
    assert read.declared_language == "en"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<title>AT&amp;T &lt;b></title>", "AT&T <b>"),
        ("<title type='text'>1 &lt; 2</title>", "1 < 2"),
        ("<title type='html'>&lt;b>Eels&lt;/b> &amp;amp; co</title>", "Eels & co"),
        (("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>The <b>eels</b></div>"
         "</title>"), "The eels"),
        ("<title><![CDATA[Eels & otters]]></title>", "Eels & otters"),
        ("<title>Eels &amp;#8217; otters</title>", "Eels ’ otters"),
        ("<title/>", None),
    ],
)  # fmt: skip
def test_a_title_is_what_its_type_says(title: str, shown: str | None) -> None:
    assert first(atom(title)).title == shown


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One &lt; two</p>"
         "<p>Three<br/>four</p></div></content>"), "One < two\n\nThree\nfour"),
        (("<content type='xhtml' xmlns:h='http://www.w3.org/1999/xhtml'><h:div><h:p>One</h:p>"
         "</h:div></content>"), "One"),
        ("<content type='text'>One &lt;p> two</content>", "One <p> two"),
        ("<content>One\n\nTwo</content>", "One\n\nTwo"),
        ("<content type='text/html' mode='escaped'>&lt;p>One&lt;/p></content>", "One"),
        ((f"<content type='text/html' mode='base64'>{base64.b64encode(b'<p>One</p>').decode()}"
         "</content>"), "One"),
        ("<content src='https://fenherald.example/eels.pdf' type='application/pdf'/>", ""),
        ("<content type='application/pdf'>JVBERi0xLjQK/w==</content>", ""),
    ],
)  # fmt: skip
def test_a_text_is_what_its_type_says(content: str, text: str) -> None:
    assert article(atom(f"<title>x</title>{content}")).text == text


def test_a_summary_that_stands_alone_is_a_part_of_the_text() -> None:
    read = article(atom("<title>x</title><summary>Rain is on its way.</summary>"))
    assert (read.text, read.access) == ("Rain is on its way.", "truncated")


def test_the_page_is_the_alternate_link_of_html() -> None:
    links = (
        "<link rel='enclosure' type='image/png' href='/a.png'/><link rel='self' href='/self'/>"
        "<link type='application/pdf' href='/eels.pdf'/><link type='text/html' href='/eels'/>"
        "<link rel='canonical' href='https://marshpost.example/eels'/>"
    )
    post = first(atom(f"<title>x</title>{links}"))
    assert post.url == "https://fenherald.example/eels"
    assert post.canonical_url == "https://marshpost.example/eels"
    assert [image.url for image in post.images] == ["https://fenherald.example/a.png"]


def test_relative_addresses_are_relative_to_the_nearest_base() -> None:
    feed = atom(
        "<link href='eels/'/><content type='html' xml:base='night/'>"
        "&lt;a href='otters'>Otters&lt;/a> &lt;img src='eel.jpg'></content>",
        attributes="xml:base='https://fenherald.example/'",
    ).replace(b"<entry>", b"<entry xml:base='2026/'>")
    read = article(feed)
    assert read.url == "https://fenherald.example/2026/eels/"
    assert [link.url for link in read.links] == ["https://fenherald.example/2026/night/otters"]
    assert [image.url for image in read.images] == ["https://fenherald.example/2026/night/eel.jpg"]


def test_an_entry_without_authors_has_those_of_its_source_or_its_feed() -> None:
    head = "<title>x</title><author><name>Ada Mirren</name></author>"
    inherited = first(atom("<title>x</title>", head))
    assert [author.name for author in inherited.authors] == ["Ada Mirren"]
    assert rules(inherited, "authors") == ["feed_author"]
    source = "<source><title>M</title><author><name>Tom Reed</name></author></source>"
    assert [author.name for author in first(atom(source, head)).authors] == ["Tom Reed"]


def test_the_source_that_an_aggregator_kept_is_the_origin() -> None:
    source = (
        "<source><title>The Marsh Post</title><link href='https://www.marshpost.example/'/>"
        "<id>tag:marshpost.example,2026:f</id></source>"
    )
    read = article(atom(f"<title>x</title><link href='https://fenherald.example/1'/>{source}"))
    assert read.origin is not None
    assert (read.origin.name, read.origin.domain) == ("The Marsh Post", "marshpost.example")


def test_an_id_for_everywhere_names_an_entry_without_a_page() -> None:
    assert first(atom("<id>urn:uuid:7</id>")).identity == "id:urn:uuid:7"


def test_updated_alone_is_no_date_of_publication() -> None:
    read = article(atom("<title>x</title><updated>2026-03-02T00:00:00Z</updated>"))
    assert read.published_at is None
    assert read.modified_at is not None


@pytest.mark.parametrize("space", ["http://purl.org/atom/ns#", ""])
def test_atom_of_other_days_is_read(space: str) -> None:
    feed = (
        f"<feed version='0.3' xmlns='{space}'><title>F</title><entry><title>T</title>"
        "<link rel='alternate' href='https://a.example/1'/><issued>2026-03-01T08:30:00Z</issued>"
        "<modified>2026-03-02T08:30:00Z</modified></entry></feed>"
    )
    read = article(feed.encode())
    assert (read.title, read.url) == ("T", "https://a.example/1")
    assert read.published_at is not None
    assert read.modified_at is not None
