"""Prints a story once, when its third independent origin has published about it."""

import json
import os
from typing import Any

import faust
from faust.transport.drivers import aiokafka as driver

ORIGINS = 3


class ReadCommittedThread(driver.AIOKafkaConsumerThread):
    """Faust has no setting for this but `exactly_once`, which does not keep its word."""

    def _create_worker_consumer(self, transport: Any) -> Any:
        consumer = super()._create_worker_consumer(transport)
        consumer._isolation_level = "read_committed"  # noqa: SLF001
        return consumer


class ReadCommittedConsumer(driver.Consumer):
    """Faust's consumer, which sees only what was committed."""

    def _new_consumer_thread(self) -> ReadCommittedThread:
        return ReadCommittedThread(self, loop=self.loop, beacon=self.beacon)


app = faust.App(
    "kit-faust",
    broker=f"kafka://{os.environ['BROKER']}",
    store="memory://",
    topic_disable_leader=True,
    topic_allow_declare=True,
    topic_partitions=4,  # a table has as many partitions as the topic it follows
    web_enabled=False,
    worker_redirect_stdouts=False,
)
app.transport.Consumer = ReadCommittedConsumer
stories = app.topic("stories", key_type=str, key_serializer="raw", value_serializer="json")
alerted = app.Table("alerted", default=bool)


@app.agent(stories)
async def alert(stream: faust.StreamT[dict[str, Any] | None]) -> None:
    """A key without a value says that the story expired. A `faust.Record` would refuse it."""
    async for key, story in stream.items():
        if story is None:
            alerted.pop(key, None)
        elif story["independent_origins"] >= ORIGINS and not alerted[key]:
            alerted[key] = True
            line = {name: story[name] for name in ("story_id", "independent_origins")}
            print(json.dumps(line), flush=True)


if __name__ == "__main__":
    # not app.main(): Faust's command line opens a web page to everybody, and redirects print
    faust.Worker(app, loglevel="WARNING").execute_from_commandline()
