"""One post, however it came: by REST, in a feed, as a page."""

import re
from collections import Counter

import pytest
from pydantic import JsonValue

from schemas import decode
from schemas.article import Article, Term
from tests.stages.records import NORMALIZE, NOW, forwarded, record

HOST = "https://www.larkmouthherald.example"
LINK = f"{HOST}/2026/02/fish-market/"
TEXT = (
    "<p>The harbour board of Larkmouth voted on Tuesday night to close the old fish market, ending"
    " a dispute that had run for eleven years and through four mayors.</p>"
    "<p>Traders were told that they may stay until the spring. Nobody at the meeting, which"
    " lasted until midnight, could say where they would go after that.</p>"
    "<p>The board will meet again in June to hear what the traders have to say of it.</p>"
)
SENT: JsonValue = {
    "id": 41,
    "link": LINK,
    "type": "post",
    "status": "publish",
    "date_gmt": "2026-02-24T08:30:00",
    "title": {"rendered": "Fish market to close"},
    "content": {"rendered": TEXT},
    "class_list": ["post-41", "post", "category-news", "tag-harbour"],
}
FEED = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    f"<title>Larkmouth Herald</title><link>{HOST}/</link><generator>https://wordpress.org/?v=6.7</generator>"
    f"<item><title>Fish market to close</title><link>{LINK}?utm_source=rss</link>"
    f'<guid isPermaLink="false">{HOST}/?p=41</guid>'
    "<pubDate>Tue, 24 Feb 2026 08:30:00 +0000</pubDate>"
    "<category>News</category><category>Harbour</category><category>Fishing</category>"
    f"<content:encoded><![CDATA[{TEXT}]]></content:encoded></item></channel></rss>"
).encode()
FILED = (
    f'<a href="{HOST}/category/news/" rel="category tag">News</a>'
    f'<a href="{HOST}/tag/harbour/" rel="tag">Harbour</a>'
)


def shown(filed: str = FILED, aside: str = "") -> bytes:
    """The page of the post, as a theme of WordPress shows it."""
    return (
        "<!DOCTYPE html><html><head><title>Fish market to close | Larkmouth Herald</title>"
        f'<link rel="canonical" href="{LINK}"><link rel="shortlink" href="{HOST}/?p=41">'
        '<meta property="article:published_time" content="2026-02-24T08:30:00+00:00"></head>'
        '<body class="single single-post postid-41"><main>'
        '<article id="post-41" class="post-41 post category-news tag-harbour">'
        f'<h1>Fish market to close</h1><div class="entry-content">{TEXT}</div>'
        f'<footer class="entry-footer">{filed}</footer></article></main>{aside}</body></html>'
    ).encode()


def article_of(value: bytes | JsonValue) -> Article:
    """The one article that a record becomes."""
    (outcome,) = NORMALIZE.run(record(value), NOW)
    return decode(Article, forwarded(outcome).value)


def share(one: str, other: str) -> float:
    """F1 of the words that two texts have in common."""
    first, second = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    return 2 * (first & second).total() / (first.total() + second.total())


@pytest.mark.parametrize("value", [FEED, shown()], ids=["feed", "page"])
def test_a_post_has_one_name_one_text_and_one_moment_however_it_came(value: bytes) -> None:
    sent, came = article_of(SENT), article_of(value)
    assert came.article_id == sent.article_id
    assert came.title == sent.title
    assert came.published_at == sent.published_at
    assert share(came.text, sent.text) >= 0.98


def test_the_links_of_a_page_tell_what_it_is_filed_under() -> None:
    found = article_of(shown())
    assert found.sections == (Term(slug="news", name="News"),)
    assert found.tags == (Term(slug="harbour", name="Harbour"),)


def test_the_classes_of_a_posts_page_tell_it_where_no_link_does() -> None:
    found, sent = article_of(shown(filed="")), article_of(SENT)
    assert (found.sections, found.tags) == (sent.sections, sent.tags)
    assert found.sections == (Term(slug="news", name=None),)


def test_a_cloud_of_tags_beside_the_story_is_not_its_own() -> None:
    cloud = '<aside class="widget"><a rel="tag" href="/tag/opera/">Opera</a></aside>'
    assert article_of(shown(aside=cloud)) == article_of(shown())


def test_every_category_of_an_entry_is_kept() -> None:
    names = [term.name for term in article_of(FEED).tags]
    assert names == ["News", "Harbour", "Fishing"]
