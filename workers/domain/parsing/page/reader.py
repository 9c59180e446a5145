"""A page's markup in one walk over its nodes: the place that knows how pages are parsed."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

import turbohtml
from turbohtml import Document, Element, Text

from workers.domain.cleaning.characters import tidy_line
from workers.domain.cleaning.entities import decoded_again
from workers.domain.parsing.limits import Limits
from workers.domain.parsing.nesting import refuse_too_deep
from workers.domain.parsing.page.limits import (
    Looks,
    Nested,
    lean_markup,
    refuse_deep,
    refuse_endless,
    without_drawings,
)
from workers.domain.parsing.page.marks import said_by
from workers.domain.parsing.page.markup import Heading, Line, Mark, MarkKind, PageMarkup
from workers.domain.parsing.page.names_in_markup import (
    LINE_BREAKERS,
    NEVER_OUTSIDE,
    OUTSIDE_TAGS,
    SILENT,
    ClassMeaning,
    meaning_of,
)
from workers.domain.parsing.page.structured_data import own_articles, read_json_ld

_MOST_MARKS: Final = 60
_MOST_CLASSES: Final = 200
_MOST_HEADINGS: Final = 60
_TITLES: Final = ("og:title", "twitter:title", "citation_title")
_MOST_TITLES: Final = 12
_BODY: Final = frozenset(("entry-content", "wp-block-post-content"))
"""Classes that the themes of WordPress give the text of a post."""
_MOST_BODIES: Final = 3
_MOST_METAS: Final = 500
_LONGEST_META: Final = 1_000
_LONGEST_MARK: Final = 200
"""Characters: longer than any byline."""
_LONGEST_MARKUP: Final = 5_000
"""Characters, white space too, of what may be a byline, a stamp or a headline."""
_LONGEST_LINE: Final = 600
"""Characters of a line that are kept: bylines and dates are short."""
_MOST_LINES: Final = 5_000


class _Frame(NamedTuple):
    nodes: Iterator[turbohtml.Node]
    tag: str
    breaks: bool
    region: int
    byline: bool
    in_article: bool


def read_page(html: str, limits: Limits) -> PageMarkup:
    """What the page says of itself. A loop, not a recursion: depth costs nothing.

    Raises:
        PostRejected: too_large or too_deep, for a page beyond the limits.
    """
    refuse_endless(html, limits)
    refuse_too_deep(html)
    document = turbohtml.parse(html, positions=False)
    return _Reader(limits).read(without_drawings(document, limits))


def one_line(text: str) -> str:
    """Text of the page on one line, decoded again where its references stood encoded twice."""
    return tidy_line(decoded_again(text) if "&" in text else text)


class _Reader:
    """Walks a page once, from its first node to its last."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.metas: dict[str, list[str]] = {}
        self.links: dict[str, list[str]] = {}
        self.json_links: list[str] = []
        self.scripts: list[str] = []
        self.title: str | None = None
        self.post_ids: list[str] = []
        self.bodies: list[str] = []
        self.headings: list[Heading] = []
        self.marks: list[Mark] = []
        self.filed: list[Mark] = []
        self.post_classes: list[str] = []
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.copyright_line: str | None = None
        self.regions = [0]
        self.frames: set[int] = set()
        self.nested = Nested()
        self.looks = Looks()

    def read(self, document: Document) -> PageMarkup:
        root = document.root
        body_classes = ""
        language = None
        if root is not None:
            language = root.attr("lang") or root.attr("xml:lang")
            frames = [
                _Frame(
                    iter(root.children),
                    "html",
                    breaks=True,
                    region=0,
                    byline=False,
                    in_article=False,
                )
            ]
            while frames:
                frame = frames[-1]
                for node in frame.nodes:
                    if type(node) is Text:
                        text = node.data
                        self.words.append(text)
                        self.nested.characters += len(text) * len(frames)
                    elif type(node) is Element:
                        tag = node.tag
                        if tag == "body":
                            body_classes = node.attr("class") or ""
                        inner = self.element(node, tag, frame)
                        if inner is not None:
                            frames.append(inner)
                            refuse_deep(len(frames), self.limits)
                            self.nested.elements += len(frames)
                            self.nested.links += len(frames) if tag == "a" else 0
                            break
                else:
                    frames.pop()
                    if frame.breaks:
                        self.end_line(frame)
        self.nested.refuse(self.limits)
        json_ld = read_json_ld(self.scripts)
        return PageMarkup(
            language=tidy_line(language) or None if language else None,
            metas={name: tuple(values) for name, values in self.metas.items()},
            links={rel: tuple(values) for rel, values in self.links.items()},
            json_links=tuple(self.json_links),
            document_title=self.title,
            json_ld=json_ld,
            articles=own_articles(json_ld, self.titles()),
            body_classes=tuple(body_classes.split()[:_MOST_CLASSES]),
            post_ids=tuple(self.post_ids),
            bodies=tuple(self.bodies),
            lean=lean_markup(document, self.limits),
            headings=tuple(self.headings),
            marks=tuple(self.marks),
            filed=tuple(self.filed),
            post_classes=tuple(self.post_classes),
            lines=tuple(self.lines),
            copyright_line=self.copyright_line,
            regions=tuple(self.regions),
            frames=frozenset(self.frames),
        )

    def titles(self) -> list[str]:
        """All that may be the headline, or hold it."""
        stated = [title for name in _TITLES for title in self.metas.get(name, ())]
        headings = [heading.text for heading in self.headings[:_MOST_TITLES]]
        return [*([self.title] if self.title else []), *stated[:_MOST_TITLES], *headings]

    def element(self, node: Element, tag: str, around: _Frame) -> _Frame | None:
        """The frame of an element whose children come next; None for one that is done with."""
        if tag in ("meta", "link", "title", "script"):
            self.head_element(node, tag)
            return None
        if tag in SILENT and tag != "head":
            return None
        classes, name = node.attr("class") or "", node.attr("id") or ""
        meaning = meaning_of(f"{classes} {name}" if classes or name else "")
        region = self.region(tag, meaning, around)
        if "-content" in classes and not region and not _BODY.isdisjoint(classes.split()):
            self.bodies.append(node.inner_html if len(self.bodies) < _MOST_BODIES else "")
        breaks = tag in LINE_BREAKERS
        if breaks:
            self.end_line(around)
        if tag in ("h1", "h2"):
            self.heading(node, int(tag[1]), region)
        elif tag == "article" and name:
            self.post_ids.append(name)
            if not self.post_classes and name.startswith("post-"):
                self.post_classes = classes.split()[:_MOST_CLASSES]
        self.mark(node, tag, region, meaning)
        if tag == "a":
            self.term(node, region)
        return _Frame(
            iter(node.children),
            tag,
            breaks,
            region,
            around.byline or meaning.byline,
            around.in_article or tag == "article",
        )

    def region(self, tag: str, meaning: ClassMeaning, around: _Frame) -> int:
        """The region that an element's text stands in: one of its own, or that around it."""
        # the foot of an article names its author, the foot of a page its owner
        own_foot = tag == "footer" and (around.in_article or meaning.own_foot)
        outside = tag in OUTSIDE_TAGS and not own_foot
        frame = False
        if tag not in NEVER_OUTSIDE:
            outside, frame = outside or meaning.outside, meaning.frame
        if not (outside or frame):
            return around.region
        self.regions.append(around.region)
        if not outside:
            self.frames.add(len(self.regions) - 1)
        return len(self.regions) - 1

    def head_element(self, node: Element, tag: str) -> None:
        match tag:
            case "meta":
                self.meta(node)
            case "link":
                self.link(node)
            case "script":
                if "ld+json" in (node.attr("type") or "").lower():
                    self.scripts.append(node.text)
            case _ if self.title is None:
                self.title = one_line(node.text[:_LONGEST_META]) or None

    def meta(self, node: Element) -> None:
        content = one_line((node.attr("content") or "")[:_LONGEST_META])
        if not content:
            return
        for attribute in ("property", "name", "itemprop"):
            names = node.attr(attribute)
            for name in islice((names or "").lower().split(), 4):
                if len(self.metas) < _MOST_METAS or name in self.metas:
                    self.metas.setdefault(name, []).append(content)

    def link(self, node: Element) -> None:
        href = node.attr("href")
        if not href:
            return
        for rel in islice((node.attr("rel") or "").lower().split(), 4):
            if len(self.links) < _MOST_METAS:
                self.links.setdefault(rel, []).append(href)
            if rel == "alternate" and (node.attr("type") or "").endswith("/json"):
                self.json_links.append(href)

    def heading(self, node: Element, level: int, region: int) -> None:
        if len(self.headings) >= _MOST_HEADINGS or not self.looks.is_short(node, _LONGEST_MARKUP):
            return
        if text := one_line(node.to_text()):
            self.headings.append(Heading(level, text[:_LONGEST_META], region, len(self.lines)))

    def mark(self, node: Element, tag: str, region: int, meaning: ClassMeaning) -> None:
        if len(self.marks) >= _MOST_MARKS:
            return
        for said in said_by(node, tag, meaning):
            shown = node if said.inner is None else said.inner
            if not self.looks.is_short(shown, _LONGEST_MARKUP):
                continue
            text = one_line(shown.to_text()[: _LONGEST_MARK * 2])
            short = len(text) <= _LONGEST_MARK and len(said.stated) <= _LONGEST_MARK
            if (text or said.stated) and short:
                mark = Mark(said.kind, said.rule, text, said.stated, region, len(self.lines))
                self.marks.append(mark)

    def term(self, node: Element, region: int) -> None:
        """Keeps a link whose `rel` says that it is what the story is filed under."""
        relations = (node.attr("rel") or "").lower().split()
        if "tag" not in relations or len(self.filed) >= _MOST_MARKS:
            return
        if self.looks.is_short(node, _LONGEST_MARKUP) and (text := one_line(node.to_text())):
            kind: MarkKind = "section" if "category" in relations else "tag"
            href = (node.attr("href") or "")[:_LONGEST_META]
            self.filed.append(Mark(kind, "term_link", text, href, region, len(self.lines)))

    def end_line(self, frame: _Frame) -> None:
        if not self.words:
            return
        text = one_line("".join(self.words)) if self.words else ""
        self.words.clear()
        if not text or len(self.lines) >= _MOST_LINES:
            return
        self.lines.append(Line(frame.tag, text[:_LONGEST_LINE], frame.region, frame.byline))
        if "©" in text and len(text) < _LONGEST_LINE:
            self.copyright_line = text
