"""Records that were made to do harm: each gets its outcome, and soon."""

import json
import time
from collections.abc import Callable

import pytest

from tests.domain.parsing.posts import post, with_html
from tests.stages.records import NORMALIZE, NOW, record
from workers.stages.outcome import Bury, Forward

LIMIT = 4 << 20
MOST_SECONDS = 0.25
PATIENCE = 4
"""How much slower than an idle core a machine that runs tests may be."""


def html(markup: str) -> bytes:
    return json.dumps(with_html(markup)).encode()


def fill(piece: str, size: int = LIMIT - 2_000) -> str:
    return piece * (size // len(piece))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "30 MB": lambda: b"x" * (30 << 20),
    "lists, 100,000 deep": lambda: b"[" * 100_000 + b"]" * 100_000,
    "objects, 100,000 deep": lambda: b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "objects 1,000 deep in a post": lambda: json.dumps(post(meta=0)).encode().replace(
        b'"meta": 0', b'"meta": ' + b'{"a":' * 1_000 + b"1" + b"}" * 1_000
    ),
    "an envelope around depth": lambda: b'{"kind": "wordpress_post", "post": ' + b'{"a":' * 900
    + b"1" + b"}" * 901,
    "lone surrogates": lambda: b'{"id": 1, "title": {"rendered": "' + b"\\ud83d" * 100_000 + b'"}}',
    "surrogates and depth": lambda: b'["\\ud83d", ' + b"[" * 100_000 + b"]" * 100_001,
    "a number of 400 digits": lambda: json.dumps(post()).encode().replace(
        b"41,", b"9" * 400 + b","
    ),
    "a number of 5,000 digits and a surrogate": lambda: b'["\\ud83d", ' + b"9" * 5_000 + b"]",
    "year 9999999": lambda: json.dumps(post(date_gmt="9999999-01-01T00:00:00")).encode(),
    "year 0": lambda: json.dumps(post(date_gmt="0000-01-01T00:00:00")).encode(),
    "invalid UTF-8": lambda: b"\xff" * 100_000,
    "NUL": lambda: b"\0" * 100_000,
    "divs, 39,000 deep": lambda: html("<div>" * 39_000),
    "divs, 100,000 deep": lambda: html("<div>" * 100_000),
    "formatting, 39,000 deep": lambda: html("<b>" * 39_000 + "x"),
    "tables in tables": lambda: html("<table><tr><td>" * 13_000),
    "lists in lists": lambda: html("<ul><li>x" * 19_000),
    "paragraphs": lambda: html("<p>word word</p>" * 19_000),
    "links": lambda: html('<a href="https://x.example/a?b=c">x</a>' * 19_000),
    "pictures": lambda: html('<img src="https://x.example/a.jpg" alt="x">' * 39_000),
    "different pictures": lambda: html(
        "".join(f'<img src="https://x.example/{n}.jpg">' for n in range(39_000))
    ),
    "line breaks": lambda: html("x<br>" * 39_000),
    "one enormous attribute": lambda: html(f'<p title="{fill("a")}">x</p>'),
    "many attributes": lambda: html("<p " + fill('a="b" ', 2 << 20) + ">x</p>"),
    "one enormous class": lambda: html(f'<p class="{fill("a ", 2 << 20)}">x</p>'),
    "one enormous word": lambda: html(f"<p>{fill('a')}</p>"),
    "one enormous paragraph": lambda: html(f"<p>{fill('word ')}</p>"),
    "white space": lambda: html(f"<p>x{fill(' ')}y</p>"),
    "no-break spaces": lambda: html(f"<p>x{fill('&nbsp;', 3 << 20)}y</p>"),
    "open brackets": lambda: html(f"<p>{fill('[', 1 << 20)}</p>"),
    "half shortcodes": lambda: html(f"<p>{fill('[a b=', 1 << 20)}</p>"),
    "shortcodes": lambda: html(f"<p>{fill('[vc_row]', 1 << 20)}</p>"),
    "half comments": lambda: html(f"<p>{fill('&lt;!-- wp:', 1 << 20)}</p>"),
    "references": lambda: html(f"<p>{fill('&amp;#8217;', 2 << 20)}</p>"),
    "half references": lambda: html(f"<p>{fill('&amp;aaaaaaaaaaaaaaa', 2 << 20)}</p>"),
    "attributions": lambda: html("<p>" + "This article was first published in " * 20_000 + "</p>"),
    "titled attributions": lambda: html("<p>" + "The post the post " * 20_000 + "</p>"),
    "ellipses": lambda: html(f"<p>{fill('… ', 1 << 20)}</p>"),
    "a hidden forest": lambda: html("<div hidden>" + "<b>x</b>" * 19_000 + "</div>"),
    "hidden in hidden": lambda: html("<p>x</p>" + '<div class="sharedaddy">' * 39_000 + "x"),
    "notes in notes": lambda: html("<sup>" * 39_000 + "<a href='#a'>1</a>"),
    "tables after tables": lambda: html("<table><tr><td>x</table>" * 12_000),
    "captions": lambda: html("<figure><img src=/a.jpg><figcaption>c</figcaption>" * 9_000),
    "half a head": lambda: json.dumps(post(yoast_head=fill("<link ", 1 << 20))).encode(),
    "a long title": lambda: json.dumps(post(title={"rendered": fill("word ")})).encode(),
    "a long URL": lambda: json.dumps(post(link="https://x.example/" + fill("a"))).encode(),
    "classes": lambda: json.dumps(post(class_list=[f"tag-{n}" for n in range(100_000)])).encode(),
    "text in lines": lambda: fill("word\n", 180_000).encode(),
    "text in paragraphs": lambda: fill("word\n\n", 180_000).encode(),
    "text of blank lines": lambda: b"x" + b" \n" * 500_000 + b"y",
    "a list of nothing": lambda: b"[" + b"{}," * 999 + b"{}]",
    "a list of scalars": lambda: b"[" + b"1," * 1_000_000 + b"1]",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_it_gets_its_outcomes_soon_and_nobody_is_hurt(name: str) -> None:
    hostile = record(HOSTILE[name]())
    began = time.process_time()
    outcomes = NORMALIZE.run(hostile, NOW)
    seconds = time.process_time() - began
    assert outcomes
    assert all(isinstance(outcome, Forward | Bury) for outcome in outcomes)
    assert seconds < MOST_SECONDS * PATIENCE, f"{name}: {seconds:.3f} s"
    print(f"{name}: {seconds * 1e3:.0f} ms, {outcomes[0]!s:.60}")
