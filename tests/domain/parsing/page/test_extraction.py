"""Our road through trafilatura against the library's own, which is longer."""

import importlib
from collections.abc import Callable
from typing import Any, Final

import pytest

from tests.domain.parsing.page.probe import page
from tests.domain.parsing.page.probes_one import STORY
from tests.domain.parsing.page.test_probes import PROBES
from workers.domain.parsing.limits import DEFAULT
from workers.domain.parsing.page.extraction import article_tree
from workers.domain.parsing.page.library import Library, library
from workers.domain.parsing.page.reader import read_page

trafilatura = pytest.importorskip("trafilatura")
etree = pytest.importorskip("lxml.etree")

LINES: Final = "".join(
    f"<div class='teaser'><a href='/{n}'>Story {n} of the day</a> in brief</div>" for n in range(60)
)
ASIDE: Final = (
    "<div class='box'>" + "<p>A long note on eels, nets, and the tide.</p>" * 60 + "</div>"
)
SHAPES: Final = {
    "an article among menus": f"<nav><a href='/'>Home</a></nav><article>{STORY}</article>",
    "comments below": f"<article>{STORY}</article><div id='comments'><p>{STORY}</p></div>",
    "comments in a list": f"<article>{STORY}</article><ol class='commentlist'><li>{STORY}</ol>",
    "a thread whose posts are comments": (
        '<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>'
        f"<div class='comments'>{STORY}</div><div class='comment-body'>{STORY}</div>"
    ),
    "another story that scrolls in": (
        f"<article>{STORY}</article><div id='infinite-scroll'><p>{STORY}</p></div>"
    ),
    "buttons": f"<article>{STORY}</article><div class='elementor-share-buttons'>Tweet</div>",
    "a short text beside a long one": f"<article><p>Eels are back.</p></article>{ASIDE}",
    "a short text among many links": f"<article><p>{'Eels are back. ' * 25}</p></article>{LINES}",
    "a text in bare divisions": "".join(f"<div>{words}</div>" for words in STORY.split("</p>")),
    "tables and little else": "<table><tr><td>Eels</td><td>41</td></tr></table>" * 30,
    "a table in a text": f"<article>{STORY}<table><tr><td>Eels</td></tr></table></article>",
    "lines that are broken by hand": f"<div>{'Eels are back in the Lark.<br>' * 30}</div>",
    "a film": f"<article>{STORY}<iframe src='https://www.youtube.com/embed/1'></iframe></article>",
    "text in data for machines alone": (
        '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
        + "Eels are back in the Lark, anglers say. " * 12
        + '"}</script><div id="app"></div>'
    ),
    "nothing": "<p>Eels</p>",
    "characters that XML has not": f"<article>{STORY}<p>\x0c and \ufffe \x1f\x00</p></article>",
}


def lean(body: str) -> str:
    return read_page(page("<title>Eels</title>", body), DEFAULT).lean


def parts() -> Library:
    found = library()
    assert found is not None
    return found


def written(tree: Any) -> str | None:
    return None if tree is None else etree.tostring(tree, encoding="unicode")


def by_the_library(html: str) -> str | None:
    found = trafilatura.bare_extraction(html, include_comments=False, include_links=True)
    return None if found is None else written(found.body)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_of_any_shape_has_the_text_that_the_library_finds(shape: str) -> None:
    html = lean(SHAPES[shape])
    assert written(article_tree(parts(), html)) == by_the_library(html)


def test_every_invented_page_has_the_text_that_the_library_finds() -> None:
    for probe in PROBES:
        html = read_page(probe.html, DEFAULT).lean
        assert written(article_tree(parts(), html)) == by_the_library(html), probe.name


def refused(name: str) -> Callable[..., Any]:
    def asked(*_: object, **__: object) -> None:
        raise AssertionError(name)

    return asked


def test_where_half_of_the_page_is_the_text_no_other_extractor_is_asked() -> None:
    alone = parts()._replace(compare_extraction=refused("compared"), html2txt=refused("measured"))
    assert article_tree(alone, lean(f"<article>{STORY * 5}</article>")) is not None
    with pytest.raises(AssertionError, match="compared"):
        article_tree(alone, lean(SHAPES["a short text beside a long one"]))


def test_a_full_page_is_read_once() -> None:
    once = parts()._replace(
        compare_extraction=refused("compared"), justext_rescue=refused("looked for again")
    )
    short, lines = f"<article><p>{'Eels are back. ' * 25}</p></article>", LINES * 15
    assert article_tree(once, lean(short + lines)) is not None
    assert article_tree(once, lean(short + LINES + "<img src='a.jpg'>" * 301)) is not None
    with pytest.raises(AssertionError):
        article_tree(once, lean(short + LINES))


def test_the_library_keeps_no_text_of_a_page_that_is_done() -> None:
    remembered = importlib.import_module("trafilatura.utils").trim.cache_info
    article_tree(parts(), lean(f"<article>{STORY}</article>"))
    assert remembered().currsize == 0
