"""What WordPress, its themes and its plug-ins do to a post, one quirk a test."""

from datetime import UTC, datetime

import pytest
from pydantic import JsonValue

from schemas.article import Article, Image, Publisher, Term
from tests.domain.parsing.posts import ABSENT, post, with_html
from workers.domain.article import assemble
from workers.domain.parsing.wordpress import parse_wordpress


def article(value: dict[str, JsonValue]) -> Article:
    return assemble(parse_wordpress(value, ""), "raw-posts/0/0", datetime(2026, 3, 10, tzinfo=UTC))


def blocks(html: str) -> list[tuple[str, str]]:
    got = article(with_html(html))
    return [(block.kind, got.text[block.start_char : block.end_char]) for block in got.blocks]


def rules(got: Article, field: str) -> list[str]:
    return [claim.rule for claim in got.claims if claim.field == field]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Eels&#8217; luck &#8211; again", "Eels’ luck – again"),
        ("Eels &amp; otters", "Eels & otters"),
        ("Eels&amp;#8217; luck", "Eels’ luck"),
        ("Eels &amp;amp;amp; otters", "Eels &amp; otters"),
        ("<em>Eels</em>", "Eels"),
        ("1984", "1984"),
        (1984, "1984"),
        ("&nbsp;Eels&nbsp;", "Eels"),
        ("A &lt;b&gt; tag", "A <b> tag"),
    ],
)
def test_a_title_is_shown_as_a_reader_sees_it(written: JsonValue, shown: str) -> None:
    assert article(post(title={"rendered": written})).title == shown
    assert article(post(title=written)).title == shown


def test_a_title_that_was_encoded_twice_is_said_to_have_been() -> None:
    assert rules(article(post(title={"rendered": "Eels&amp;#8217;"})), "title") == [
        "entities_decoded_twice"
    ]
    assert rules(article(post(title={"rendered": "Eels &amp; otters"})), "title") == []


def test_a_zero_gmt_date_leaves_the_local_one_without_a_moment() -> None:
    got = article(post(date_gmt="0000-00-00T00:00:00", modified_gmt="0000-00-00T00:00:00"))
    assert (got.published_at, got.modified_at) == (None, None)
    assert [claim.zone_known for claim in got.date_claims] == [False, False]


@pytest.mark.parametrize("meta", [[], {}, {"footnotes": ""}, None, ABSENT, "x"])
def test_meta_is_a_list_when_it_is_empty_and_costs_nothing(meta: JsonValue) -> None:
    assert article(post(meta=meta)).text


def test_an_author_that_is_zero_is_nobody() -> None:
    assert article(post(author=0, featured_media=0)).authors == ()


PHP: dict[str, JsonValue] = {
    "author": {"0": {"name": "Ada Mirren"}, "2": {"code": "rest_user_invalid_id", "message": "x"}},
    "wp:featuredmedia": {"1": {"source_url": "https://marshpost.example/eel.jpg"}},
    "wp:term": {"0": {"3": {"taxonomy": "category", "name": "Rivers", "slug": "rivers"}}},
}


def test_every_list_may_be_an_object_where_php_left_gaps() -> None:
    got = article(post(_embedded=PHP, categories={"1": 7}, tags={"0": 8}))
    assert [author.name for author in got.authors] == ["Ada Mirren"]
    assert got.images == (Image(url="https://marshpost.example/eel.jpg", alt=None, caption=None),)
    assert got.sections == (Term(slug="rivers", name="Rivers"),)


def test_errors_among_embedded_objects_are_nobody_and_nothing() -> None:
    error: JsonValue = {"code": "rest_forbidden", "message": "No.", "data": {"status": 401}}
    embedded: JsonValue = {
        "author": [error],
        "wp:featuredmedia": [error],
        "wp:term": [error, [error]],
    }
    got = article(post(_embedded=embedded))
    assert (got.authors, got.images, got.sections, got.tags) == ((), (), (), ())


def test_terms_of_a_sites_own_taxonomies_are_kept() -> None:
    embedded: JsonValue = {
        "wp:term": [
            [{"taxonomy": "news_category", "name": "Rivers", "slug": "rivers"}],
            [{"taxonomy": "species", "name": "Eel", "slug": "eel"}],
            [{"taxonomy": "post_format", "name": "Aside", "slug": "post-format-aside"}],
        ]
    }
    got = article(post(type="sighting", _embedded=embedded))
    assert got.sections == (Term(slug="rivers", name="Rivers"),)
    assert got.tags == (Term(slug="eel", name="Eel"),)
    assert rules(got, "tags") == ["custom_taxonomy"]


def test_ids_of_a_sites_own_taxonomy_find_their_slugs_among_the_classes() -> None:
    got = article(
        post(type="sighting", species=[4], class_list=["post-41", "type-sighting", "species-eel"])
    )
    assert got.tags == (Term(slug="eel", name=None),)


@pytest.mark.parametrize(
    ("field", "value", "declared", "rule"),
    [
        ("lang", "de", "de", "post_language"),
        ("yoast_head_json", {"og_locale": "pt_BR"}, "pt-BR", "yoast_locale"),
        ("yoast_head_json", {"schema": {"@graph": [{"@type": "WebPage", "inLanguage": "id"}]}},
         "id", "yoast_locale"),
        ("aioseo_head_json", {"og:locale": "fr_FR"}, "fr-FR", "seo_locale"),
    ],
)  # fmt: skip
def test_a_language_is_read_where_a_plug_in_declares_it(
    field: str, value: JsonValue, declared: str, rule: str
) -> None:
    got = article(post(**{field: value}))
    assert got.declared_language == declared
    assert rules(got, "declared_language") == [rule]


