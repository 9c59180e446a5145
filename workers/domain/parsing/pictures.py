"""Pictures in markup: which are pictures to a reader, and where they really are."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from pydantic import TypeAdapter
from turbohtml import Element

from schemas.article import Image
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.tuples import made
from workers.domain.parsing.urls import joined

MOST_IMAGES: Final = 1_000
"""Pictures of one post that are read: the rest are somebody's joke."""

_SIZE: Final = re.compile(r"(?:-\d{2,4}x\d{2,4}|-scaled)(?=\.[a-z]{3,4}$)")
"""What WordPress adds to the name of a picture that it has scaled."""
_ENDING: Final = 16
"""Characters at the end of a URL in which that stands: `-1024x1024.jpeg`."""
_LAZY: Final = ("data-src", "data-lazy-src", "data-orig-file", "data-original", "data-large-file")
_EMOJI_CLASSES: Final = frozenset(("emoji", "wp-smiley"))
_EMOJI_HOST: Final = "s.w.org/images/core/emoji/"
_COUNTERS: Final = (
    *("count.gif", "/pixel", "pixel.", "republication-pixel", "/track/", "stats.wp.com"),
    "feeds.feedburner.com/~r",
)
_IMAGES: Final = TypeAdapter(tuple[Image, ...]).validator


class FoundImage(NamedTuple):
    """A picture as the source writes it: its address may be relative."""

    src: str
    alt: str | None
    caption: str | None = None


def emoji_of(image: Element) -> str | None:
    """The character that a picture stands for, where WordPress drew one; else None."""
    classes = image.attr("class")
    if classes and not _EMOJI_CLASSES.isdisjoint(classes.split()):
        return image.attr("alt") or ""
    if _EMOJI_HOST in (image.attr("src") or ""):
        return image.attr("alt") or ""
    return None


def picture_of(image: Element) -> FoundImage | None:
    """The picture, or None for a counting pixel and for a place that holds no picture yet."""
    src = image.attr("src") or ""
    if not src or src.startswith("data:"):  # loaded later by a script
        src = next((found for name in _LAZY if (found := image.attr(name))), "")
    if not src or src.startswith("data:") or any(word in src for word in _COUNTERS):
        return None
    if image.attr("width") in ("0", "1") or image.attr("height") in ("0", "1"):
        return None
    alt = image.attr("alt")
    return made(FoundImage, (src, tidy_line(alt) or None if alt is not None else None, None))


def gathered(images: Iterable[FoundImage], base: str | None) -> tuple[Image, ...]:
    """The pictures with their full addresses; each once, whatever the sizes it comes in."""
    found: dict[str, dict[str, str | None]] = {}
    for image in images:
        url = joined(image.src, base)
        if url is None or len(found) >= MOST_IMAGES:
            continue
        ending = url[-_ENDING:]
        key = url[:-_ENDING] + _SIZE.sub("", ending) if "-" in ending else url
        known = found.setdefault(key, {"url": url, "alt": None, "caption": None})
        # the same picture again: the text may say more about it
        known["alt"] = known["alt"] or image.alt
        known["caption"] = known["caption"] or image.caption
    if not found:
        return ()
    pictures: tuple[Image, ...] = _IMAGES.validate_python([*found.values()])
    return pictures
