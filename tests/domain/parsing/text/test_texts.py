"""Invented texts of many makes, and what a careful reader takes from their lines.

`texts.json` has three rounds. Each was written before the rules had seen it; what was right on
first sight then stands in docs/decisions/0030. A new rule begins with a new text there.
"""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.raw_post import PlainText
from workers.domain.article import assemble
from workers.domain.parsing.text.plain_text import parse_plain_text

TEXTS = json.loads(Path(__file__).with_name("texts.json").read_text("utf-8"))


def read(text: str) -> dict[str, object]:
    post = parse_plain_text(PlainText(kind="plain_text", text=text), "")
    article = assemble(post, "raw-posts/0/0", datetime(2026, 4, 1, tzinfo=UTC))
    blocks = article.text.split("\n\n")
    return {
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": [author.name for author in article.authors],
        "dates": [claim.wall_time for claim in article.date_claims],
        "text0": blocks[0],
        "textN": blocks[-1],
        "removed": [removed.rule for removed in article.removed],
        "dateline": any(claim.rule == "dateline" for claim in article.claims),
    }


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: f"{row['round']}: {row['text'][0][:50]}")
def test_each_line_is_what_a_careful_reader_takes_it_for(row: dict[str, object]) -> None:
    text, wanted = row["text"], row["wanted"]
    assert isinstance(text, list)
    assert isinstance(wanted, dict)
    got = read("\n".join(text))
    kept_out = set(wanted.pop("removed", ()))
    assert {name: got[name] for name in wanted} == wanted
    removed = got["removed"]
    assert isinstance(removed, list)
    assert kept_out <= set(removed)


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: f"{row['round']}: {row['text'][0][:50]}")
def test_no_word_is_lost(row: dict[str, object]) -> None:
    """What is not in the text is its title, its standfirst, an author, or on record as removed."""
    lines = row["text"]
    assert isinstance(lines, list)
    text = "\n".join(lines)
    post = parse_plain_text(PlainText(kind="plain_text", text=text), "")
    kept = " ".join(
        (
            *(block.text for block in post.blocks),
            *(removed.text for removed in post.removed),
            *(author.name for author in post.authors),
            post.title or "",
            post.excerpt.text if post.excerpt else "",
        )
    )
    words = re.findall(r"\w+", text)
    assert [word for word in words if word not in kept] == []
