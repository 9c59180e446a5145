"""When a page was published and changed: every statement of it, the most trusted first."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Final

from schemas.article import Claim, DateClaim
from workers.domain.parsing.dates import Role, WrittenDate, claim_of
from workers.domain.parsing.page.days import ShownDay, days_apart, days_in, names_year
from workers.domain.parsing.page.markup import Line, Mark, PageMarkup
from workers.domain.parsing.page.stated_dates import (
    StatedDate,
    modified_by_data,
    published_by_data,
    read_stated,
    stated,
)
from workers.domain.parsing.page.zone import Zone
from workers.domain.parsing.urls import path_of

_UPDATE: Final = re.compile(
    r"updat|modif|revis|edited|actuali|review|aktuali|stand:|mise à jour|mis à jour"
    r"|bijgewerkt|aggiornat|uppdater|päivitet|ažuriran|frissít|güncell|cập nhật|ενημέρωσ|تحديث"
    r"|अपडेट|обновл|оновлен|oppdatert|opdateret|atualiz|diperbarui|更新|수정"
)
_PUBLISH: Final = re.compile(
    r"publish|posted|created|publié|veröffentlicht|publica[dt]|pubblicat|gepubliceerd|publicer"
    r"|offentliggj|julkaist|objavljen|opublikowan|megjelen|közzét|yayın|δημοσ|نشر|प्रकाशित"
    r"|опубликов|опубліков|publisert|diterbitkan|đăng|公開|掲載|发布|發布|등록|입력"
)
"""Both search lower case: with `IGNORECASE` each takes five times as long."""
_NOT_THIS: Final = re.compile(
    r"\b(?:born|since|expires?|deadline|event|until|copyright|©|from|valid)\b|©", re.IGNORECASE
)
_IN_PATH: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=\D|$)")
_LONGEST: Final = 170
_MOST_LABELLED: Final = 60
"""Lines that say `published`: where there are more, they are about other stories."""
_LABEL_OF_CHANGE: Final = re.compile(
    rf"[^\d.]{{0,15}}(?:{_UPDATE.pattern})[^\d.]{{0,12}}", re.IGNORECASE
)
"""A line that says what the next one is: `Last updated`."""
_DATELINE: Final = re.compile(
    r"[A-ZÀ-Þ][\w .,'’()-]{1,60}[,(–—-]\s*[^/–—-]{6,30}?\)?\s*(?:/[^/]{1,30}/\s*)?[-–—]"
)
"""The place and the day before the first sentence: `LARKMOUTH, March 9, 2021 /Wire/ --`."""
_FURTHEST_WEST, _FURTHEST_EAST = timedelta(hours=-12), timedelta(hours=14)
"""The zones of the Earth, from the one whose day ends last to the one whose day begins first."""


def dates_of_page(
    page: PageMarkup, zone: Zone, url: str | None, at: str
) -> tuple[tuple[DateClaim, ...], tuple[Claim, ...]]:
    """All statements about dates, of each role the most trusted first, and their claims."""
    found = _ranked(page, zone, url)
    claims = tuple(claim_of(date.role, date.written, at, date.words, date.moment) for date in found)
    rules = tuple(
        Claim(field=f"date_claims.{place}", source=at, rule=date.rule, confidence=date.confidence)
        for place, date in enumerate(found)
    )
    return claims, rules


def _ranked(page: PageMarkup, zone: Zone, url: str | None) -> list[StatedDate]:
    shown = _shown(zone)
    changes = [*modified_by_data(page), *_of_changes(page, zone)]
    changed = [*_once(changes), *(found for found in shown if found.role == "modified")]
    own = [found for found in shown if found.role == "published"]
    own = own or list(_labelled(page, zone)) or list(_of_dateline(zone))
    in_path = list(_from_path(url))
    stamps = [*published_by_data(page), *_published_by_marks(page, zone)]
    stamps = list(_once(_exact_first(_without_built(stamps, changes, in_path))))
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


def _without_built(
    stamps: list[StatedDate], changes: list[StatedDate], in_path: list[StatedDate]
) -> list[StatedDate]:
    """The stamps without those that a site's machine writes at each build.

    Such a stamp says the same moment for publication and change, and another statement of the
    page is days older. It is still known as the moment of the change.
    """
    moments = {change.written for change in changes if not change.is_day_only}
    days = {stamp.day for stamp in stamps if stamp.written in moments}
    others = [other for other in (*stamps, *in_path) if other.written not in moments]
    older = any(
        all(other.day < day and days_apart(other.day, day) > 1 for day in days) for other in others
    )
    return [stamp for stamp in stamps if stamp.written not in moments] if older else stamps


def _exact_first(stamps: list[StatedDate]) -> list[StatedDate]:
    """The stamps, the first one that has a moment before a bare day which it may belong to."""
    if not stamps or not stamps[0].is_day_only:
        return stamps
    first = stamps[0]
    for exact in stamps[1:]:
        if not exact.is_day_only and exact.written.instant and _may_be(exact, first.day):
            return [exact, *(stamp for stamp in stamps if stamp is not exact)]
    return stamps


def _contradicted(stamp: StatedDate, shown: list[StatedDate], own: list[StatedDate]) -> bool:
    """Whether the page shows one day as its own, and its stamp is of another."""
    days = {found.day for found in own}
    if len(days) != 1 or not own[0].sure:
        return False
    if stamp.day in {found.day for found in shown} - {
        found.day for found in shown if found.role == "modified"
    }:
        return False
    return not _may_be(stamp, own[0].day)


def _may_be(stamp: StatedDate, day: str) -> bool:
    """Whether a stamp's moment lies on this day somewhere on Earth."""
    moment = stamp.written.instant
    if moment is None or stamp.is_day_only:
        return days_apart(stamp.day, day) <= 1
    west, east = (
        (moment + offset).date().isoformat() for offset in (_FURTHEST_WEST, _FURTHEST_EAST)
    )
    return stamp.day == day or west <= day <= east


