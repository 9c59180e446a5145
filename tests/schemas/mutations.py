"""Raw posts that nobody sent: real ones, bent in one to four places.

Everything is drawn from the generator that is handed in, so a seed and a number name an input.
"""

import contextlib
import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

Json = Any
Place = tuple[Any, Any]
"""A list or an object, and an index or a name in it."""

ODD_TEXTS = (
    "", " ", "\n\n\n", "\t", "\0", "\x1b[31m", "\x85", "\u2028\u2029", "\ufeff", "\u200b\u200d",
    "\u202eevil", "e\u0301" * 9, "👩‍👩‍👧‍👦", "🏳️‍🌈 🇪🇺", "Ünïcödé", "北の新聞", "هيئة",
    "\ufffe", "\U0010ffff",
    "a" * 5_000, "word " * 400, "0", "null", "NaN", "-1", "1e999", "true",
    "2026-03-01T08:30:00", "2026-03-01T08:30:00Z", "2026-03-01T08:30:00.123456+14:00",
    "2099-12-31T23:59:59", "0000-00-00T00:00:00", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00", "2024-02-29", "2023-02-29", "2024", "yesterday", "1718000000",
    "https://x.example/a?b=c#d", "http://[::1]/", "javascript:alert(1)", "mailto:a@b.example",
    "//x.example/%zz", "HTTPS://BÜCHER.example:443/../x", "data:text/html,x", "ftp://x.example/",
    "&amp;amp;", "&#0;", "&#xD83D;", "&nbsp;", "[gallery ids=1]", "[/caption]", "<p>",
    "The post Eels appeared first on Marsh Post.", "— Reuters", "By Ada Eel", "en-GB", "zz-ZZ-x",
)  # fmt: skip
MARKUP = (
    "<p>", "</p>", "<div>", "</div>", "<br>", "<h2>", "</h2>", "<ul><li>", "</li></ul>", "<pre>",
    "</pre>", "<table><tr><td>", "</td></tr></table>", "<blockquote>", "</blockquote>", "<figure>",
    "<figcaption>", "</figure>", "<a href='https://x.example/'>", "</a>", "<img src='/a.jpg' alt>",
    "<script>", "</script>", "<style>", "<!--", "-->", "<![CDATA[", "]]>", "<svg>", "<math>",
    "<iframe src='https://x.example/'>", "<template>", "<b><i>", "</b></i>", "<span hidden>", "<",
)  # fmt: skip
ODD_VALUES: tuple[Json, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53 + 1, 2**63, -(2**63) - 1, 10**40, 0.0, 1.5, 1e308,
    1e-320, [], {}, [None], [[]], [{}], {"rendered": None}, {"rendered": ""}, {"rendered": [1]},
    {"": ""}, {"0": 1}, "publish", "trash", "private", "draft", "post", "page", "wordpress_post",
    "plain_text", "feed_entry", "html_page", "mastodon_status",
)  # fmt: skip
CONTENT_TYPES = (
    b"application/json", b"text/plain", b"text/html; charset=utf-16", b"application/rss+xml",
    b"application/cloudevents+json", b"application/octet-stream", b"", b"\xff", b"text/plain;;;=",
)  # fmt: skip
PIECES = (
    b"<", b">", b"&", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?", b"?>", b"&#0;", b"&#x110000;",
    b"<item>", b"</item>", b"<entry>", b"</channel>", b"<!DOCTYPE x [", b"<!ENTITY a '&a;'>",
    b'"', b"'", b"\\", b"\\ud83d", b"{", b"}", b"[", b"]", b",", b":", b"null", b"1e999", b"\0",
    b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"\n\n", b"\r", b" " * 50, b"a" * 3_000,
    b"javascript:alert(1)", b"data:text/html,x", b"onclick=", b"<script>", b"xml:base='//['",
    b"<content type='xhtml'>", b"<div><div><div>", b"0000-00-00", b"9999-99-99", b"-30-",
    b"From: a\nSubject: b\n", b"By A B\n", b"(Reuters) - ", b"#comment-1", b"?p=1", b"@context",
    b"<a href=\"java\tscript:alert(1)\">x</a>", b"<a href='JaVaScRiPt&colon;alert(1)'>x</a>",
    b"<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>", b"<img src='data:image/svg+xml,x'>",
    b"<svg onload=alert(1)>", b"<img src=x onerror=alert(1)>", b"<base href='javascript:1//'>",
    b"<link rel='canonical' href='javascript:alert(1)'>", b"<iframe srcdoc='<p>'>", b"vbscript:x",
    b"<time datetime='", b"<table><tr><td>", b"<pre>", b"<b><i>" * 40, b"&amp;" * 40, b"[caption]",
)  # fmt: skip
"""Bytes that mean something to one of our readers."""
TIMESTAMPS = (-1, 0, 1, 1_772_353_800_000, 4_102_444_800_000, 2**62)


