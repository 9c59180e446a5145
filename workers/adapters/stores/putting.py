"""Rows of every kind into their tables: what stands of each key when the transaction ends."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, assert_never

from sqlalchemy import Column, Connection, Table, bindparam, delete, insert, update

from schemas.codec import encode_json
from workers.adapters.stores.statements import put_newest
from workers.adapters.stores.tables import (
    ARTICLE_ENTITIES,
    ARTICLE_QUOTES,
    STORIES,
    STORY_ARTICLES,
)
from workers.domain.rows import (
    ArticleRow,
    LeftStoryRow,
    Row,
    StoryArticleRow,
    StoryEndRow,
    StoryRow,
)

_IDS_A_QUERY = 500  # SQLite takes 999 parameters and more, PostgreSQL 65,535
_END = update(STORIES).where(STORIES.c.story_id == bindparam("ended"))

Values = Mapping[str, Any]


def put(connection: Connection, rows: Sequence[Row]) -> None:
    """Takes rows of one partition, in its order."""
    articles: list[ArticleRow] = []
    stories: dict[str, Values] = {}
    ended: dict[str, Values] = {}
    places: dict[str, Values | None] = {}
    for row in rows:
        match row:
            case ArticleRow():
                articles.append(row)
            case StoryRow():
                stories[row.story_id] = _story(row)
                ended.pop(row.story_id, None)
            case StoryEndRow():
                ended[row.story_id] = {"ended": row.story_id, "ended_at": row.ended_at}
            case StoryArticleRow():
                places[row.article_id] = _place(row)
            case LeftStoryRow():
                places[row.article_id] = None
            case _:
                assert_never(row)
    _put_parts(connection, put_newest(connection, articles))
    _replace(connection, STORIES.c.story_id, stories, stories.values())
    if ended:
        connection.execute(_END, [ended[each] for each in sorted(ended)])
    _replace(connection, STORY_ARTICLES.c.article_id, places, filter(None, places.values()))


def _put_parts(connection: Connection, articles: Iterable[ArticleRow]) -> None:
    """The entities and quotes of articles whose rows were just written."""
    kept = {row.article_id: row for row in articles}
    for table, parts_of in ((ARTICLE_ENTITIES, _entities), (ARTICLE_QUOTES, _quotes)):
        found = [values for row in kept.values() for values in parts_of(row)]
        _replace(connection, table.c.article_id, kept, found)


def _replace(
    connection: Connection, key: "Column[Any]", keys: Iterable[str], values: Iterable[Values]
) -> None:
    """Takes away whatever stands under the keys, and puts the values there."""
    table = key.table
    assert isinstance(table, Table)
    ids = sorted(keys)  # in one order, so that writers of the same keys take turns
    for start in range(0, len(ids), _IDS_A_QUERY):
        connection.execute(delete(table).where(key.in_(ids[start : start + _IDS_A_QUERY])))
    if fresh := list(values):
        connection.execute(insert(table), fresh)


def _entities(row: ArticleRow) -> list[Values]:
    return [
        {
            "article_id": row.article_id,
            "number": number,
            "name": named.name,
            "kind": named.kind,
            "mentions": named.mentions,
        }
        for number, named in enumerate(row.named)
    ]


def _quotes(row: ArticleRow) -> list[Values]:
    return [
        {
            "article_id": row.article_id,
            "number": number,
            "speaker": said.speaker,
            "text": said.text,
            "kind": said.kind,
            "start_char": said.start_char,
        }
        for number, said in enumerate(row.said)
    ]


def _story(row: StoryRow) -> Values:
    return {
        "story_id": row.story_id,
        "title": row.title,
        "language": row.language,
        "first_seen_at": row.first_seen_at,
        "last_seen_at": row.last_seen_at,
        "ended_at": None,
        "articles": row.articles,
        "origins": encode_json(list(row.origins)).decode(),
        "independent_origins": row.independent_origins,
        "merged_into": row.merged_into,
        "record_topic": row.topic,
        "record_partition": row.partition,
        "record_offset": row.offset,
        "document": row.document,
    }


def _place(row: StoryArticleRow) -> Values:
    return {
        "article_id": row.article_id,
        "story_id": row.story_id,
        "similarity": row.similarity,
        "near_duplicate_of": row.near_duplicate_of,
        "containment": row.containment,
        "record_topic": row.topic,
        "record_partition": row.partition,
        "record_offset": row.offset,
    }