def _once(found: Iterable[StatedDate]) -> Iterator[StatedDate]:
    """Without statements that say the same day again, less exactly or less surely."""
    seen: set[tuple[Role, str]] = set()
    for date in found:
        if (date.role, date.day) not in seen:
            seen.add((date.role, date.day))
            yield date


def _published_by_marks(page: PageMarkup, zone: Zone) -> Iterator[StatedDate]:
    """What elements of the page state, the most trusted first."""
    marks = [mark for mark in page.marks if mark.kind == "date" and not zone.is_outside(mark)]
    for rule, confidence in _MARKS:
        same = [mark for mark in marks if mark.rule == rule and len(mark.text) < 110]
        near = [mark for mark in same if rule in _VOCABULARIES or zone.is_near(mark)]
        found = [date for mark in near for date in _of_mark(mark, page, confidence)]
        if not found:  # under the text: where it says so, or where the page has but one
            labelled = [mark for mark in same if _says_published(mark.text)]
            found = [d for mark in labelled or same for d in _of_mark(mark, page, 0.7)]
            found = found if len({date.day for date in found}) == 1 else []
        yield from found[:1]
    labelled = [mark for mark in page.marks if mark.kind == "date" and _says_published(mark.text)]
    found = [date for mark in labelled for date in _of_mark(mark, page, 0.6)]
    yield from found[:1] if len({date.day for date in found}) == 1 else []


_VOCABULARIES: Final = ("microdata", "rdfa")
_MARKS: Final = (("microdata", 0.9), ("rdfa", 0.85), ("time_element", 0.8), ("date_class", 0.75))
_RULES: Final = {"microdata": "microdata_date", "rdfa": "rdfa_date"}


def _of_mark(mark: Mark, page: PageMarkup, confidence: float) -> Iterator[StatedDate]:
    line = page.lines[mark.line].text if mark.line < len(page.lines) else ""
    if _says_update(line if mark.text and mark.text in line else mark.text):
        return
    written = read_stated(mark.stated) if mark.stated else None
    if written is None:
        days = [
            day for day in days_in(mark.text, page.language) if not _updated(mark.text, day.start)
        ]
        written = WrittenDate(days[0].day, "day", None) if days else None
    if written is not None:
        rule = _RULES.get(mark.rule, mark.rule)
        yield StatedDate("published", written, mark.stated or mark.text, rule, confidence)


