"""Filed articles as the messages of `stories-state`, and back."""

from array import array
from sys import intern

from schemas.story import StoryArticle, StoryState
from workers.domain.stories.filed import FiledArticle, Likeness, Vector, moment, seconds
from workers.domain.stories.fingerprint import Fingerprint


def state_message(article: FiledArticle) -> StoryState:
    """The article with its place: enough to file it again without deciding anything."""
    copy = article.copy_of
    return StoryState(
        article_id=article.article_id,
        revision=article.revision,
        language_code=article.language_code,
        access=article.access,
        title=article.title,
        publisher_domain=article.publisher_domain,
        origin_domain=article.origin_domain,
        published_at=None if article.published_at is None else moment(article.published_at),
        modified_at=None if article.modified_at is None else moment(article.modified_at),
        ingested_at=moment(article.ingested_at),
        month_days=article.month_days,
        terms=article.vector.terms,
        term_groups=article.vector.groups,
        term_weights=tuple(article.vector.weights),
        fingerprint=article.fingerprint.written(),
        story_id=article.story_id,
        earlier_story_ids=article.earlier_story_ids,
        similarity=article.similarity,
        near_duplicate_of=copy.article_id if copy else None,
        containment=copy.containment if copy else None,
        reverse_containment=copy.reverse if copy else None,
        filed_number=article.filed_number,
        written_number=article.written_number,
        clock_at=moment(article.clock),
    )


def filed_article(state: StoryState) -> FiledArticle:
    """The article that `state_message` wrote."""
    copy = None
    if state.near_duplicate_of is not None:
        copy = Likeness(
            state.near_duplicate_of, state.containment or 0.0, state.reverse_containment or 0.0
        )
    return FiledArticle(
        article_id=state.article_id,
        revision=state.revision,
        language_code=intern(state.language_code),
        access=state.access,
        title=state.title,
        publisher_domain=None if state.publisher_domain is None else intern(state.publisher_domain),
        origin_domain=None if state.origin_domain is None else intern(state.origin_domain),
        published_at=None if state.published_at is None else seconds(state.published_at),
        modified_at=None if state.modified_at is None else seconds(state.modified_at),
        ingested_at=seconds(state.ingested_at),
        month_days=state.month_days,
        vector=Vector(
            terms=tuple(map(intern, state.terms)),  # thousands of articles hold the same word
            groups=state.term_groups,
            weights=array("H", state.term_weights),
        ),
        fingerprint=Fingerprint.read(state.fingerprint),
        story_id=intern(state.story_id),
        earlier_story_ids=state.earlier_story_ids,
        similarity=state.similarity,
        copy_of=copy,
        filed_number=state.filed_number,
        written_number=state.written_number,
        clock=seconds(state.clock_at),
    )


def story_article_message(article: FiledArticle) -> StoryArticle:
    """What consumers are told of an article that stands in a story."""
    copy = article.copy_of
    return StoryArticle(
        article_id=article.article_id,
        story_id=article.story_id,
        similarity=article.similarity,
        near_duplicate_of=copy.article_id if copy else None,
        containment=copy.containment if copy else None,
        reverse_containment=copy.reverse if copy else None,
    )
