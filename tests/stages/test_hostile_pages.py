"""Pages that were made to do harm: each gets its outcome, and soon.

The library behind the text is slower by the tag than everything else, and quadratic in attributes;
it never sees more than the limits of `workers.domain.parsing.limits` let through.
"""

import json
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dead_letter import Reason
from tests.stages.records import NORMALIZE, NOW, record
from tests.stages.test_laws import check
from workers.domain.parsing.limits import DEFAULT
from workers.domain.parsing.page.limits import MOST_ATTRIBUTES
from workers.stages.outcome import Bury, Forward, Outcome

MOST_SECONDS = 0.25
PATIENCE = 6
"""How much slower than an idle core a machine that runs tests may be."""

STORY = "<p>" + "The board of the harbour voted to close the market on Tuesday. " * 5 + "</p>"
TAGS = DEFAULT.page_tags - 200
LONG = DEFAULT.page_characters - 1_000


def page(body: str, head: str = "<title>Eels</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def json_ld(script: str) -> bytes:
    return page(STORY, f'<script type="application/ld+json">{script}</script>')


def data_alone(script: str) -> bytes:
    return page("<p>Eels</p>", f'<script type="application/ld+json">{script}</script>')


HOSTILE: dict[str, Callable[[], bytes]] = {
    "30 MB": lambda: page("x" * (30 << 20)),
    "100,000 nested tags": lambda: page("<div>" * 100_000 + "x"),
    "as deep as the limit": lambda: page("<div>" * TAGS + STORY),
    "formatting": lambda: page("<p><b><i>x" * (TAGS // 3)),
    "tables in tables": lambda: page("<table><tr><td>x" * (TAGS // 3)),
    "lists in lists": lambda: page("<ul><li>x" * (TAGS // 2)),
    "links": lambda: page('<a href="/a">link</a> ' * (TAGS // 2)),
    "paragraphs": lambda: page("<p>word and word and word again</p>" * (TAGS // 2)),
    "leaves": lambda: page("<div>word and word in a div</div>" * (TAGS // 2)),
    "line breaks": lambda: page("word<br>" * TAGS),
    "links inside each other's boxes": lambda: page(
        "<div>" * 3 + '<a href="/a">word</a> ' * (DEFAULT.page_elements - 100)
    ),
    "paragraphs deep down": lambda: page(
        '<div class="card">' * 26 + "<p>Published 9 March 2021</p>" * (DEFAULT.page_elements - 100)
    ),
    "days and days": lambda: page(
        "<p>Published 9 March 2021, changed 8 March 2021</p>" * (DEFAULT.page_elements - 50)
    ),
    "cells as many as may be": lambda: page(
        f"<table><tr>{'<td>x' * 11}{'<tr><td>x' * ((DEFAULT.page_elements - 50) // 2 - 20)}"
    ),
    "lines that repeat most of each other": lambda: page(
        "".join(
            f"<p class='byline'>{n} {'word and ' * 9} {n}"
            for n in range(DEFAULT.page_elements - 50)
        )
    ),
    "short lines beside each other": lambda: page(f"<form>{'<p>word</p>' * 1_490}</form>{STORY}"),
    "long bylines": lambda: page(
        "".join("<div class='byline'>" * 20 + "x " * 2_400 + "</div>" * 20 for _ in range(60))
    ),
    "pictures in boxes": lambda: page(
        f"<article><p>{'word and ' * 35}</p></article><div><p>{'word, and word, ' * 400}</p>"
        f"{'<div><img src=a.jpg></div>' * 1_400}</div>"
    ),
    "code": lambda: page("<pre>{    word</pre>" * (DEFAULT.page_elements - 50)),
    "classes of their own": lambda: page(
        "".join(f"<p class='{n}{'e' * 100}'>word</p>" for n in range(DEFAULT.page_elements - 50))
    ),
    "pictures": lambda: page('<img src="a.jpg">' * TAGS),
    "one enormous attribute": lambda: page(f'<p title="{"a" * LONG}">x</p>'),
    "one enormous class": lambda: page(f'<div class="{"a " * (LONG // 2)}">{STORY}</div>'),
    "thousands of attributes": lambda: page(
        "<p " + " ".join(f'a{n}=">"' for n in range(100_000)) + f">x</p>{STORY}"
    ),
    "attributes up to the limit": lambda: page(
        "<p " + " ".join(f'a{n}=">"' for n in range(MOST_ATTRIBUTES)) + f">x</p>{STORY}"
    ),
    "bylines in bylines": lambda: page('<div class="byline">' * TAGS + "x"),
    "authors": lambda: page('<div class="author">Ann Brook</div>' * (TAGS // 2)),
    "headings in headings": lambda: page("<h1>" * TAGS + "x"),
    "times": lambda: page('<time datetime="2020-01-01">1 Jan 2020</time>' * (TAGS // 2)),
    "contents in contents": lambda: page('<div class="entry-content">' * (TAGS // 2) + STORY),
    "side bars in side bars": lambda: page("<aside>" * (TAGS // 2) + "<h1>Eels</h1>x"),
    "no body": lambda: b"<html><head><title>Eels</title></head></html>",
    "nothing": lambda: b"<html>",
    "frames": lambda: b'<html><frameset><frame src="a"></frameset></html>',
    "scripts": lambda: page("<script>document.write('<p>no</p>')</script>" * (TAGS // 4)),
    "a script without an end": lambda: page("<script>" + "var a = 1;" * (LONG // 10)),
    "comments": lambda: page("<!-- x -->" * TAGS),
    "references": lambda: page(f"<p>{'&amp;' * (LONG // 5)}</p>"),
    "one enormous word": lambda: page(f"<p>{'a' * LONG}</p>"),
    "one enormous paragraph": lambda: page(f"<p>{'word ' * (LONG // 5)}</p>"),
    "white space": lambda: page(f"<p>x{' ' * LONG}y</p>"),
    "program text": lambda: page(f"<pre>{chr(10).join('x' for _ in range(LONG // 2))}</pre>"),
    "NUL": lambda: page("\0" * LONG),
    "a title without an end": lambda: page(STORY, "<title>" + "a - b | " * (LONG // 8)),
    "a title of separators": lambda: page(f"<h1>x{': x' * 300}</h1>", f"<title>x{': x' * 300}"),
    "JSON-LD, 400,000 deep": lambda: json_ld("[" * 400_000),
    "JSON-LD and white space": lambda: json_ld('{"a":1} -->' + " " * 480_000 + "x"),
    "JSON-LD of commas": lambda: json_ld('{"a":"' + ", " * 200_000),
    "JSON-LD of references": lambda: json_ld(
        '{"@graph":[' + ",".join(['{"@type":"Article","author":{"@id":"#p"}}'] * 9_000) + "]}"
    ),
    "JSON-LD whose markup never ends": lambda: data_alone(
        json.dumps({"@type": "NewsArticle", "articleBody": "<a " + "=" * 300_000})
    ),
    "the same in escapes": lambda: data_alone(
        '{"@type": "NewsArticle", "articleBody": "<a ' + "\\u0026#61;" * 30_000 + '"}'
    ),
    "JSON-LD whose types never end": lambda: data_alone(
        '"@type":[' * 40_000 + "DiscussionForumPosting"
    ),
    "JSON-LD of odd types": lambda: json_ld(
        '{"@type":["NewsArticle",3],"headline":[],"author":{"name":["a",{"b":1}]},"image":7}'
    ),
    "metas": lambda: page(STORY, '<meta property="article:tag" content="x">' * (TAGS // 2)),
    "a charset that is none": lambda: b'<html><meta charset="zlib"><p>\xff\xfe\xfd</p></html>',
    "a charset that lies": lambda: b'<meta charset="utf-16"><p>caf\xc3\xa9</p>' + STORY.encode(),
    "an address that is none": lambda: page(STORY, '<link rel="canonical" href="http://[::1">'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_gets_its_outcome_soon_and_nobody_is_hurt(name: str) -> None:
    hostile = record(HOSTILE[name]())
    NORMALIZE.run(record(page(STORY)), NOW)  # the library is loaded once, and not on this account
    began = time.process_time()
    outcomes = NORMALIZE.run(hostile, NOW)
    seconds = time.process_time() - began
    assert len(outcomes) == 1
    check(outcomes)
    assert seconds < MOST_SECONDS * PATIENCE, f"{name}: {seconds:.3f} s"
    print(f"{name}: {seconds * 1e3:.0f} ms, {outcomes[0]!s:.60}")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div>" * 200 + '<a href="/a">word</a> ' * 3_000, Reason.TOO_DEEP),
        ("<div>x " * 200 + "<p>word</p>" * 3_000, Reason.TOO_DEEP),
        ("<table>" + '<tr><td colspan="1000" rowspan="9999">x' * 60, Reason.TOO_LARGE),
        (f"{'<ul><li><a href=/a>word</a>' * 100}<p>{'word and ' * 40_000}", Reason.TOO_DEEP),
        (f"<table><tr>{'<td>x' * 100}{'<tr><td>x' * 1_500}", Reason.TOO_LARGE),
        (f"<b>word</b>{'word and ' * 20}" * 1_500, Reason.TOO_LARGE),
        (f"<h1><p class='share'>word</p>{'word and ' * 20}" * 1_500, Reason.TOO_LARGE),
    ],
    ids=[
        "links in boxes",
        "paragraphs in boxes",
        "cells that span",
        "a long text in lists",
        "one wide row",
        "text between words",
        "text between paragraphs once the library has parsed it",
    ],
)
def test_what_the_library_would_walk_again_and_again_is_buried(body: str, reason: Reason) -> None:
    (outcome,) = NORMALIZE.run(record(page(body)), NOW)
    assert isinstance(outcome, Bury)
    assert outcome.reason is reason


PIECES = st.lists(
    st.sampled_from(
        "<p> </p> <div> <article> <h1> <table> <td> <li> <br> <script> </script> <!-- --> <svg>"
        " <title> <noscript> <template> <select> <frameset> <ref> <cell> <lb/> word Ann Brook 2020"
        " <time> & &#0; &#xD800; \" ' < > © |".split(" ")
    ),
    max_size=40,
).map(" ".join)


@given(PIECES, st.sampled_from(["", "https://x.example/a", "javascript:alert(1)", "http://[::1"]))
def test_any_soup_of_tags_gets_one_outcome(soup: str, url: str) -> None:
    envelope = {"kind": "html_page", "html": f"<html>{soup}", "url": url}
    outcomes: tuple[Outcome, ...] = NORMALIZE.run(record(json.dumps(envelope).encode()), NOW)
    assert len(outcomes) == 1
    assert isinstance(outcomes[0], Forward | Bury)
    check(outcomes)
