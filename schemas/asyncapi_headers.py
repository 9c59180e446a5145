"""The headers of our records: what each holds, for the documents that consumers read."""

import re
from dataclasses import dataclass

from . import dead_letter
from .json_schema import schema_id
from .topics import CONTRACT_VERSION, STORY_ARTICLES, Topic

RECORD_NAME = r"^[a-z-]+/\d+/\d+(#\d+)?$"
"""`topic/partition/offset`, and `#index` where one record held several posts."""

_RAW_POST = "raw-posts/2/4711"
_WRITTEN_BY = {
    "articles": ("normalize", _RAW_POST),
    "enriched-articles": ("enrich", "articles/1/805"),
    "story-articles": ("stories", "story-candidates/0/799"),
    "stories": ("stories", "story-candidates/0/799"),
}
"""The stage that writes each topic, and an example of what it reads."""


@dataclass(frozen=True, slots=True)
class Header:
    """One header. Its value is UTF-8 text."""

    name: str
    meaning: str
    example: str
    pattern: str | None = None
    """A regular expression that every value matches."""
    fixed: bool = False
    """Whether every record of the topic has the example as its value."""
    always: bool = True
    """Whether every record has it."""


def event_type(topic: Topic) -> str:
    """`copydesk.enriched-article.v1`: the name of a topic's messages in `ce_type`."""
    assert topic.message is not None
    kebab = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", topic.message.__name__).lower()
    return f"copydesk.{kebab}.v{CONTRACT_VERSION}"


def message_headers(topic: Topic) -> tuple[Header, ...]:
    """The headers of a topic's messages: CloudEvents 1.0 in binary mode, and where it came from."""
    stage, source = _WRITTEN_BY[topic.name]
    return (
        Header("ce_specversion", "The version of CloudEvents.", "1.0", fixed=True),
        Header(
            "ce_id",
            "The record that the stage read, and `:1`, `:2` … for what else it wrote of it; with"
            " `ce_source`, it names this event for ever.",
            source,
            RECORD_NAME.removesuffix("$") + r"(?::\d+)?$",
        ),
        Header(
            "ce_source", "The stage that wrote it.", f"/copydesk/{stage}", r"^/copydesk/[a-z]+$"
        ),
        Header("ce_type", "The message and its major version.", event_type(topic), fixed=True),
        Header(
            "ce_time",
            "The article's `ingested_at`.",
            "2026-03-01T08:30:00Z",
            r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$",
        ),
        Header("ce_dataschema", "The `$id` of the JSON Schema.", schema_id(topic.name), fixed=True),
        Header("content-type", "The form of the value.", "application/json", fixed=True),
        Header(
            "traceparent",
            "W3C Trace Context, passed on unchanged where the raw record had a well-formed one.",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}",
            always=False,
        ),
        Header("tracestate", "Passed on with `traceparent`.", "vendor=opaque", always=False),
        *_lineage(source, always=topic is not STORY_ARTICLES),
    )


def dead_letter_headers() -> tuple[Header, ...]:
    """The headers that burying adds after the record's own, which stay unchanged and first."""
    reasons = "|".join(dead_letter.Reason)
    return (
        Header(
            dead_letter.REASON_HEADER,
            "Why it was buried: one code of the list below.",
            dead_letter.Reason.UNREADABLE_DATE.value,
            f"^({reasons})$",
        ),
        Header(
            dead_letter.DETAIL_HEADER,
            "One line for a person: what was got and what was expected. Never the post's text.",
            "date_gmt is '31/02/2026'; expected YYYY-MM-DDTHH:MM:SS",
        ),
        Header(dead_letter.STAGE_HEADER, "The stage that buried it.", "normalize", "^[a-z]+$"),
        Header(dead_letter.VERSION_HEADER, "The version of Copydesk that buried it.", "0.1.0"),
        Header(
            dead_letter.REPLAYS_HEADER,
            "How often it had been replayed before; from 3 on it is parked.",
            "0",
            r"^\d+$",
        ),
        *_lineage(_RAW_POST),
    )


def _lineage(source: str, always: bool = True) -> tuple[Header, ...]:
    """Where it came from; not always told of what a merge or a story's end says of an article."""
    return (
        Header(
            dead_letter.SOURCE_RECORD_HEADER,
            "The record just read, as `topic/partition/offset`; `#index` follows where that record "
            "held several posts.",
            source,
            RECORD_NAME,
            always=always,
        ),
        Header(
            dead_letter.ROOT_RECORD_HEADER,
            "The same of the raw post that it all began with.",
            _RAW_POST,
            RECORD_NAME,
            always=always,
        ),
        Header(
            dead_letter.RECORD_POSTS_HEADER,
            "How many posts the record held, where it held several.",
            "12",
            r"^\d+$",
            always=False,
        ),
    )
