"""The names in a sentence that may be an outlet's: known ones, and ones that look it."""

from functools import lru_cache
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.citation_cues import COMMON_NOUNS, CREDIT_NOUNS, MEDIA
from workers.domain.enrichment.known_names import (
    HEAD,
    LONGEST_NAME,
    cased_names,
    inflected,
    inflected_at,
    known_names,
    short_inflected,
)
from workers.domain.enrichment.name_words import (
    AND,
    ARTICLES,
    DAYS,
    EDITIONS,
    IN_NAMES,
    LEADING,
    NETWORKS,
    PAPERS,
    SMALL,
    STATIONS,
    TITLED,
    TITLES,
)
from workers.domain.enrichment.possible_name import SourceName, elided, source_at
from workers.domain.enrichment.uncased_names import address, alone, behind_noun, definite
from workers.domain.provenance.media_names import is_institution, looks_like_outlet
from workers.domain.provenance.outlets import Outlet, outlet_named

_ONE_WORD: Final = 8
"""Letters: a shorter word that ends like an outlet is often just a word (`Bote`, `Kurier`)."""
_BARE_ARTICLES: Final = frozenset("la le les los las el".split())
"""In small letters and without a preposition they begin another name."""
_CONTRACTED: Final = {
    "du": "Le",
    "au": "Le",
    "aux": "Les",
    "des": "Les",
    "al": "Il",
    "del": "Il",
    "dal": "Il",
    "sul": "Il",
    "ao": "O",
    "do": "O",
    "pelo": "O",
}
"""Prepositions that hold the article of a name: `au Monde`, `del Fatto Quotidiano`."""


def names_in(text: AnalysedText, first: int, end: int, near: str | None) -> list[SourceName]:
    """The possible outlets between two tokens, in order; of two that overlap the longer one."""
    found: list[SourceName] = []
    words, known, cased = text.words, known_names(), cased_names()
    at = first
    while at < end:
        word = words[at]
        head = word[elided(word) :] if "’" in word or "'" in word else word
        name = _known_at(text, at, end, near) if word in known else None
        if name is None and head[0].isupper():
            case = inflected_at(words, at, end) if word[:HEAD] in cased else None
            name = source_at(text, at, *case, sure=True) if case else _talked_with(text, at, first)
            name = name or _shaped_at(text, at, first, end, near)
            if name is not None and not name.sure:
                inner = None if name.never else _known_inside(text, name, near)
                name = inner or _in_dative(text, name) or name
        elif name is None and word in MEDIA and not word.isascii():
            name = behind_noun(text, at, end) or definite(text, at, end)
        elif name is None and "." in word[1:-1]:
            name = address(text, at)
        elif name is None and not word.isascii():
            name = alone(text, at)
        if name is None:
            at += 1
        else:
            found.append(name)
            at = max(name.end, at + 1)
    return found


def _known_at(text: AnalysedText, at: int, end: int, near: str | None) -> SourceName | None:
    words = text.words
    seconds = known_names()[words[at]]
    following = words[at + 1] if at + 1 < end else ""
    for tokens, name in (*seconds.get(following, ()), *seconds.get("", ())):
        stop = at + len(tokens)
        if stop > end or tuple(words[at:stop]) != tokens:
            continue
        outlet = outlet_named(name, near)
        joins = stop < end and words[stop] not in AND and words[stop] not in _BARE_ARTICLES
        goes_on = joins and _capital_after(words, stop, end)
        if goes_on and (len(tokens) == 1 or name in (outlet.words if outlet else ())):
            shaped = _shaped_at(text, at, at, end, near)
            if shaped is not None and shaped.end > stop:
                return shaped
        elif goes_on and words[stop - 1] in STATIONS and words[stop] not in DAYS:
            return source_at(text, at, stop + 1, outlet, sure=True)
        sure = outlet is not None and name not in outlet.words
        return source_at(text, at, stop, outlet, sure=sure)
    return None


def _talked_with(text: AnalysedText, at: int, first: int) -> SourceName | None:
    """The short name in a case behind `w rozmowie z`, `в беседе с`."""
    if at < first + 2 or text.lowered[at - 1] not in ("z", "ze", "с", "із"):
        return None
    outlet = short_inflected(text.words[at]) if text.lowered[at - 2] in CREDIT_NOUNS else None
    return source_at(text, at, at + 1, outlet, sure=True) if outlet is not None else None


def _known_inside(text: AnalysedText, run: SourceName, near: str | None) -> SourceName | None:
    """The known outlet in a run of capitals that is none: `Material von Keystone-SDA`."""
    for at in range(run.first + 1, run.end):
        if text.words[at] in known_names():
            inner = _known_at(text, at, run.end, near)
            if inner is not None and inner.sure:
                return inner
    return None


def _in_dative(text: AnalysedText, run: SourceName) -> SourceName | None:
    """The outlet behind who spoke to it: `die Polizei der Deutschen Presse-Agentur`."""
    for at in range(run.first + 2, run.end):
        if text.lowered[at - 1] == "der" and text.words[at].endswith("en"):
            outlet = inflected(" ".join(text.words[at : run.end]))
            if outlet is not None:
                return source_at(text, at, run.end, outlet, sure=True)
    return None


