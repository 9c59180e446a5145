"""Whether the words before an attribution's verb name the text itself, and nothing else."""

import re
from typing import Final

from workers.domain.provenance.naming import PlacedLink
from workers.domain.provenance.wordings import BEFORE, Row

_BEFORE_TITLE: Final = 40
"""`The post`, `La publicación` and the like: what may stand before a title that is named."""
_BEHIND_TITLE: Final = 30
_SHORTEST_TITLE: Final = 9

SENTENCE: Final = re.compile(r"[.!?…]+[”\"»’)\]]*\s+(?=[^\W\d_a-zà-ÿ]|[“\"«(*[])|[。！？]|\n")
_LABEL: Final = re.compile(r"[\W_]*(?:[\w’'.]+ ){0,4}[\w’'.]+\s?[:：]\s*")
_BOOK: Final = re.compile(
    r"\b(?:novels?|books?|albums?|songs?|films?|stud(?:y|ies)|poems?|plays?|novela|libro|livre"
    r"|roman|buch|livro|книг\w+|manuscript|memoir|edition|edición|photos?|photograph\w*|images?"
    r"|cartoons?|bild(?:er)?|fotos?|pictures?|figures?|chart|map|graphic)\b",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"\W*(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Oo]leh|[Dd]oor) (?:[A-ZÀ-Þ][\w.’'-]+,?\s?){1,4}"
)
"""`By Ada Fenwick, originally published by …`."""
_MADE: Final = re.compile(
    r"\W*(?:translat|illustrat|traduc|tradui|traduz|tradott|übersetz|aus dem|vertal|vertaald"
    r"|перевод|tłum|přel)",
    re.IGNORECASE,
)
"""`Translated by Ada Fenwick. Originally published in …`: the text needs no naming again."""
_PRONOUN: Final = re.compile(
    r"\W*(?:it|il|elle|er|es|sie|ello|este|ele|ela|esso|essa|он|она|оно|він|вона|het|hij|den|det)"
    r"\s(?:was|has|had|been|is|a|est|ist|wurde|fue|foi|è|\s)*",
    re.IGNORECASE,
)
"""What may stand for the text in the sentence behind the one that names it."""


def subject_begins(
    text: str, verb: int, links: tuple[PlacedLink, ...], row: Row, title: str | None
) -> int | None:
    """Where the sentence begins, if it speaks of the text; None if of anything else."""
    behind = 1 if _MADE.match(text) is not None else 0
    starts = [found.end() for found in SENTENCE.finditer(text, 0, verb + behind)]
    start = starts[-1] if starts else 0
    lead, whole = text[start:verb], text[:verb]
    if not lead.strip() or _speaks_of_the_text(lead, row):
        return start
    if _PRONOUN.fullmatch(lead) is not None and row.patterns.subject.match(whole) is not None:
        return start  # `This article was shortened. It originally appeared in`
    if _ends_in_the_title(whole, title):
        return 0
    for link in links:
        if verb - 12 <= link.end <= verb + 1 and link.end - link.start >= _SHORTEST_TITLE:
            before = text[max(0, link.start - _BEFORE_TITLE) : link.start]
            return link.start - len(before.rsplit("\n", 1)[-1].rsplit(". ", 1)[-1])
    # `The post Eels?! Again appeared first on`: a title's own marks end no sentence
    marked = any(mark in whole for mark in '?!…”"»')
    spoken = len(whole) <= BEFORE and row.patterns.subject.match(whole) is not None
    return 0 if marked and spoken and not _BOOK.search(whole, 0, _BEFORE_TITLE) else None


def _speaks_of_the_text(lead: str, row: Row) -> bool:
    """Whether a sentence begins with its verb, a label or a word for the text itself."""
    if len(lead) > BEFORE or _BOOK.search(lead) is not None:
        return False
    if (
        not lead.strip(" ([*_—–-•·|\n")
        or _BYLINE.fullmatch(lead)
        or row.patterns.subject.match(lead) is not None
    ):
        return True
    label = _LABEL.match(lead)
    if label is None:
        return False
    return label.end() == len(lead) or row.patterns.subject.match(lead[label.end() :]) is not None


def _ends_in_the_title(whole: str, title: str | None) -> bool:
    if not title or len(whole) > BEFORE + len(title) or title not in whole:
        return False
    before, _, after = whole.partition(title)
    return len(before) <= _BEFORE_TITLE and len(after) <= _BEHIND_TITLE
