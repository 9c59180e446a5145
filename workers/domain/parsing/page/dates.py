"""When a page was published and changed: every statement of it, the most trusted first."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from schemas.article import Claim, DateClaim
from workers.domain.parsing.dates import Role, WrittenDate, claim_of, never_happened, read_iso
from workers.domain.parsing.json_values import text_of
from workers.domain.parsing.page.days import ShownDay, days_apart, days_in
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
    r"updat|modif|revis|edited|actuali|review|aktuali|stand:|mise à jour|mis à jour"
    r"|bijgewerkt|aggiornat"
    r"|обновл|oppdatert|opdateret|atualiz|diperbarui|更新",
    re.IGNORECASE,
)
_PUBLISH = re.compile(
    r"publish|posted|created|publié|veröffentlicht|publicad|pubblicat|gepubliceerd"
    r"|опубликов|publisert",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:born|since|expires?|deadline|event|until|copyright|©|from|valid)\b|©", re.IGNORECASE
)
_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\D|$)")
_SINGLE: Final = frozenset(("single", "single-post"))
"""The classes that WordPress gives the body of a post, as against a page of the site."""
_LONGEST: Final = 170
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


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


def dates_of_page(
    page: PageMarkup, zone: Zone, url: str | None, at: str
) -> tuple[tuple[DateClaim, ...], tuple[Claim, ...]]:
    """All statements about dates, of each role the most trusted first, and their claims."""
    stated = _ranked(page, zone, url)
    claims = tuple(
        claim_of(found.role, found.written, at, found.words, found.moment) for found in stated
    )
    rules = tuple(
        Claim(field=f"date_claims.{place}", source=at, rule=found.rule, confidence=found.confidence)
        for place, found in enumerate(stated)
    )
    return claims, rules


def _ranked(page: PageMarkup, zone: Zone, url: str | None) -> list[StatedDate]:
    stamps = list(_once(_published(page, zone)))
    shown = list(_shown(zone))
    changed = [*_once(_modified(page)), *(found for found in shown if found.role == "modified")]
    own = [found for found in shown if found.role == "published"]
    in_path = list(_from_path(url))
    if not stamps:
        published = [*own, *in_path]
    elif _contradicted(stamps[0], shown, own):
        # the day that the page shows as its own is the one that it stands by; 0025
        moment = next((found for found in changed if found.day == own[0].day), None)
        published = [own[0]._replace(moment=moment.written.instant if moment else None)]
        published += [found._replace(role="created") for found in stamps if found.day != own[0].day]
    else:
        published = [*stamps, *in_path]
    return [*_once(published), *_once(changed[:2])]


def _contradicted(stamp: StatedDate, shown: list[StatedDate], own: list[StatedDate]) -> bool:
    """Whether the page shows one day beside its headline as its own, and that is another."""
    days = {found.day for found in own}
    if len(days) != 1 or not own[0].sure:
        return False
    if stamp.day in {found.day for found in shown} - {
        found.day for found in shown if found.role == "modified"
    }:
        return False
    return days_apart(stamp.day, own[0].day) > 1  # a day's difference is a zone's


def _once(found: Iterable[StatedDate]) -> Iterator[StatedDate]:
    """Without statements that say the same day again, less exactly or less surely."""
    seen: set[tuple[Role, str]] = set()
    for date in found:
        if (date.role, date.day) not in seen:
            seen.add((date.role, date.day))
            yield date


def _published(page: PageMarkup, zone: Zone) -> Iterator[StatedDate]:
    """What data and markup state for machines, the most trusted first."""
    articles = [node for node in page.json_ld if is_article(node)]
    yield from _of_nodes(articles, "published", "datePublished", "json_ld_date", 0.95)
    for name, words in page.all_metas(*_PUBLISHED):
        yield from _stated("published", words, "meta_date", 0.92 if ":" in name else 0.88)
    if articles or not _SINGLE.isdisjoint(page.body_classes):  # else it is the date of a leaflet
        pages = [node for node in page.json_ld if is_page(node)]
        yield from _of_nodes(pages, "published", "datePublished", "json_ld_page_date", 0.8)
    marks = [mark for mark in page.marks if mark.kind == "date" and not zone.is_outside(mark)]
    for rule, confidence in (("microdata", 0.9), ("time_element", 0.8), ("date_class", 0.75)):
        same = [mark for mark in marks if mark.rule == rule and len(mark.text) < 110]
        near = [mark for mark in same if rule == "microdata" or zone.is_near(mark)]
        found = [date for mark in near for date in _of_mark(mark, page, confidence)]
        if not found:  # under the text: where it says so, or where the page has but one
            labelled = [mark for mark in same if _PUBLISH.search(mark.text)]
            found = [d for mark in labelled or same for d in _of_mark(mark, page, 0.7)]
            found = found if len({date.day for date in found}) == 1 else []
        yield from found[:1]
    labelled = [mark for mark in page.marks if mark.kind == "date" and _PUBLISH.search(mark.text)]
    found = [date for mark in labelled for date in _of_mark(mark, page, 0.6)]
    yield from found[:1] if len({date.day for date in found}) == 1 else []


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


def _of_mark(mark: Mark, page: PageMarkup, confidence: float) -> Iterator[StatedDate]:
    line = page.lines[mark.line].text if mark.line < len(page.lines) else ""
    if _says_update(line if mark.text and mark.text in line else mark.text):
        return
    rule = "microdata_date" if mark.rule == "microdata" else mark.rule
    written = read_stated(mark.stated) if mark.stated else None
    if written is None:
        days = [
            day for day in days_in(mark.text, page.language) if not _updated(mark.text, day.start)
        ]
        written = WrittenDate(days[0].day, "day", None) if days else None
    if written is not None:
        yield StatedDate("published", written, mark.stated or mark.text, rule, confidence)


def _says_update(text: str) -> bool:
    return bool(_UPDATE.search(text)) and not _PUBLISH.search(text)


def _updated(line: str, start: int) -> bool:
    """Whether the words before a day say that it is the day of a change."""
    lead = line[max(0, start - 40) : start]
    last = max((match.start() for match in _UPDATE.finditer(lead)), default=-1)
    return last > max((match.start() for match in _PUBLISH.finditer(lead)), default=-1)


def _shown(zone: Zone) -> Iterator[StatedDate]:
    """The days that lines beside the headline show to readers."""
    for line in zone.lines:
        if len(line.text) > _LONGEST or (zone.is_outside(line) and not line.byline):
            continue
        days = list(days_in(line.text, zone.page.language))
        if not days or _is_prose(line.text, days):
            continue
        for day in days:
            if _NOT_THIS.search(line.text[max(0, day.start - 25) : day.start]):
                continue
            role: Role = "modified" if _updated(line.text, day.start) else "published"
            written = WrittenDate(day.day, "day", None)
            words = line.text[max(0, day.start - 30) : day.end]
            confidence = 0.8 if day.sure else 0.6
            yield StatedDate(role, written, words, "shown_date", confidence, day.sure)


def _is_prose(line: str, days: list[ShownDay]) -> bool:
    """Whether a line that holds days is a sentence about them, not a stamp."""
    rest = len(line) - sum(day.end - day.start for day in days)
    return rest > 60 and line.rstrip().endswith((".", "!", "?", "。", ":", "”"))


def _from_path(url: str | None) -> Iterator[StatedDate]:
    found = _IN_PATH.search(path_of(url)) if url else None
    if found is not None:
        words = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
        yield from _stated("published", words, "date_in_url", 0.8)
