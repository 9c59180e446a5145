import json

import pytest
from pydantic import JsonValue

from schemas.article import Article
from tests.domain.parsing.page.probe import page
from tests.domain.parsing.page.probes_one import STORY
from tests.domain.parsing.page.reading import ARRIVED, article_of
from tests.golden.examples import RAW
from workers.domain.article import assemble
from workers.domain.parsing.wordpress import parse_wordpress

CANONICAL = '<link rel="canonical" href="https://www.fenpost.example/2024/eels">'


def rest_example() -> Article:
    post = json.loads((RAW / "wordpress-embedded.json").read_bytes())
    return assemble(parse_wordpress(post, ""), "raw-posts/0/0", ARRIVED)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.lanternbaycourier.example/2026/02/24/ferry-aground-varne/",
        "https://m.lanternbaycourier.example/2026/02/24/ferry-aground-varne/?utm_source=a#top",
        "https://www.lanternbaycourier.example/?p=2218",
        "",
    ],
)
def test_a_post_and_its_page_are_one_article_with_one_text(url: str) -> None:
    html = (RAW / "page-wordpress.html").read_text("utf-8")
    shown, sent = article_of(html, url), rest_example()
    assert shown.article_id == sent.article_id
    assert (shown.title, shown.text) == (sent.title, sent.text)
    assert shown.published_at == sent.published_at


@pytest.mark.parametrize("mark", ["shortlink", "json", "body class"])
def test_each_mark_of_wordpress_tells_the_number_of_the_post_by_itself(mark: str) -> None:
    heads = {
        "shortlink": '<link rel="shortlink" href="https://www.fenpost.example/?p=41">',
        "json": '<link rel="alternate" type="application/json"'
        ' href="https://www.fenpost.example/wp-json/wp/v2/posts/41">',
        "body class": '<meta name="generator" content="WordPress 6.7">',
    }
    html = page(heads[mark], f"<h1>Eels</h1>{STORY}")
    if mark == "body class":
        html = html.replace("<body>", '<body class="single single-post postid-41">')
    post: dict[str, JsonValue] = {"id": 41, "link": "https://www.fenpost.example/2024/eels/"}
    sent = assemble(
        parse_wordpress({**post, "title": {"rendered": "Eels"}}, ""), "raw-posts/0/0", ARRIVED
    )
    assert article_of(html, "https://www.fenpost.example/2024/eels/").article_id == sent.article_id


@pytest.mark.parametrize(
    "url",
    [
        "https://www.fenpost.example/2024/eels/",
        "http://fenpost.example/2024/eels?utm_medium=x&fbclid=y#comments",
        "https://m.fenpost.example/2024/eels",
        "https://amp.fenpost.example/2024/eels",
        "https://www.fenpost.example/amp/2024/eels/",
        "https://www.fenpost.example/2024/eels/amp/",
        "https://www.fenpost.example/2024/eels?amp=1",
        "https://www.fenpost.example/2024/eels?outputType=amp",
    ],
)
def test_all_addresses_of_a_page_name_one_article(url: str) -> None:
    html = page("", f"<h1>Eels</h1>{STORY}")
    plain = article_of(html, "https://www.fenpost.example/2024/eels")
    assert article_of(html, url).article_id == plain.article_id


def test_the_canonical_address_names_the_article_wherever_the_page_was_found() -> None:
    html = page(CANONICAL, f"<h1>Eels</h1>{STORY}")
    found = article_of(html, "https://www.fenpost.example/print.php?article=77")
    assert found.article_id == article_of(html, "https://fenpost.example/2024/eels/").article_id
    assert found.url == "https://www.fenpost.example/print.php?article=77"


def test_another_publishers_canonical_address_does_not_name_the_copy() -> None:
    html = page(CANONICAL, f"<h1>Eels</h1>{STORY}")
    copied = article_of(html, "https://coastdigest.example/eels")
    assert copied.article_id != article_of(html, "https://fenpost.example/2024/eels").article_id
    assert copied.canonical_url == "https://www.fenpost.example/2024/eels"


def test_a_front_page_called_canonical_names_no_article() -> None:
    head = '<link rel="canonical" href="https://www.fenpost.example/">'
    one = article_of(page(head, STORY), "https://www.fenpost.example/a")
    other = article_of(page(head, STORY), "https://www.fenpost.example/b")
    assert one.article_id != other.article_id


def test_a_page_that_comes_bare_is_where_it_says_that_it_is() -> None:
    bare = article_of(page(CANONICAL, f"<h1>Eels</h1>{STORY}"))
    assert bare.url == "https://www.fenpost.example/2024/eels"
    assert bare.publisher is not None
    assert bare.publisher.domain == "fenpost.example"
