"""URLs by the WHATWG standard, as browsers read them."""

import re
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import urljoin

import can_ada

from workers.domain.parsing.tuples import made

_FOLLOWABLE: Final = ("http:", "https:", "mailto:")
_PLAIN: Final = re.compile(r"[\x21-\x7e]+|[^\s\x00-\x7f]+")
_TRACKING: Final = re.compile(
    r"^(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid"
    r"|mc_eid|_ga|_gl|ref_src|cmpid|ocid|ito|smid|ns_\w+|at_medium|at_campaign|__twitter_impression"
    r"|_hs(?:enc|mi)|mkt_tok|gclsrc|fb_(?:source|ref|action_\w+)|xtor|wt_z?mc|s_cid|ncid|trk|guccounter"
    r"|guce_\w+|spm|amp|outputtype)$",
    re.IGNORECASE,
)
_STATUS: Final = re.compile(r"^/(?:@[^/]+|(?:ap/)?users/[^/]+/statuses)/(?=\d{5,}$)")
"""Mastodon's ways to one status: its page `/@ada/1`, and its id `/users/ada/statuses/1`."""
_MOBILE: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_AMP_ENDING: Final = re.compile(r"(?:/amp|\.amp(?=\.html?$|$))(?=\.html?$|$)")
_NEVER_LONGER: Final = 8_000  # the longest address that servers commonly take


class _Parts(NamedTuple):
    """A parsed URL as plain text. (can-ada's own objects must not outlive the interpreter.)"""

    href: str
    protocol: str
    hostname: str
    pathname: str
    search: str


@lru_cache(maxsize=8192)
def _parsed(url: str) -> _Parts | None:
    try:
        parsed = can_ada.parse(url)
    except ValueError:
        return None
    return made(
        _Parts, (parsed.href, parsed.protocol, parsed.hostname, parsed.pathname, parsed.search)
    )


def absolute(href: str, base: str | None) -> str | None:
    """The http, https or mailto URL that this address leads to, normalised; None for any other."""
    href = href.strip()
    if not href or len(href) > _NEVER_LONGER:
        return None
    if base is not None and not href[:8].lower().startswith(_FOLLOWABLE):
        try:
            href = urljoin(base, href)
        except ValueError:  # urllib's own view of hosts in brackets
            return None
    parsed = _parsed(href)
    if parsed is None or parsed.protocol not in _FOLLOWABLE:
        return None
    return parsed.href


def joined(href: str, base: str | None) -> str | None:
    """The http or https URL that an address names on a page at `base`; None for any other."""
    url = absolute(href, base)
    return None if url is None or url.startswith("mailto:") else url


def as_written(url: str) -> str | None:
    """An http or https URL just as its source writes it, or None when it is none.

    One that holds spaces or control characters is returned normalised.
    """
    url = url.strip()
    if not url or len(url) > _NEVER_LONGER:
        return None
    parsed = _parsed(url)
    if parsed is None or parsed.protocol not in ("http:", "https:") or not parsed.hostname:
        return None
    plain = url.isascii() and url.isprintable() and " " not in url  # as nearly all are
    return url if plain or "".join(_PLAIN.findall(url)) == url else parsed.href


def host_of(url: str | None) -> str | None:
    """The host that an http or https URL names, in lower case and without `www.`, or None."""
    if url is None:
        return None
    parsed = _parsed(url)
    if parsed is None or parsed.protocol not in ("http:", "https:"):
        return None
    return parsed.hostname.removeprefix("www.").rstrip(".") or None


def path_of(url: str) -> str:
    """The path of a URL, `/` at least; empty when it is no URL."""
    parsed = _parsed(url)
    return "" if parsed is None else parsed.pathname


def query_of(url: str) -> tuple[tuple[str, str], ...]:
    """The names and values of a URL's query, in its order, not decoded."""
    parsed = _parsed(url)
    if parsed is None or not parsed.search:
        return ()
    pairs = (part.partition("=") for part in parsed.search.removeprefix("?").split("&"))
    return tuple((name, value) for name, _, value in pairs if name)


def fragment_of(url: str) -> str:
    """What stands behind the `#` of a URL, not decoded."""
    return url.partition("#")[2]


def cleaned(url: str) -> str | None:
    """The same for all addresses of one page: what is left of a URL when only the page counts.

    Without scheme, `www.`, `m.`, `amp.`, fragment, tracking parameters, the marks of AMP (`/amp` at
    either end of the path, `.amp.html`) and closing slash; the page of a Mastodon status and its id
    in the network are one address.
    """
    host = host_of(url)
    if host is None:
        return None
    path = _AMP_ENDING.sub("", path_of(url).rstrip("/")).rstrip("/")
    if path.startswith("/amp/"):
        path = path.removeprefix("/amp")
    kept = sorted(f"{name}={value}" for name, value in query_of(url) if not _TRACKING.match(name))
    query = "?" + "&".join(kept) if kept else ""
    if "/@" in path or "/users/" in path:
        path = _STATUS.sub("/statuses/", path)
    return f"{_MOBILE.sub('', host)}{path}{query}"
