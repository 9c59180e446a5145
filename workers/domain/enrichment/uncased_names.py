"""Names of outlets that no capital gives away: in scripts without capitals, and addresses."""

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.citation_cues import QUOTES
from workers.domain.enrichment.known_names import LONGEST_NAME
from workers.domain.enrichment.name_words import DEFINITE, OPENING
from workers.domain.enrichment.possible_name import SourceName, source_at
from workers.domain.enrichment.terms import is_dense
from workers.domain.provenance.media_names import looks_like_outlet
from workers.domain.provenance.outlets import outlet_named


def behind_noun(text: AnalysedText, at: int, end: int) -> SourceName | None:
    """The quoted name behind a word for an outlet, in scripts without capitals."""
    words = text.words
    if at + 2 >= end or words[at + 1] not in OPENING or words[at + 2].isascii():
        return None
    stop = at + 2
    while stop < min(end, at + LONGEST_NAME) and words[stop] not in QUOTES:
        stop += 1
    return source_at(text, at + 2, stop, None, sure=True)


def definite(text: AnalysedText, at: int, end: int) -> SourceName | None:
    """The words with an article behind an Arabic word for an outlet: `لصحيفة الشرق الأوسط`."""
    stop = at + 1
    while stop < min(end, at + 4) and text.words[stop].startswith(DEFINITE):
        stop += 1
    if stop > at + 2 and text.words[stop - 1].endswith("ية"):  # where it is at home
        stop -= 1
    return source_at(text, at + 1, stop, None, sure=False) if stop > at + 1 else None


def address(text: AnalysedText, at: int) -> SourceName | None:
    word = text.words[at]
    if not looks_like_outlet(word) or "@" in word or "/" in word:
        return None
    return source_at(text, at, at + 1, outlet_named(word), sure=True)


def alone(text: AnalysedText, at: int) -> SourceName | None:
    word = text.words[at]
    outlet = outlet_named(word) if len(word) > 2 and not is_dense(word) else None
    if outlet is None or outlet.kind in ("reference", "wire"):
        return None
    return source_at(text, at, at + 1, outlet, sure=word not in outlet.words)
