"""The census of the real posts: what became of each, by kind of record.

python -m tests.corpus.census

The corpus is the folder that COPYDESK_CORPUS names. Every post of every record is counted once, so
a feed of ten entries counts ten.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import JsonValue

from schemas.article import Article
from schemas.codec import decode
from tests.corpus.places import CORPUS, posts
from tests.stages.records import NORMALIZE, NOW, forwarded, record
from workers.stages.outcome import Bury, Drop, Forward, Outcome

_FOLDERS: Final = (
    ("object of WordPress", "wordpress/objects", "*"),
    ("real feed document", "feeds/real", "*.xml"),
    ("feed of a test suite", "feeds/feedparser", "*.xml"),
    ("status, notification", "other/mastodon", "*.json"),
    ("export of another system", "other/exports", "*"),
    ("hostile input", "nasty", "*"),
)


def records() -> Iterator[tuple[str, bytes]]:
    """Each record of the corpus, with its kind."""
    for post in posts():
        yield "WordPress post", post
    for kind, folder, pattern in _FOLDERS:
        for path in _files(folder, pattern):
            yield kind, path.read_bytes()
    for path in _files("html", "*.html.gz"):
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        url = f"https://pages.example/{path.name}"
        yield "page", _envelope({"kind": "html_page", "html": html, "url": url})
    for path in _files("text", "*.txt"):
        yield "plain text", path.read_bytes()
    for line in (CORPUS / "origin" / "cases.ndjson").read_text("utf-8").splitlines():
        case = json.loads(line)
        raw = case["input"]
        if case["kind"] != "wordpress_post":
            raw = {"kind": case["kind"], **raw}
        yield "labelled case of an origin", _envelope(raw)


def row_of(kind: str, outcome: Outcome) -> tuple[str, str]:
    """The row of the table that counts an outcome: its kind, and its fate with the reason."""
    match outcome:
        case Forward():
            access = decode(Article, forwarded(outcome).value).access
            return kind, "forward" if access == "open" else f"forward, {access}"
        case Bury(reason=reason):
            return kind, f"bury, {reason.value}"
        case Drop(reason=why):
            return kind, f"drop, {why}"


def main() -> None:
    """Prints the table."""
    census: Counter[tuple[str, str]] = Counter()
    for kind, value in records():
        census.update(row_of(kind, outcome) for outcome in NORMALIZE.run(record(value), NOW))
    width = max(len(kind) for kind, _ in census)
    for (kind, fate), count in sorted(census.items()):
        print(f"{kind:{width}}  {count:6}  {fate}")
    print(f"{'all':{width}}  {census.total():6}")


def _envelope(value: JsonValue) -> bytes:
    return json.dumps(value).encode()


def _files(folder: str, pattern: str) -> list[Path]:
    return sorted(path for path in (CORPUS / folder).rglob(pattern) if path.is_file())


if __name__ == "__main__":
    main()
