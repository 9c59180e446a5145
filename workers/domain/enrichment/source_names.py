"""The names in a sentence that may be an outlet's: known ones, and ones that look it."""

from functools import cache, lru_cache
from typing import Final, NamedTuple

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.citation_cues import (
    BETWEEN,
    CREDIT_NOUNS,
    CREDITS,
    MEDIA,
    QUOTES,
    REPORTS,
    SAYS,
    TO,
)
from workers.domain.enrichment.tokens import tokenise
from workers.domain.provenance.media_names import is_institution, looks_like_outlet
from workers.domain.provenance.outlets import Outlet, outlet_named, outlets

_LONGEST: Final = 8
"""Tokens of the longest name."""
_ONE_WORD: Final = 8
"""Letters: a shorter word that ends like an outlet is often just a word (`Bote`, `Kurier`)."""
_SMALL: Final = frozenset(
    "of de del della dell da do dos das du des di la le les los las el et e and y & und der die van"
    " von zu d’ l’ i".split()
)
_AND: Final = frozenset("and y e et und & i dan og och en".split())
_ARTICLES: Final = frozenset(
    "The Der Die Das Le La Les El Il Lo De Het O A L’ Den Det Los Las".split()
)
_LEADING: Final = (CREDITS | REPORTS | SAYS | CREDIT_NOUNS | TO | BETWEEN | MEDIA) - frozenset(
    ("radio", "rádio", "diario", "tv", "news", "sunday", "daily", "journal", "harian", "media", "báo")
)
_TITLES: Final = frozenset(
    "mr mrs ms dr prof sir president minister mayor senator governor judge king queen".split()
)


class SourceName(NamedTuple):
    """A stretch of tokens that may name an outlet."""

    first: int
    end: int
    name: str
    outlet: Outlet | None
    sure: bool
    """Whether the name alone tells that it is an outlet's: it is known and no word, or looks it."""
    article: bool
    """Whether it is an unknown name with an article of its own: `Der Reiher`."""


@cache
def _known() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Names of the table by their first token, as tokens and as written, the longest first."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for outlet in outlets():
        if outlet.kind in ("reference", "wire"):
            continue
        for name in outlet.names:
            for form in (name, "The " + name.removeprefix("The ")):
                words = tuple(tokenise(form).words)
                if form == name or name in outlet.words or len(words) < _LONGEST:
                    found.setdefault(words[0], {}).setdefault(words, name)
    return {
        first: tuple(sorted(names.items(), key=lambda item: -len(item[0])))
        for first, names in found.items()
    }


def names_in(text: AnalysedText, first: int, end: int, near: str | None) -> list[SourceName]:
    """The possible outlets between two tokens, in order; of two that overlap the longer one."""
    found: list[SourceName] = []
    words, known = text.words, _known()
    at = first
    while at < end:
        word = words[at]
        name = _known_at(text, at, end, near) if word in known else None
        if name is None and (word[0].isupper() or word[:1].isdigit()):
            name = _shaped_at(text, at, first, end, near)
        elif name is None and word in MEDIA and not word.isascii():
            name = _behind_noun(text, at, end)
        elif name is None and "." in word[1:-1]:
            name = _address(text, at)
        elif name is None and not word.isascii() and word[0] > "а":
            name = _stemmed(text, at)
        if name is None:
            at += 1
        else:
            found.append(name)
            at = name.end
    return found


def _known_at(text: AnalysedText, at: int, end: int, near: str | None) -> SourceName | None:
    words = text.words
    for tokens, name in _known()[words[at]]:
        stop = at + len(tokens)
        if stop > end or tuple(words[at:stop]) != tokens:
            continue
        outlet = outlet_named(name, near)
        goes_on = stop < end and words[stop] not in _AND and _capital_after(words, stop, end)
        if goes_on and (len(tokens) == 1 or name in (outlet.words if outlet else ())):
            shaped = _shaped_at(text, at, at, end, near)
            if shaped is not None and shaped.end > stop:
                return shaped
        written = text.text[text.starts[at] : text.ends[stop - 1]]
        sure = outlet is not None and name not in outlet.words
        return SourceName(at, stop, written, outlet, sure, article=False)
    return None


