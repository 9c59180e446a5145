"""Outlets and agencies that a text credits for a fact."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from schemas.article import Origin, Publisher
from schemas.base import Span
from schemas.enriched_article import CitedSource
from workers.domain.enrichment.analysed_text import AnalysedText, Sentence
from workers.domain.enrichment.citation_cues import BETWEEN, QUOTES, THANKS, TRIGGERS
from workers.domain.enrichment.credit import is_credited, is_quoted
from workers.domain.enrichment.dense_sources import dense_sources
from workers.domain.enrichment.known_names import inflected
from workers.domain.enrichment.possible_name import SourceName
from workers.domain.enrichment.signed import signed_by
from workers.domain.enrichment.source_names import names_in
from workers.domain.provenance.contributions import speaks_of_contribution
from workers.domain.provenance.outlets import Outlet, folded_name, outlet_named
from workers.domain.provenance.site import Site, site_of

MOST_SOURCES: Final = 100
_NEVER: Final = frozenset(("caption", "embed", "code", "table"))
_LONGEST_THANKS: Final = 40
"""Tokens of a line that thanks for material."""
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
_REPRINTED: Final = frozenset("reprinted republished reproduced cross-posted syndicated".split())
"""Who printed the text later, and who had it first, is not credited for a fact."""
_TEXTS: Final = frozenset(
    "article story column essay post piece version photographs photos pictures poem letter".split()
)
"""What appears in an outlet, where a sentence says where it was printed."""
_SEEN_IN: Final = frozenset("as featured seen".split())
"""`As seen in The Times`: who boasts of reports about himself."""
_ANDS: Final = frozenset("and y e und et & dan og och en i и та και ve và și oraz a ja".split())
_SOURCE_LABEL: Final = re.compile(
    r"\W{0,3}(?:sources?|fuentes?|quellen?|font[ei]s?|sumber|bronn?e?n?|kaynak|źródła|источники?"
    r"|来源|출처|sursă|sursa)\s*[:：]",
    re.IGNORECASE,
)
_PHOTO: Final = frozenset(
    "photo foto image images picture photograph video getty courtesy file handout".split()
)


def find_cited_sources(
    text: AnalysedText, publisher: Publisher | None, origin: Origin | None
) -> tuple[CitedSource, ...]:
    """Whom the text credits, in the order of first mention, each with its mentions.

    Never the origin and never the site itself. At most `MOST_SOURCES`.
    """
    site = site_of(publisher)
    found: dict[str, tuple[dict[str, None], list[Span]]] = {}
    mentions = [*_credited(text, site), *dense_sources(text, site.host), *signed_by(text)]
    for first, end, written in sorted(mentions):
        if _is_own(written, site, origin):
            continue
        outlet = outlet_named(written, site.host) or inflected(written)
        key = _key(written, outlet, found)
        names, spans = found.setdefault(key, ({}, []))
        programme = outlet is not None and written in _PROGRAMMES
        names[outlet.name if programme and outlet else written] = None
        spans.append(text.span_of(first, end))
        if len(found) >= MOST_SOURCES:
            break
    return tuple(
        CitedSource(name=max(names, key=len), mentions=tuple(dict.fromkeys(spans)))
        for names, spans in found.values()
    )


def _key(
    written: str, outlet: Outlet | None, found: dict[str, tuple[dict[str, None], list[Span]]]
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
        lowered = text.lowered[sentence.first_token : sentence.end_token]
        thanks = _thanks(text, sentence, lowered)
        if not thanks and TRIGGERS.isdisjoint(lowered) and "report" not in lowered:
            continue
        if not _PHOTO.isdisjoint(lowered[:3]) or not _REPRINTED.isdisjoint(lowered):
            continue
        if lowered[0] in _SEEN_IN and lowered[1:2] in (["seen"], ["featured"], ["in"], ["on"]):
            continue
        if "appeared" in lowered and not _TEXTS.isdisjoint(lowered):
            continue
        for name in _names(text, sentence, site, thanks=thanks):
            quoted = _quoted(text) if quoted is None else quoted
            if not _inside(name, quoted):
                yield name.start_char, name.end_char, name.name


def _names(
    text: AnalysedText, sentence: Sentence, site: Site, *, thanks: bool
) -> Iterator[SourceName]:
    first, end = sentence.first_token, sentence.end_token
    waiting: list[SourceName] = []
    last: SourceName | None = None
    for name in names_in(text, first, end, site.host):
        if name.never:
            waiting, last = [], None
            continue
        if thanks:
            credited = name.sure or (name.outlet is not None and name.first > first + 1)
            credited = credited or (is_quoted(text, name) and text.words[name.first][0] >= "Ѐ")
        else:
            credited = is_credited(text, sentence, name)
        if credited:
            yield from waiting if _joined(text, waiting, name) else ()
            yield name
            waiting, last = [], name
        elif name.sure and last is not None and _joined(text, [last], name):
            yield name
            last = name
        elif name.sure:
            waiting = [*waiting, name] if _joined(text, waiting, name) else [name]


def _joined(text: AnalysedText, names: list[SourceName], name: SourceName) -> bool:
    """Whether a name goes on a list: `The New York Times and The Washington Post`."""
    if not names:
        return False
    between = text.lowered[names[-1].end : name.first]
    return not _ANDS.isdisjoint(between) and all(
        word in _ANDS or word in QUOTES or word in BETWEEN for word in between
    )


def _thanks(text: AnalysedText, sentence: Sentence, lowered: list[str]) -> bool:
    """Whether a short sentence thanks for material, or is a source line that stayed."""
    if len(lowered) > _LONGEST_THANKS:
        return False
    labelled = ":" in lowered[:3] or "：" in lowered[:3]
    if THANKS.isdisjoint(lowered) and not labelled:
        return False
    words = text.text[sentence.start_char : sentence.end_char]
    return speaks_of_contribution(words) or _SOURCE_LABEL.match(words) is not None


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
