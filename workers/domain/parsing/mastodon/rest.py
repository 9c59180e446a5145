"""A status of Mastodon's REST API: https://docs.joinmastodon.org/entities/Status/"""

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
from workers.domain.parsing.mastodon.statement import Statement
from workers.domain.parsing.pictures import MOST_IMAGES, FoundImage
from workers.domain.parsing.urls import as_written
from workers.domain.rejection import PostRejected, quoted

_Object = Mapping[str, JsonValue]
_PUBLIC: Final = ("public", "unlisted")
_MOST: Final = 200


def read_rest_status(status: _Object, at: str) -> Statement:
    """The statement of a status; of a boost, that of the status which was boosted.

    Raises:
        PostRejected: private, where either of them is not for everyone.
    """
    _refuse_private(status, at)
    inner = as_object(status.get("reblog"))
    if not inner:
        return _statement(status, at, None)
    _refuse_private(inner, f"{at}/reblog")
    return _statement(inner, f"{at}/reblog", _handle(as_object(status.get("account"))))


def _refuse_private(status: _Object, at: str) -> None:
    visibility = status.get("visibility", "public")
    if visibility not in _PUBLIC:
        said = f"{at}/visibility: got {quoted(visibility)}, expected 'public' or 'unlisted'"
        raise PostRejected(Reason.PRIVATE, said)


def _statement(status: _Object, at: str, boosted_by: str | None) -> Statement:
    account = as_object(status.get("account"))
    poll = as_object(status.get("poll"))
    name = shown_name(text_of(account.get("display_name")) or text_of(account.get("username")))
    profile = text_of(account.get("url"))
    author = Author(name=name, url=as_written(profile) if profile else None) if name else None
    # Whoever deletes a status is answered with its source in `text`, and without `content`.
    deleted = "content" not in status and "text" in status
    return Statement(
        at=at,
        uri=text_of(status.get("uri")),
        url=text_of(status.get("url")) or text_of(status.get("uri")),
        title=None,
        warning=plain_text_of(text_of(status.get("spoiler_text")) or "") or None,
        warning_source=f"{at}/spoiler_text",
        html="" if deleted else text_of(status.get("content")) or "",
        html_source=f"{at}/content",
        authors=(author,) if author is not None else (),
        authors_source=f"{at}/account",
        published=text_of(status.get("created_at")),
        published_source=f"{at}/created_at",
        modified=text_of(status.get("edited_at")),
        modified_source=f"{at}/edited_at",
        language=text_of(status.get("language")),
        tags=tuple(_names(status.get("tags"))),
        pictures=tuple(_pictures(status)),
        choices=tuple(_choices(poll)),
        choices_source=f"{at}/poll/options",
        quoted=_quoted(status),
        boosted_by=boosted_by,
        withdrawn=deleted,
    )


def _handle(account: _Object) -> str:
    name = shown_name(text_of(account.get("display_name")) or text_of(account.get("username")))
    handle, url = text_of(account.get("acct")), text_of(account.get("url"))
    parts = (name or "", f"@{handle}" if handle else "", url or "")
    return " ".join(part for part in parts if part) or "(nobody who is named)"


def _names(tags: JsonValue) -> Iterable[str]:
    for value in islice(items_of(tags), _MOST):
        if name := tidy_line(text_of(as_object(value).get("name")) or "").lstrip("#"):
            yield name


def _pictures(status: _Object) -> Iterable[FoundImage]:
    for value in islice(items_of(status.get("media_attachments")), MOST_IMAGES):
        medium = as_object(value)
        moving = text_of(medium.get("type")) not in ("image", None, "unknown")
        # of a film or a sound what can be shown is its preview
        places = ("preview_url",) if moving else ("url", "remote_url", "preview_url")
        src = next((found for place in places if (found := text_of(medium.get(place)))), None)
        if src is not None:
            yield FoundImage(src, tidy_line(text_of(medium.get("description")) or "") or None)


def _choices(poll: _Object) -> Iterable[str]:
    for value in islice(items_of(poll.get("options")), _MOST):
        if title := plain_text_of(text_of(as_object(value).get("title")) or ""):
            yield title


def _quoted(status: _Object) -> str | None:
    quote = as_object(status.get("quote"))
    inner = as_object(quote.get("quoted_status")) or (quote if "content" in quote else {})
    if not inner or inner.get("visibility", "public") not in _PUBLIC:
        return None
    words = plain_text_of(text_of(inner.get("content")) or "")
    who, url = _handle(as_object(inner.get("account"))), text_of(inner.get("url")) or ""
    return tidy_line(f"{who}: {words} {url}")
