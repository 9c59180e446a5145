"""The pictures that an entry brings along, beside those in its text."""

from collections.abc import Iterable
from typing import Final

from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.feeds.xml_tree import XmlElement
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.pictures import MOST_IMAGES, FoundImage

_ENDINGS: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")


def pictures_of_entry(item: XmlElement) -> tuple[FoundImage, ...]:
    """Media RSS content and thumbnails, enclosures, and the pictures of podcasts, in this order."""
    return tuple(_pictures(item))[:MOST_IMAGES]


def _pictures(item: XmlElement) -> Iterable[FoundImage]:
    holders = [item, *item.all("media:group")]
    contents = [(element, holder) for holder in holders for element in holder.all("media:content")]
    for element, holder in contents:
        if _is_picture(element):
            yield _described(element, holder)
    yield from _enclosed(item)
    for holder in (*holders, *(element for element, _ in contents)):
        for element in holder.all("media:thumbnail"):
            yield FoundImage(element.attributes.get("url", ""), None)


def _enclosed(item: XmlElement) -> Iterable[FoundImage]:
    for element in item.all("enclosure", "atom:link", "link"):
        attributes = element.attributes
        encloses = element.name == "enclosure" or attributes.get("rel") == "enclosure"
        if encloses and _is_picture(element):
            yield FoundImage(attributes.get("url") or attributes.get("href", ""), None)
    for element in item.all("itunes:image", "image"):
        if url := _address(element):
            yield FoundImage(url, None)


def _address(element: XmlElement) -> str:
    attributes = element.attributes
    inner = element.first("url")
    written = attributes.get("href") or attributes.get("url")
    return written or (inner.text() if inner is not None else "") or element.text()


def _is_picture(element: XmlElement) -> bool:
    attributes = element.attributes
    kind, medium = attributes.get("type", "").lower(), attributes.get("medium", "").lower()
    if kind or medium:
        return kind.startswith("image/") or medium == "image"
    url = attributes.get("url") or attributes.get("href") or ""
    return url.partition("?")[0].lower().endswith(_ENDINGS)


def _described(element: XmlElement, holder: XmlElement) -> FoundImage:
    """A picture of Media RSS; its title may stand in it, or beside it in the group."""
    title = element.first("media:title") or (
        holder.first("media:title") if holder.name == "media:group" else None
    )
    caption = element.first("media:description")
    alt = tidy_line(plain_text_of(title.text())) if title is not None else ""
    words = plain_text_of(caption.text()) if caption is not None else ""
    return FoundImage(element.attributes.get("url", ""), alt or None, words or None)
