import pytest

from schemas.dead_letter import Reason
from workers.domain.parsing.fragment import MOST_TAGS, plain_text_of, read_fragment
from workers.domain.parsing.post import FoundBlock, FoundLink
from workers.domain.rejection import PostRejected


def kinds(html: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_fragment(html).blocks]


def test_each_element_becomes_the_block_that_a_reader_sees() -> None:
    html = (
        "<p>One.</p><h3>Two</h3><ul><li>Three<ul><li>Four</li></ul></li></ul>"
        "<blockquote><p>Five</p></blockquote><figure><figcaption>Six</figcaption></figure>"
        "<pre>a = 1\n\n    b = 2</pre>"
    )
    assert kinds(html) == [
        ("paragraph", "One."),
        ("heading", "Two"),
        ("list_item", "Three"),
        ("list_item", "Four"),
        ("quote", "Five"),
        ("caption", "Six"),
        ("code", "a = 1\n    b = 2"),
    ]


def test_text_between_blocks_is_a_paragraph_of_its_own() -> None:
    assert kinds("before<p>within</p>after") == [
        ("paragraph", "before"),
        ("paragraph", "within"),
        ("paragraph", "after"),
    ]


def test_inline_elements_do_not_part_words() -> None:
    assert kinds("<p>un<b>believ</b>able <em>but</em> true</p>") == [
        ("paragraph", "unbelievable but true")
    ]


def test_one_line_break_stays_and_two_part_blocks() -> None:
    assert kinds("<p>a<br>b<br/><br/>c</p>") == [("paragraph", "a\nb"), ("paragraph", "c")]


def test_white_space_of_every_sort_becomes_one_space() -> None:
    assert kinds("<p>\n  a&nbsp;\t b\u3000c\u200b </p>") == [("paragraph", "a b c")]


def test_empty_blocks_leave_nothing() -> None:
    assert kinds("<p></p><p>&nbsp;</p><div><p> </p></div>") == []


def test_references_encoded_twice_are_decoded_and_said_so() -> None:
    fragment = read_fragment("<p>Calloway&amp;#8217;s &amp;hellip; &amp;notaname;</p>")
    assert fragment.blocks[0].text == "Calloway’s … &notaname;"
    assert fragment.decoded_twice


def test_markup_that_a_text_talks_about_stays_text() -> None:
    assert kinds("<p>Write &amp;lt;b&amp;gt; for bold</p>") == [
        ("paragraph", "Write &lt;b&gt; for bold")
    ]


def test_an_emoji_picture_becomes_the_character_and_no_image() -> None:
    fragment = read_fragment('<p>Hi <img class="wp-smiley" alt="😀" src="x.png"></p>')
    assert fragment.blocks[0].text == "Hi 😀"
    assert fragment.images == ()


def test_a_picture_keeps_its_alternative_text_and_caption() -> None:
    html = '<figure><img src="/a.jpg" alt=" A  quay "><figcaption>The quay</figcaption></figure>'
    (image,) = read_fragment(html).images
    assert (image.src, image.alt, image.caption) == ("/a.jpg", "A quay", "The quay")


def test_a_picture_that_a_script_loads_later_is_found() -> None:
    html = '<img src="data:image/gif;base64,AA" data-src="https://x.example/b.jpg">'
    assert read_fragment(html).images[0].src == "https://x.example/b.jpg"


@pytest.mark.parametrize(
    "html", ['<img src="https://x.example/t.gif" width="1" height="1">', '<img alt="no source">']
)
def test_a_counting_pixel_is_no_picture(html: str) -> None:
    assert read_fragment(html).images == ()


def test_a_link_stands_with_its_block_and_its_words() -> None:
    (block,) = read_fragment('<p>See <a href="/b">the <b>map</b></a> now</p>').blocks
    assert block == FoundBlock("paragraph", "See the map now", (FoundLink("/b", "the map"),))


def test_a_link_round_a_picture_has_no_words() -> None:
    blocks = read_fragment('<p>Words</p><a href="/p"><img src="a.jpg"></a><p>More</p>').blocks
    assert [block.links for block in blocks] == [(), (FoundLink("/p", ""),)]


def test_a_link_round_a_whole_heading_belongs_to_it() -> None:
    (block,) = read_fragment('<a href="/h"><h2>Head</h2></a>').blocks
    assert block.links == (FoundLink("/h", "Head"),)


def test_scripts_and_styles_vanish_without_a_trace() -> None:
    fragment = read_fragment("<style>p{}</style><p>a</p><script>alert(1)</script>")
    assert kinds("<style>p{}</style><p>a</p><script>alert(1)</script>") == [("paragraph", "a")]
    assert fragment.removed == ()


@pytest.mark.parametrize(
    ("html", "rule", "text"),
    [
        ('<div class="sharedaddy sd-block">Share this</div>', "share_buttons", "Share this"),
        ('<p style="display: none">no one sees me</p>', "hidden_text", "no one sees me"),
        ('<p style="DISPLAY: NONE">nor in capitals</p>', "hidden_text", "nor in capitals"),
        ("<div hidden>nor me</div>", "hidden_text", "nor me"),
        ('<span class="screen-reader-text">aside</span>', "hidden_text", "aside"),
        ("<form>Join us<script>x()</script></form>", "form", "Join us"),
        ('<iframe src="https://v.example/1"></iframe>', "embed", "https://v.example/1"),
        ('<p>x<sup><a href="#fn1">1</a></sup></p>', "footnote_mark", "1"),
    ],
)
def test_what_is_kept_out_is_on_record(html: str, rule: str, text: str) -> None:
    (removed,) = read_fragment(html).removed
    assert (removed.rule, removed.text) == (rule, text)


def test_another_sites_post_is_an_embed() -> None:
    assert kinds('<blockquote class="twitter-tweet"><p>hello</p>— A</blockquote>') == [
        ("embed", "hello"),
        ("embed", "— A"),
    ]


def test_a_table_of_data_is_one_block_with_a_line_a_row() -> None:
    html = "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Selm</td><td>4</td></tr></table>"
    assert kinds(html) == [("table", "Port | Ships\nSelm | 4")]


def test_a_table_that_only_lays_out_is_read_through() -> None:
    html = "<table><tr><td><p>a</p><p>b</p></td></tr></table>"
    assert kinds(html) == [("paragraph", "a"), ("paragraph", "b")]


def test_depth_of_markup_costs_nothing() -> None:
    assert kinds("<div>" * 490 + "deep") == [("paragraph", "deep")]


def test_markup_of_too_many_tags_is_refused() -> None:
    with pytest.raises(PostRejected) as refused:
        read_fragment("<b>" * (MOST_TAGS + 1))
    assert refused.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Plain", "Plain"),
        ("A &#8216;b&#8217; &amp;amp; c", "A ‘b’ & c"),
        ("<em>One</em> two<br>three", "One two three"),
        ("  ", ""),
    ],
)
def test_a_title_is_one_line_of_text(html: str, text: str) -> None:
    assert plain_text_of(html) == text
