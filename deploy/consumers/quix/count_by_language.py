"""Counts articles by language, exactly once, and keeps the count over restarts."""

import json
import os
from typing import Any

from quixstreams import Application, State


def language_of(enriched: dict[str, Any]) -> dict[str, str]:
    """The language that was detected; an object may be null, its fields then cannot be asked."""
    detected = enriched["detected_language"]
    return {"language": detected["code"] if detected else "unknown"}


def counted(article: dict[str, str], state: State) -> dict[str, str | int]:
    articles = state.get("articles", 0) + 1
    state.set("articles", articles)
    return {"language": article["language"], "articles": articles}


app = Application(
    broker_address=os.environ["BROKER"],
    consumer_group="kit-quix",
    auto_offset_reset="earliest",
    processing_guarantee="exactly-once",
    commit_interval=1.0,
    consumer_extra_config={"isolation.level": "read_committed"},
)
topic = app.topic("enriched-articles", key_deserializer="string", value_deserializer="json")

(
    app.dataframe(topic)
    .apply(language_of)
    .group_by("language")
    .apply(counted, stateful=True)
    .update(lambda row: print(json.dumps(row), flush=True))
)

if __name__ == "__main__":
    app.run()
