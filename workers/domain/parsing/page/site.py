"""The site that a page stands on, and all the names that it goes by."""

import re
from collections.abc import Iterator
from typing import Final

from schemas.article import Claim, Publisher
from workers.domain.parsing.json_values import as_object, text_of
from workers.domain.parsing.page.comparing import folded, squashed
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.structured_data import is_article, types_of
from workers.domain.parsing.urls import host_of
from workers.domain.provenance.outlets import registrable_domain

_ORGANIZATIONS: Final = frozenset(
    "WebSite Organization NewsMediaOrganization Corporation Blog LocalBusiness Brand".split()
)
_WORD: Final = re.compile(r"\w+")


_BESIDE: Final = frozenset(
    "home homepage online official news blog magazine website site com org net uk us usa inc llc"
    " ltd gmbh newspaper newsroom tv media de fr es it co".split()
)


def _is_beside_name(rest: str) -> bool:
    """Whether letters after a site's name still belong to it: `The Fen Herald Online`."""
    return rest in _BESIDE or len(rest) <= 3


class PageSite:
    """What a page calls its site; `names` are all of its names and labels, squashed."""

    def __init__(
        self, host: str | None, name: str | None, name_rule: str, names: frozenset[str]
    ) -> None:
        self.host: Final = host
        self.name: Final = name
        self.name_rule: Final = name_rule
        self.names: Final = names
        self._long_names: Final = sorted([name for name in names if len(name) > 3])

    def is_named(self, words: str) -> bool:
        """Whether these words are exactly one of the site's names."""
        short = squashed(words)
        return short in self.names or short.removeprefix("the") in self.names

    def is_called(self, words: str) -> bool:
        """Whether these words are the site's name, or next to it: `The Fen Herald – Home`."""
        if self.is_named(words):
            return True
        short = squashed(words).removeprefix("the")
        if not short:
            return True
        for name in self._long_names:
            if len(short) > 3 and name.startswith(short):
                return True
            if short.startswith(name) and _is_beside_name(short[len(name) :]):
                return True
            if len(name) > 4 and short == f"{name}blog":
                return True
        initials = "".join(word[0] for word in _WORD.findall(folded(words)))
        return len(initials) > 2 and initials in self.names


def site_of_page(page: PageMarkup, url: str | None) -> PageSite:
    """The site by its own statements, and by the host of the address."""
    host = host_of(url)
    stated = list(_stated_names(page))
    rule, name = next(iter(stated), ("", None))
    names = {squashed(words).removeprefix("the") for _, words in stated}
    names |= {squashed(words) for _, words in page.all_metas("twitter:site")}
    if host is not None:
        domain = registrable_domain(host) or host
        label = domain.partition(".")[0]
        names |= {squashed(host), squashed(domain), label, squashed(label)}
    names.discard("")
    return PageSite(host, name, rule, frozenset(names))


def _stated_names(page: PageMarkup) -> Iterator[tuple[str, str]]:
    for name, words in page.all_metas(
        "og:site_name", "application-name", "apple-mobile-web-app-title"
    ):
        yield "og_site_name" if name == "og:site_name" else "application_name", words
    for node in page.json_ld:
        publisher = as_object(node.get("publisher")) if is_article(node) else {}
        for found in (publisher, node if not _ORGANIZATIONS.isdisjoint(types_of(node)) else {}):
            if (called := text_of(found.get("name"))) is not None:
                yield "schema_site_name", " ".join(called.split())


def publisher_of_page(
    site: PageSite, at: str, url_at: str
) -> tuple[Publisher | None, tuple[Claim, ...]]:
    """The publisher of the page, and where its name and host were read."""
    if site.name is None and site.host is None:
        return None, ()
    claims: list[Claim] = []
    if site.host is not None:
        claims.append(
            Claim(field="publisher.domain", source=url_at, rule="link_host", confidence=1.0)
        )
    if site.name is not None:
        claims.append(
            Claim(field="publisher.name", source=at, rule=site.name_rule, confidence=0.95)
        )
    return Publisher(name=site.name, domain=site.host), tuple(claims)
