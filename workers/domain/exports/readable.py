"""An article as plain text, as one would paste it into a letter."""

from schemas.article import Article
from workers.domain.exports.naming import instant_text


def readable(article: Article) -> str:
    """Headline, standfirst, byline, text and where it comes from, parted by blank lines."""
    parts = [article.title, article.standfirst, _byline(article), article.text, _origin(article)]
    return "\n\n".join(part for part in parts if part)


def _byline(article: Article) -> str:
    names = " and ".join(author.name for author in article.authors)
    publisher = article.publisher
    place = (publisher.name or publisher.domain) if publisher else None
    parts = (f"By {names}" if names else None, place, instant_text(article.published_at))
    return " · ".join(part for part in parts if part)


def _origin(article: Article) -> str:
    lines = [f"First published by {article.origin.name}." if article.origin else ""]
    lines.append(article.canonical_url or article.url or "")
    return "\n".join(line for line in lines if line)
