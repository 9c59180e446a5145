"""Which site's post a WordPress post is, for good: its address may change, this does not."""

import re
from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from workers.domain.parsing.json_values import as_object, items_of, number_of, rendered_of, text_of
from workers.domain.parsing.urls import host_of, path_of, query_of

_REST: Final = "/wp-json/wp/v2/"
_ROUTE: Final = re.compile(r"^/wp/v2/[^/]+/(\d+)/?$")


def identity_of(post: Mapping[str, JsonValue], url: str | None) -> str | None:
    """`wordpress:<host><path of the site>:<id>`, or None where the object does not tell.

    All types of post share one sequence of ids on a site, so the type does not count. The host is
    that of the post's own address, because that is the one that feeds and pages tell, too; a site
    in a folder of a host (`example.org/blog`) has ids of its own.
    """
    self_url = _self_url(post)
    folder, number = _rest_place(self_url)
    number = number_of(post.get("id")) or number
    guid = rendered_of(post.get("guid"))
    for address in (url, guid):
        if address is not None and (found := _query_number(address)) is not None:
            number = number or found
            if not folder and host_of(address) == host_of(url or self_url):
                folder = path_of(address).rstrip("/").removesuffix("/index.php")
    host = host_of(url) or host_of(self_url) or host_of(guid)
    if host is None or number is None:
        return None
    return f"wordpress:{host}{folder if host_of(self_url) in (None, host) else ''}:{number}"


def _self_url(post: Mapping[str, JsonValue]) -> str | None:
    for link in items_of(as_object(post.get("_links")).get("self")):
        return text_of(as_object(link).get("href"))
    return None


def _rest_place(self_url: str | None) -> tuple[str, int | None]:
    """The folder of the site and the number of the post in the address of its REST object."""
    if self_url is None:
        return "", None
    folder, _, route = path_of(self_url).partition(_REST)
    kind, _, digits = route.removesuffix("/").partition("/")
    if kind and (number := number_of(digits)) is not None:
        return folder.removesuffix("/index.php"), number
    for name, value in query_of(self_url):
        if name == "rest_route" and (found := _ROUTE.match(value.replace("%2F", "/"))):
            return path_of(self_url).rstrip("/"), number_of(found[1])
    return "", None


def _query_number(url: str) -> int | None:
    for name, value in query_of(url):
        if name in ("p", "page_id"):
            return number_of(value)
    return None
