"""No markup ends the process: what the parser cannot hold does not reach it."""

import subprocess
import sys

import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st

from schemas.dead_letter import Reason
from workers.domain.parsing.fragment import read_fragment
from workers.domain.parsing.limits import DEFAULT
from workers.domain.parsing.nesting import MOST_OPEN, open_at_once, refuse_too_deep
from workers.domain.parsing.page.reader import read_page
from workers.domain.rejection import PostRejected

UNHELD = "<h1><a><table><td></table>x"
DEADLY = {
    "tables where no more elements fit": "<div>" * 505 + UNHELD * 3,
    "tables in links in headings": UNHELD * 600,
    "end tags that are passed over": "<span><div></span></div>" * 505 + UNHELD * 3,
    "end tags that a cell keeps in": "<div><table><td></div>" * 130 + UNHELD * 3,
    "end tags in quotes": '<div title="</div>">' * 505 + UNHELD * 3,
    "markup in noscript": "<noscript>" + "<div>" * 505 + UNHELD * 3,
    "a drawing that a paragraph ends": "<svg><p></p>" + "<path/>" * 505 + UNHELD * 3,
    "words of a drawing that hide a tag": (
        "<svg><title><b a='</title></svg><script>'>" + "<div>" * 505 + UNHELD * 3
    ),
    "a list that closes its boxes": "<ul><li><div><li><p></div>" * 300 + UNHELD * 3,
    "capitals": "<DIV>" * 505 + UNHELD.upper() * 3,
}


def test_the_parser_does_end_a_process_that_gives_it_such_markup() -> None:
    # when this fails, turbohtml is mended: the guard may go
    program = (
        f"import turbohtml; turbohtml.parse_fragment({DEADLY['tables in links in headings']!r})"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode != 0


@pytest.mark.parametrize("html", DEADLY.values(), ids=DEADLY.keys())
def test_markup_that_would_end_the_process_is_buried(html: str) -> None:
    with pytest.raises(PostRejected) as caught:
        read_fragment(html)
    assert caught.value.reason is Reason.TOO_DEEP
    with pytest.raises(PostRejected) as caught:
        read_page(f"<!DOCTYPE html><html><body>{html}", DEFAULT)
    assert caught.value.reason is Reason.TOO_DEEP


@pytest.mark.parametrize(
    "html",
    [
        "<p>One<p>Two" * 2_000,
        "<ul>" + "<li>One<li>Two" * 2_000 + "</ul>",
        "<table>" + "<tr><td>One<td>Two" * 2_000 + "</table>",
        "<table><tr><td>One</table>" * 700,
        "<div><p>One</div>" * 2_000,
        "<table>" + "<tr><td><p>One<td><b>Two</td>" * 2_000 + "</table>",
        "<ul>" + "<li><p>One</li><li><span>Two" * 2_000 + "</ul>",
        "<p><span>One</p><div><span>Two</div>" * 2_000,
        "<dl>" + "<dt>One<dd>Two" * 2_000 + "</dl>",
        "<p><img src=a.jpg><br>One" * 2_000,
        "<p><svg><title>Up</title><g><path/><path/></g></svg>" * 700,
        "<select>" + "<option>One" * 2_000 + "</select>",
        "<select><option>One</select><script>'<p>'</script><form><p>Two</form>" * 400,
        "<p>One <noscript><img src=a.jpg></noscript>" * 1_000,
        "<a href=a>One<a href=b>Two" * 1_000,
        "<script>'<div>'</script><style>a{}</style>" * 500,
    ],
    ids=lambda html: html[:24],
)
def test_markup_that_leaves_its_ends_out_is_let_through(html: str) -> None:
    refuse_too_deep(html)


TAGS = (
    "div span p b a h1 li ul td tr table caption svg path title select option template form button"
    " noscript textarea dd dl img".split()
)
TAG = st.sampled_from([form for tag in TAGS for form in (f"<{tag}>", f"</{tag}>", f"<{tag}/>")])


@given(st.lists(TAG, max_size=12), st.integers(1, 40))
def test_what_is_counted_is_never_less_than_what_stands_open(tags: list[str], times: int) -> None:
    html = "".join(tags) * times
    root = turbohtml.parse_fragment(html, positions=False)
    # a tree is no deeper than what was open at once
    assert _depth(root) <= open_at_once(html) + 5 or open_at_once(html) > MOST_OPEN


def _depth(root: turbohtml.Element) -> int:
    deepest, waiting = 0, [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [
            (child, depth + 1) for child in node.children if isinstance(child, turbohtml.Element)
        ]
    return deepest