def bent(rng: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """The post, changed in one to four places; one in three is changed as bytes, not as JSON."""
    value = None
    if rng.random() < 0.67:
        with contextlib.suppress(ValueError):
            value = json.loads(data)
    if value is None:
        return _bent_bytes(rng, data, others)
    holder = [value]
    for _ in range(rng.randint(1, 4)):
        rng.choice(BENDS)(rng, holder, others)
    ascii_only = rng.random() < 0.5  # lone surrogates can only be written as escapes
    return json.dumps(holder[0], ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")


def headers_for(rng: Random) -> tuple[tuple[str, bytes], ...]:
    """Mostly none; else what a producer may have set, well or badly."""
    if rng.random() < 0.8:
        return ()
    trace = rng.choice((b"00-" + b"a" * 32 + b"-" + b"b" * 16 + b"-01", b"00-0-0-0", b"\xff", b""))
    return (
        ("content-type", rng.choice(CONTENT_TYPES)),
        ("traceparent", trace),
        ("tracestate", rng.choice((b"a=b", b"", b"\xc3\xa9", b"x" * 600))),
        ("root-record", rng.choice((b"raw-posts/0/1", b"nonsense", b""))),
    )


def _places(value: Json) -> list[Place]:
    """Every place in a value where something stands."""
    found: list[Place] = []
    waiting = [value]
    while waiting:
        node = waiting.pop()
        inner = node.items() if isinstance(node, dict) else enumerate(node)
        for name, below in inner:
            found.append((node, name))
            if isinstance(below, dict | list):
                waiting.append(below)
    return found


def _replace(rng: Random, holder: list[Json], others: Sequence[bytes]) -> None:
    node, name = rng.choice(_places(holder))
    node[name] = rng.choice((rng.choice(ODD_VALUES), rng.choice(ODD_TEXTS)))
    if isinstance(node[name], dict | list):
        node[name] = json.loads(json.dumps(node[name]))


def _season(rng: Random, holder: list[Json], others: Sequence[bytes]) -> None:
    """Puts something into a text."""
    texts = [(node, name) for node, name in _places(holder) if isinstance(node[name], str)]
    if texts:
        node, name = rng.choice(texts)
        at = rng.randint(0, len(node[name]))
        pinch = "".join(
            rng.choice(rng.choice((ODD_TEXTS, MARKUP))) for _ in range(rng.randint(1, 4))
        )
        node[name] = node[name][:at] + pinch + node[name][at:]


def _cut_text(rng: Random, holder: list[Json], others: Sequence[bytes]) -> None:
    """Leaves half a text, or half an emoji."""
    texts = [(node, name) for node, name in _places(holder) if isinstance(node[name], str)]
    if texts:
        node, name = rng.choice(texts)
        half = node[name][: rng.randint(0, len(node[name]))]
        node[name] = half + rng.choice(("", "\ud83d", "\ude00", "&", "<"))


def _leave_out(rng: Random, holder: list[Json], others: Sequence[bytes]) -> None:
    node, name = rng.choice(_places(holder))
    if node is not holder:
        del node[name]


def _wrap(rng: Random, holder: list[Json], others: Sequence[bytes]) -> None:
    node, name = rng.choice(_places(holder))
    whole = node[name]
    wraps: tuple[Json, ...] = ([whole], [whole, whole], {"rendered": whole}, {"post": whole})
    envelope = {"kind": rng.choice(ODD_VALUES[-5:]), "post": whole, "text": whole, "html": whole}
    node[name] = rng.choice((*wraps, envelope))


def _exchange(rng: Random, holder: list[Json], others: Sequence[bytes]) -> None:
    """Puts what stands in one place into another."""
    places = _places(holder)
    (node, name), (other, other_name) = rng.choice(places), rng.choice(places)
    if node is not holder:
        node[name] = json.loads(json.dumps(other[other_name]))


def _graft(rng: Random, holder: list[Json], others: Sequence[bytes]) -> None:
    """Gives the post a field of another one."""
    try:
        donor = json.loads(rng.choice(others))
    except ValueError:
        return
    if isinstance(donor, dict) and isinstance(holder[0], dict) and donor:
        name = rng.choice(sorted(donor))
        holder[0][name] = donor[name]


Bend = Callable[[Random, list[Json], Sequence[bytes]], None]
BENDS: tuple[Bend, ...] = (
    _replace, _replace, _replace, _season, _season, _season, _cut_text, _leave_out, _wrap,
    _exchange, _graft,
)  # fmt: skip


def _bent_bytes(rng: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    match rng.randrange(8):
        case 0:
            return data[: rng.randint(0, len(data))]
        case 1:
            return data[rng.randint(0, len(data)) :]
        case 2:
            other = rng.choice(others)
            return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]
        case 3:
            codec = rng.choice(("utf-16", "utf-8-sig", "utf-32-le", "latin-1", "cp1251"))
            return data.decode("utf-8", "replace").encode(codec, "replace")
        case 4:
            return data + data
        case _:
            changed = bytearray(data)
            for _ in range(rng.randint(1, 6)):
                at = rng.randint(0, len(changed))
                changed[at : at + rng.randint(0, 2)] = rng.choice(
                    (b"\0", b"\xff", b'"', b"{", b"]", b"\\u0000", b"1e99", rng.randbytes(3))
                )
            return bytes(changed)


def spliced(rng: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """The post after one to six cuts, doublings, swaps and insertions, as bytes."""
    for _ in range(rng.randint(1, 6)):
        begins = rng.randint(0, len(data))
        ends = min(len(data), begins + rng.randint(0, 80))
        match rng.randrange(5):
            case 0:
                data = data[:begins] + data[ends:]
            case 1:
                data = data[:ends] + data[begins:]
            case 2:
                data = data[:begins] + rng.choice(PIECES) + data[begins:]
            case 3:
                data = data[:begins] + rng.randbytes(rng.randint(0, 8)) + data[ends:]
            case _:
                other = rng.choice(others)
                at = rng.randint(0, len(other))
                data = data[:begins] + other[at : at + 200] + data[ends:]
    return data
