"""The authors of a WordPress post, where the object names them."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from pydantic import JsonValue

from schemas.article import Author, Claim, Removed
from workers.domain.claims import claim
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.json_values import as_object, items_of, text_of
from workers.domain.parsing.urls import as_written
from workers.domain.shared_parts import author

ACCOUNTS: Final = frozenset(("admin", "administrator", "wpadmin", "wp-admin", "root", "webmaster"))
"""Names of accounts that are nobody's name."""
_MOST_AUTHORS: Final = 100


class Authors(NamedTuple):
    """Who a post names as its authors, and what was no name."""

    found: tuple[Author, ...]
    claims: tuple[Claim, ...]
    removed: tuple[Removed, ...]


def authors_of(post: Mapping[str, JsonValue], at: str) -> Authors:
    """The authors by the first of these that names any: `_embedded`, co-author plug-ins, Yoast.

    The bare `author` of a REST object is a number and names nobody.
    """
    for rule, source, people in (
        ("embedded_author", "_embedded/author", _embedded(post)),
        ("coauthors", "authors", _people(post.get("authors"))),
        ("coauthors", "coauthors", _people(post.get("coauthors"))),
        ("yoast_author", "yoast_head_json/author", _yoast(post)),
    ):
        named = tuple(dict.fromkeys(people))[:_MOST_AUTHORS]
        if not named:
            continue
        found = tuple(person for person in named if person.name.lower() not in ACCOUNTS)
        removed = tuple(
            Removed(rule="account_name", text=person.name[:500])
            for person in named
            if person not in found
        )
        claims = (claim("authors", f"{at}/{source}", rule, 0.95),) if found else ()
        return Authors(found, claims, removed)
    return Authors((), (), ())


def _embedded(post: Mapping[str, JsonValue]) -> Iterable[Author]:
    yield from _people(as_object(post.get("_embedded")).get("author"))


def _people(values: JsonValue) -> Iterable[Author]:
    for value in items_of(values):
        person = as_object(value)  # an error object has no name
        name = text_of(person.get("name")) or text_of(person.get("display_name"))
        if name is not None and (plain := plain_text_of(name)):
            url = text_of(person.get("link"))
            yield author(plain, as_written(url) if url else None)


def _yoast(post: Mapping[str, JsonValue]) -> Iterable[Author]:
    name = text_of(as_object(post.get("yoast_head_json")).get("author"))
    if name is not None and (plain := tidy_line(name)):
        yield author(plain, None)
