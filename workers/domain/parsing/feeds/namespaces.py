"""The names of elements in feeds, whatever prefixes a feed gives them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_SHORT: Final = {
    **dict.fromkeys(
        (
            # RSS itself: 0.90, 1.0, and the namespaces that 2.0 was once written with
            *("my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9"),
            *(
                "purl.org/rss/1.0",
                "purl.org/net/rss1.1",
                "my.netscape.com/publish/formats/rss-0.91",
            ),
            *("backend.userland.com/rss", "backend.userland.com/rss2"),
            *("backend.userland.com/rss091", "backend.userland.com/rss092"),
            *("blogs.law.harvard.edu/tech/rss", "cyber.law.harvard.edu/rss/rss.html"),
            *("backend.userland.com/rss191", "www.rssboard.org/rss-specification"),
        ),
        "",
    ),
    **dict.fromkeys(
        (
            *("www.w3.org/2005/atom", "purl.org/atom/ns", "purl.org/atom/app"),
            *("example.com/newformat", "example.com/necho", "purl.org/echo", "uri/of/echo"),
        ),
        "atom",
    ),
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc",
    "purl.org/dc/elements/1.0": "dc",
    "purl.org/dc/terms": "dcterms",
    "search.yahoo.com/mrss": "media",
    "video.search.yahoo.com/mrss": "media",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "example.com/dtds/podcast-1.0.dtd": "itunes",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "prismstandard.org/namespaces/1.2/basic": "prism",
    "prismstandard.org/namespaces/basic/2.0": "prism",
    "www.w3.org/xml/1998/namespace": "xml",
}
_WRITTEN: Final = frozenset(
    "atom content dc dcterms media xhtml rdf itunes feedburner prism xml".split()
)
"""Prefixes that mean what they say where a feed forgot to declare them."""


@lru_cache(maxsize=1024)
def _short_of(uri: str) -> str | None:
    low = uri.strip().lower()
    return _SHORT.get(low.removeprefix("http://").removeprefix("https://").rstrip("/#"))


def plain_name(name: str, scope: Mapping[str, str]) -> tuple[str, bool]:
    """The element's name as the rest of the code says it, and whether its prefix was declared.

    `dc:creator`, `content:encoded`, `atom:link` for those namespaces under any prefix; the bare
    name, in lower case, for RSS's own elements; `other:name` for all namespaces that say nothing
    to us. `scope` has the URI of each declared prefix, under "" the default one.
    """
    prefix, colon, local = name.rpartition(":")
    uri = scope.get(prefix)
    low = local.lower()
    if uri is None:
        if not colon:
            return low, True
        known = prefix.lower()
        return f"{known if known in _WRITTEN else 'other'}:{low}", known == "xml"
    short = _short_of(uri) if uri else ""
    if short is None:
        return f"other:{low}", True
    return (f"{short}:{low}" if short else low), True
