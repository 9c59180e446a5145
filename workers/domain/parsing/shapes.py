"""Telling a WordPress post from everything else that a topic of raw posts may carry."""

import re
from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from schemas.dead_letter import Reason
from workers.domain.rejection import PostRejected, quoted

ENVELOPES: Final = frozenset(
    ("wordpress_post", "plain_text", "feed_entry", "html_page", "mastodon_status")
)

_Object = Mapping[str, JsonValue]

# What each of WordPress's other objects has that no post has; the first that fits names it.
_OTHER_OBJECTS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("a user", frozenset(("avatar_urls", "slug", "name"))),
    ("a user", frozenset(("name", "slug", "description", "url", "link", "id"))),
    ("a term", frozenset(("taxonomy", "name"))),
    ("a medium", frozenset(("media_type", "source_url"))),
    ("a medium", frozenset(("media_details", "mime_type"))),
    ("a comment", frozenset(("author_name", "post", "content"))),
    ("a menu item", frozenset(("menus", "menu_order", "url"))),
    ("a menu", frozenset(("auto_add", "locations"))),
    ("an oEmbed answer", frozenset(("provider_name", "version", "type"))),
    ("an oEmbed answer", frozenset(("author_name", "version", "type", "html"))),
    ("a post type", frozenset(("rest_base", "taxonomies", "hierarchical"))),
    ("a taxonomy", frozenset(("rest_base", "types", "hierarchical"))),
    ("a status", frozenset(("public", "queryable", "slug"))),
    ("a site's index", frozenset(("namespaces", "routes"))),
    ("a route", frozenset(("namespace", "routes"))),
    ("a search result", frozenset(("subtype", "title", "url"))),
    ("a block type", frozenset(("api_version", "attributes", "supports"))),
    ("a theme", frozenset(("stylesheet", "template", "requires_wp"))),
    ("a plug-in", frozenset(("plugin", "plugin_uri"))),
)
_OTHER_TYPES: Final = {
    "attachment": "a medium",
    "revision": "a revision",
    "nav_menu_item": "a menu item",
    "wp_block": "a reusable block",
    "wp_template": "a template",
    "wp_template_part": "a template",
    "wp_global_styles": "a theme's styles",
    "wp_navigation": "a menu",
    "wp_font_family": "a font",
    "wp_font_face": "a font",
    "custom_css": "a theme's styles",
    "customize_changeset": "a theme's settings",
    "oembed_cache": "a cached embed",
    "user_request": "a user's request",
}
_CODE: Final = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_BODY_FIELDS: Final = ("content", "title", "excerpt")
_PLACE_FIELDS: Final = ("id", "link", "guid", "slug", "_links", "date", "date_gmt")


def refuse_other_shapes(value: _Object) -> None:
    """Returns for a WordPress post of any type; raises what it is for everything else.

    Raises:
        PostRejected: wordpress_error, not_a_post or unknown_shape.
    """
    if _is_error(value):
        code = value["code"]
        shown = code if isinstance(code, str) and _CODE.fullmatch(code) else quoted(code)
        raise PostRejected(Reason.WORDPRESS_ERROR, f"WordPress answered with the error {shown}")
    if (other := _other_object(value)) is not None:
        raise PostRejected(Reason.NOT_A_POST, f"{other} of WordPress, not a post")
    if not _is_post(value):
        kind = value.get("kind")
        named = f" of the kind {quoted(kind)}" if isinstance(kind, str) else ""
        raise PostRejected(Reason.UNKNOWN_SHAPE, f"a JSON object of no known shape{named}")


def _is_error(value: _Object) -> bool:
    return "code" in value and "message" in value and "content" not in value and "id" not in value


def _other_object(value: _Object) -> str | None:
    kind = value.get("type")
    if isinstance(kind, str) and kind in _OTHER_TYPES:
        return _OTHER_TYPES[kind]
    if isinstance(value.get("title"), dict) and isinstance(value.get("content"), dict):
        return None
    fields = value.keys()
    return next((name for name, needed in _OTHER_OBJECTS if needed <= fields), None)


def _is_post(value: _Object) -> bool:
    bodies = [field for field in _BODY_FIELDS if _is_rendered(value.get(field))]
    return bool(bodies) and any(field in value for field in _PLACE_FIELDS)


def _is_rendered(field: JsonValue) -> bool:
    return isinstance(field, dict) and (
        "rendered" in field or "raw" in field or "protected" in field
    )
