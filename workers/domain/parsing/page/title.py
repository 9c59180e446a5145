"""The headline of a page, without the name of its site."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.json_values import text_of
from workers.domain.parsing.page.comparing import folded, squashed
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.site import PageSite
from workers.domain.parsing.page.structured_data import is_article

_SEPARATOR: Final = re.compile(
    r"\s+(?:[|–—\-·•»«:⋅›‹~/→]|::|\|\|)\s+|\s*[|｜»]\s*|\s+[–—]|:\s(?=\S+$)"
)
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_WORD: Final = re.compile(r"\w{3,}")
_FURNITURE: Final = re.compile(
    r"(?:blog|news|articles?|resources|menu|search|home|latest|insights|newsletter|subscribe|cookies?)"
    r"\b",
    re.IGNORECASE,
)
_LONGEST: Final = 300
_WEIGHTS: Final = {
    # how often each alone is the headline once the site's name is off, on 160 development pages
    "json_ld_headline": 1.2,
    "og_title": 1.1,
    "document_title": 0.9,
    "meta_title": 0.8,
    "twitter_title": 0.6,
}


class FoundTitle(NamedTuple):
    """The headline, by which rule, how sure, and which statements of the head agree with it."""

    text: str
    rule: str
    confidence: float
    agreeing: tuple[str, ...]


class _Stated(NamedTuple):
    rule: str
    text: str


def title_of(page: PageMarkup, site: PageSite) -> FoundTitle | None:
    """The headline by the page's headings and by what its head states; None where none is given.

    A heading that the head agrees with is nearly always right; the head says which heading, and
    the heading says where the site's name begins.
    """
    headings = [without_site(text, site) for text in _headings(page) if not site.is_called(text)]
    stated = list(_stated(page))
    cleaned = [
        found._replace(
            text=without_site(
                found.text, site, headings, [other.text for other in stated if other != found]
            )
        )
        for found in stated
    ]
    cleaned = [found for found in cleaned if not site.is_called(found.text)]
    chosen = _agreed(headings, cleaned) or _inside(headings, cleaned) or _alike(headings, cleaned)
    if chosen is None:
        chosen = _second_level(page, cleaned) or _lone(headings) or _majority(cleaned)
    if chosen is None and headings:
        chosen = (headings[0], "heading", 0.5)
    if chosen is None:
        return None
    text, rule, confidence = chosen
    same = squashed(text)
    agreeing = tuple(dict.fromkeys(found.rule for found in cleaned if squashed(found.text) == same))
    return FoundTitle(text, rule, confidence, agreeing)


_Choice = tuple[str, str, float]


def _headings(page: PageMarkup) -> Iterator[str]:
    first = [heading for heading in page.headings if heading.level == 1]
    for heading in sorted(first, key=lambda heading: heading.region > 0):
        if 2 < len(heading.text) < _LONGEST:
            yield heading.text.rstrip("¶#🔗 ")


def _stated(page: PageMarkup) -> Iterator[_Stated]:
    for node in page.json_ld:
        if is_article(node):
            headline = text_of(node.get("headline")) or text_of(node.get("name"))
            if headline is not None:
                yield _Stated("json_ld_headline", _plain(headline))
                break
    for rule, names in (
        ("og_title", ("og:title",)),
        ("twitter_title", ("twitter:title",)),
        ("meta_title", ("citation_title", "dc.title", "parsely-title", "sailthru.title", "title")),
    ):
        if (found := page.first_meta(*names)) is not None:
            yield _Stated(rule, _plain(found[1]))
    if page.document_title is not None:
        yield _Stated("document_title", _plain(page.document_title))


def _plain(text: str) -> str:
    return tidy_line(_TAG.sub("", text) if "<" in text else text)


def without_site(
    title: str, site: PageSite, headings: Iterable[str] = (), others: Iterable[str] = ()
) -> str:
    """The title without the site's name before or after it.

    What a heading of the page has without its end has no such end; failing that, what another
    title of the head has without it, unless a third has it.
    """
    shown = {squashed(text) for text in headings}
    stated = {squashed(text) for text in others}
    for _ in range(4):
        marks = list(_SEPARATOR.finditer(title))
        if not (marks or ": " in title) or squashed(title) in shown:
            break
        known = shown if squashed(title) in stated else shown | stated
        shorter = _cut(title, marks, site, known)
        if shorter is None:
            break
        title = shorter
    return title


def _cut(title: str, marks: list[re.Match[str]], site: PageSite, known: set[str]) -> str | None:
    parts: tuple[tuple[str, str], ...] = ()
    if marks:
        first, last = marks[0], marks[-1]
        parts = (
            (title[: last.start()].strip(), title[last.end() :].strip()),
            (title[first.end() :].strip(), title[: first.start()].strip()),
        )
    for kept, dropped in parts:
        short = squashed(kept)
        if short and (short in known or (len(short) > 3 and site.is_called(dropped))):
            return kept
    before, colon, after = title.partition(": ")
    return after.strip() if colon and site.is_named(before) and after.strip() else None


def _agreed(headings: list[str], stated: list[_Stated]) -> _Choice | None:
    keys = {squashed(found.text) for found in stated}
    for heading in headings:
        if squashed(heading) in keys:
            return heading, "heading_agreed_by_head", 0.97  # 116 of 121 development pages
    return None


def _inside(headings: list[str], stated: list[_Stated]) -> _Choice | None:
    """A title of the head that stands in a heading beside a date, a counter or the site's name."""
    for heading in headings:
        whole = squashed(heading)
        for found in stated:
            part = squashed(found.text)
            if len(part) > 11 and part in whole and len(part) > 0.55 * len(whole):
                if _goes_on(heading, found.text):
                    return heading, "heading_longer_than_head", 0.8
                return found.text, "head_inside_heading", 0.85
    return None


