"""The lines above the first paragraph: headline, standfirst, byline, date.

Nothing is a headline only because it comes first. It takes a shape that prose does not have: a line
that ends no sentence over a paragraph that does, or a byline or a date below it.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from schemas.article import DateClaim
from workers.domain.parsing.bylines import is_role, looks_like_name, names_of
from workers.domain.parsing.dates import WrittenDate, claim_of
from workers.domain.parsing.feeds.dates import read_feed_date
from workers.domain.parsing.post import FoundBlock
from workers.domain.parsing.text.stamps import read_slashed, read_stamp
from workers.domain.parsing.text.wire import (
    dateline_of,
    is_note,
    is_release_note,
    is_slug,
    without_prefix,
)

_HEAD_LINES: Final = 10
"""Lines in which a head ends: slug, notes, headline, standfirst of two, byline, role, dates."""
_LONGEST_HEADLINE: Final = 140
_LONGEST_STANDFIRST: Final = 300
_SENTENCE_END: Final = tuple(".!?…:;。！？।؟")
_QUOTED_END: Final = (*_SENTENCE_END, "”", "»", '"', "’", "'")
_SPEECH: Final = (",”", ',"', "?”", "!”", '?"', '!"', ",»", "“,")
"""How speech ends in the middle of a sentence: no headline is written so."""
_BY: Final = re.compile(
    r"(?:by|von|por|par|di|door|av|af|oleh|text|texte|texto|testo|written by|words by|story by"
    r"|reported by|автор|текст)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_PROSE_SHARE: Final = 0.7
"""Of the lines below, those that must end as sentences do: among notes, posts and figures a line
without a full stop tells nothing. Subheadings leave about three in four."""
_RECORDED: Final = re.compile(r".*\b\d{4}-\d\d-\d\d|[^:]{1,40}:\s*[\d.,/%\s–-]+")
"""Lines of record: a place and its date (`OSLO 2026-03-01`), a label and its figure."""
_PARTS: Final = re.compile(r"\s+[|·•–—]\s+|\s*[|·•]\s*")
_MARKDOWN: Final = re.compile(r"#{1,2}\s+(?=\S)|\*\*(?=\S)")
_RULE: Final = re.compile(r"[=\-_~*]{4,}")
_AGENCY: Final = re.compile(r"(?:[A-Z][\w&.’'-]*\s?){1,6}=")


@dataclass(slots=True)
class Head:
    """What the head of a text says, and the blocks below it."""

    title: str | None = None
    title_rule: str = ""
    title_confidence: float = 0.0
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    dates: list[tuple[DateClaim, str]] = field(default_factory=list)
    """Each with the rule that read it."""
    removed: list[tuple[str, str]] = field(default_factory=list)
    """Rule and line."""
    dateline: str = ""
    blocks: tuple[FoundBlock, ...] = ()


def read_head(blocks: tuple[FoundBlock, ...], at: str, *, titled: bool) -> Head:
    """The head of a text. `titled` says that its headline is known apart from it."""
    head = Head()
    lines = list(blocks[:_HEAD_LINES])
    lines = _without_notes(lines, head)
    anchors = [number for number, line in enumerate(lines) if _reads_as_credit(lines, number, at)]
    above = _above(lines, anchors, titled=titled)
    if above is not None:
        _take_above(lines[:above], head, marked=bool(anchors))
        below = above
        while below < len(lines) and below in anchors:
            _take_credit(lines, below, head, at)
            below += 1
        lines = lines[below:]
    head.blocks = (*lines, *blocks[_HEAD_LINES:])
    head.dateline = dateline_of(head.blocks[0].text) if head.blocks else ""
    return head


def _without_notes(lines: list[FoundBlock], head: Head) -> list[FoundBlock]:
    kept: list[FoundBlock] = []
    for line in lines:
        rule = _note_rule(line.text)
        if rule is None:
            kept.append(line)
        else:
            head.removed.append((rule, line.text))
    return kept


def _note_rule(text: str) -> str | None:
    if is_slug(text):
        return "slug_line"
    if is_note(text):
        return "wire_note"
    if is_release_note(text):
        return "release_note"
    if _RULE.fullmatch(text):
        return "ruled_line"
    agency = len(text) <= 60 and _AGENCY.fullmatch(text) and not byline_of(text)
    return "wire_note" if agency else None


def _reads_as_credit(lines: list[FoundBlock], number: int, at: str) -> bool:
    """Whether a line is a byline, a date, or a role under a byline."""
    text = lines[number].text
    if byline_of(text) or _date_of(text, at) is not None or _mixed(text, at):
        return True
    if number == 0:
        return False
    before = lines[number - 1].text
    if is_role(text) and (byline_of(before) or looks_like_name(before)):
        return True
    after = lines[number + 1].text if number + 1 < len(lines) else ""
    return looks_like_name(text) and (_date_of(after, at) is not None or is_role(after))


def byline_of(line: str) -> tuple[str, ...]:
    """The names in a line that begins `By`, in a few languages; none where it is a sentence."""
    found = _BY.match(line) if len(line) <= 160 else None
    if found is None or line.endswith((".", "?", "!")):
        return ()
    rest = line[found.end() :].rstrip("= ")
    names = names_of(rest)
    return names if names and all(map(looks_like_name, names)) else ()


def _date_of(line: str, at: str) -> tuple[DateClaim, str] | None:
    stamp = read_stamp(line, at)
    if stamp is not None:
        return stamp, "stamp_line"
    written: WrittenDate | None = read_feed_date(line) if 8 <= len(line) <= 45 else None
    written = written or read_slashed(line)
    if written is not None and line[:1].isdigit() and "/" in line[:6]:
        return claim_of("published", written, at, line), "date_line"
    if written is None or written.precision in ("year", "month") or line.isdigit():
        return None
    return claim_of("published", written, at, line), "date_line"


def _mixed(line: str, at: str) -> bool:
    parts = _PARTS.split(line) if len(line) <= _LONGEST_STANDFIRST else ()
    return (
        1 < len(parts) <= 4
        and all(
            byline_of(part) or _date_of(part, at) is not None or looks_like_name(part)
            for part in parts
        )
        and any(byline_of(part) or _date_of(part, at) is not None for part in parts)
    )


def _above(lines: list[FoundBlock], anchors: list[int], *, titled: bool) -> int | None:
    """How many of the lines are headline and standfirst; None where there is no head at all."""
    if anchors and anchors[0] <= 3:
        first = anchors[0]
        shapes = [_may_head(line.text, number) for number, line in enumerate(lines[:first])]
        if all(shapes) and not (titled and first > 2):
            return first
        return None
    if titled or len(lines) < 2 or not _heads_alone(lines[0].text):
        return None
    if _is_body(lines[1].text, lines[0].text):
        return 1 if _is_prose(lines[1:]) else None
    second = lines[1].text
    if len(lines) > 2 and _heads_alone(second) and len(second) > len(lines[0].text):
        return 2 if _is_body(lines[2].text, second) and _is_prose(lines[2:]) else None
    return None


def _may_head(text: str, number: int) -> bool:
    if number == 0:
        return len(text) <= _LONGEST_HEADLINE and not text.endswith((".", ":", ";", ","))
    return len(text) <= _LONGEST_STANDFIRST


def _heads_alone(text: str) -> bool:
    """Whether a line has the shape of a headline, with nothing but its shape to tell by."""
    if _MARKDOWN.match(text):
        return True
    words = text.split()
    return (
        len(words) >= 2
        and len(text) <= _LONGEST_HEADLINE
        and (_is_title_cased(words) or not text.endswith((*_QUOTED_END, ",", "-", "–", "—")))
        and not (text[0].islower() or text[0] in "(-*•")
        and not any(speech in text for speech in _SPEECH)
        and not _RECORDED.fullmatch(text)
        and (text.isupper() or not looks_like_name(text))
    )


def _is_prose(lines: list[FoundBlock]) -> bool:
    ends = sum(line.text.endswith(_QUOTED_END) for line in lines)
    return ends >= _PROSE_SHARE * len(lines)


def _is_title_cased(words: list[str]) -> bool:
    """Whether All Long Words Are Capitalised: prose never is, whatever it ends in."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 4 and sum(word[0].isupper() for word in long) >= len(long) - len(long) // 6


