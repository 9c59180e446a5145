"""Real pages against what careful readers made of them."""

import gzip
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from schemas import decode
from schemas.article import Article
from tests.corpus.places import corpus
from tests.stages.records import NORMALIZE, NOW, forwarded, record
from workers.domain.parsing.limits import DEFAULT
from workers.domain.parsing.page.extraction import article_tree, is_full
from workers.domain.parsing.page.library import library
from workers.domain.parsing.page.reader import read_page
from workers.stages.outcome import Bury, Forward

_FIGURE = re.compile(r"(title exact|author|date|spurious|F1) (\d+(?:\.\d+)?)")


def scores(name: str, tmp_path: Path) -> dict[str, list[float]]:
    scorer, folder = corpus() / "scorers" / "pages.py", corpus() / "html" / name
    made = subprocess.run(
        [sys.executable, str(scorer), "make", str(folder)], capture_output=True, check=True
    )
    file = tmp_path / "preview.ndjson"
    file.write_text("\n".join(json.dumps(preview(line)) for line in made.stdout.splitlines()))
    said = subprocess.run(
        [sys.executable, str(scorer), "score", str(folder), str(file)],
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    print(said)
    found: dict[str, list[float]] = {}
    for figure, value in _FIGURE.findall(said):
        found.setdefault(figure, []).append(float(value))
    return found


def preview(value: bytes) -> dict[str, object]:
    (outcome,) = NORMALIZE.run(record(value), NOW)
    if isinstance(outcome, Bury):
        return {"outcome": "bury", "article": None}
    return {"outcome": "forward", "article": json.loads(forwarded(outcome).value)}


def test_titles_authors_dates_and_text_of_many_kinds_of_page(tmp_path: Path) -> None:
    found = scores("wcxb", tmp_path)
    assert found["title exact"][0] >= 0.90
    assert found["author"][0] >= 0.89
    assert found["date"][0] >= 0.92
    assert found["spurious"][1] <= 6
    assert found["F1"][0] >= 0.934


def test_text_of_articles(tmp_path: Path) -> None:
    assert scores("aeb", tmp_path)["F1"][0] >= 0.970


def test_the_shorter_road_through_the_library_finds_what_its_own_finds() -> None:
    trafilatura, etree = pytest.importorskip("trafilatura"), pytest.importorskip("lxml.etree")
    parts = library()
    assert parts is not None
    for path in sorted((corpus() / "html" / "wcxb").glob("*.html.gz"))[::2]:
        page = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        html = read_page(page, DEFAULT).lean
        ours = article_tree(parts, html)
        theirs = trafilatura.bare_extraction(
            html, include_comments=False, include_links=True, fast=is_full(html)
        )
        assert (ours is None) is (theirs is None), path.name
        if theirs is not None:
            assert etree.tostring(ours) == etree.tostring(theirs.body), path.name


def pairs() -> list[Path]:
    return sorted((corpus() / "html" / "pairs").glob("*/*.json"))


def test_the_page_of_a_post_has_its_title_and_its_text() -> None:
    shares = []
    for path in pairs():
        (sent,) = NORMALIZE.run(record(path.read_bytes()), NOW)
        assert isinstance(sent, Forward)
        post = decode(Article, forwarded(sent).value)
        html = path.with_suffix(".html").read_text("utf-8")
        envelope = json.dumps({"kind": "html_page", "html": html, "url": post.url}).encode()
        (found,) = NORMALIZE.run(record(envelope), NOW)
        page = decode(Article, forwarded(found).value)
        assert page.title == post.title
        if not html.count('href="httphttps:'):  # a static copy whose addresses are broken
            assert page.article_id == post.article_id
        shares.append(share(page.text, post.text))
    if not shares:
        pytest.skip("no pairs")
    print(f"{len(shares)} pairs, token F1 {sum(shares) / len(shares):.3f}")
    assert sum(shares) / len(shares) >= 0.98


def share(one: str, other: str) -> float:
    """F1 of the words that two texts have in common."""
    first, second = (Counter(re.findall(r"\w+", text.lower())) for text in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())
