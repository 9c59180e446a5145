"""What each kit must print, worked out from the messages without any stream processor."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from schemas.codec import decode
from schemas.enriched_article import EnrichedArticle
from schemas.story import Story, StoryArticle
from schemas.topics import ENRICHED_ARTICLES, STORIES, STORY_ARTICLES, Topic

from .feed import Message
from .invented_articles import FOLLOWED

Row = dict[str, str | int | None]
Arithmetic = Callable[[Sequence[Message]], list[Row]]


def articles(messages: Sequence[Message]) -> Iterator[EnrichedArticle]:
    for message in on(ENRICHED_ARTICLES, messages):
        assert message.value is not None, "the contract knows no tombstones on this topic"
        yield decode(EnrichedArticle, message.value)


def on(topic: Topic, messages: Iterable[Message]) -> Iterator[Message]:
    return (message for message in messages if message.topic == topic.name)


def latest(topic: Topic, messages: Iterable[Message]) -> dict[bytes, bytes]:
    """The topic as a table: the last value of every key that has not expired."""
    table: dict[bytes, bytes] = {}
    for message in on(topic, messages):
        if message.value is None:
            table.pop(message.key, None)
        else:
            table[message.key] = message.value
    return table


def by_language(messages: Sequence[Message]) -> list[Row]:
    """Records by language; a changed article counts again."""
    codes = Counter(
        article.detected_language.code if article.detected_language else "unknown"
        for article in articles(messages)
    )
    return [{"language": code, "articles": count} for code, count in codes.items()]


def of_one_outlet(messages: Sequence[Message]) -> list[Row]:
    return [
        {
            "article_id": enriched.article_id,
            "title": enriched.article.title,
            "outlet": enriched.article.origin.name,
        }
        for enriched in articles(messages)
        if enriched.article.origin and enriched.article.origin.domain == FOLLOWED
    ]


def mentions_by_name(messages: Sequence[Message]) -> list[Row]:
    counts: Counter[tuple[str, str]] = Counter()
    for enriched in articles(messages):
        for entity in enriched.entities:
            counts[entity.kind, entity.name] += len(entity.mentions)
    return [
        {"kind": kind, "name": name, "mentions": count} for (kind, name), count in counts.items()
    ]


def words_cut(messages: Sequence[Message]) -> list[Row]:
    """As `mentions_by_name`, and in how many the words stand in the text where they should."""
    cut: Counter[tuple[str, str]] = Counter()
    for enriched in articles(messages):
        for entity in enriched.entities:
            for span in entity.mentions:
                words = enriched.article.text[span.start_char : span.end_char]
                cut[entity.kind, entity.name] += words == span.text
    return [
        {**row, "cut_right": cut[str(row["kind"]), str(row["name"])]}
        for row in mentions_by_name(messages)
    ]


def mentions_by_hour(messages: Sequence[Message]) -> list[Row]:
    counts: Counter[tuple[str, str]] = Counter()
    named: Counter[tuple[str, str]] = Counter()
    for enriched in articles(messages):
        hour = enriched.article.ingested_at.strftime("%Y-%m-%dT%H:00:00Z")
        for entity in enriched.entities:
            named[hour, entity.kind] += 1
            counts[hour, entity.kind] += len(entity.mentions)
    return [
        {"hour": hour, "kind": kind, "entities": named[hour, kind], "mentions": count}
        for (hour, kind), count in counts.items()
    ]


def third_origins(messages: Sequence[Message]) -> list[Row]:
    """Stories at the moment when they first had three; one that expired may come again."""
    alerted: set[bytes] = set()
    rows: list[Row] = []
    for message in on(STORIES, messages):
        if message.value is None:
            alerted.discard(message.key)
            continue
        story = decode(Story, message.value)
        if story.independent_origins >= 3 and message.key not in alerted:
            alerted.add(message.key)
            rows.append(
                {"story_id": story.story_id, "independent_origins": story.independent_origins}
            )
    return rows


def outlets_by_story(messages: Sequence[Message]) -> list[Row]:
    """Today's articles joined with today's filings: who carries which story."""
    enriched = latest(ENRICHED_ARTICLES, messages)
    counts: Counter[tuple[str, str]] = Counter()
    for key, filing in latest(STORY_ARTICLES, messages).items():
        if key not in enriched:
            continue
        publisher = decode(EnrichedArticle, enriched[key]).article.publisher
        domain = publisher.domain if publisher else None
        counts[decode(StoryArticle, filing).story_id, domain or "unknown"] += 1
    return [
        {"story_id": story, "outlet": outlet, "articles": count}
        for (story, outlet), count in counts.items()
    ]


def table_of_stories(messages: Sequence[Message]) -> list[Row]:
    stories = (decode(Story, value) for value in latest(STORIES, messages).values())
    return [
        {
            "story_id": story.story_id,
            "title": story.title,
            "articles": len(story.article_ids),
            "independent_origins": story.independent_origins,
            "hours": int((story.last_seen_at - story.first_seen_at).total_seconds()) // 3600,
        }
        for story in stories
    ]


def landed_files(messages: Sequence[Message]) -> list[Row]:
    """The two files that Connect writes; its tasks may put the lines in any order."""
    stories = (m.value for m in on(STORIES, messages) if m.value is not None)
    headlines = (decode(Story, value).title for value in stories)
    lines = (m.value.decode() for m in on(ENRICHED_ARTICLES, messages) if m.value is not None)
    return [
        file_row("articles.ndjson", lines),
        file_row("headlines.txt", (headline for headline in headlines if headline)),
    ]


def file_row(name: str, lines: Iterable[str]) -> Row:
    """A file's lines, in any order, as their number and a digest."""
    ordered = sorted(lines)
    digest = hashlib.sha256("\n".join(ordered).encode()).hexdigest()
    return {"file": name, "lines": len(ordered), "sha256_of_sorted_lines": digest}