def test_other_seo_plug_ins_name_the_site_and_the_canonical_address() -> None:
    head: JsonValue = {
        "canonical_url": "https://first.example/eels/",
        "og:site_name": "The Marsh Post",
    }
    got = article(post(aioseo_head_json=head))
    assert got.canonical_url == "https://first.example/eels/"
    assert got.publisher == Publisher(name="The Marsh Post", domain="marshpost.example")


def test_a_plug_in_that_copies_feeds_says_where_from() -> None:
    meta: JsonValue = {
        "syndication_source": "The Fen Herald",
        "syndication_source_uri": "https://www.fenherald.example/",
    }
    got = article(post(meta=meta))
    assert got.origin is not None
    assert (got.origin.name, got.origin.domain) == ("The Fen Herald", "fenherald.example")
    link: JsonValue = {"wprss_item_permalink": "https://www.fenherald.example/eels"}
    assert article(post(meta=link)).origin is not None


def test_an_address_that_moved_to_https_or_another_host_is_the_same_post() -> None:
    ids = {
        article(post(guid={"rendered": guid})).article_id
        for guid in ("http://marshpost.example/?p=41", "http://old.example/?p=41", "41", "")
    }
    assert len(ids) == 1


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<!-- wp:paragraph {\"a\":1} --><p>Eels.</p><!-- /wp:paragraph -->",
         [("paragraph", "Eels.")]),
        ("<p>&lt;!-- wp:paragraph --&gt;Eels.</p>", [("paragraph", "Eels.")]),
        ("[vc_row][vc_column width=\"1/2\"]<p>Eels.</p>[/vc_column][/vc_row]",
         [("paragraph", "Eels.")]),
        ("<p>Eels. <img class='wp-smiley' alt='🐟' src='https://s.w.org/x.svg'></p>",
         [("paragraph", "Eels. 🐟")]),
        (("<div class='wp-caption'><img src='/e.jpg'><p class='wp-caption-text'>An eel.</p></div>"
         "<p>Eels.</p>"), [("caption", "An eel."), ("paragraph", "Eels.")]),
        (("<figure class='wp-block-gallery'><figure><img src='/1.jpg'><figcaption>One</figcaption>"
         "</figure><figure><img src='/2.jpg'></figure><figcaption>Both</figcaption></figure>"),
         [("caption", "One"), ("caption", "Both")]),
        (("<p>Eels.<sup data-fn='1' class='fn'><a href='#1' id='1-link'>1</a></sup></p>"
         "<ol class='wp-block-footnotes'><li id='1'>Of Europe. "
         "<a href='#1-link' aria-label='Jump'>↩︎</a></li></ol>"),
         [("paragraph", "Eels."), ("list_item", "Of Europe.")]),
        ("<p>Eels.</p><span id='more-41'></span><!--nextpage--><p>Otters.</p>",
         [("paragraph", "Eels."), ("paragraph", "Otters.")]),
        (("<figure class='wp-block-embed'><div class='wp-block-embed__wrapper'>"
         "https://video.example/1</div></figure><p>Eels.</p>"),
         [("embed", "https://video.example/1"), ("paragraph", "Eels.")]),
        (("<p>Eels.</p><blockquote class='wp-embedded-content'><a href='https://a.example/1'>"
         "Otters</a></blockquote><iframe class='wp-embedded-content' src='https://a.example/1'>"
         "</iframe>"), [("paragraph", "Eels."), ("embed", "Otters")]),
        ("<pre class='wp-block-code'><code>if x:\n    y()</code></pre>",
         [("code", "if x:\n    y()")]),
        (("<p>Eels.</p><div class='sharedaddy'><h3>Share this:</h3></div>"
         "<div id='jp-relatedposts' class='jp-relatedposts'>Related</div>"),
         [("paragraph", "Eels.")]),
        ("<p>AT&amp;amp;T and &amp;#8220;eels&amp;#8221;</p>", [("paragraph", "AT&T and “eels”")]),
    ],
)  # fmt: skip
def test_markup_of_every_sort_is_what_a_reader_sees(
    html: str, expected: list[tuple[str, str]]
) -> None:
    assert blocks(html) == expected


def test_an_excerpt_that_was_cut_is_no_standfirst_and_marks_no_cut_of_the_text() -> None:
    cut: JsonValue = {"rendered": "<p>They came up the river at night. [&hellip;]</p>"}
    got = article(post(excerpt=cut))
    assert (got.standfirst, got.access) == (None, "open")
    alone = article(with_html("", excerpt=cut))
    assert (alone.text, alone.access) == ("They came up the river at night.", "truncated")


def test_everything_that_may_be_missing_may_be_missing() -> None:
    gone = ("author", "status", "excerpt", "class_list", "meta", "modified", "modified_gmt", "type")
    assert article(post(**dict.fromkeys(gone, ABSENT))).text


def test_an_excerpt_that_begins_as_the_text_does_was_cut_from_it_however_it_is_encoded() -> None:
    text = "“The ferry’s last crossing was its longest,” said the mate, who had steered it."
    encoded = text.replace("“", "&#8220;").replace("”", "&#8221;").replace("’", "&#8217;")
    excerpt: JsonValue = {"rendered": f"<p>{encoded[:-10]}</p>", "protected": False}
    assert parse_wordpress(with_html(f"<p>{text}</p>", excerpt=excerpt), "").excerpt is None