def _shaped_at(
    text: AnalysedText, at: int, first: int, end: int, near: str | None
) -> SourceName | None:
    """An unknown run of capitals: the whole of it, cues and articles before it cut off."""
    words = text.words
    stop = at
    while stop < end and stop - at < _LONGEST:
        if words[stop][0].isupper() or (stop > at and _apostrophe(words[stop])):
            stop += 1
        elif stop > at and words[stop].lower() in _SMALL and _capital_after(words, stop + 1, end):
            if words[stop] in _AND and _is_outlet(text, at, stop):
                break
            stop += 1
        elif stop > at and words[stop].isdigit() and len(words[stop]) <= 2:
            stop += 1
        else:
            break
    start = at
    while start < stop and words[start].lower() in _LEADING:
        if words[start] in _ARTICLES and not _leads(words, start + 1, stop):
            break
        start += 1
    if start == stop or (start == stop - 1 and words[start] in _ARTICLES):
        return None
    article = words[start] in _ARTICLES and start < stop - 1
    if article and start == first and words[start] != "The":
        article = start > first
    if words[start].lower() in _TITLES:
        return None
    name = text.text[text.starts[start] : text.ends[stop - 1]]
    bare = text.text[text.starts[start + article] : text.ends[stop - 1]]
    if is_institution(name):
        return SourceName(start, stop, name, None, sure=False, article=False)
    outlet = outlet_named(name, near) or outlet_named(bare, near)
    if outlet is not None and outlet.kind in ("reference", "wire"):
        outlet = None
    listed = outlet is not None and bare not in outlet.words and name not in outlet.words
    sure = listed or (_looks(name) and (" " in bare or not bare.isascii() or "." in bare))
    sure = sure or (len(bare) >= _ONE_WORD and _looks(bare))
    return SourceName(start, stop, name, outlet, sure, article)


def _behind_noun(text: AnalysedText, at: int, end: int) -> SourceName | None:
    """The quoted name behind a word for an outlet, in scripts without capitals."""
    words = text.words
    if at + 2 >= end or words[at + 1] not in QUOTES or words[at + 2].isascii():
        return None
    stop = at + 2
    while stop < min(end, at + _LONGEST) and words[stop] not in QUOTES:
        stop += 1
    name = text.text[text.starts[at + 2] : text.ends[stop - 1]]
    return SourceName(at + 2, stop, name, outlet_named(name), sure=True, article=False)


def _address(text: AnalysedText, at: int) -> SourceName | None:
    word = text.words[at]
    if not looks_like_outlet(word) or "@" in word or "/" in word:
        return None
    return SourceName(at, at + 1, word, outlet_named(word), sure=True, article=False)


def _stemmed(text: AnalysedText, at: int) -> SourceName | None:
    word = text.words[at]
    outlet = outlet_named(word)
    if outlet is None:
        return None
    return SourceName(at, at + 1, word, outlet, word not in outlet.words, article=False)


@lru_cache(maxsize=4096)
def _looks(name: str) -> bool:
    return looks_like_outlet(name)


def _is_outlet(text: AnalysedText, first: int, stop: int) -> bool:
    """Whether a run is an outlet already, and the next name another: `EFE y Andina`."""
    name = text.text[text.starts[first] : text.ends[stop - 1]]
    return outlet_named(name) is not None or _looks(name)


def _leads(words: list[str], at: int, stop: int) -> bool:
    return at >= stop or (words[at].lower() in _LEADING and at + 1 < stop)


def _apostrophe(word: str) -> bool:
    before, mark, after = word.partition("’")
    return bool(mark) and before in ("dell", "d", "l", "all", "nell") and after[:1].isupper()


def _capital_after(words: list[str], at: int, end: int) -> bool:
    if at < end and words[at].lower() in _SMALL:
        at += 1
    return at < end and words[at][0].isupper()
