"""Walks taken once against the library's own, which it takes for each element anew."""

from copy import copy
from random import Random
from types import SimpleNamespace
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.parsing.page.test_extraction import SHAPES, lean, written
from workers.domain.parsing.page.library import library
from workers.domain.parsing.page.library_neighbours import Path, revise_paragraph_classification

trafilatura = pytest.importorskip("trafilatura")
external = pytest.importorskip("trafilatura.external")
processing = pytest.importorskip("trafilatura.htmlprocessing")
extractor = pytest.importorskip("trafilatura.main_extractor")
xpaths = pytest.importorskip("trafilatura.xpaths")
justext = pytest.importorskip("justext.core")
walks = pytest.importorskip("workers.domain.parsing.page.library_walks")

PIECES: Final = (
    "<p> </p> <div> </div> <blockquote> </blockquote> <ul><li> </ul> <table><tr><td> </table>"
    " <article> </article> <p_class='byline'> <div_class='share'> <p_style='display:none'> <h2>"
    " <br> <div_class='byline'> <code> <q> <pre> <b> <span> </span> <a_href='/a'>eels</a> <hr>"
    " <!--eels--> <p>Eels_are_back_in_the_Lark,_anglers_say,_and_so_are_otters.</p> <graphic>"
    " <div>Eels</div> Eels_are_back_in_the_Lark,_anglers_say,_and_so_are_otters. eels <time>"
    " eels\u200b_\u200beels © <p_id='x'_class='cookie'> <p_class='cookie'_id='x'>"
    " <section_class='Consent'> <aside> <main> <div_id='content'> <section_class='post-text'>"
    " <div_role='article'> <div_itemprop='articleBody'> <article_class='page-content'>"
).split(" ")
BODIES: Final = (
    f"<article>{'Eels are back. ' * 60}</article><article>{'Otters are back. ' * 8}</article>",
    "<code>" + "eels \u200b eels " * 20 + "</code>",
    "<p>eels {    x tail</p><pre>{    x</pre> tail<pre>{    y</pre> tail",
)
OPTIONS: Final = (("balanced", False), ("balanced", True), ("recall", False))


def soups() -> list[str]:
    """Pages of some shapes, and of pieces in any order, some of them many times."""
    found = [lean(body) for body in (*SHAPES.values(), *BODIES)]
    for seed in range(120):
        rng = Random(seed)
        pieces = [rng.choice(PIECES).replace("_", " ") for _ in range(rng.randint(3, 60))]
        found.append(lean("".join(pieces * rng.choice((1, 1, 2, 3)))))
    return found


SOUPS: Final = soups()


def trees() -> list[Any]:
    return [tree for tree in map(trafilatura.load_html, SOUPS) if tree is not None]


def converted(tree: Any, options: Any) -> Any:
    return processing.convert_tags(processing.tree_cleaning(copy(tree), options), options)


@pytest.mark.parametrize(("focus", "fast"), OPTIONS)
def test_what_is_found_outside_the_article_is_what_the_library_finds(
    focus: str, fast: bool
) -> None:
    parts = library()
    assert parts is not None
    options = copy(parts.options)
    options.focus, options.fast = focus, fast
    for tree in trees():
        body, text = parts.extract_content(converted(tree, options), options)
        theirs, told = extractor.extract_content(converted(tree, options), options)
        assert (written(body), text) == (written(theirs), told)


def test_what_is_pruned_is_what_the_library_prunes() -> None:
    for ours, theirs in zip(trees(), trees(), strict=True):
        for expressions in (xpaths.OVERALL_DISCARD_XPATH, xpaths.TEASER_DISCARD_XPATH):
            walks.prune_unwanted_nodes(ours, expressions, with_backup=True)
            processing.prune_unwanted_nodes(theirs, expressions, with_backup=True)
        assert written(ours) == written(theirs)


def test_what_a_page_says_is_what_it_says_to_the_library() -> None:
    parts = library()
    assert parts is not None
    for tree in trees():
        assert parts.html2txt(tree) == trafilatura.html2txt(tree)


def test_the_last_resort_is_the_library_s() -> None:
    for tree in trees():
        body, text, length = walks.baseline(tree)
        theirs, told, long = trafilatura.baseline(tree)
        assert (written(body), text, length) == (written(theirs), told, long)


def test_paragraphs_are_kept_as_the_library_keeps_them() -> None:
    parts = library()
    assert parts is not None
    for tree in trees():
        body, text = parts.justext_rescue(copy(tree), parts.options)
        theirs, told = external.justext_rescue(copy(tree), parts.options)
        assert (written(body), text) == (written(theirs), told)


@given(st.lists(st.sampled_from(["short", "neargood", "good", "bad"]), max_size=40))
def test_a_paragraph_is_good_by_its_neighbours_as_in_the_library(kinds: list[str]) -> None:
    ours, theirs = (
        [SimpleNamespace(cf_class=kind, heading=False, text="") for kind in kinds] for _ in "ab"
    )
    revise_paragraph_classification(ours, 150)
    justext.revise_paragraph_classification(theirs, 150)
    assert ours == theirs


def test_where_the_reader_of_paragraphs_is_reads_as_in_the_library() -> None:
    ours, theirs = Path(), justext.PathInfo()
    for step in ("html", "body", "div", "", "p", "b", "", "", "", "", "html"):
        for path in (ours, theirs):
            path.append(step) if step else path.pop()
        assert ours.dom == theirs.dom
