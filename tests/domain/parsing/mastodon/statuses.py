"""Invented statuses and activities, to be changed one field at a time."""

from datetime import UTC, datetime

from pydantic import JsonValue

from schemas.article import Article
from workers.domain.article import assemble
from workers.domain.parsing.mastodon.shapes import Status
from workers.domain.parsing.mastodon.status import parse_status
from workers.domain.parsing.post import ParsedPost

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ADA: dict[str, JsonValue] = {
    "acct": "ada@fen.example",
    "username": "ada",
    "display_name": "Ada Mirren :eel:",
    "url": "https://fen.example/@ada",
}
STATUS: dict[str, JsonValue] = {
    "id": "9",
    "uri": "https://fen.example/users/ada/statuses/110000000000000001",
    "url": "https://fen.example/@ada/110000000000000001",
    "account": ADA,
    "content": "<p>The eels are <a href='https://fen.example/tags/back'>#<span>back</span></a>.</p>",
    "created_at": "2026-03-01T08:30:00.123Z",
    "edited_at": None,
    "visibility": "public",
    "spoiler_text": "",
    "language": "en",
    "media_attachments": [],
    "tags": [{"name": "back"}],
    "reblog": None,
}
NOTE: dict[str, JsonValue] = {
    "@context": "https://www.w3.org/ns/activitystreams",
    "type": "Note",
    "id": "https://fen.example/users/ada/statuses/110000000000000001",
    "url": "https://fen.example/@ada/110000000000000001",
    "attributedTo": "https://fen.example/users/ada",
    "to": [PUBLIC],
    "cc": ["https://fen.example/users/ada/followers"],
    "content": STATUS["content"],
    "published": "2026-03-01T08:30:00Z",
    "tag": [{"type": "Hashtag", "name": "#back"}, {"type": "Mention", "name": "@tom"}],
}


def status(**changes: JsonValue) -> dict[str, JsonValue]:
    return {**STATUS, **changes}


def note(**changes: JsonValue) -> dict[str, JsonValue]:
    return {**NOTE, **changes}


def activity(kind: str, inner: JsonValue, **changes: JsonValue) -> dict[str, JsonValue]:
    return {
        "@context": "https://www.w3.org/ns/activitystreams",
        "type": kind,
        "id": "https://marsh.example/activities/1",
        "actor": "https://marsh.example/users/tom",
        "to": [PUBLIC],
        "object": inner,
        **changes,
    }


def read(value: dict[str, JsonValue]) -> ParsedPost:
    return parse_status(Status(value), "")


def article(value: dict[str, JsonValue]) -> Article:
    return assemble(read(value), "raw-posts/0/0", datetime(2026, 3, 10, tzinfo=UTC))
