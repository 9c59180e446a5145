"""Names and addresses as other formats want them written."""

from datetime import datetime
from typing import Final
from urllib.parse import quote

from schemas.article import Article
from schemas.enriched_article import EnrichedArticle

_RESERVED: Final = "!$&'()*+,/:;=?@~%"


def urn_of(article: Article) -> str:
    """The article's id as a URI: its 32 hexadecimal digits are those of a UUID."""
    digits = article.article_id
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return f"urn:uuid:{'-'.join(parts)}"


def instant_text(moment: datetime | None) -> str | None:
    """`YYYY-MM-DDTHH:MM:SSZ`, as everywhere in the contract."""
    return None if moment is None else moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def uri_of(url: str) -> str:
    """The URL by the grammar of RFC 3986, which is narrower than what browsers read."""
    address, sign, fragment = url.partition("#")
    return quote(address, safe=_RESERVED) + (sign and f"#{quote(fragment, safe=_RESERVED)}")


def language_of(article: Article, enriched: EnrichedArticle | None) -> str | None:
    """The BCP 47 tag that the source declares, else the one that was detected."""
    if article.declared_language is not None:
        return article.declared_language
    detected = None if enriched is None else enriched.detected_language
    return None if detected is None or detected.code == "und" else detected.code
