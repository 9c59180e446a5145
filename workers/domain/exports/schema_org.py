"""An article as schema.org's NewsArticle, in JSON-LD."""

from typing import Final

from pydantic import JsonValue

from schemas.article import Article, Image
from schemas.enriched_article import EnrichedArticle
from workers.domain.exports.naming import instant_text, language_of, uri_of, urn_of

NewsArticle = dict[str, JsonValue]

_ENTITY_TYPES: Final = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "other": "Thing",
}


def news_article(article: Article, enriched: EnrichedArticle | None) -> NewsArticle:
    """The article as a NewsArticle. What the source did not say is left out.

    Who had the text first is its `sourceOrganization` and `copyrightHolder`; the publisher of this
    copy is its `publisher`.
    """
    origin = (
        None
        if article.origin is None
        else _organization(article.origin.name, article.origin.domain)
    )
    fields: NewsArticle = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": urn_of(article),
        "identifier": article.article_id,
        "headline": article.title,
        "description": article.standfirst,
        "articleBody": article.text,
        "wordCount": None if enriched is None else enriched.word_count,
        "datePublished": instant_text(article.published_at) or _day(article, "published"),
        "dateModified": instant_text(article.modified_at) or _day(article, "modified"),
        "author": _authors(article),
        "publisher": _publisher(article),
        "sourceOrganization": origin,
        "copyrightHolder": origin,
        "inLanguage": language_of(article, enriched),
        "articleSection": [term.name or term.slug for term in article.sections],
        "keywords": [term.name or term.slug for term in article.tags],
        "image": [_image(image) for image in article.images],
        "url": uri_of(article.url) if article.url else None,
        "mainEntityOfPage": uri_of(article.canonical_url) if article.canonical_url else None,
        "mentions": [
            {"@type": _ENTITY_TYPES[entity.kind], "name": entity.name}
            for entity in (() if enriched is None else enriched.entities)
        ],
    }
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def _day(article: Article, role: str) -> str | None:
    """The day that the source states without fixing a moment."""
    return next(
        (
            claim.wall_time[:10]
            for claim in article.date_claims
            if claim.role == role
            and claim.whose == "publisher"
            and claim.doubt is None
            and claim.wall_time is not None
            and len(claim.wall_time) >= 10
        ),
        None,
    )


def _authors(article: Article) -> JsonValue:
    house = article.publisher.name if article.publisher else None
    found: list[JsonValue] = []
    for author in article.authors:
        kind = "Organization" if author.name == house else "Person"
        person: NewsArticle = {"@type": kind, "name": author.name}
        if author.url is not None:
            person["url"] = uri_of(author.url)
        found.append(person)
    return found


def _publisher(article: Article) -> JsonValue:
    publisher = article.publisher
    if publisher is None or (publisher.name is None and publisher.domain is None):
        return None
    return _organization(publisher.name or publisher.domain or "", publisher.domain)


def _organization(name: str, domain: str | None) -> JsonValue:
    organization: NewsArticle = {"@type": "NewsMediaOrganization", "name": name}
    if domain is not None:
        organization["url"] = uri_of(f"https://{domain}/")
    return organization


def _image(image: Image) -> JsonValue:
    picture: NewsArticle = {"@type": "ImageObject", "url": uri_of(image.url)}
    if image.caption or image.alt:
        picture["caption"] = image.caption or image.alt
    return picture