def _goes_on(heading: str, title: str) -> bool:
    """Whether the heading is the title and a few words more, none of them a number."""
    rest = heading[len(title) :]
    return (
        folded(heading).startswith(folded(title))
        and rest[:1] in " :–—-"
        and 0 < len(rest.split()) <= 4
        and not any(map(str.isdigit, rest))
    )


def _alike(headings: list[str], stated: list[_Stated]) -> _Choice | None:
    best, best_share = "", 0.0
    for heading in headings:
        words = _words(heading)
        for found in stated:
            others = _words(found.text)
            if len(words) > 3 * len(others):  # a paragraph that is set as a heading
                continue
            share = len(words & others) / max(1, min(len(words), len(others)))
            if share > best_share:
                best, best_share = heading, share
    if best_share >= 0.5 or (len(headings) == 1 and best_share >= 0.25):
        return best, "heading_like_head", 0.8
    return None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(folded(text)))


def _second_level(page: PageMarkup, stated: list[_Stated]) -> _Choice | None:
    """A heading of the second level that the head agrees with: the first names the site there."""
    keys = {squashed(found.text) for found in stated}
    for heading in page.headings:
        if heading.level == 2 and squashed(heading.text) in keys:
            return heading.text, "heading_agreed_by_head", 0.9
    return None


def _lone(headings: list[str]) -> _Choice | None:
    if len(headings) == 1 and 12 < len(headings[0]) < 150 and not _FURNITURE.match(headings[0]):
        return headings[0], "only_heading", 0.7
    return None


def _majority(stated: list[_Stated]) -> _Choice | None:
    votes: dict[str, float] = {}
    for found in stated:
        key = squashed(found.text)
        if key:
            votes[key] = votes.get(key, 0.0) + _WEIGHTS[found.rule]
    if not votes:
        return None
    winner = max(votes, key=lambda key: votes[key])  # the first of equals
    words = next(found.text for found in stated if squashed(found.text) == winner)
    return words, "head_majority", 0.75 if votes[winner] > 1.2 else 0.6
