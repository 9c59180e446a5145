"""A whole web page, in a `html_page` envelope or bare."""

import re
from collections.abc import Iterator
from typing import Final

from schemas.article import Claim, Image
from schemas.raw_post import HtmlPage
from workers.domain.parsing.json_values import as_object, text_of
from workers.domain.parsing.limits import DEFAULT, Limits
from workers.domain.parsing.page.address import PageAddress, address_of
from workers.domain.parsing.page.authors import FoundAuthors, authors_of_page
from workers.domain.parsing.page.comparing import squashed
from workers.domain.parsing.page.dates import dates_of_page
from workers.domain.parsing.page.filed import filed_under
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.people import is_byline
from workers.domain.parsing.page.reader import read_page
from workers.domain.parsing.page.site import publisher_of_page, site_of_page
from workers.domain.parsing.page.structured_data import is_article
from workers.domain.parsing.page.taken import taken_from_page
from workers.domain.parsing.page.text import MainText, main_text
from workers.domain.parsing.page.title import FoundTitle, title_of
from workers.domain.parsing.page.zone import Zone, zone_of
from workers.domain.parsing.pictures import FoundImage
from workers.domain.parsing.post import Excerpt, FoundBlock, Markup, ParsedPost
from workers.domain.parsing.urls import absolute

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_PICTURES: Final = ("og:image", "og:image:url", "twitter:image", "twitter:image:src")


def parse_page(page: HtmlPage, at: str, limits: Limits = DEFAULT) -> ParsedPost:
    """The page as far as it can be read; `at` is the JSON Pointer to its markup.

    Raises:
        PostRejected: too_large, too_deep; unsupported_kind, without the extra `pages`.
    """
    found = read_page(page.html, limits)
    address = address_of(found, page.url)
    site = site_of_page(found, address.own)
    title = title_of(found, site)
    zone = zone_of(found, title.text if title else None)
    authors = authors_of_page(found, site, zone, title.text if title else None)
    dates, date_rules = dates_of_page(found, zone, address.url, at)
    told = address.url_rule is None and address.own == address.url
    url_at = f"{at.removesuffix('/html')}/url" if told else at
    publisher, publisher_claims = publisher_of_page(site, at, url_at)
    filed = filed_under(found, zone, at, is_wordpress=address.is_wordpress_post)
    language, language_rule = _language(found)
    bodies = found.bodies if address.is_wordpress_post else ()
    standfirst = _standfirst(found, zone, at)
    text = main_text(found.lean, bodies, title.text if title else None)
    text = text.without_heads(standfirst.text if standfirst else None, found.language)
    return ParsedPost(
        kind="html_page",
        identity=address.identity,
        url=address.url,
        canonical_url=address.canonical,
        canonical_source=at if address.canonical else "",
        title=title.text if title else None,
        excerpt=standfirst,
        blocks=text.blocks,
        blocks_source=at,
        markup=Markup(page.html, at),
        authors=authors.authors if authors else (),
        dates=dates,
        publisher=publisher,
        sections=filed.sections,
        tags=filed.tags,
        images=_images(found, text, address.url),
        declared_language=language,
        hidden=None,
        claims=(
            *_title_claims(title, at),
            *_author_claims(authors, at),
            *date_rules,
            *publisher_claims,
            *filed.claims,
            *_address_claims(address, at),
            *_claim("declared_language", at, language_rule),
            Claim(field="text", source=at, rule=text.rule, confidence=0.9),
        ),
        removed=text.removed,
        taken_from=taken_from_page(found, at),
        lead=_lead(zone, text),
    )


def _lead(zone: Zone, text: MainText) -> tuple[FoundBlock, ...]:
    """The lines under the headline that were not taken for text: notes, a first paragraph.

    Bylines as well where they were: in the text of a short page they are part of its paragraph.
    """
    whole = "\n".join(block.text for block in text.blocks)
    return tuple(
        FoundBlock("paragraph", line.text)
        for line in zone.after
        if (line.text not in whole or is_byline(line.text.rstrip(".")))
        and not zone.is_outside(line)
    )


def _claim(field: str, at: str, rule: str | None) -> tuple[Claim, ...]:
    return (Claim(field=field, source=at, rule=rule, confidence=0.95),) if rule else ()


def _title_claims(title: FoundTitle | None, at: str) -> tuple[Claim, ...]:
    """The rule that chose the headline, then the statements of the head that agree with it."""
    if title is None:
        return ()
    rules = ((title.rule, title.confidence), *((rule, 0.7) for rule in title.agreeing))
    return tuple(
        Claim(field="title", source=at, rule=rule, confidence=confidence)
        for rule, confidence in rules
    )


def _author_claims(authors: FoundAuthors | None, at: str) -> tuple[Claim, ...]:
    if authors is None:
        return ()
    return (Claim(field="authors", source=at, rule=authors.rule, confidence=authors.confidence),)


def _address_claims(address: PageAddress, at: str) -> tuple[Claim, ...]:
    canonical = "canonical_link" if address.canonical else None
    return (*_claim("url", at, address.url_rule), *_claim("canonical_url", at, canonical))


def _language(page: PageMarkup) -> tuple[str | None, str | None]:
    """The BCP 47 tag that the page declares, and the rule that read it."""
    locale = page.first_meta("og:locale", "content-language", "dc.language", "inlanguage")
    for rule, words in (
        ("html_lang", page.language),
        (
            "json_ld_language",
            next((text_of(node.get("inLanguage")) for node in page.articles), None),
        ),
        ("meta_language", locale[1] if locale else None),
    ):
        if words is not None and _LANGUAGE.fullmatch(words):
            return words.replace("_", "-"), rule
    return None, None


def _standfirst(page: PageMarkup, zone: Zone, at: str) -> Excerpt | None:
    """The page's description, where the page shows it to readers under the headline."""
    described = page.first_meta("og:description", "description")
    if described is None:
        return None
    words = squashed(described[1])
    for line in zone.after:
        if len(words) > 20 and squashed(line.text) == words:
            return Excerpt(line.text, line.text.endswith(("…", "...")), at)
    return None


def _images(page: PageMarkup, text: MainText, base: str | None) -> tuple[Image, ...]:
    """The leading picture, as the head states it, and those of the text; each once."""
    alt = page.first_meta("og:image:alt", "twitter:image:alt")
    lead = [
        FoundImage(href, alt[1] if alt else None)
        for href in (*(words for _, words in page.all_metas(*_PICTURES)), *_of_data(page))
    ]
    found: dict[str, Image] = {}
    for image in (*lead[:1], *text.images):
        url = absolute(image.src, base)
        if url is not None and url.startswith("http") and url not in found:
            found[url] = Image(url=url, alt=image.alt, caption=image.caption)
    return tuple(found.values())


def _of_data(page: PageMarkup) -> Iterator[str]:
    for node in page.json_ld:
        value = node.get("image") if is_article(node) else None
        for item in value if isinstance(value, list) else [value]:
            words = text_of(item) or text_of(as_object(item).get("url"))
            if words is not None:
                yield words
