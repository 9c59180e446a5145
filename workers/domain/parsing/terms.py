"""Sections and tags of a WordPress post, from whichever of its fields tell them."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final, NamedTuple
from urllib.parse import unquote

from pydantic import JsonValue

from schemas.article import Claim, Term
from workers.domain.claims import claim
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.json_values import as_object, items_of, text_of
from workers.domain.shared_parts import term

_MOST_TERMS: Final = 500
_MOST_CLASSES: Final = 2_000
_NO_SUBJECTS: Final = frozenset(
    "category post_tag post_format nav_menu link_category wp_theme wp_template_part_area author"
    " language post_translations term_language product_type product_visibility".split()
)
"""Taxonomies that are WordPress's own, or that say nothing of what a post is about."""
_LIKE_CATEGORIES: Final = ("categor", "section", "_cat")
_OTHER_IDS: Final = frozenset(
    ("categories", "tags", "jetpack-related-posts", "status", "type", "format")
)
"""Fields with ids or classes of their own that are no taxonomy of the site's."""


class Terms(NamedTuple):
    """What a post is filed under."""

    sections: tuple[Term, ...]
    tags: tuple[Term, ...]
    claims: tuple[Claim, ...]


def terms_of(post: Mapping[str, JsonValue], at: str) -> Terms:
    """The terms of a post: slugs from `class_list`, names and slugs from `_embedded`.

    `class_list` is a list, or an object where PHP's keys have gaps (WordPress ticket 64247).
    A class such as `category-23` repeats the term's id where its slug has no Latin letters: it
    tells nothing.
    """
    embedded = tuple(_embedded(post))
    own = _own_taxonomies(embedded)
    listed = islice(items_of(post.get("class_list")), _MOST_CLASSES)
    classes = tuple(name for name in listed if isinstance(name, str))
    claims: list[Claim] = []
    found: list[tuple[Term, ...]] = []
    for field, taxonomy, prefix, ids in (
        ("sections", "category", "category-", "categories"),
        ("tags", "post_tag", "tag-", "tags"),
    ):
        named = [one for kind, one in embedded if kind == taxonomy]
        known = {one.slug for one in named}
        slugs = _slugs(classes, prefix, post.get(ids))
        sluggish = [term(slug, None) for slug in slugs if slug not in known]
        customs = [one for kind, one in embedded if own.get(kind) == field]
        if field == "tags":
            sluggish_own = _own_slugs(post, classes, {one.slug for _, one in embedded})
            customs += [term(slug, None) for slug in sluggish_own]
        if customs:
            where = f"{at}/_embedded/wp:term" if own else f"{at}/class_list"
            claims.append(claim(field, where, "custom_taxonomy", 0.8))
        found.append((*named, *sluggish, *customs)[:_MOST_TERMS])
        if sluggish:
            claims.append(claim(field, f"{at}/class_list", "class_list_slugs", 0.95))
        if named:
            claims.append(claim(field, f"{at}/_embedded/wp:term", "embedded_terms", 1.0))
    return Terms(found[0], found[1], tuple(claims))


def _own_taxonomies(embedded: Iterable[tuple[str, Term]]) -> dict[str, str]:
    """Where the terms of a site's own taxonomies belong, by what their name says they are."""
    return {
        kind: "sections" if any(word in kind for word in _LIKE_CATEGORIES) else "tags"
        for kind, _ in embedded
        if kind not in _NO_SUBJECTS
    }


def _own_slugs(
    post: Mapping[str, JsonValue], classes: tuple[str, ...], known: set[str | None]
) -> list[str]:
    """Slugs of taxonomies whose ids stand in the object under a name that the classes share."""
    found: list[str] = []
    for field, ids in post.items():
        if not isinstance(ids, list) or not ids or field in _OTHER_IDS or field in _NO_SUBJECTS:
            continue
        if all(type(number) is int for number in ids[:_MOST_TERMS]):
            found += (slug for slug in _slugs(classes, f"{field}-", ids) if slug not in known)
    return found


def _slugs(classes: Iterable[str], prefix: str, ids: JsonValue) -> tuple[str, ...]:
    numbers = {str(number) for number in items_of(ids)}
    slugs = (unquote(name.removeprefix(prefix)) for name in classes if name.startswith(prefix))
    return tuple(dict.fromkeys(slug for slug in slugs if slug and slug not in numbers))


def _embedded(post: Mapping[str, JsonValue]) -> Iterable[tuple[str, Term]]:
    seen: set[tuple[str, str | None, str | None]] = set()
    for group in islice(items_of(as_object(post.get("_embedded")).get("wp:term")), _MOST_TERMS):
        for value in islice(items_of(group), _MOST_TERMS):
            told = as_object(value)  # an error object has no taxonomy
            taxonomy, slug = text_of(told.get("taxonomy")), text_of(told.get("slug"))
            name = plain_text_of(text_of(told.get("name")) or "") or None
            slug = unquote(slug) if slug else None
            if taxonomy and (slug or name) and (taxonomy, slug, name) not in seen:
                seen.add((taxonomy, slug, name))
                yield taxonomy, term(slug, name)
