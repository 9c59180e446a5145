"""Articles in, enriched articles out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel

from schemas.article import Article
from schemas.codec import DecodeError, decode, encode
from schemas.dead_letter import Reason
from schemas.enriched_article import EnrichedArticle, Part
from schemas.topics import ARTICLES, ENRICHED_ARTICLES, STORY_CANDIDATES, Topic
from workers.domain.enrichment.analysed_text import AnalysedText, analyse
from workers.domain.enrichment.cited_sources import find_cited_sources
from workers.domain.enrichment.entities.find import as_messages
from workers.domain.enrichment.entities.lane import RULES, NameLane
from workers.domain.enrichment.keyphrases import find_keyphrases
from workers.domain.enrichment.language import detect_language
from workers.domain.enrichment.quotes.find import find_quotes
from workers.domain.enrichment.summary import find_summary
from workers.domain.enrichment.terms import weigh
from workers.domain.enrichment.words import count_words
from workers.domain.rejection import PostRejected
from workers.domain.stories.candidate import candidate
from workers.stages.headers import output_headers
from workers.stages.outcome import Bury, Drop, Forward, Outcome, OutputRecord, Record
from workers.stages.sizes import refuse_too_large

PARTS: Final = (
    Part(name="cited_sources", version="2"),
    Part(name="detected_language", version="2"),
    Part(name="entities", version=RULES.version),
    Part(name="keyphrases", version="1"),
    Part(name="quotes", version="2"),
    Part(name="summary", version="1"),
    Part(name="word_count", version="1"),
)
"""What is attempted. A part's version grows when the same text may get another answer."""


@dataclass(frozen=True, slots=True)
class EnrichStage:
    """Adds to an article what can be known from its text."""

    name: Literal["enrich"] = "enrich"
    reads: str = ARTICLES.name
    names: NameLane = RULES

    def run(self, record: Record, _now: datetime, /) -> tuple[Outcome, ...]:
        """One outcome, never an exception. `now` does not matter here: articles are dated."""
        if record.value is None:
            return (Drop("tombstone"),)
        try:
            return (_forward(record, decode(Article, record.value), self.names),)
        except DecodeError as error:
            return (Bury(Reason.CONTRACT_VIOLATION, str(error)),)
        except PostRejected as rejected:
            return (Bury(rejected.reason, rejected.detail),)


def enrich(article: Article, text: AnalysedText, names: NameLane = RULES) -> EnrichedArticle:
    """The article with what was found in its text; the parts that nobody looks for stay empty.

    `text` is the article's own, analysed once for every part.
    """
    words = f"{article.title or ''}\n{article.text}" if len(article.text) < 200 else article.text
    language = detect_language(words, article.declared_language)
    entities = names.find(text, language)
    terms = weigh(text, article.title, language.code)
    return EnrichedArticle(
        article_id=article.article_id,
        article=article,
        detected_language=language,
        entities=as_messages(text, entities),
        quotes=find_quotes(text, entities, language),
        cited_sources=find_cited_sources(text, article.publisher, article.origin),
        keyphrases=find_keyphrases(text, terms),
        summary=find_summary(text, terms),
        word_count=count_words(article.text),
        parts=_parts(names),
    )


def _parts(names: NameLane) -> tuple[Part, ...]:
    if names is RULES:
        return PARTS
    other = Part(name="entities", version=names.version)
    return tuple(other if part.name == "entities" else part for part in PARTS)


def _forward(record: Record, article: Article, names: NameLane) -> Forward:
    """The enriched article for all, and beside it what the stories stage needs to know of it."""
    text = analyse(article.text, article.blocks)
    enriched = enrich(article, text, names)
    features = candidate(enriched, text)
    return Forward(
        (
            _output(record, article, ENRICHED_ARTICLES, article.article_id, enriched),
            _output(record, article, STORY_CANDIDATES, features.language_code, features),
        )
    )


def _output(
    record: Record, article: Article, topic: Topic, key: str, message: BaseModel
) -> OutputRecord:
    value = encode(message)
    refuse_too_large(value, topic)
    headers = output_headers(
        record,
        stage="enrich",
        topic=topic.name,
        message=_MESSAGES[topic.name],
        ingested_at=article.ingested_at,
        place=int(topic is STORY_CANDIDATES),
    )
    return OutputRecord(topic.name, key.encode(), value, headers, record.timestamp_ms)


_MESSAGES: Final = {
    ENRICHED_ARTICLES.name: "enriched-article",
    STORY_CANDIDATES.name: "story-candidate",
}
