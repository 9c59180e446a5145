"""Invented enriched articles in seven languages, the same ones every time."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from schemas.article import Article, Block, Evidence, Origin, Publisher
from schemas.base import Span
from schemas.enriched_article import DetectedLanguage, EnrichedArticle, Entity, EntityKind, Part

STORIES = 24
ARTICLES = 173
IN_STORIES = 120
"""The first so many articles each belong to a story."""

FOLLOWED = "harbour-post.example"


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody or something that articles are about."""

    kind: EntityKind
    name: str


LANGUAGES = (
    ("en", "Latn"), ("de", "Latn"), ("fr", "Latn"), ("es", "Latn"),
    ("ja", "Jpan"), ("ar", "Arab"), ("pl", "Latn"),
)  # fmt: skip
OUTLETS = (
    ("Harbour Post", FOLLOWED),
    ("Łódzki Kurier", "kurier-lodzki.example"),
    ("北の新聞", "kita-shimbun.example"),
    ("El Faro Invernal", "faro-invernal.example"),
    ("Tinwhistle Wire", "tinwhistle.example"),
)
NAMES = (
    Name("person", "Amélie Brontë-Quist"),
    Name("person", "山口はるか"),
    Name("organization", "Nordlicht & Söhne"),
    Name("organization", "هيئة الميناء"),
    Name("place", "Żółwin"),
    Name("place", "Saint-Ébrard"),
    Name("other", "Festival 🎏 of Kites"),
)
_START = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
_VERSION = "1"


def article_id(number: int) -> str:
    return hashlib.sha256(f"invented:{number}".encode()).hexdigest()[:32]


def language_of(number: int) -> tuple[str, str]:
    """A story's articles share one language; what no story has goes through all of them."""
    return LANGUAGES[number % STORIES % len(LANGUAGES)]


def origin_of(number: int) -> Origin | None:
    """Every third text says that it was first published elsewhere."""
    if number % 3:
        return None
    name, domain = OUTLETS[number // 3 % len(OUTLETS)]
    evidence = Evidence(kind="source_line", text=f"Source: {name}", source="/text")
    return Origin(
        name=name,
        domain=None if number % 11 == 0 else domain,
        evidence=(evidence,),
        confidence=1.0 if number % 2 else 0.75,
    )


def invented_article(number: int, revision: int = 1) -> EnrichedArticle:
    """Article number so-and-so, as it stood in this revision.

    Texts open with an emoji outside the basic plane, so that places counted in UTF-16 are wrong.
    """
    named = tuple(NAMES[(number + step) % len(NAMES)] for step in range(number % 4))
    sentence = " 🏙️ ".join(name.name for name in named) or "Nobody"
    first = f"🪁 {sentence} came to the harbour, number {number}."
    text = f"{first}\n\n👩‍🚒 {named[0].name if named else 'Nobody'} left again ({revision})."
    outlet, domain = OUTLETS[number % len(OUTLETS)]
    moment = _START + timedelta(seconds=37 * number + 3600 * revision)
    article = Article(
        article_id=article_id(number),
        revision=hashlib.sha256(text.encode()).hexdigest()[:32],
        kind="plain_text" if number % 5 else "wordpress_post",
        url=f"https://{domain}/{number}",
        canonical_url=None,
        title=None if number % 13 == 0 else f"“Kites” over town № {number}",
        standfirst=None,
        text=text,
        blocks=(
            Block(kind="heading", start_char=0, end_char=len(first)),
            Block(kind="paragraph", start_char=len(first) + 2, end_char=len(text)),
        ),
        authors=(),
        published_at=None if number % 7 == 0 else moment,
        modified_at=None,
        ingested_at=moment + timedelta(minutes=2),
        date_claims=(),
        publisher=None if number % 17 == 0 else Publisher(name=outlet, domain=domain),
        origin=origin_of(number),
        sections=(),
        tags=(),
        images=(),
        links=(),
        declared_language=None,
        access="withdrawn" if number % 29 == 0 and revision > 1 else "open",
        claims=(),
        removed=(),
        source_record=f"raw-posts/0/{number * 10 + revision}",
    )
    return _enriched(article, number, named)


def _enriched(article: Article, number: int, named: tuple[Name, ...]) -> EnrichedArticle:
    code, script = language_of(number)
    looked = number % 19 != 0
    return EnrichedArticle(
        article_id=article.article_id,
        article=article,
        detected_language=(
            DetectedLanguage(code=code, script=script, confidence=1.0 if number % 4 else 0.5)
            if looked
            else None
        ),
        entities=tuple(
            Entity(
                name=name.name,
                kind=name.kind,
                aliases=(),
                mentions=spans_of(name.name, article.text),
            )
            for name in named
        ),
        quotes=(),
        cited_sources=(),
        keyphrases=(),
        summary=(),
        word_count=len(article.text.split()),
        parts=(Part(name="detected_language", version=_VERSION),) if looked else (),
    )


def spans_of(words: str, text: str) -> tuple[Span, ...]:
    """Every place where the words stand in the text, in code points."""
    spans: list[Span] = []
    place = text.find(words)
    while place >= 0:
        end = place + len(words)
        spans.append(Span(start_char=place, end_char=end, text=words))
        place = text.find(words, end)
    return tuple(spans)
