"""What Kafka says about our topics: whether they are there, and how large a record may be."""

from collections.abc import Mapping, Sequence

from schemas.topics import Topic
from workers.adapters.kafka.admin import admin, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import KafkaProblem
from workers.adapters.kafka.topics import topic_configs

from .ends import Refused
from .waiting import Waiting, patiently

RECORD_OVERHEAD_BYTES = 256  # the batch's own header is 61, a record's lengths a few tens


async def largest_records(
    connection: KafkaConnection, topics: Sequence[Topic], waiting: Waiting
) -> Mapping[str, int]:
    """How many bytes a record of each topic may have; waits for the broker as long as it takes.

    Raises:
        Refused: topics are missing.
    """
    return await patiently(lambda: _ask(connection, topics), waiting, KafkaProblem)


async def refuse_unequal_partitions(
    connection: KafkaConnection, topics: Sequence[Topic], waiting: Waiting
) -> None:
    """Returns when topics that lie beside each other have as many partitions each.

    Raises:
        Refused: they have not.
    """
    standing = await patiently(lambda: _counts(connection), waiting, KafkaProblem)
    counts = {topic.name: standing[topic.name] for topic in topics}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{name} has {count}" for name, count in counts.items())
        raise Refused(f"these topics must have as many partitions each: {told}")


async def _counts(connection: KafkaConnection) -> Mapping[str, int]:
    async with admin(connection) as client:
        return await partition_counts(client)


async def _ask(connection: KafkaConnection, topics: Sequence[Topic]) -> Mapping[str, int]:
    names = [topic.name for topic in topics]
    async with admin(connection) as client:
        standing = await partition_counts(client)
        if missing := sorted(set(names) - set(standing)):
            raise Refused(
                f"topics are missing at {connection.bootstrap_servers}: {', '.join(missing)};"
                " `copydesk topics --apply` makes them"
            )
        configs = await topic_configs(client, names)
    return {
        topic.name: int(configs.get(topic.name, topic.configs)["max.message.bytes"])
        - RECORD_OVERHEAD_BYTES
        for topic in topics
    }