def _shaped_at(
    text: AnalysedText, at: int, first: int, end: int, near: str | None
) -> SourceName | None:
    """An unknown run of capitals: the whole of it, cues and articles before it cut off."""
    words = text.words
    stop = _run_end(text, at, end)
    start = at
    while start < stop and _is_lead(words[start], begins=start == first):
        if words[start] in ARTICLES and not _leads(words, start + 1, stop):
            break
        start += 1
    if start == stop or (start == stop - 1 and words[start] in ARTICLES):
        return None
    if words[start].lower() in TITLES:
        return None
    article = words[start] in ARTICLES and (words[start] == "The" or start > first)
    return _judged(text, start, stop, near, article=article)


def _run_end(text: AnalysedText, at: int, end: int) -> int:
    """Behind the last word of a run of capitals, with the small words that join them."""
    words, stop = text.words, at + 1
    while stop < end and stop - at < LONGEST_NAME:
        word = words[stop]
        if word[0].isupper() or elided(word):
            stop += 1
        elif word in _BARE_ARTICLES and words[stop - 1] not in SMALL:
            break  # `confirmado a EFE la Guardia Civil`
        elif word.lower() in SMALL and _capital_after(words, stop + 1, end):
            if word in AND and _is_outlet(text, at, stop):
                break
            stop += 1
        elif (word.isdigit() and len(word) <= 2) or (word in PAPERS and words[at] != word):
            stop += 1
        else:
            break
    return stop


def _judged(
    text: AnalysedText, start: int, stop: int, near: str | None, *, article: bool
) -> SourceName:
    found = source_at(text, start, stop, None, sure=False)
    name = found.name
    head, _, rest = name.partition(" ")
    bare = name
    if rest and (head in ARTICLES or (head.lower() in TITLED and outlet_named(rest, near))):
        bare = rest
    if _is_institution(name) or bare in NETWORKS:
        return found._replace(never=True)
    outlet = outlet_named(name, near) or outlet_named(bare, near) or inflected(bare)
    outlet = outlet or _contracted(text, start, name)
    if outlet is not None and outlet.kind in ("reference", "wire"):
        outlet = None
    listed = outlet is not None and not _is_word(outlet, name) and not _is_word(outlet, bare)
    looks = _looks(name) or _looks(bare)
    sure = (
        listed
        or _is_edition(name, near)
        or (looks and (" " in bare or not bare.isascii() or len(bare) >= _ONE_WORD))
    )
    sure = sure or (" " in bare and bare.split(" ")[0].lower() in MEDIA)
    if listed and bare != name and outlet_named(name, near) is None:
        cut = len(name) - len(bare)  # the article is not the outlet's: `A Reuters investigation`
        found = found._replace(name=bare, start_char=found.start_char + cut)
    return found._replace(outlet=outlet, sure=sure, article=article)


def _is_edition(name: str, near: str | None) -> bool:
    """Whether a known outlet's name is followed by a country's or a language's: `CNN Portugal`."""
    head, _, edition = name.rpartition(" ")
    base = outlet_named(head, near) if edition in EDITIONS else None
    return base is not None and head not in base.words


def _contracted(text: AnalysedText, start: int, name: str) -> Outlet | None:
    article = _CONTRACTED.get(text.words[start - 1]) if start else None
    full = f"{article} {name}"
    outlet = outlet_named(full) if article is not None else None
    return outlet if outlet is not None and full not in outlet.words else None


def _is_word(outlet: Outlet, name: str) -> bool:
    """Whether one of the outlet's names, or that name without `The`, is also a word."""
    return name in outlet.words or f"The {name}" in outlet.words


@lru_cache(maxsize=4096)
def _is_institution(name: str) -> bool:
    return is_institution(name)


@lru_cache(maxsize=4096)
def _looks(name: str) -> bool:
    return looks_like_outlet(name)


def _is_outlet(text: AnalysedText, first: int, stop: int) -> bool:
    """Whether a run is an outlet already, and the next name another: `EFE y Andina`."""
    name = text.text[text.starts[first] : text.ends[stop - 1]]
    return outlet_named(name) is not None or _looks(name)


def _is_lead(word: str, *, begins: bool) -> bool:
    """Whether a word before a name is none of it: a capital inside the sentence says it is."""
    low = word.lower()
    if low in COMMON_NOUNS or word in ARTICLES:
        return True
    if (low in MEDIA or low in IN_NAMES) and word != low and not begins:
        return False
    return low in LEADING


def _leads(words: list[str], at: int, stop: int) -> bool:
    return all(words[place].lower() in LEADING for place in range(at, stop)) or (
        at < stop and words[at].lower() in COMMON_NOUNS
    )


def _capital_after(words: list[str], at: int, end: int) -> bool:
    if at < end and words[at].lower() in SMALL:
        at += 1
    return at < end and (words[at][0].isupper() or elided(words[at]) > 0)
