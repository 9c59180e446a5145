"""When a page was published and changed: every statement of it, the most trusted first."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from schemas.article import Claim, DateClaim
from workers.domain.parsing.dates import Role, WrittenDate, claim_of, never_happened, read_iso
from workers.domain.parsing.json_values import text_of
from workers.domain.parsing.page.days import days_apart, days_in
from workers.domain.parsing.page.markup import Mark, PageMarkup
from workers.domain.parsing.page.structured_data import Node, is_article, is_page
from workers.domain.parsing.page.zone import Zone
from workers.domain.parsing.urls import path_of

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
_UPDATE = re.compile(
    r"updat|modif|revis|edited|actuali|review|aktuali|stand:|mise à jour|mis à jour|bijgewerkt|aggiornat"
    r"|обновл|oppdatert|opdateret|atualiz|diperbarui|更新",
    re.IGNORECASE,
)
_PUBLISH = re.compile(
    r"publish|posted|created|publié|veröffentlicht|publicad|pubblicat|gepubliceerd|опубликов|publisert",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(r"\b(?:born|since|expires?|deadline|event|until|copyright|©|from|valid)\b|©", re.IGNORECASE)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\D|$)")
_LONGEST: Final = 170
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class StatedDate(NamedTuple):
    """One statement about a date, by which rule it was read, and how sure that is."""

    role: Role
    written: WrittenDate
    words: str
    rule: str
    confidence: float

    @property
    def day(self) -> str:
        """The day as the source writes it."""
        return self.written.wall_time[:10]


def dates_of_page(
    page: PageMarkup, zone: Zone, url: str | None, at: str
) -> tuple[tuple[DateClaim, ...], tuple[Claim, ...]]:
    """All statements about dates, of each role the most trusted first, and their claims."""
    stated = _ranked(page, zone, url)
    claims = tuple(
        claim_of(found.role, found.written, at, found.words) for found in stated
    )
    rules = tuple(
        Claim(
            field=f"date_claims.{place}", source=at, rule=found.rule, confidence=found.confidence
        )
        for place, found in enumerate(stated)
    )
    return claims, rules


def _ranked(page: PageMarkup, zone: Zone, url: str | None) -> list[StatedDate]:
    published = list(_once(_published(page)))
    shown = list(_shown(page, zone))
    own = [found for found in shown if found.role == "published"]
    in_path = list(_from_path(url))
    best = next(iter(published), None)
    if best is None:
        ranked = [*own, *in_path] or [*shown][:1]
    else:
        ranked = [*_corrected(best, published, own, in_path)]
    changed = list(_once(_modified(page))) or [f for f in shown if f.role == "modified"][:1]
    return [*_once(ranked), *(found for found in changed if found not in ranked)]


def _corrected(
    best: StatedDate, published: list[StatedDate], own: list[StatedDate], in_path: list[StatedDate]
) -> Iterator[StatedDate]:
    """What the page states for machines, beside the day that it shows to readers."""
    yield from published
    yield from (found for found in (*own, *in_path) if found.day != best.day)


def _once(found: Iterable[StatedDate]) -> Iterator[StatedDate]:
    """Without statements that say the same day again, less exactly or less surely."""
    seen: set[tuple[Role, str]] = set()
    for date in found:
        if (date.role, date.day) not in seen:
            seen.add((date.role, date.day))
            yield date


def _published(page: PageMarkup) -> Iterator[StatedDate]:
    articles = [node for node in page.json_ld if is_article(node)]
    yield from _of_nodes(articles, "published", "datePublished", "json_ld_date", 0.95)
    for name, words in page.all_metas(*_PUBLISHED):
        yield from _stated("published", words, "meta_date", 0.92 if ":" in name else 0.88)
    pages = [node for node in page.json_ld if is_page(node)]
    yield from _of_nodes(pages, "published", "datePublished", "json_ld_page_date", 0.8)
    marks = [mark for mark in page.marks if mark.kind == "date" and not mark.outside]
    for mark in marks:
        if mark.rule == "microdata":
            yield from _of_mark(mark, page.language, 0.9)
    for mark in [mark for mark in marks if mark.rule == "time_element"][:1]:
        yield from _of_mark(mark, page.language, 0.8)
    for mark in marks:
        if mark.rule == "date_class" and len(mark.text) < 110:
            found = list(_of_mark(mark, page.language, 0.75))
            if found:
                yield from found
                break


def _modified(page: PageMarkup) -> Iterator[StatedDate]:
    articles = [node for node in page.json_ld if is_article(node)]
    yield from _of_nodes(articles, "modified", "dateModified", "json_ld_date", 0.95)
    for _, words in page.all_metas(*_MODIFIED):
        yield from _stated("modified", words, "meta_date", 0.9)


def _of_nodes(
    nodes: Iterable[Node], role: Role, field: str, rule: str, confidence: float
) -> Iterator[StatedDate]:
    for node in nodes:
        words = text_of(node.get(field))
        if words is not None:
            yield from _stated(role, words, rule, confidence)


def _stated(role: Role, words: str, rule: str, confidence: float) -> Iterator[StatedDate]:
    written = read_stated(words)
    if written is not None:
        yield StatedDate(role, written, words, rule, confidence)


def read_stated(words: str) -> WrittenDate | None:
    """A date that is stated for machines: ISO 8601, RFC 5322, or a day in words; else None."""
    words = words.strip()
    if never_happened(words) or len(words) > 80:
        return None
    written = read_iso(words) or _read_mail_date(words)
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


def _of_mark(mark: Mark, language: str | None, confidence: float) -> Iterator[StatedDate]:
    role: Role = "modified" if _says_update(mark.text) else "published"
    rule = {"microdata": "microdata_date"}.get(mark.rule, mark.rule)
    if role == "modified":
        return
    written = read_stated(mark.stated) if mark.stated else None
    if written is None:
        days = [day for day in days_in(mark.text, language) if not _updated(mark.text, day.start)]
        written = WrittenDate(days[0].day, "day", None) if days else None
    if written is not None:
        yield StatedDate(role, written, mark.stated or mark.text, rule, confidence)


def _says_update(text: str) -> bool:
    return bool(_UPDATE.search(text)) and not _PUBLISH.search(text)


def _updated(line: str, start: int) -> bool:
    """Whether the words before a day say that it is the day of a change."""
    lead = line[max(0, start - 40) : start]
    last = max((match.start() for match in _UPDATE.finditer(lead)), default=-1)
    return last > max((match.start() for match in _PUBLISH.finditer(lead)), default=-1)


def _shown(page: PageMarkup, zone: Zone) -> Iterator[StatedDate]:
    """The days that lines beside the headline show to readers."""
    for line in zone.lines:
        if len(line.text) > _LONGEST:
            continue
        for day in days_in(line.text, page.language):
            if _NOT_THIS.search(line.text[max(0, day.start - 25) : day.start]):
                continue
            role: Role = "modified" if _updated(line.text, day.start) else "published"
            words = line.text[max(0, day.start - 30) : day.end]
            yield StatedDate(
                role, WrittenDate(day.day, "day", None), words, "shown_date", 0.8 if day.sure else 0.6
            )


def _from_path(url: str | None) -> Iterator[StatedDate]:
    found = _IN_PATH.search(path_of(url)) if url else None
    if found is not None:
        words = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
        yield from _stated("published", words, "date_in_url", 0.8)