def _is_body(text: str, headline: str) -> bool:
    return (
        text.endswith(_QUOTED_END)
        and len(text) >= (20 if _MARKDOWN.match(headline) else 60)
        and len(text) > len(headline)
    )


def _take_above(lines: list[FoundBlock], head: Head, *, marked: bool) -> None:
    if not lines:
        return
    title = lines[0].text
    plain = _MARKDOWN.sub("", title, count=1).rstrip("*# ") if _MARKDOWN.match(title) else title
    plain, version = without_prefix(plain)
    if version:
        head.removed.append(("slug_line", version.strip()))
    ruled = any(rule == "ruled_line" for rule, _ in head.removed)
    head.title = plain
    head.title_rule = "marked_headline" if plain != title or ruled else "headline_line"
    head.title_confidence = 0.9 if marked or plain != title or ruled else 0.75
    if len(lines) > 1:
        head.standfirst = " ".join(line.text for line in lines[1:])


def _take_credit(lines: list[FoundBlock], number: int, head: Head, at: str) -> None:
    text = lines[number].text
    parts = _PARTS.split(text) if _mixed(text, at) else [text]
    for part in parts:
        date = _date_of(part, at)
        if date is not None:
            head.dates.append(date)
            head.removed.append((date[1], part))
            continue
        names = byline_of(part) or ((part,) if looks_like_name(part) and not is_role(part) else ())
        head.authors = tuple(dict.fromkeys((*head.authors, *names)))
        head.removed.append(("byline_line", part))
