"""The contract as a page that a stranger can build on: the tables, filled into the prose.

python -m schemas.contract_page          # writes docs/contract.md
python -m schemas.contract_page --check  # exit 1 when what stands there is stale
"""

import json
import sys
from pathlib import Path
from typing import Any

from .asyncapi import PUBLIC
from .asyncapi_headers import dead_letter_headers, message_headers
from .compatibility_releases import latest_version
from .contract_page_flink import create_table
from .contract_page_tables import headers_table, message_tables, reasons_table, topics_table
from .json_schema import json_schema
from .shown_examples import Example, examples_of, shown
from .topics import ENRICHED_ARTICLES, RAW_POSTS, STORIES, STORY_ARTICLES, Topic

PAGE = Path(__file__).parents[1] / "docs" / "contract.md"
TEMPLATE = Path(__file__).parent / "contract_page.template.md"


def page() -> str:
    """The whole page, in Markdown."""
    known: set[str] = set()
    parts = {
        "version": str(latest_version()),
        "topics": topics_table(),
        "headers": headers_table(message_headers(ENRICHED_ARTICLES)),
        "dead-letter-headers": headers_table(dead_letter_headers()),
        "reasons": reasons_table(),
        "raw-posts": _raw_posts(known),
        "messages": "\n\n".join(_message(topic, known) for topic in PUBLIC if topic.message),
        "flink-append": create_table(ENRICHED_ARTICLES, "kafka"),
        "flink-upsert": "\n\n".join(
            create_table(topic, "upsert-kafka") for topic in (STORIES, STORY_ARTICLES)
        ),
    }
    text = TEMPLATE.read_text("utf-8")
    for name, part in parts.items():
        place = f"<!-- {name} -->"
        if place not in text:
            raise ValueError(f"{TEMPLATE.name} has no place for {name}")
        text = text.replace(place, part)
    return text


def _message(topic: Topic, known: set[str]) -> str:
    assert topic.message is not None
    name = topic.message.__name__
    schema = json_schema(topic)
    known.add(name)
    parts = [
        f"### {name}",
        f"The value of `{topic.name}`. {schema.get('description', '')}",
        message_tables(schema, known),
    ]
    example = shown(topic.name)
    if example is not None:
        parts.append(_folded(f"An example of `{topic.name}`", example))
    return "\n\n".join(parts)


def _raw_posts(known: set[str]) -> str:
    parts = [message_tables(json_schema(RAW_POSTS), known)]
    envelope = next(
        (one for one in examples_of(RAW_POSTS.name) if _kind(one) == "plain_text"), None
    )
    for example, title in (
        (envelope, "An envelope"),
        (shown(RAW_POSTS.name), "A bare WordPress post"),
    ):
        if example is not None:
            parts.append(_folded(title, example))
    return "\n\n".join(parts)


def _kind(example: Example) -> Any:
    return example.value.get("kind") if isinstance(example.value, dict) else None


def _folded(title: str, example: Example) -> str:
    text = json.dumps(example.value, indent=2, ensure_ascii=False)
    return (
        f"<details><summary>{title} ({example.name})</summary>\n\n"
        f"```json\n{text}\n```\n\n</details>"
    )


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        fresh = PAGE.exists() and PAGE.read_text("utf-8") == page()
        sys.exit(0 if fresh else f"stale: {PAGE.name}; run `python -m schemas.contract_page`")
    PAGE.write_text(page(), "utf-8")
