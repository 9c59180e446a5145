"""Names for articles: one that stays, and one for what a reader sees of it today."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from workers.domain.parsing.post import ParsedPost
from workers.domain.parsing.urls import cleaned

_PARTED: Final = "\x1f"
"""Parts hashed values: stands in no text, which cleaning has rid of controls."""


def article_id_of(post: ParsedPost, text: str) -> str:
    """32 hexadecimal digits that stay when the post is changed or moves.

    Over the site's own number for the post; else over the URL, with what does not name the page
    taken off; else over the text itself.
    """
    if post.identity is not None:
        return _hash((post.identity,))
    address = cleaned(post.url) if post.url else None
    if address is not None:
        return _hash((f"url:{address}",))
    return _hash(("text", post.title or "", text))


def revision_of(parts: Iterable[str]) -> str:
    """32 hexadecimal digits over all that a reader sees."""
    return _hash(parts)


def _hash(parts: Iterable[str]) -> str:
    digest = blake2b(_PARTED.join(parts).encode("utf-8", "surrogatepass"), digest_size=16)
    return digest.hexdigest()
