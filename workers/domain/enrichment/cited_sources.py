"""Outlets and agencies that a text credits for a fact, by the shape of the sentence and the name."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.article import Origin, Publisher
from schemas.base import Span
from schemas.enriched_article import CitedSource
from workers.domain.enrichment.analysed_text import AnalysedText, Sentence
from workers.domain.enrichment.citation_cues import (
    ASKED_BY,
    BETWEEN,
    CREDIT_NOUNS,
    CREDITS,
    HOLDS,
    LATER,
    MEDIA,
    NOUNS_BEHIND,
    OF_ITSELF,
    PRINTS,
    QUOTES,
    REPORTS,
    SAYS,
    STRONG,
    THANKS,
    TO,
    TRIGGERS,
    WILL,
)
from workers.domain.enrichment.dense_sources import dense_sources
from workers.domain.enrichment.source_names import SourceName, names_in
from workers.domain.provenance.contributions import speaks_of_contribution
from workers.domain.provenance.outlets import Outlet, folded_name, outlet_named
from workers.domain.provenance.site import Site, site_of

MOST_SOURCES: Final = 100
_NEVER: Final = frozenset(("caption", "embed", "code", "table"))
_REACH: Final = 7
"""Tokens between `said` and `to Reuters`: `said late on Monday in Rome to`."""
_LONG_QUOTE: Final = 5
"""Words: in a longer quotation somebody else speaks."""
_PROGRAMMES: Final = frozenset(
    (
        *("Meet the Press", "60 Minutes", "Face the Nation", "Good Morning America", "Morning Joe"),
        *("NBC Nightly News", "CBS Mornings", "CBS This Morning", "Frontline", "Morning Edition"),
        *("All Things Considered", "Ekot", "Newsnight"),
    )
)
"""Their broadcaster stands for them."""
_WORKS: Final = frozenset("writes wrote written works worked reports reporting writing".split())
_REPRINTED: Final = frozenset("reprinted republished reproduced cross-posted syndicated".split())
"""Who printed the text later, and who had it first, is not credited for a fact."""
_SCHOLARLY: Final = frozenset("the a medical scientific academic peer-reviewed".split())
"""`in the journal X` is science in English, and news in French."""
_SOURCE_LABEL: Final = re.compile(
    r"\W{0,3}(?:sources?|fuentes?|quellen?|font[ei]s?|sumber|bronn?e?n?|kaynak|źródła|источники?"
    r"|来源|출처|sursă|sursa)\s*[:：]",
    re.IGNORECASE,
)
_PHOTO: Final = frozenset(
    "photo foto image images picture photograph video getty courtesy file handout".split()
)
_BIO: Final = frozenset(
    "columnist author journalist editor correspondent contributor writer reporter freelance".split()
)


def find_cited_sources(
    text: AnalysedText, publisher: Publisher | None, origin: Origin | None
) -> tuple[CitedSource, ...]:
    """Whom the text credits, in the order of first mention, each with its mentions.

    Never the origin and never the site itself. At most `MOST_SOURCES`.
    """
    site = site_of(publisher)
    found: dict[str, tuple[list[str], list[Span]]] = {}
    mentions = [*_credited(text, site), *dense_sources(text, site.host)]
    for first, end, written in sorted(mentions):
        if _is_own(written, site, origin):
            continue
        outlet = outlet_named(written, site.host)
        key = _key(written, outlet, found)
        names, spans = found.setdefault(key, ([], []))
        programme = outlet is not None and written in _PROGRAMMES
        names.append(outlet.name if programme and outlet else written)
        spans.append(text.span_of(first, end))
        if len(found) >= MOST_SOURCES:
            break
    return tuple(
        CitedSource(name=max(names, key=len), mentions=tuple(dict.fromkeys(spans)))
        for names, spans in found.values()
    )


def _key(
    written: str, outlet: Outlet | None, found: dict[str, tuple[list[str], list[Span]]]
) -> str:
    """What names one source: its domain or its name; `the Times` is the Times named before."""
    if outlet is not None and written not in outlet.words:
        return outlet.domain
    short = " " + folded_name(written)
    for key, (names, _) in found.items():
        if any(folded_name(name).endswith(short) for name in names):
            return key
    return outlet.domain if outlet is not None else folded_name(written)


def _is_own(written: str, site: Site, origin: Origin | None) -> bool:
    if site.is_called(written):
        return True
    outlet = outlet_named(written, site.host)
    if outlet is not None and site.is_at(outlet.domain):
        return True
    if origin is None:
        return False
    same = outlet is not None and outlet.domain == origin.domain
    if site_of(Publisher(name=origin.name, domain=origin.domain)).is_called(written):
        return True
    return same or folded_name(written) == folded_name(origin.name)


def _credited(text: AnalysedText, site: Site) -> Iterator[tuple[int, int, str]]:
    quoted: list[tuple[int, int]] | None = None
    for sentence in text.sentences:
        if sentence.kind in _NEVER:
            continue
        first, end = sentence.first_token, sentence.end_token
        lowered = text.lowered[first:end]
        words = text.text[sentence.start_char : sentence.end_char]
        short = end - first <= 40
        thanks = short and (
            (not THANKS.isdisjoint(lowered) and speaks_of_contribution(words))
            or (":" in lowered[:3] and _SOURCE_LABEL.match(words) is not None)
            or ("：" in words and _SOURCE_LABEL.match(words) is not None)
        )
        if not thanks and TRIGGERS.isdisjoint(lowered) and "report" not in lowered:
            continue
        if not _PHOTO.isdisjoint(lowered[:3]) or not _REPRINTED.isdisjoint(lowered):
            continue
        for name in names_in(text, first, end, site.host):
            if thanks:
                credits = name.sure or (name.outlet is not None and name.first > first + 1)
            else:
                credits = _is_credited(text, sentence, name)
            if not credits:
                continue
            if quoted is None:
                quoted = _quoted(text)
            if not _inside(name, quoted):
                yield name.start_char, name.end_char, name.name


def _is_credited(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    lowered = text.lowered
    before, noun, passed = _before(text, sentence, name)
    after, noun_behind = _after(text, sentence, name)
    media = noun or noun_behind
    known = name.outlet is not None
    cue = lowered[before] if before >= sentence.first_token else ""
    if not (name.sure or known or name.article or media or _is_quoted(text, name)):
        return _prints_or_holds(text, sentence, before)
    if cue in TO and before > sentence.first_token and _works(text, before):
        return False
    if _bio(text, sentence, name) or _of_itself(text, sentence, after):
        return False
    verb = lowered[after] if after < sentence.end_token else ""
    passed = passed or name.start_char > text.starts[name.first]
    strong = _follows_strongly(text, before, sentence, cue) or verb in STRONG
    if media:
        return bool(
            cue in CREDITS
            or cue in REPORTS
            or cue in SAYS
            or cue in TO
            or verb in REPORTS
            or verb in SAYS
        ) or _says_near(text, sentence, name)
    if (
        _is_quoted(text, name)
        and (cue in CREDITS or cue in STRONG)
        and text.words[name.first][0] < "Ѐ"
    ):
        return True
    if name.sure:
        plain = verb in REPORTS or verb in SAYS or _follows(text, before, sentence, cue)
        plain = plain or verb in NOUNS_BEHIND or (passed and _said_to(text, before, sentence))
        return plain or _show(text, sentence, name, cue)
    if known or name.article:
        said_to = known and (cue in TO or passed) and _said_to(text, before, sentence)
        return strong or said_to or _prints_or_holds(text, sentence, before)
    return False


def _before(text: AnalysedText, sentence: Sentence, name: SourceName) -> tuple[int, bool, bool]:
    """The token before the name that is no article, adjective or mark; whether a noun for outlets
    stood between; whether one of those passed may be a preposition: `a`, `dem`."""
    at, noun, passed = name.first - 1, False, False
    least = max(sentence.first_token, name.first - _REACH)
    while at >= least:
        word = text.lowered[at]
        if word in MEDIA and not (word == "journal" and text.lowered[at - 1] in _SCHOLARLY):
            noun = True
        elif word not in QUOTES and not (word in BETWEEN and word not in ("by", "in", "from")):
            break
        passed = passed or word in TO
        at -= 1
    return at, noun, passed


def _after(text: AnalysedText, sentence: Sentence, name: SourceName) -> tuple[int, bool]:
    at, noun, end = name.end, False, min(sentence.end_token, name.end + 6)
    while at < end:
        word = text.lowered[at]
        if word in MEDIA and text.words[at] == word:
            noun = noun or at - name.end < 2
        elif word in ("’s", "'s") and at + 1 < end and text.words[at + 1][0].isupper():
            break
        elif word not in QUOTES and word not in LATER and word != ",":
            break
        at += 1
    return at, noun


def _follows(text: AnalysedText, before: int, sentence: Sentence, cue: str) -> bool:
    """Whether the words before a sure name credit it."""
    if before < sentence.first_token:
        return False
    if cue in CREDITS or cue in REPORTS or cue in CREDIT_NOUNS:
        return True
    if cue == "by":
        previous = text.lowered[before - 1]
        return previous in REPORTS or previous in CREDIT_NOUNS or previous in ASKED_BY
    if cue in TO:
        return _said_to(text, before, sentence)
    return cue in (",", ":", "(") and _listed(text, before, sentence)


def _follows_strongly(text: AnalysedText, before: int, sentence: Sentence, cue: str) -> bool:
    if before < sentence.first_token:
        return False
    if cue in CREDIT_NOUNS and text.lowered[before + 1] in TO:
        return True
    if cue in STRONG or cue in ("told", "telling", "dilansir", "dikutip"):
        return True
    if cue in (
        "de",
        "d’",
        "von",
        "des",
        "der",
        "del",
        "di",
        "to",
        "by",
        "con",
        "mit",
        "with",
        "по",
        "от",
        "from",
        "dari",
        "на",
    ):
        previous = text.lowered[before - 1] if before > sentence.first_token else ""
        return previous in STRONG or previous in CREDIT_NOUNS or previous in ("according", "seen")
    return False


def _said_to(text: AnalysedText, before: int, sentence: Sentence) -> bool:
    """Whether a verb of saying or a noun for a report stands before a preposition."""
    for at in range(before, max(sentence.first_token, before - _REACH) - 1, -1):
        word = text.lowered[at]
        if word in SAYS or word in REPORTS or word in CREDIT_NOUNS or word in CREDITS:
            return True
        if word in (";", ":", "\n"):
            return False
    return False


def _prints_or_holds(text: AnalysedText, sentence: Sentence, before: int) -> bool:
    """`in an op-ed for X`, `obtained by X`: outlets whatever their name."""
    if before <= sentence.first_token:
        return False
    cue, previous = text.lowered[before], text.lowered[before - 1]
    if cue == "by":
        return previous in HOLDS
    return cue in ("for", "in", "en", "in", "dans", "em", "su", "bei") and previous in PRINTS


def _listed(text: AnalysedText, before: int, sentence: Sentence) -> bool:
    return any(
        text.lowered[at] in CREDITS
        for at in range(max(sentence.first_token, before - _REACH), before)
    )


def _says_near(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    start = max(sentence.first_token, name.first - 2 * _REACH)
    end = min(sentence.end_token, name.end + _REACH)
    near = text.lowered[start : name.first] + text.lowered[name.end : end]
    return not SAYS.isdisjoint(near) or not REPORTS.isdisjoint(near) or not CREDITS.isdisjoint(near)


def _show(text: AnalysedText, sentence: Sentence, name: SourceName, cue: str) -> bool:
    """`on CNN’s State of the Union`: what somebody says in a programme is credited to it."""
    if cue not in ("on", "to", "during", "with", "told", "en", "dans", "bei", "in"):
        return False
    at = name.end
    if at + 1 >= sentence.end_token or text.lowered[at] not in ("’s", "'s"):
        return False
    word = text.words[at + 1]
    return word[0].isupper() or word in QUOTES


def _of_itself(text: AnalysedText, sentence: Sentence, after: int) -> bool:
    """`The Times said it would cut jobs` is about the Times."""
    if after + 2 >= sentence.end_token or text.lowered[after] not in SAYS | REPORTS:
        return False
    at = after + 1 + (text.lowered[after + 1] in ("that", "que", "dass", "che"))
    if at + 1 >= sentence.end_token:
        return False
    return text.lowered[at] in OF_ITSELF and text.lowered[at + 1] in WILL


def _bio(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    """`She is a columnist for The Guardian`: an author's life, and no credit."""
    start = max(sentence.first_token, name.first - _REACH)
    before = text.lowered[start : name.first]
    return not _BIO.isdisjoint(before) and SAYS.isdisjoint(
        text.lowered[sentence.first_token : sentence.end_token]
    )


