"""Where a page is, which address it calls its own, and which post of a site it shows."""

import re
from typing import Final, NamedTuple

from workers.domain.parsing.json_values import number_of
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.urls import absolute, as_written, cleaned, host_of, path_of, query_of
from workers.domain.provenance.outlets import same_publisher

_REST: Final = re.compile(r"^(.*?)/(?:wp-json|index\.php/wp-json)/wp/v2/[^/]+/(\d+)/?$")
_ROUTE: Final = re.compile(r"^/wp/v2/[^/]+/(\d+)/?$")
_BODY_CLASS: Final = re.compile(r"^(?:postid|page-id)-(\d+)$")
_ARTICLE_ID: Final = re.compile(r"^post-(\d+)$")
_MOBILE: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")


class PageAddress(NamedTuple):
    """The addresses of a page."""

    url: str | None
    """Where it was found; else where it says that it is."""
    url_rule: str | None
    """The rule by which a page that came without its address told it; None for one that came."""
    canonical: str | None
    identity: str | None
    """What names the post for good."""
    own: str | None
    """The address that this copy calls its own: the canonical one, unless that is another's."""
    is_wordpress_post: bool
    """Whether the page tells the number of the WordPress post that it shows."""


def address_of(page: PageMarkup, given: str | None) -> PageAddress:
    """The addresses of a page that was found at `given`, if that is known."""
    base = as_written(given) if given else None
    link = page.first_link("canonical")
    canonical = absolute(link, base) if link else None
    if canonical is not None and not canonical.startswith("http"):
        canonical = None
    meta = page.first_meta("og:url", "twitter:url")
    shared = as_written(meta[1]) if meta else None
    url, rule = base, None
    if url is None:
        url, rule = (canonical, "canonical_link") if canonical else (shared, "og_url")
    own = _own(url, canonical, shared)
    number, folder = _wordpress_number(page, own)
    identity = _identity(own, number, folder)
    return PageAddress(url, rule if url else None, canonical, identity, own, number is not None)


def _own(url: str | None, canonical: str | None, shared: str | None) -> str | None:
    """The address of this copy: the canonical one, unless that is another publisher's."""
    for address in (canonical, shared):
        if address is None or path_of(address) == "/" != path_of(url or address):
            continue  # some sites call their front page canonical everywhere
        here, there = _MOBILE.sub("", host_of(url) or ""), _MOBILE.sub("", host_of(address) or "")
        if url is None or here == there or same_publisher(here, there):
            return address
    return url


def _identity(url: str | None, number: int | None, folder: str) -> str | None:
    """`wordpress:<host><path of the site>:<id>` where the page tells; else its cleaned address."""
    host = host_of(url)
    if host is not None and number is not None:
        return f"wordpress:{_MOBILE.sub('', host)}{folder}:{number}"
    address = cleaned(url) if url else None
    return None if address is None else f"url:{address}"


def _wordpress_number(page: PageMarkup, url: str | None) -> tuple[int | None, str]:
    """The post's number by the page's own JSON, its short link, or the classes that core writes."""
    for href in page.json_links:
        address = absolute(href, url)
        found = _REST.match(path_of(address)) if address else None
        if found is not None:
            return number_of(found[2]), found[1]
        for name, value in query_of(address or ""):
            route = _ROUTE.match(value.replace("%2F", "/")) if name == "rest_route" else None
            if route is not None:
                return number_of(route[1]), path_of(address or "").rstrip("/")
    folder = _folder(page, url)
    for link in (page.first_link("shortlink"), url):
        short = absolute(link, url) if link else None
        number = _query_number(short) if short else None
        if number is not None:
            place = path_of(short or "").rstrip("/").removesuffix("/index.php")
            return number, folder if folder is not None else place
    if not _is_wordpress(page):
        return None, ""
    single = {"single", "page", "single-post"} & set(page.body_classes)
    for names, pattern in ((page.body_classes, _BODY_CLASS), (page.post_ids, _ARTICLE_ID)):
        numbers = {found[1] for name in names if (found := pattern.match(name))}
        if len(numbers) == 1 and (single or pattern is _BODY_CLASS):
            return number_of(numbers.pop()), folder or ""
    return None, ""


def _query_number(address: str) -> int | None:
    for name, value in query_of(address):
        if name in ("p", "page_id"):
            return number_of(value)
    return None


def _is_wordpress(page: PageMarkup) -> bool:
    generator = page.first_meta("generator")
    return bool(
        (generator and "wordpress" in generator[1].lower())
        or page.links.get("https://api.w.org/")
        or page.links.get("pingback")
        or page.json_links
    )


def _folder(page: PageMarkup, url: str | None) -> str | None:
    """The path at which the site's WordPress stands, where the page links to its API."""
    href = next(iter(page.links.get("https://api.w.org/", ())), None)
    address = absolute(href, url) if href else None
    if address is None or "/wp-json" not in path_of(address):
        return None
    return path_of(address).partition("/wp-json")[0].removesuffix("/index.php")
