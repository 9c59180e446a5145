"""Which post an entry is: the same that REST and the page tell, where they can."""

import re
from html import unescape
from typing import Final

from workers.domain.parsing.feeds.entry import Entry, FeedFacts
from workers.domain.parsing.json_values import number_of
from workers.domain.parsing.urls import cleaned, fragment_of, host_of, path_of, query_of

_EVERYWHERE: Final = ("tag:", "urn:")
_WORDPRESS_QUERY: Final = frozenset(("p", "page_id", "post_type", "attachment_id"))
_COMMENT: Final = re.compile(r"#(?:comment-|c)\d+$")
_BEHIND_A_SITE: Final = ("feed", "category", "tag", "author", "search")
_ANCHOR: Final = re.compile(r"[\w.~-]{1,200}")


def identity_of(entry: Entry, feed: FeedFacts, url: str | None) -> str | None:
    """What names the post for good, or None where its URL does.

    WordPress's own number, from `guid` or link (`?p=12`); the guid, where there is no address, or
    the address is that of the feed's home; the address with its anchor, where one page holds many.
    """
    if (wordpress := _wordpress(url, feed, entry.guid)) is not None:
        return wordpress
    address = cleaned(url) if url else None
    home = cleaned(feed.home) if feed.home else None
    if url is not None and address is not None and address != home:
        anchor = fragment_of(url)
        # `#xtor=RSS-1` and its like count visits; what names a place has no `=`
        return f"url:{address}#{anchor}" if anchor and _ANCHOR.fullmatch(anchor) else None
    if not entry.guid:
        return None
    if entry.guid.startswith(_EVERYWHERE):
        return f"id:{entry.guid}"
    place = (cleaned(feed.address) if feed.address else None) or home or feed.title or ""
    return f"feed:{place}:{entry.guid}"


def _wordpress(url: str | None, feed: FeedFacts, guid: str | None) -> str | None:
    """`wordpress:<host><path of the site>:<number>`, just as the REST object gives it.

    The guid is as old as the post: of a site that has moved it tells the number and no more.
    """
    written = unescape(guid) if guid is not None and "&" in guid else guid
    for address in (written, url):
        number = _number(address) if address is not None else None
        if address is None or number is None:
            continue
        host = host_of(url) or host_of(address)
        place = path_of(url) if url is not None else path_of(address)
        old = path_of(address).removesuffix("/index.php").rstrip("/")
        folders = [_site_folder(feed, host), old if host_of(address) == host else None]
        for folder in folders:
            if folder is not None and place.startswith(f"{folder}/"):
                return f"wordpress:{host}{folder}:{number}"
    return None


def _number(address: str) -> int | None:
    """The number in an address such as `https://fen.example/?p=12`."""
    pairs = dict(query_of(address))
    if not path_of(address).endswith(("/", "/index.php")) or not pairs.keys() <= _WORDPRESS_QUERY:
        return None
    return number_of(pairs.get("p") or pairs.get("page_id") or "")


def _site_folder(feed: FeedFacts, host: str | None) -> str | None:
    """The path of a WordPress site, by where its feed is: `/blog` of `/blog/tag/eels/feed/`."""
    if feed.address is None or host_of(feed.address) != host:
        return None
    parts = path_of(feed.address).strip("/").split("/")
    if "feed" not in parts[-2:]:
        return None
    ends = next(number for number, part in enumerate(parts) if part in _BEHIND_A_SITE)
    return "/".join(("", *parts[:ends]))


def is_comment(entry: Entry) -> bool:
    """Whether the entry is a reader's comment on a post, as comment feeds carry them."""
    addresses = (entry.guid, entry.url.text if entry.url is not None else None)
    return any(address is not None and _COMMENT.search(address) for address in addresses)
