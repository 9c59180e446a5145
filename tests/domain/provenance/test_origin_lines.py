"""Lines of many languages at the ends of a text: whom each names as the origin."""

import csv
import html
import re
from pathlib import Path

import pytest

from tests.domain.parsing.posts import with_html
from workers.domain.cleaning.blocks import clean_blocks
from workers.domain.parsing.wordpress import parse_wordpress
from workers.domain.provenance.origin import trace_origin
from workers.domain.provenance.outlets import folded_name

BODY = "".join(
    f"<p>{words}</p>"
    for words in (
        "The harbour was quiet on the morning after the storm, and the boats lay still.",
        "Those who had lost their nets stood on the quay and talked about the price of eels.",
        "Nobody knew when the ferry would sail again.",
    )
)


def lines() -> list[list[str]]:
    text = Path(__file__).with_name("origin_lines.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if not row[0].startswith("#")]


def blocks_of(line: str) -> str:
    escaped = html.escape(line, quote=False)
    linked = re.sub(r"\[([^\]]+)\]\((http[^)]+)\)", r'<a href="\2">\1</a>', escaped)
    return "".join(f"<p>{part}</p>" for part in linked.split("\\n"))


@pytest.mark.parametrize(
    ("place", "line", "wanted"),
    [row[1:] for row in lines()],
    ids=[f"{row[0]}-{index}" for index, row in enumerate(lines())],
)
def test_the_line_names_this_origin(place: str, line: str, wanted: str) -> None:
    text = blocks_of(line) + BODY if place == "head" else BODY + blocks_of(line)
    head = {"og_site_name": "The Marsh Post"}
    parsed = parse_wordpress(with_html(text, yoast_head_json={**head}), "")
    origin = trace_origin(parsed, clean_blocks(parsed.blocks, parsed.title).blocks).origin
    if wanted == "-":
        assert origin is None
        return
    name, _, domain = wanted.partition("|")
    assert origin is not None
    if domain:
        assert origin.domain == domain
    else:
        assert folded_name(origin.name) == folded_name(name)
