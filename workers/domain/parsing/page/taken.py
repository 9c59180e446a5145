"""Where a page says that it took its text from."""

from typing import Final

from pydantic import JsonValue

from workers.domain.parsing.json_values import as_object, items_of, text_of
from workers.domain.parsing.page.markup import PageMarkup
from workers.domain.parsing.page.structured_data import is_article
from workers.domain.parsing.post import TakenFrom
from workers.domain.parsing.urls import as_written, host_of
from workers.domain.provenance.media_names import looks_like_outlet
from workers.domain.provenance.outlets import outlet_at

_METAS: Final = ("original-source", "syndication-source")
"""Google News's names for who had a text first, and for the address that a copy stands for."""
_BASED: Final = ("isBasedOn", "isBasedOnUrl")
_PROVIDED: Final = ("provider", "sourceOrganization")
_CONFIDENCE: Final = 0.8


def taken_from_page(page: PageMarkup, at: str) -> TakenFrom | None:
    """The page that the head's metas or the article's `isBasedOn` name, or its provider, or None.

    A work that has a type other than an article's is what the text is about: a report, a data set.
    """
    for _, words in page.all_metas(*_METAS):
        if (url := as_written(words)) is not None:
            return TakenFrom(None, url, at, _CONFIDENCE)
    for node in page.json_ld:
        for field in _BASED if is_article(node) else ():
            name, written = _work(node.get(field))
            if written is not None and (url := as_written(written)) is not None:
                return TakenFrom(name, url, at, _CONFIDENCE)
    return _provided(page, at)


def _provided(page: PageMarkup, at: str) -> TakenFrom | None:
    """The outlet that a portal's page names as the provider of the article."""
    for node in page.articles[:1]:
        for field in _PROVIDED:
            provider = as_object(node.get(field))
            name, written = text_of(provider.get("name")), text_of(provider.get("url"))
            if name is None or written is None or (url := as_written(written)) is None:
                continue
            if outlet_at(host_of(url)) is not None or looks_like_outlet(name):
                return TakenFrom(name, url, at, _CONFIDENCE)
    return None


def _work(value: JsonValue) -> tuple[str | None, str | None]:
    """The publisher's name and the address of a work, as far as it tells them."""
    if isinstance(value, list):
        value = value[0] if len(value) == 1 else None
    if isinstance(value, str):
        return None, value
    work = as_object(value)
    if "@type" in work and not is_article(work):
        return None, None
    publisher = next(iter(items_of([work.get("publisher")])), None)
    return text_of(as_object(publisher).get("name")), text_of(work.get("url") or work.get("@id"))
