"""The pictures of a WordPress post, the leading one first."""

from collections.abc import Iterable, Mapping

from pydantic import JsonValue

from schemas.article import Image
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.json_values import as_object, items_of, rendered_of, text_of
from workers.domain.parsing.pictures import FoundImage, gathered


def images_of(
    post: Mapping[str, JsonValue], in_text: Iterable[FoundImage], base: str | None
) -> tuple[Image, ...]:
    """The featured picture, then those of the text; each once, whatever the sizes it comes in."""
    lead = _lead(post)
    return gathered((*((lead,) if lead else ()), *in_text), base)


def _lead(post: Mapping[str, JsonValue]) -> FoundImage | None:
    for value in items_of(as_object(post.get("_embedded")).get("wp:featuredmedia")):
        medium = as_object(value)  # an error object has no source_url
        src = text_of(medium.get("source_url"))
        if src is not None and medium.get("media_type", "image") == "image":
            alt = tidy_line(text_of(medium.get("alt_text")) or "")
            caption = plain_text_of(rendered_of(medium.get("caption")) or "")
            return FoundImage(src, alt or None, caption or None)
    if (src := text_of(post.get("jetpack_featured_media_url"))) is not None:
        return FoundImage(src, None)
    for value in items_of(as_object(post.get("yoast_head_json")).get("og_image")):
        if (src := text_of(as_object(value).get("url"))) is not None:
            return FoundImage(src, None)
    return None
