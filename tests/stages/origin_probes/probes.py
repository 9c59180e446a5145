"""Invented posts that were written before the rules saw them: whom each names as origin and cites.

A row of a table holds: language, kind (`post`, `page`, `entry` or `text`), host and name of the
site or `-`, content, origin as `name|domain` or `-`, cited sources parted by `; ` or `-`. In the
content `{body}` stands for a text of two sentences in that language, a backslash and an `n` part
paragraphs, `[words](address)` is a link, and ` ¦ ` parts a page's head from its body.
"""

import csv
import html
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import JsonValue

from tests.domain.parsing.posts import with_html
from tests.stages.records import ENRICH, NORMALIZE, NOW, forwarded, read_again, record
from workers.domain.provenance.outlets import folded_name

_FOLDER: Final = Path(__file__).parent
_LINK: Final = re.compile(r"\[([^\]]+)\]\((http[^)]+)\)")
_SITE: Final = "marshpost.example|The Marsh Post"
_PAGE: Final = (
    "<html><head><title>{title}</title><meta property='og:site_name' content='{name}'>{head}"
    "</head><body><h1>{title}</h1><article>{body}</article></body></html>"
)
_ENTRY: Final = (
    "<item xmlns:dc='http://purl.org/dc/elements/1.1/'>{title}<link>https://{host}/2026/eels</link>"
    "<guid>https://{host}/?p=7</guid><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate>{more}</item>"
)
_TITLE: Final = "Eels are back in the fen"


@dataclass(frozen=True, slots=True)
class Probe:
    """One invented post and what a reader would say of it."""

    language: str
    kind: str
    site: str
    content: str
    origin: str
    cited: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the line says of a probe: name and domain of the origin, and names of cited sources."""

    name: str | None
    domain: str | None
    cited: frozenset[str]


@dataclass(slots=True)
class Tally:
    """Right, wrongly named and missed answers."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was named that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def probes(name: str) -> list[Probe]:
    """The probes of one table of this folder."""
    return [
        Probe(language, kind, site, content, origin, frozenset(cited.split("; ")) - {"-"})
        for language, kind, site, content, origin, cited in _rows(name)
    ]


def tell(probe: Probe) -> Answer:
    """What normalize and enrich say of the probe."""
    article = read_again(forwarded(NORMALIZE.run(record(_raw(probe)), NOW)[0]))
    enriched = json.loads(forwarded(ENRICH.run(article, NOW)[0]).value)
    origin = enriched["article"]["origin"] or {"name": None, "domain": None}
    cited = frozenset(source["name"] for source in enriched["cited_sources"])
    return Answer(origin["name"], origin["domain"], cited)


def count_origin(tally: Tally, probe: Probe, answer: Answer) -> bool:
    """Whether the origin is right; a wrong publisher is one wrongly named and one missed."""
    if probe.origin == "-":
        tally.wrong += answer.name is not None
        return answer.name is None
    right = answer.name is not None and _same(probe.origin, answer)
    tally.right += right
    tally.missed += not right
    tally.wrong += answer.name is not None and not right
    return right


def count_cited(tally: Tally, probe: Probe, answer: Answer) -> bool:
    """Whether exactly these sources are cited."""
    wanted = {folded_name(name) for name in probe.cited}
    named = {folded_name(name) for name in answer.cited}
    tally.right += len(wanted & named)
    tally.wrong += len(named - wanted)
    tally.missed += len(wanted - named)
    return wanted == named


def _same(wanted: str, answer: Answer) -> bool:
    name, _, domain = wanted.partition("|")
    if domain and answer.domain:
        return answer.domain == domain
    return folded_name(answer.name or "") == folded_name(name)


def _rows(name: str) -> list[list[str]]:
    text = (_FOLDER / name).read_text("utf-8")
    return list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


_BODIES: Final = {row[0]: row[1:] for row in _rows("bodies.tsv")}


def _raw(probe: Probe) -> JsonValue:
    host, _, name = (_SITE if probe.site == "-" else probe.site).partition("|")
    body = _BODIES[probe.language]
    if probe.kind == "text":
        text = probe.content.replace("\\n", "\n").replace("{body}", "\n\n".join(body))
        publisher: JsonValue = {"name": name, "domain": host}
        return {"kind": "plain_text", "text": text, "title": _TITLE, "publisher": publisher}
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in body)
    if probe.kind == "page":
        head, _, shown = probe.content.partition(" ¦ ")
        shown = shown.replace("{body}", paragraphs)
        page = _PAGE.format(title=_TITLE, name=name, head=head, body=shown)
        return {"kind": "html_page", "url": f"https://{host}/2026/eels", "html": page}
    if probe.kind == "entry":
        title = "" if "<title>" in probe.content else f"<title>{_TITLE}</title>"
        more = re.sub(
            "<description>(.*)</description>",
            lambda found: f"<description>{html.escape(found[1])}</description>",
            probe.content.replace("{body}", paragraphs),
        )
        entry = _ENTRY.format(title=title, host=host, more=more)
        return {"kind": "feed_entry", "feed_url": f"https://{host}/feed", "entry_xml": entry}
    return with_html(
        "".join(map(_paragraph, probe.content.split("\\n"))).replace("<p>{body}</p>", paragraphs),
        link=f"https://{host}/2026/eels",
        guid={"rendered": f"https://{host}/?p=7"},
        yoast_head_json={"og_site_name": name},
    )


def _paragraph(line: str) -> str:
    return f"<p>{_LINK.sub(_anchor, html.escape(line, quote=False))}</p>"


def _anchor(found: re.Match[str]) -> str:
    return f'<a href="{found[2]}">{found[1]}</a>'
