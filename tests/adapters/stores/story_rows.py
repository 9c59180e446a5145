"""What a store must hold of stories, entities and quotes, on whatever database."""

from dataclasses import replace
from datetime import timedelta

from tests.adapters.stores.rows import MONDAY, TOPIC, row
from workers.domain.rows import (
    ArticleStore,
    LeftStoryRow,
    NamedRow,
    SaidRow,
    StoryArticleRow,
    StoryEndRow,
    StoryRow,
)

ENDED = MONDAY + timedelta(days=7)

QUERIES = {
    "stories": "SELECT story_id, title, articles, origins, merged_into, ended_at IS NOT NULL"
    " FROM stories ORDER BY story_id",
    "places": "SELECT article_id, story_id, near_duplicate_of FROM story_articles"
    " ORDER BY article_id",
    "entities": "SELECT article_id, number, name, kind, mentions FROM article_entities"
    " ORDER BY article_id, number",
    "quotes": "SELECT article_id, number, speaker, text FROM article_quotes"
    " ORDER BY article_id, number",
}
"""Plain SQL, as a person would ask."""


def story(
    story_id: str, offset: int, articles: int = 1, merged_into: str | None = None
) -> StoryRow:
    return StoryRow(
        story_id=story_id,
        title=f"{story_id} after {articles}",
        language="en",
        first_seen_at=MONDAY,
        last_seen_at=MONDAY,
        articles=articles,
        origins=("coast.example", "harbour.example"),
        independent_origins=2,
        merged_into=merged_into,
        topic="stories",
        partition=0,
        offset=offset,
        document="{}",
    )


def ended(story_id: str, offset: int) -> StoryEndRow:
    return StoryEndRow(story_id, ENDED, "stories", 0, offset)


def place(
    article_id: str, story_id: str, offset: int, copies: str | None = None
) -> StoryArticleRow:
    share = 0.96 if copies else None
    return StoryArticleRow(article_id, story_id, 0.5, copies, share, "story-articles", 0, offset)


async def fill(store: ArticleStore) -> None:
    """Two chunks of each topic; what the first said of a key, the second often takes back."""
    await store.write("stories", 0, 3, [story("s1", 0), story("s1", 1, 2), story("s2", 2)])
    await store.write(
        "stories",
        0,
        8,
        [
            ended("s1", 3),
            story("s3", 4),
            ended("s3", 5),
            ended("unknown", 6),
            story("s2", 7, 0, "s3"),
        ],
    )
    await store.write("story-articles", 0, 2, [place("a", "s1", 0), place("b", "s1", 1, "a")])
    left = LeftStoryRow("b", "story-articles", 0, 3)
    await store.write("story-articles", 0, 5, [place("a", "s2", 2), left, place("c", "s3", 4)])
    first = replace(
        row("a", 0),
        named=(NamedRow("Ada Mirren", "person", 3), NamedRow("Halden\0", "place", 1)),
        said=(SaidRow("Ada Mirren", "No bang", "direct", 7), SaidRow(None, "Safe", "mixed", 30)),
    )
    await store.write(TOPIC, 0, 2, [first, replace(row("b", 1), named=first.named[:1])])
    newer = replace(row("a", 2, day=1), named=(NamedRow("Tomas Eberly", "person", 1),))
    older = replace(row("b", 3, day=-1), named=(NamedRow("Nobody", "person", 1),))
    await store.write(TOPIC, 0, 4, [newer, older])


STANDS = {
    "stories": [
        ("s1", "s1 after 2", 2, '["coast.example","harbour.example"]', None, True),
        ("s2", "s2 after 0", 0, '["coast.example","harbour.example"]', "s3", False),
        ("s3", "s3 after 1", 1, '["coast.example","harbour.example"]', None, True),
    ],
    "places": [("a", "s2", None), ("c", "s3", None)],
    "entities": [("a", 0, "Tomas Eberly", "person", 1), ("b", 0, "Ada Mirren", "person", 3)],
    "quotes": [],
}
"""What the queries give after `fill`."""
