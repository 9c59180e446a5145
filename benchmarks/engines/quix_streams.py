"""Quix Streams: one streaming data frame, at least once or exactly once, with its own defaults."""

import tempfile
from pathlib import Path
from typing import Any

from quixstreams import Application, message_context
from quixstreams.models import SerializationContext, Serializer

from workers.stages.outcome import OutputRecord, Record

from .task import SESSION_SECONDS, Task, told


class ValueOf(Serializer):  # type: ignore[misc]  # the library is not there when types are checked
    """The value of an output as it is."""

    def __call__(self, output: OutputRecord, ctx: SerializationContext) -> bytes:  # noqa: ARG002
        """Its bytes."""
        return output.value


def run(task: Task) -> None:
    """Does `raw-posts` into `articles` until it is killed, or has done the posts of the task."""
    stage = task.stage()
    app = Application(
        broker_address=task.bootstrap,
        consumer_group=task.group,
        auto_offset_reset="earliest",
        processing_guarantee="exactly-once" if task.exactly_once else "at-least-once",
        consumer_extra_config={
            "session.timeout.ms": int(SESSION_SECONDS * 1000),
            "heartbeat.interval.ms": 500,
        },
        loglevel="ERROR",
        state_dir=Path(tempfile.gettempdir(), "copydesk-quix-state"),
    )
    raw_posts = app.topic("raw-posts", key_deserializer="bytes", value_deserializer="bytes")
    articles = app.topic("articles", key_serializer="bytes", value_serializer=ValueOf())

    def outputs(value: bytes, key: bytes, timestamp: int, _headers: Any) -> list[OutputRecord]:
        at = message_context()
        return stage.outputs(Record(at.topic, at.partition, at.offset, key, value, (), timestamp))

    posts = app.dataframe(raw_posts)
    posts = posts.apply(outputs, expand=True, metadata=True)
    posts = posts.set_headers(lambda output, *_: list(output.headers))
    posts.to_topic(articles, key=lambda output: output.key)
    app.run(count=task.posts)


if __name__ == "__main__":
    run(told())
