"""Invented stories over the invented articles: they grow, meet, shrink and expire.

They are made from the contract's models alone: what the stages decide would not tell so well apart
a reader that leaves something out.
"""

from collections.abc import Iterator
from datetime import timedelta

from schemas.story import Story, StoryArticle, WeightedTerm

from .invented_articles import (
    IN_STORIES,
    OUTLETS,
    STORIES,
    article_id,
    invented_article,
    language_of,
)

Filing = tuple[str, StoryArticle | Story | None]
"""A key and its message; None when it has expired."""

INDEPENDENT = (
    (1, 1, 1, 1, 1),  # one text, copied by everybody
    (1, 2, 2, 2, 2),
    (1, 2, 3, 3, 3),
    (1, 1, 2, 4, 4),  # a merged story brings two at once
    (1, 2, 3, 2, 3),  # an article is withdrawn, and another comes
    (1, 2, 3, 3, 4),  # expires after its last article
)
"""How many independent origins a story has after each of its articles, by story modulo six."""


def story_id(number: int) -> str:
    return f"story-{number:04d}"


def expires(story: int) -> bool:
    return story % len(INDEPENDENT) == len(INDEPENDENT) - 1


def invented_story_articles() -> Iterator[Filing]:
    """Each article's story; then story 1 takes one of story 0's, and expired ones go."""
    for number in range(IN_STORIES):
        yield _filed(number, number % STORIES)
    yield _filed(0, 1)
    for number in range(IN_STORIES):
        if expires(number % STORIES):
            yield article_id(number), None


def _filed(number: int, story: int) -> Filing:
    first = article_id(story)
    copy = number >= STORIES and number % 2 == 0
    return article_id(number), StoryArticle(
        article_id=article_id(number),
        story_id=story_id(story),
        similarity=1.0 if number < STORIES else 0.625,
        near_duplicate_of=first if copy else None,
        containment=0.875 if copy else None,
    )


def invented_stories() -> Iterator[Filing]:
    """Every story after each of its articles, in the order of the articles; then what expires."""
    for number in range(IN_STORIES):
        story = number % STORIES
        yield story_id(story), invented_story(story, number // STORIES + 1)
    for story in filter(expires, range(STORIES)):
        yield story_id(story), None


def invented_story(story: int, members: int) -> Story:
    """The story when it has so many articles, from 1 to 5."""
    numbers = tuple(story + STORIES * place for place in range(members))
    opened = invented_article(numbers[0]).article
    independent = INDEPENDENT[story % len(INDEPENDENT)][members - 1]
    return Story(
        story_id=story_id(story),
        title=opened.title,
        language_code=language_of(story)[0],
        first_seen_at=opened.ingested_at,
        last_seen_at=opened.ingested_at + timedelta(hours=members),
        article_ids=tuple(article_id(number) for number in numbers),
        origins=tuple(domain for _, domain in OUTLETS[: max(independent, 1)]),
        independent_origins=independent,
        terms=(WeightedTerm(term="kite", weight=2.5), WeightedTerm(term="łódź", weight=1.0)),
        merged_into=None,
    )
