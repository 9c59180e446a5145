import sys

import pytest

from schemas.dead_letter import Reason
from tests.domain.parsing.page.probe import page
from tests.domain.parsing.page.probes_one import STORY
from tests.domain.parsing.page.reading import article_of, rules_of
from workers.domain.parsing.page.library import library
from workers.domain.rejection import PostRejected

URL = "https://fenpost.example/eels"


def blocks_of(html: str) -> list[tuple[str, str]]:
    article = article_of(html, URL)
    return [
        (block.kind, article.text[block.start_char : block.end_char]) for block in article.blocks
    ]


def removed_from(html: str) -> set[str]:
    return {removed.rule for removed in article_of(html, URL).removed}


def test_menus_side_bars_comments_and_scripts_are_not_the_text() -> None:
    before = "<nav><a href='/'>Home</a></nav>"
    after = (
        "<aside class='sidebar'><p>Pier to reopen in May, the council says.</p></aside>"
        "<div id='comments'><p>Glad to hear it, says a reader.</p></div>"
        "<script>document.write('<p>Buy now</p>')</script>"
    )
    html = page("", f"{before}<article><h1>Eels</h1>{STORY}</article>{after}")
    words = article_of(html, URL).text
    assert words.startswith("The harbour board of Larkmouth voted")
    assert words.endswith("The board will meet again in June.")


def test_headings_lists_quotes_and_tables_keep_their_kinds() -> None:
    body = (
        "<h2>What happens next</h2><ul><li>The stalls close in March.</li>"
        "<li>The hall is sold.</li></ul><blockquote><p>Nobody asked us, said Ada Brook.</p>"
        "</blockquote><table><tr><td>Stalls</td><td>41</td></tr><tr><td>Halls</td><td>2</td></tr>"
        "</table><p>The mayor declined to comment on any of it.</p>"
    )
    kinds = {
        words: kind
        for kind, words in blocks_of(page("", f"<article><h1>Eels</h1>{STORY}{body}</article>"))
    }
    assert kinds["What happens next"] == "heading"
    assert kinds["The hall is sold."] == "list_item"
    assert kinds["Nobody asked us, said Ada Brook."] == "quote"
    assert kinds["Stalls | 41\nHalls | 2"] == "table"


def test_links_of_the_text_are_kept_and_script_addresses_are_not() -> None:
    body = (
        "<p>The report, which runs to ninety pages, <a href='/report.pdf'>was published here</a>"
        " by the board and <a href='javascript:alert(1)'>nowhere else</a> in the whole town.</p>"
    )
    links = article_of(page("", f"<h1>Eels</h1>{STORY}{body}"), URL).links
    assert [(link.url, link.text) for link in links] == [
        ("https://fenpost.example/report.pdf", "was published here")
    ]


def test_the_headline_byline_stamp_and_standfirst_are_not_in_the_text() -> None:
    head = '<meta name="description" content="Traders may stay until the spring, and no longer.">'
    body = (
        "<h1>Market to close</h1><p>Traders may stay until the spring, and no longer.</p>"
        f"<p>By Ann Brook</p><p>4 March 2024</p>{STORY}"
    )
    article = article_of(page(head, body), URL)
    assert article.text.startswith("The harbour board")
    assert article.standfirst == "Traders may stay until the spring, and no longer."
    assert article.access == "open"


def test_labels_of_advertisements_and_buttons_are_removed_by_name() -> None:
    html = page("", f"<h1>Eels</h1>{STORY}<p>Advertisement</p>{STORY.replace('eleven', 'twelve')}")
    assert "Advertisement" not in article_of(html, URL).text
    assert "advertisement_label" in removed_from(html)


def test_what_a_theme_calls_the_content_is_the_text_of_a_wordpress_post() -> None:
    head = '<link rel="shortlink" href="https://fenpost.example/?p=4">'
    note = "<p>One more thing.</p>"
    body = (
        f"<article><h1>Eels</h1><div class='entry-content'><p>Tweet</p>{STORY}{note}</div>"
        "</article>"
        f"<p>{'Another story altogether, with words of its own. ' * 3}</p>"
    )
    article = article_of(page(head, body), URL)
    assert rules_of(article, "text") == ["wordpress_content"]
    assert article.text.endswith("The board will meet again in June.\n\nOne more thing.")
    assert "Tweet" not in article.text


def test_without_the_extra_pages_are_buried_and_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    library.cache_clear()
    try:
        with pytest.raises(PostRejected) as refused:
            article_of(page("", STORY), URL)
    finally:
        library.cache_clear()
    assert refused.value.reason is Reason.UNSUPPORTED_KIND
    assert "copydesk[pages]" in refused.value.detail
