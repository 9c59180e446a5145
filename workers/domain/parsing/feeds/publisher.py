"""Who published an entry: what its feed calls itself, and where the entry's page is."""

import re
from dataclasses import dataclass
from typing import Final

from schemas.article import Claim, Publisher
from workers.domain.claims import claim
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.feeds.entry import Entry, FeedFacts
from workers.domain.parsing.urls import host_of, path_of
from workers.domain.provenance.outlets import same_publisher
from workers.domain.provenance.site import Site

_PARTS: Final = re.compile(r"\s+(?:[|»«›·–—:-]|&raquo;)\s+|\s*[»›|]\s*|:\s+")
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class FoundPublisher:
    """Who published the copy, and where that was read."""

    found: Publisher | None
    claims: tuple[Claim, ...]


def publisher_of(entry: Entry, feed: FeedFacts, url: str | None) -> FoundPublisher:
    """The publisher: the host of the entry's page, and the name that the feed has.

    A feed that gathers the entries of others lends them neither its name nor its host: then only
    the host of the page is known.
    """
    own = host_of(url)
    home = host_of(feed.home) or host_of(feed.address)
    domain = own or home
    claims: list[Claim] = []
    if domain is not None:
        source = entry.url.source if own and entry.url is not None else f"{feed.at}/link"
        rule, confidence = ("link_host", 1.0) if own else ("feed_host", 0.8)
        claims.append(claim("publisher.domain", source, rule, confidence))
    name: str | None = None
    if entry.publisher and (said := tidy_line(entry.publisher)) and "@" not in said:
        name = said[:_LONGEST_NAME]
        claims.append(claim("publisher.name", f"{entry.at}/dc:publisher", "dc_publisher", 0.9))
    elif feed.title and (own is None or home is None or same_publisher(own, home)):
        name, confidence = _name_in(feed.title, feed.home, domain)
        if name is not None:
            claims.append(claim("publisher.name", f"{feed.at}/title", "feed_title", confidence))
    if name is None and domain is None:
        return FoundPublisher(None, ())
    return FoundPublisher(Publisher(name=name, domain=domain), tuple(claims))


def _name_in(title: str, home: str | None, domain: str | None) -> tuple[str | None, float]:
    """The site's name in the title of a feed: `Rivers – The Marsh Post` is one section's."""
    parts = [part for part in _PARTS.split(title) if part]
    site = Site(domain, None)
    for part in reversed(parts):
        if domain is not None and site.is_called(part):
            return part[:_LONGEST_NAME], 0.9
    if home is None or path_of(home) in ("", "/"):
        return title[:_LONGEST_NAME], 0.8
    return (None, 0.0) if len(parts) > 1 else (title[:_LONGEST_NAME], 0.6)
