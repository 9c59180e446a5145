"""One record of a topic as one line: for a person, or as JSON for a program."""

import base64
from datetime import UTC, datetime

from pydantic import JsonValue
from rich.text import Text

from schemas.article import Article
from schemas.codec import DecodeError, UnreadableJson, decode, encode_json, parse_json
from schemas.dead_letter import DETAIL_HEADER, REASON_HEADER, SOURCE_RECORD_HEADER, Reason
from schemas.enriched_article import EnrichedArticle
from schemas.story import Story, StoryArticle
from workers.adapters.kafka.reader import LogRecord
from workers.cli.wording import language_words, plural, printable, short_provenance, shortened, size

UNTITLED_CHARACTERS = 60
LONGEST_REASON = max(map(len, Reason))
UNDATED = "no date         "  # as wide as `2026-03-01 08:30`


def record_json(record: LogRecord) -> bytes:
    """The record as one JSON object; bytes that are no text are given in base64."""
    return encode_json(
        {
            "topic": record.topic,
            "partition": record.partition,
            "offset": record.offset,
            "timestamp": _timestamp(record.timestamp_ms),
            "key": _plain(record.key),
            "headers": [[name, _plain(value)] for name, value in record.headers],
            "value": _value(record.value),
        }
    )


def _timestamp(milliseconds: int) -> str:
    moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _value(value: bytes | None) -> JsonValue:
    try:
        return None if value is None else parse_json(value)
    except UnreadableJson:
        return _plain(value)


def _plain(value: bytes | None) -> JsonValue:
    if value is None:
        return None
    try:
        return value.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode()}


def record_line(record: LogRecord) -> Text:
    """The record as one line: the place, then what a person would ask of it."""
    place = Text(f"{record.partition}/{record.offset:<5} ", "dim")
    if record.value is None:
        return place + Text(f"{_text(record.key)} is gone (tombstone)", "dim")
    try:
        return place + _message(record.topic, record)
    except DecodeError as error:
        return place + Text(f"not as the topic promises: {error}", "yellow")


def _message(topic: str, record: LogRecord) -> Text:
    value = record.value or b""
    match topic:
        case "articles":
            return _dated(decode(Article, value))
        case "enriched-articles":
            enriched = decode(EnrichedArticle, value)
            words = "" if enriched.word_count is None else plural(enriched.word_count, "word")
            facts = f"{language_words(enriched.detected_language):<3}{words:>11}"
            return _dated(enriched.article, facts)
        case "stories":
            story = decode(Story, value)
            return Text.assemble((printable(story.title or "(no title)"), "bold"))
        case "story-articles":
            member = decode(StoryArticle, value)
            return Text(f"{member.article_id} → {member.story_id}")
        case _ if topic.endswith("-dlq"):
            return _dead_letter(record)
        case _:
            return Text.assemble((f"{size(len(value)):>7}  ", "dim"), _text(value[:400]))


def _dated(article: Article, facts: str = "") -> Text:
    when = article.published_at
    title = printable(article.title) if article.title else _first_words(article)
    return Text.assemble(
        (f"{when:%Y-%m-%d %H:%M}" if when else UNDATED, "dim"),
        (f"  {facts}" if facts else "", "dim"),
        "  ",
        (title, "bold" if article.title else "italic"),
        f"  {short_provenance(article)}",
    )


def _first_words(article: Article) -> str:
    return shortened(article.text, UNTITLED_CHARACTERS) or f"({article.access})"


def _dead_letter(record: LogRecord) -> Text:
    headers = dict(record.headers)  # the last of a name wins, and ours come last
    return Text.assemble(
        (f"{_text(headers.get(REASON_HEADER)):<{LONGEST_REASON}}", "bold yellow"),
        f"  {_text(headers.get(DETAIL_HEADER))}",
        (f"  {_text(headers.get(SOURCE_RECORD_HEADER))}", "dim"),
    )


def _text(value: bytes | None) -> str:
    return "(none)" if value is None else printable(value.decode("utf-8", "replace"))
