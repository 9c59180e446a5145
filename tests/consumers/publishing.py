"""Puts a feed on the topics of a broker: two committed transactions, an aborted one between."""

from collections.abc import Sequence

from aiokafka import AIOKafkaProducer

from .feed import Feed, Message


async def publish(bootstrap: str, feed: Feed) -> None:
    """Puts the feed on its topics, which must be there."""
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap,
        transactional_id="consumer-kits",
        max_request_size=8 << 20,
    )
    await producer.start()
    try:
        for messages, kept in ((feed.first, True), (feed.aborted, False), (feed.second, True)):
            await producer.begin_transaction()
            await _send(producer, messages)
            await (producer.commit_transaction() if kept else producer.abort_transaction())
    finally:
        await producer.stop()


async def _send(producer: AIOKafkaProducer, messages: Sequence[Message]) -> None:
    """aiokafka's default partitioner is Java's murmur2, as the contract says.

    Records carry the time of sending: Kafka would soon delete what is older than the retention.
    """
    for message in messages:
        await producer.send(
            message.topic,
            key=message.key,
            value=message.value,
            headers=list(message.headers),
        )
    await producer.flush()
