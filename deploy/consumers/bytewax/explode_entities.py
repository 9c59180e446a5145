"""Counts how often every person, organisation and place is mentioned, in all that is there now."""

import json
import os
from collections.abc import Iterator

from bytewax import operators as op
from bytewax.connectors.kafka import KafkaSourceMessage
from bytewax.connectors.kafka import operators as kafka
from bytewax.connectors.stdio import StdOutSink
from bytewax.dataflow import Dataflow


def mentions(message: KafkaSourceMessage[bytes, bytes]) -> Iterator[tuple[str, int]]:
    """How often each entity is named, by a key such as `place/Lisbon`."""
    for entity in json.loads(message.value)["entities"]:
        yield f"{entity['kind']}/{entity['name']}", len(entity["mentions"])


def line(total: tuple[str, int]) -> str:
    key, count = total
    kind, _, name = key.partition("/")
    return json.dumps({"kind": kind, "name": name, "mentions": count}, ensure_ascii=False)


flow = Dataflow("explode_entities")
articles = kafka.input(
    "articles",
    flow,
    brokers=[os.environ["BROKER"]],
    topics=["enriched-articles"],
    tail=False,  # stop at the end of the topic; True to go on for ever
    add_config={"isolation.level": "read_committed"},
)
exploded = op.flat_map("explode", articles.oks, mentions)
totals = op.reduce_final("count", exploded, lambda one, other: one + other)
op.output("print", op.map("line", totals, line), StdOutSink())
