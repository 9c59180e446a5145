"""Activities and objects of ActivityPub: https://www.w3.org/TR/activitystreams-vocabulary/"""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

from pydantic import JsonValue

from schemas.article import Author
from schemas.dead_letter import Reason
from workers.domain.cleaning.characters import tidy_line
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.json_values import as_object, items_of, text_of
from workers.domain.parsing.mastodon.names import shown_name
from workers.domain.parsing.mastodon.shapes import ACTIVITIES, OBJECTS
from workers.domain.parsing.mastodon.statement import Statement
from workers.domain.parsing.pictures import MOST_IMAGES, FoundImage
from workers.domain.parsing.urls import as_written
from workers.domain.rejection import PostRejected, quoted

_Object = Mapping[str, JsonValue]
_EVERYONE: Final = frozenset(
    ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")
)
_MOST: Final = 200


def read_activity(value: _Object, at: str) -> Statement:
    """The statement that an activity brings, or that an object is.

    Raises:
        PostRejected: private; not_a_post (a like, a follow, an actor); empty, where an activity
            names a post and does not bring it along.
    """
    kind = text_of(value.get("type"))
    if kind == "Tombstone":
        return _withdrawal(value, at)
    if kind in OBJECTS:
        _refuse_private(value, at)
        return _statement(value, at, None)
    if kind not in ACTIVITIES:
        raise PostRejected(
            Reason.NOT_A_POST, f"ActivityPub: {quoted(value.get('type'))} is no post"
        )
    inner = value.get("object")
    if kind == "Delete":
        return _withdrawal(inner if isinstance(inner, dict) else {"id": inner}, f"{at}/object")
    _refuse_private(value, at)
    if not isinstance(inner, dict):
        raise PostRejected(Reason.EMPTY, f"{at}/object: only the address of a post, not the post")
    if text_of(inner.get("type")) not in OBJECTS:
        raise PostRejected(
            Reason.NOT_A_POST, f"ActivityPub: {quoted(inner.get('type'))} is no post"
        )
    _refuse_private(inner, f"{at}/object")
    boosted_by = _name_or_address(value.get("actor")) if kind == "Announce" else None
    return _statement(inner, f"{at}/object", boosted_by)


def _refuse_private(value: _Object, at: str) -> None:
    """An object that is addressed, and to everyone neither by `to` nor by `cc`, is not for us."""
    if "to" not in value and "cc" not in value:
        return
    if not any(name in _EVERYONE for field in ("to", "cc") for name in _texts(value.get(field))):
        raise PostRejected(Reason.PRIVATE, f"{at}/to: not addressed to everyone")


def _texts(value: JsonValue) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return [item for item in islice(items_of(value), 10_000) if isinstance(item, str)]


def _withdrawal(value: _Object, at: str) -> Statement:
    uri = text_of(value.get("id"))
    if uri is None or as_written(uri) is None:
        raise PostRejected(Reason.EMPTY, f"{at}/id: a deletion that names no address")
    return _statement({"id": uri, "updated": value.get("deleted")}, at, None, withdrawn=True)


def _statement(
    value: _Object, at: str, boosted_by: str | None, *, withdrawn: bool = False
) -> Statement:
    html, html_place, language = _content(value)
    return Statement(
        at=at,
        uri=text_of(value.get("id")),
        url=_url(value) or text_of(value.get("id")),
        title=plain_text_of(text_of(value.get("name")) or "") or None,
        warning=plain_text_of(text_of(value.get("summary")) or "") or None,
        warning_source=f"{at}/summary",
        html=html,
        html_source=f"{at}/{html_place}",
        authors=tuple(_authors(value)),
        authors_source=f"{at}/attributedTo",
        published=text_of(value.get("published")),
        published_source=f"{at}/published",
        modified=text_of(value.get("updated")),
        modified_source=f"{at}/updated",
        language=language,
        tags=tuple(_tags(value)),
        pictures=tuple(_pictures(value)),
        choices=tuple(_choices(value)),
        choices_source=f"{at}/{'oneOf' if 'oneOf' in value else 'anyOf'}",
        quoted=text_of(value.get("quote")) or text_of(value.get("quoteUrl")),
        boosted_by=boosted_by,
        withdrawn=withdrawn,
    )


def _content(value: _Object) -> tuple[str, str, str | None]:
    """The markup, the place of it, and its language where one and only one is named."""
    languages = as_object(value.get("contentMap"))
    named = next(iter(languages), None) if len(languages) == 1 else None
    if (html := text_of(value.get("content"))) is not None:
        return html, "content", named
    for language, words in languages.items():
        if (html := text_of(words)) is not None:
            return html, f"contentMap/{language}", language
    return "", "content", named


def _url(value: _Object) -> str | None:
    """The page of an object: a text, a Link, or a list of these, the one of HTML before others."""
    url = value.get("url")
    links = [url] if isinstance(url, str | dict) else list(islice(items_of(url), _MOST))
    found = [link for link in links if isinstance(link, dict)]
    found.sort(key=lambda link: link.get("mediaType", "text/html") != "text/html")
    plain = (link for link in links if isinstance(link, str))
    hrefs = (*plain, *(link.get("href") for link in found))
    return next((href for href in hrefs if isinstance(href, str) and href), None)


def _authors(value: _Object) -> Iterable[Author]:
    """Whoever is named with a name: an address alone names nobody, but for what it ends in."""
    people = value.get("attributedTo")
    for person in [people] if isinstance(people, str | dict) else islice(items_of(people), _MOST):
        if isinstance(person, str):
            name, url = _handle_in(person), person
        else:
            known = as_object(person)
            said = text_of(known.get("name")) or text_of(known.get("preferredUsername"))
            name, url = shown_name(said), _url(known) or text_of(known.get("id")) or ""
        if name:
            yield Author(name=name, url=as_written(url))


def _handle_in(address: str) -> str:
    """`@ada` of `https://fen.example/users/ada`: how the network names who gives no name."""
    last = address.rstrip("/").rpartition("/")[2].lstrip("@")
    return f"@{tidy_line(last)}" if last and not last.isdigit() and as_written(address) else ""


def _name_or_address(actor: JsonValue) -> str:
    if isinstance(actor, str):
        return tidy_line(actor)
    known = as_object(actor)
    name = shown_name(text_of(known.get("name")) or text_of(known.get("preferredUsername")))
    return tidy_line(f"{name} {text_of(known.get('id')) or ''}") or "(nobody who is named)"


def _tags(value: _Object) -> Iterable[str]:
    for item in islice(items_of(value.get("tag")), _MOST):
        tag = as_object(item)
        name = tidy_line(text_of(tag.get("name")) or "").lstrip("#")
        if name and tag.get("type", "Hashtag") == "Hashtag":
            yield name


def _pictures(value: _Object) -> Iterable[FoundImage]:
    for field in ("image", "attachment"):
        media = value.get(field)
        for item in [media] if isinstance(media, dict) else islice(items_of(media), MOST_IMAGES):
            medium = as_object(item)
            kind = text_of(medium.get("mediaType")) or ""
            src = _url(medium)
            shown = kind.startswith("image/") or (not kind and medium.get("type") == "Image")
            if src is not None and shown:
                alt = text_of(medium.get("name")) or text_of(medium.get("summary")) or ""
                yield FoundImage(src, tidy_line(alt) or None)


def _choices(value: _Object) -> Iterable[str]:
    for field in ("oneOf", "anyOf"):
        for item in islice(items_of(value.get(field)), _MOST):
            if name := plain_text_of(text_of(as_object(item).get("name")) or ""):
                yield name
