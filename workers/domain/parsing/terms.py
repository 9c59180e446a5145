"""Sections and tags of a WordPress post, from whichever of its fields tell them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from pydantic import JsonValue

from schemas.article import Claim, Term
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.json_values import as_object, items_of, text_of

_MOST_TERMS = 500
_MOST_CLASSES = 2_000


@dataclass(frozen=True, slots=True)
class Terms:
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
    listed = islice(items_of(post.get("class_list")), _MOST_CLASSES)
    classes = tuple(name for name in listed if isinstance(name, str))
    claims: list[Claim] = []
    found: list[tuple[Term, ...]] = []
    for field, taxonomy, prefix, ids in (
        ("sections", "category", "category-", "categories"),
        ("tags", "post_tag", "tag-", "tags"),
    ):
        named = [term for kind, term in embedded if kind == taxonomy]
        known = {term.slug for term in named}
        slugs = _slugs(classes, prefix, post.get(ids))
        sluggish = [Term(slug=slug, name=None) for slug in slugs if slug not in known]
        found.append((*named, *sluggish)[:_MOST_TERMS])
        if sluggish:
            claims.append(_claim(field, f"{at}/class_list", "class_list_slugs", 0.95))
        if named:
            claims.append(_claim(field, f"{at}/_embedded/wp:term", "embedded_terms", 1.0))
    return Terms(found[0], found[1], tuple(claims))


def _claim(field: str, source: str, rule: str, confidence: float) -> Claim:
    return Claim(field=field, source=source, rule=rule, confidence=confidence)


def _slugs(classes: Iterable[str], prefix: str, ids: JsonValue) -> tuple[str, ...]:
    numbers = {str(number) for number in items_of(ids)}
    slugs = (unquote(name.removeprefix(prefix)) for name in classes if name.startswith(prefix))
    return tuple(dict.fromkeys(slug for slug in slugs if slug and slug not in numbers))


def _embedded(post: Mapping[str, JsonValue]) -> Iterable[tuple[str, Term]]:
    seen: set[tuple[str, str | None, str | None]] = set()
    for group in islice(items_of(as_object(post.get("_embedded")).get("wp:term")), _MOST_TERMS):
        for value in islice(items_of(group), _MOST_TERMS):
            term = as_object(value)  # an error object has no taxonomy
            taxonomy, slug = text_of(term.get("taxonomy")), text_of(term.get("slug"))
            name = plain_text_of(text_of(term.get("name")) or "") or None
            slug = unquote(slug) if slug else None
            if taxonomy and (slug or name) and (taxonomy, slug, name) not in seen:
                seen.add((taxonomy, slug, name))
                yield taxonomy, Term(slug=slug, name=name)