def _is_quoted(text: AnalysedText, name: SourceName) -> bool:
    """Whether marks enclose the name, as German papers enclose each other's."""
    if not 0 < name.first <= name.end < len(text.words):
        return False
    return text.words[name.first - 1] in QUOTES and text.words[name.end] in QUOTES


def _works(text: AnalysedText, before: int) -> bool:
    """`writes for`, `has appeared on`: where an author works."""
    previous = text.lowered[before - 1]
    earlier = text.lowered[before - 2] if before > 1 else ""
    if text.lowered[before] == "for":
        return previous in _WORKS
    return previous in ("appeared", "featured", "published") and earlier in ("has", "have", "been")


def _quoted(text: AnalysedText) -> list[tuple[int, int]]:
    """The long quotations, as ranges of tokens."""
    found: list[tuple[int, int]] = []
    opened = -1
    for at, word in enumerate(text.words):
        if word in ("“", "«", "„", '"', "「") and opened < 0:
            opened = at
        elif word in ("”", "»", '"', "」", "“") and opened >= 0:
            if at - opened > _LONG_QUOTE:
                found.append((opened, at))
            opened = -1
        elif word[0] == "\n":
            opened = -1
    return found


def _inside(name: SourceName, quoted: Iterable[tuple[int, int]]) -> bool:
    return any(opened < name.first and name.end <= closed for opened, closed in quoted)
