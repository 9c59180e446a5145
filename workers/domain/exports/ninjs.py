"""An article as IPTC ninjs 3.1, the news agencies' JSON."""

from collections.abc import Iterator
from typing import Final

from pydantic import JsonValue

from schemas.article import Article, Image
from schemas.enriched_article import EnrichedArticle
from workers.domain.exports.naming import instant_text, language_of, uri_of, urn_of

Ninjs = dict[str, JsonValue]

_STANDARD: Final[Ninjs] = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_PUB_STATUS: Final = {"withheld": "withheld", "withdrawn": "canceled"}
_ENTITY_FIELDS: Final = {"person": "people", "organization": "organisations", "place": "places"}


def ninjs(article: Article, enriched: EnrichedArticle | None) -> Ninjs:
    """The article as a ninjs object. What the source did not say is left out, never empty.

    Where a text comes from stands in `infoSources`: roles `publisher` for this copy, `origin` for
    who had it first, `source` for whom it credits.
    """
    fields: Ninjs = {
        "standard": _STANDARD,
        "uri": urn_of(article),
        "type": "text",
        "representationType": "full" if article.access == "open" else "partial",
        "version": article.revision,
        "pubStatus": _PUB_STATUS.get(article.access, "usable"),
        "firstCreated": instant_text(article.published_at),
        "versionCreated": instant_text(article.modified_at or article.published_at),
        "language": language_of(article, enriched),
        "headlines": [{"role": "main", "value": article.title}] if article.title else None,
        "descriptions": _described(article),
        "bodies": [_body(article, enriched)] if article.text else None,
        "by": ", ".join(author.name for author in article.authors) or None,
        "subjects": list(_subjects(article)),
        "infoSources": list(_sources(article, enriched)),
        "copyrightHolder": article.origin.name if article.origin else None,
        "altIds": list(_other_ids(article)),
        "associations": [_picture(image) for image in article.images],
        **_named(article, enriched),
    }
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def _described(article: Article) -> JsonValue:
    if article.standfirst is None:
        return None
    return [{"role": "standfirst", "contentType": "text/plain", "value": article.standfirst}]


def _body(article: Article, enriched: EnrichedArticle | None) -> Ninjs:
    body: Ninjs = {
        "role": "main",
        "contentType": "text/plain",
        "charCount": len(article.text),
        "value": article.text,
    }
    if enriched is not None and enriched.word_count is not None:
        body["wordCount"] = enriched.word_count
    return body


def _subjects(article: Article) -> Iterator[JsonValue]:
    for rel, terms in (("section", article.sections), ("tag", article.tags)):
        for term in terms:
            subject: Ninjs = {"name": term.name or term.slug, "rel": rel}
            if term.slug is not None:
                subject["literal"] = term.slug
            yield subject


def _sources(article: Article, enriched: EnrichedArticle | None) -> Iterator[JsonValue]:
    publisher, origin = article.publisher, article.origin
    if publisher is not None:
        yield _source(publisher.name or publisher.domain or "", "publisher", publisher.domain)
    if origin is not None:
        yield _source(origin.name, "origin", origin.domain)
    for cited in () if enriched is None else enriched.cited_sources:
        yield _source(cited.name, "source", None)


def _source(name: str, role: str, domain: str | None) -> JsonValue:
    source: Ninjs = {"name": name, "role": role}
    if domain is not None:
        source["uri"] = uri_of(f"https://{domain}/")
    return source


def _other_ids(article: Article) -> Iterator[JsonValue]:
    for role, url in (("url", article.url), ("canonical", article.canonical_url)):
        if url is not None:
            yield {"role": role, "value": url}
    yield {"role": "sourceRecord", "value": article.source_record}


def _picture(image: Image) -> JsonValue:
    picture: Ninjs = {
        "name": image.alt or image.caption or "picture",
        "rel": "picture",
        "uri": uri_of(image.url),
        "type": "picture",
        "renditions": [{"name": "original", "href": uri_of(image.url)}],
    }
    if image.caption is not None:
        picture["descriptions"] = [{"role": "caption", "value": image.caption}]
    return picture


def _named(article: Article, enriched: EnrichedArticle | None) -> Ninjs:
    """Authors and whom the text names. Other things have no field that says what they are."""
    found: dict[str, list[JsonValue]] = {}
    for author in article.authors:
        person: Ninjs = {"name": author.name, "rel": "author"}
        if author.url is not None:
            person["uri"] = uri_of(author.url)
        found.setdefault("people", []).append(person)
    for entity in () if enriched is None else enriched.entities:
        field = _ENTITY_FIELDS.get(entity.kind)
        if field is not None:
            found.setdefault(field, []).append({"name": entity.name, "rel": "mentions"})
    return dict(found)
