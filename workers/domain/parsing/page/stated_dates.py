"""Dates that a page states for machines: in its data and its metas, in the forms that they take."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from workers.domain.parsing.dates import Role, WrittenDate, never_happened, read_iso
from workers.domain.parsing.json_values import text_of
from workers.domain.parsing.page.days import days_in
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.structured_data import Node, is_page

_PUBLISHED: Final = (
    "article:published_time og:published_time citation_publication_date citation_online_date"
    " parsely-pub-date sailthru.date datepublished dc.date.issued dcterms.issued dcterms.created"
    " dc.date date pubdate publishdate publish-date publish_date article.published published_time"
    " dcterms.date cxenseparse:recs:publishtime dc.date.created article:published"
    " article:publish_date last-published published_at"
).split()
_MODIFIED: Final = (
    "article:modified_time og:updated_time datemodified last-modified dcterms.modified"
    " dc.date.modified"
).split()
_NAMED_PUBLISHED: Final = re.compile(
    r"^published$|(?:publi|issue|creat|original|post|release)\w*[-_.:]?(?:date|time|on|at)\b"
    r"|date[-_.:]?(?:publi|issue|creat|original|post|release)"
)
_NOT_PUBLISHED: Final = re.compile(r"modif|updat|expir|revis|unpubl|image|video|event|start|end")
_SINGLE: Final = frozenset(("single", "single-post"))
"""The classes that WordPress gives the body of a post, as against a page of the site."""
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_DIGEST: Final = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?(\d\d)(\d\d)(\d\d)?)?Z?")
_EPOCH: Final = re.compile(r"(\d{9,10})(?:\.\d+|\d{3})?")
"""Seconds since 1970, or milliseconds."""
_SCRIPTED: Final = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d \d{4} [\d:]{8}) GMT([+-]\d{4})\b.*"
)
"""How JavaScript writes a date: `Tue Mar 09 2021 08:00:00 GMT+0000 (…)`."""


class StatedDate(NamedTuple):
    """One statement about a date, by which rule it was read, and how sure that is."""

    role: Role
    written: WrittenDate
    words: str
    rule: str
    confidence: float
    sure: bool = True
    """Whether day and month cannot be taken for each other."""
    moment: datetime | None = None
    """The instant of that day, where another statement of the page fixes it."""

    @property
    def day(self) -> str:
        """The day as the source writes it."""
        return self.written.wall_time[:10]

    @property
    def is_day_only(self) -> bool:
        """Whether no time of day was meant: none is written, or midnight."""
        return self.written.wall_time[10:] in ("", "T00:00", "T00:00:00")


def published_by_data(page: PageMarkup) -> Iterator[StatedDate]:
    """What the page's data and metas state about its publication, the most trusted first."""
    yield from _of_nodes(page.articles, "published", "datePublished", "json_ld_date", 0.95)
    for name, words in page.all_metas(*_PUBLISHED):
        yield from stated("published", words, "meta_date", 0.92 if ":" in name else 0.88)
    if page.articles or not _SINGLE.isdisjoint(page.body_classes):  # else a leaflet's date
        pages = [node for node in page.json_ld if is_page(node)]
        yield from _of_nodes(pages, "published", "datePublished", "json_ld_page_date", 0.8)
    yield from _of_nodes(page.articles, "published", "dateCreated", "json_ld_date", 0.75)
    for name, values in page.metas.items():
        if _NAMED_PUBLISHED.search(name) and not _NOT_PUBLISHED.search(name):
            yield from stated("published", values[0], "meta_date", 0.7)


def modified_by_data(page: PageMarkup) -> Iterator[StatedDate]:
    """What they state about its last change."""
    yield from _of_nodes(page.articles, "modified", "dateModified", "json_ld_date", 0.95)
    for _, words in page.all_metas(*_MODIFIED):
        yield from stated("modified", words, "meta_date", 0.9)


def _of_nodes(
    nodes: Iterable[Node], role: Role, field: str, rule: str, confidence: float
) -> Iterator[StatedDate]:
    for node in nodes:
        words = text_of(node.get(field))
        if words is not None:
            yield from stated(role, words, rule, confidence)


def stated(role: Role, words: str, rule: str, confidence: float) -> Iterator[StatedDate]:
    """The statement that these words make, if they are a date."""
    written = read_stated(words)
    if written is not None:
        yield StatedDate(role, written, words, rule, confidence)


def read_stated(words: str) -> WrittenDate | None:
    """A date that is stated for machines; None for words that are none.

    ISO 8601, RFC 5322, JavaScript's own form, digits alone (`20210309`), time since 1970 in
    seconds or milliseconds, or a day in words.
    """
    words = words.strip()
    if never_happened(words) or len(words) > 80:
        return None
    written = read_iso(words) or _read_mail_date(words) or _read_digits(words) or _scripted(words)
    if written is None or written.precision in ("year", "month"):
        day = next(days_in(words, None), None)
        written = WrittenDate(day.day, "day", None) if day is not None and day.sure else None
    if written is None or not _FIRST_YEAR <= int(written.wall_time[:4]) <= _LAST_YEAR:
        return None
    return written


def _read_mail_date(words: str) -> WrittenDate | None:
    if not words[:3].isalpha() or words[3:4] != ",":
        return None
    try:
        moment: datetime = parsedate_to_datetime(words)
    except (ValueError, TypeError, OverflowError):
        return None
    return read_iso(moment.isoformat())


def _read_digits(words: str) -> WrittenDate | None:
    if not words[:8].isdecimal():
        return None
    if (digest := _DIGEST.fullmatch(words)) is not None:
        year, month, day, *clock = digest.groups()
        time = ":".join(part for part in clock if part)
        return read_iso(f"{year}-{month}-{day}" + (f"T{time}" if time else ""))
    if (epoch := _EPOCH.fullmatch(words)) is not None:
        return read_iso(datetime.fromtimestamp(int(epoch[1]), UTC).isoformat())
    return None


def _scripted(words: str) -> WrittenDate | None:
    found = _SCRIPTED.fullmatch(words)
    if found is None:
        return None
    try:
        moment = datetime.strptime(f"{found[1]} {found[2]}", "%b %d %Y %H:%M:%S %z")
    except ValueError:
        return None
    return read_iso(moment.isoformat())
