"""The slim features of an article that stories are built from."""

from typing import Final

from schemas.enriched_article import EnrichedArticle
from schemas.story import StoryCandidate
from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.stories.fingerprint import Fingerprint, fingerprint_of
from workers.domain.stories.terms import terms_of

UNKNOWN_LANGUAGE: Final = "und"
GROUPS: Final = 4
"""Names of title and lede, other names, other words of title and lede, other words."""


def candidate(enriched: EnrichedArticle, text: AnalysedText) -> StoryCandidate:
    """What the stories agent needs to know of an article; of a withdrawn one, only that it is.

    `text` is the article's own, analysed.
    """
    article = enriched.article
    language = enriched.detected_language
    language_code = UNKNOWN_LANGUAGE if language is None else language.code
    terms = terms_of(article.title or "", text, language_code)
    publisher, origin = article.publisher, article.origin
    return StoryCandidate(
        article_id=article.article_id,
        revision=article.revision,
        language_code=language_code,
        access=article.access,
        title=article.title,
        publisher_domain=publisher.domain if publisher else None,
        origin_domain=origin.domain if origin else None,
        published_at=article.published_at,
        modified_at=article.modified_at,
        ingested_at=article.ingested_at,
        word_count=terms.word_count,
        has_case=terms.has_case,
        month_days=terms.month_days,
        terms=tuple(term for group in terms.groups for term in group),
        term_groups=tuple(map(len, terms.groups)),
        term_counts=tuple(terms.counts[term] for group in terms.groups for term in group),
        fingerprint=fingerprint_of(text).written(),
    )


def disagreement(features: StoryCandidate) -> str | None:
    """Why the fields of a candidate cannot be read together, if they cannot."""
    terms, counts = len(features.terms), len(features.term_counts)
    groups = features.term_groups
    if len(groups) != GROUPS or sum(groups) != terms or counts != terms:
        return f"{terms} terms, {counts} counts and groups of {groups}; expected as many of each"
    try:
        Fingerprint.read(features.fingerprint)
    except ValueError:
        return "the fingerprint is not base64"
    return None
