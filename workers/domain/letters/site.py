"""The site that a buried record came from, as far as its bytes tell."""

import re

from schemas.codec import UnreadableJson, parse_json

_ADDRESS_BYTES = 2048
"""Enough for any address; the rest of a value is not searched for one that begins there."""

_ADDRESS = re.compile(
    rb"https?:(?:\\?/){2}(?:www\.)?([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)", re.IGNORECASE
)
"""An address as it stands in JSON, where a slash may be escaped, in markup or in text."""

_TELLING = ("link", "url", "canonical_url", "feed_url", "guid", "_links")
_WRAPPERS = ("article", "post", "status")


def site_of(value: bytes | None) -> str | None:
    """The host that published the record's post, without `www.`, in lower case; None if unsaid.

    The fields that name a post's own address go first; where the value cannot be read, the first
    address in it is the best guess there is.
    """
    if not value:
        return None
    try:
        content = parse_json(value)
    except UnreadableJson:
        return _first_host(value)
    post = content[0] if isinstance(content, list) and content else content
    for wrapper in _WRAPPERS:
        if isinstance(post, dict) and isinstance(post.get(wrapper), dict):
            post = post[wrapper]
    if isinstance(post, dict):
        for name in _TELLING:
            if host := _first_host(
                str(post.get(name) or "")[:_ADDRESS_BYTES].encode("utf-8", "replace")
            ):
                return host
        publisher = post.get("publisher")
        domain = publisher.get("domain") if isinstance(publisher, dict) else None
        if isinstance(domain, str) and domain:
            return domain.lower().removeprefix("www.")
    return _first_host(value)


def is_of_site(value: bytes | None, site: str) -> bool:
    """Whether the record came from this site, or from one below it."""
    host = site_of(value)
    wanted = site.lower().removeprefix("www.")
    return host is not None and (host == wanted or host.endswith(f".{wanted}"))


def _first_host(value: bytes) -> str | None:
    found = _ADDRESS.search(value)
    return found[1].decode("ascii").lower() if found else None
