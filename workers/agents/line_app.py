"""A stage as a Faust app: one group, and an agent for each typed topic."""

from dataclasses import dataclass
from typing import Any

import faust
import faust.app.base

from schemas.topics import Topic
from workers.adapters.kafka.connection import KafkaConnection

from .chunks import Chunk, ChunkSchema, Limits
from .consumer import Starts, chunk_consumer
from .group_member import FAUST_LOGGER, ConsumerOptions
from .lanes import Lanes


@dataclass(frozen=True, slots=True)
class LineOptions:
    """What a stage's app needs to know."""

    connection: KafkaConnection
    stage: str
    slot: str
    reads: tuple[Topic, ...]
    session_timeout_seconds: float
    leave_on_stop: bool
    limits: Limits

    @property
    def group(self) -> str:
        """The consumer group, which is also the app's name."""
        return f"copydesk-{self.stage}"


class _ConsumerAlone(faust.app.base.BootStrategy):
    """Without Faust's own producer: it knows nothing of TLS and SASL as we set them."""

    enable_kafka_producer = False


class LineApp(faust.App):
    """A Faust app that keeps nothing on disk."""

    BootStrategy = _ConsumerAlone

    logger = FAUST_LOGGER

    def _create_directories(self) -> None:
        """None: they would hold tables, and there are none."""


def line_app(options: LineOptions, lanes: Lanes, starts: Starts) -> LineApp:
    """The app: what Faust assigns and fetches goes into the lanes."""
    app = LineApp(
        options.group,
        broker=f"kafka://{options.connection.bootstrap_servers}",
        store="memory://",
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        cython_optimizations=True,
        worker_redirect_stdouts=False,
        stream_wait_empty=True,
    )
    consumer = chunk_consumer(
        ConsumerOptions(
            options.connection,
            options.group,
            f"{options.stage}-{options.slot}",
            options.session_timeout_seconds,
            options.leave_on_stop,
        ),
        options.limits,
        lanes,
        starts,
    )
    vars(app.transport)["Consumer"] = consumer  # Faust makes the instance from this

    async def into_lanes(stream: faust.StreamT[Chunk]) -> None:
        async for chunk in stream:
            lanes.put(chunk)

    for reads in options.reads:
        topic = app.topic(reads.name, schema=ChunkSchema(reads.message))
        app.agent(topic, name=f"{options.group}-{reads.name}", concurrency=1)(into_lanes)
    return app


def consumer_of(app: faust.App) -> Any:
    """The app's `ChunkConsumer`, once it has started."""
    return app.consumer
