"""Names in bylines: where one ends, and what is no name."""

import re
from collections.abc import Iterator
from typing import Final

from workers.domain.cleaning.characters import tidy_line

_ROLE_WORDS: Final = (
    r"(?:(?:written|posted|published|reviewed|edited|created|contributed|words|text|texte|story"
    r"|article|report|reported|reporting|opinion|analysis|column|essay|interview|guest post"
    r"|authored|compiled|photos? and text|escrito|publicado|rédigé|geschrieben|scritto|skrevet"
    r"|skriven|geschreven)\s+)?"
)
_BY: Final = (
    r"(?:by|author(?:ed\s+by|s)?|writers?|von|par|por|di|door|af|av|autor(?:es)?|auteurs?|autore"
    r"|redaktion|penulis|oleh|от|автор|текст|tekst|yazan|szerző|tác giả|بقلم"
    r"|γράφει [οη]|文|著者|作者|記者|记者)"
)
_LEAD: Final = re.compile(rf"^\s*{_ROLE_WORDS}{_BY}(?:\s*[:：\-–・＝/]\s*|\s+|$)", re.IGNORECASE)
LABEL: Final = re.compile(rf"\s*{_ROLE_WORDS}{_BY}\s*[:：]?\s*", re.IGNORECASE)
"""What stands on a line of its own before a name."""
_END: Final = re.compile(
    r"\s+special to\b"
    r"|\s*,?\s+(?:photo|picture|image|illustration|video|foto|bild)\w*\s+(?:by|von|par|por|de|di)\b"
    r"|\s+for\s+(?=[A-Z])|\s+[|•·–—/]\s+|\s+-\s+|\s*[•|]\s*|\bon\s+(?:\w+\s+\d|\d)"
    r"|\s+(?:updated|published|posted|last|le|am|il|el)\s+\d"
    r"|\s+(?:updated|published|posted|last)\b|,?\s+(?:publiée?|publicad[oa]|pubblicato|veröffentlicht)\b"
    r"|\s*(?=\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}\b)"
    r"|\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s+in\s+[A-Z]\w+$|\s*\(?@\w+"
    r"|\s*\b\d{1,2}[./]\d"
    r"|\s*\d{4}|\s*\(",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\s*(?:;|\band\b|&|\bund\b|\bet\b|\by\b(?=\s[A-ZÀ-Þ])|\be\b(?=\s[A-ZÀ-Þ])"
    r"|\ben\b(?=\s[A-Z])|\bdan\b(?=\s[A-Z])|\bи\b|、)\s*"
    r"|\s*,\s*(?=[A-ZÀ-Þ][\w.'’-]*\s+[A-ZÀ-Þ])"
)
_FIRM: Final = re.compile(r"\w+\s+[\w.]+\s*&\s*\w+\s+\w")
_JOB: Final = re.compile(
    r"^(?:(?:senior|chief|managing|executive|associate|contributing|staff|founding|deputy|head|vice"
    r"|science|political|business|sports|news|health|environment|general|assignment|national|local"
    r"|investigative|features?|opinion|guest|special|multimedia|freelance|arts|education"
    r"|crime)\s+)*"
    r"(?:director|editor|ceo|cto|founder|co-founder|manager|writer|reporter|contributor|author"
    r"|president|analyst|consultant|correspondent|journalist|specialist|strategist|engineer|head"
    r"|officer|columnist|producer|photographer|redakteur(?:in)?|redacteur|redactora?|journaliste"
    r"|reporterin|korrespondent(?:in)?|rédact(?:eur|rice)|periodista|giornalista)\b"
    r"|^(?:[\w&'’-]+\s+){1,3}(?:editor|correspondent|reporter|writer|columnist|producer|analyst"
    r"|journalist|contributor|critic|officer|director|manager|fellow)$",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"\S+@\S+")
_PICTURES: Final = re.compile(
    r"\s*(?:photo|video|picture|illustration|graphic|image|foto|bild|imagen)\w*\b", re.IGNORECASE
)
"""What begins the part of a byline that is about the pictures."""
_NOBODY: Final = re.compile(
    r"^(?:admin|administrator|author|authors|editor|editors|guest|staff|user|unknown|none"
    r"|null|contact|about|home"
    r"|share|by|posted|read more|website|webmaster|super ?user|wordpress|wpadmin|root|\W*"
    r"|default|n/a|undefined"
    r"|(?:view|see|more|all|follow|meet|contact)\b.*|.*@.*\.\w+|https?:.*|www\..*|[\d\W]+)$",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"\b(?:\d{4}|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2}"
    r"|min(?:ute)?s?\s+read|updated?|published|comments?|posted|cookies?|subscribe|newsletter)\b",
    re.IGNORECASE,
)
_ACCOUNT: Final = re.compile(r"[a-z]+[._][a-z]+")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
ACCOUNT: Final = re.compile(r"[a-z]+[\w.]*[\d._][\w.]*")
"""The name of an account: `annbrook82`, `a.brook`."""
_LONGEST: Final = 60
PERSON: Final = re.compile(
    r"^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)?[A-ZÀ-ÞĀ-ŽА-Я][\w'’.-]+(?:\s+(?:[A-ZÀ-Þ]\.?|van|de"
    r"|den|der|von|la|le|di|da|dos|bin|al|del|ter|ten))*"
    r"\s+[A-ZÀ-ÞĀ-ŽА-Я][\w'’-]+(?:\s+[A-ZÀ-ÞĀ-Ž][\w'’-]+)?$"
)
"""Two to four words that look like the name of a person."""


def is_byline(line: str) -> bool:
    """Whether a line begins as a byline does and ends in no full stop: `By A B`."""
    return _LEAD.match(line) is not None and not line.endswith((".", "!", "?"))


def names_in(byline: str) -> Iterator[str]:
    """The names in a byline, such as `By A B, Staff Writer and C D | March 9`."""
    line = _without_jobs(_bare(_MAIL.sub(" ", byline[:300])))
    whole = _FIRM.search(line) is not None
    for place, part in enumerate(_BETWEEN.split(line.replace("&", "\0") if whole else line)):
        name = _bare(part.replace("\0", "&"))
        name = _without_job(name)
        if _PICTURES.match(part) is not None:
            continue
        if name and not (place and _JOB.match(name)) and is_name(name):
            yield name


def _bare(text: str) -> str:
    """The words without what leads to a name or follows one."""
    line = tidy_line(text[:300]).strip(" ,;|·•–—-:/")
    line = _LEAD.sub("", line, count=1)
    end = _END.search(line)
    if end is not None and end.start() > 0:
        line = line[: end.start()]
    return re.sub(r"\s+(?:on|in|at|and|for)$", "", line.strip(" ,;|·•–—-:/"))


def _without_job(name: str) -> str:
    """`A B, Staff Writer` without the job; degrees (`A B, MD`) are part of a name as written."""
    before, comma, after = name.partition(",")
    return before.strip() if comma and _JOB.match(after.strip()) else name


def _without_jobs(line: str) -> str:
    """A byline up to the job in it, where that names departments and firms after commas."""
    before, comma, after = line.partition(",")
    if comma and _JOB.match(after.strip()) and "," in after and PERSON.match(before.strip()):
        return before.strip()
    return line


def is_name(words: str) -> bool:
    """Whether words may name somebody: a person, a desk, an organization."""
    if not words or len(words) > _LONGEST or len(words.split()) > 6:
        return False
    if _NOBODY.match(words) or _NO_NAME.search(words) or _ACCOUNT.fullmatch(words):
        return False
    return _LETTERS.search(words) is not None