def _of_changes(page: PageMarkup, zone: Zone) -> Iterator[StatedDate]:
    """What elements of the page state about its last change."""
    for mark in page.marks:
        if mark.kind == "change" and not zone.is_outside(mark):
            rule = _RULES.get(mark.rule, mark.rule)
            yield from stated("modified", mark.stated or mark.text, rule, 0.75)


def _says_published(text: str) -> bool:
    return _PUBLISH.search(text.lower()) is not None


def _says_update(text: str) -> bool:
    return _UPDATE.search(text.lower()) is not None and not _says_published(text)


def _updated(line: str, start: int) -> bool:
    """Whether the words before a day say that it is the day of a change."""
    lead = line[max(0, start - 40) : start].lower()
    last = max((match.start() for match in _UPDATE.finditer(lead)), default=-1)
    return last > max((match.start() for match in _PUBLISH.finditer(lead)), default=-1)


def _shown(zone: Zone) -> list[StatedDate]:
    """The days that lines beside the headline show to readers.

    A line that says `Last updated` makes the next one a change where another day is shown, too.
    """
    found: list[StatedDate] = []
    behind_label: list[StatedDate] = []
    changes = " ".join(mark.text for mark in zone.page.marks if mark.kind == "change")
    label = ""
    for line in zone.lines:
        if not zone.is_outside(line) or line.byline:
            for day in _stamps_in(line, zone.page.language):
                changed = _updated(line.text, day.start)
                changed = changed or line.text[day.start : day.end] in changes
                role: Role = "modified" if changed else "published"
                date = _of_line(role, line, day, 0.8 if day.sure else 0.6)
                (behind_label if _LABEL_OF_CHANGE.fullmatch(label) else found).append(date)
        label = line.text
    if not any(date.role == "published" for date in found):
        return [*found, *behind_label]
    return [*found, *(date._replace(role="modified") for date in behind_label)]


def _labelled(page: PageMarkup, zone: Zone) -> Iterator[StatedDate]:
    """The one day of which a line of the story says, wherever it stands, that it is the day."""
    lines = (
        line
        for line in page.lines
        if len(line.text) <= _LONGEST and names_year(line.text) and not zone.is_outside(line)
        if _says_published(line.text)
    )
    found = [
        _of_line("published", line, day, 0.7)
        for line in islice(lines, _MOST_LABELLED)
        for day in _stamps_in(line, page.language)
        if _says_published(line.text[max(0, day.start - 40) : day.start])
        and not _updated(line.text, day.start)
    ]
    yield from found[:1] if len({date.day for date in found}) == 1 else []


def _of_dateline(zone: Zone) -> Iterator[StatedDate]:
    """The day in the dateline of the first paragraphs, as releases have it."""
    for line in zone.after:
        found = None if zone.is_outside(line) else _DATELINE.match(line.text)
        for day in days_in(found[0], zone.page.language) if found is not None else ():
            yield _of_line("published", line, day, 0.7)
            return


def _of_line(role: Role, line: Line, day: ShownDay, confidence: float) -> StatedDate:
    words = line.text[max(0, day.start - 30) : day.end]
    written = WrittenDate(day.day, "day", None)
    return StatedDate(role, written, words, "shown_date", confidence, day.sure)


def _stamps_in(line: Line, language: str | None) -> Iterator[ShownDay]:
    """The days in a line that is a stamp, and no sentence about a day."""
    if len(line.text) > _LONGEST:
        return
    days = list(days_in(line.text, language))
    if not days or _is_prose(line.text, days):
        return
    for day in days:
        if not _NOT_THIS.search(line.text[max(0, day.start - 25) : day.start]):
            yield day


def _is_prose(line: str, days: list[ShownDay]) -> bool:
    """Whether a line that holds days is a sentence about them, not a stamp."""
    rest = len(line) - sum(day.end - day.start for day in days)
    return rest > 60 and line.rstrip().endswith((".", "!", "?", "。", ":", "”"))


def _from_path(url: str | None) -> Iterator[StatedDate]:
    found = _IN_PATH.search(path_of(url)) if url else None
    if found is not None:
        words = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
        yield from stated("published", words, "date_in_url", 0.8)
