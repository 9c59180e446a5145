"""The records that every engine gets, and an independent count of what it wrote."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError, TopicAlreadyExistsError

from benchmarks.wordpress_posts import wordpress_post
from schemas.topics import ARTICLES, RAW_POSTS, dead_letters_of
from tests.delivery.reading import read_committed

PARTITIONS = 4
PATIENCE_SECONDS = 30.0
WRITTEN = (ARTICLES, dead_letters_of(RAW_POSTS.name))


async def first_transaction(bootstrap: str) -> None:
    """A transaction of ours: a cluster's first one waits for the topic that keeps them."""
    await empty_outputs(bootstrap)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not await _transaction(bootstrap):
        if time.monotonic() > deadline:
            raise TimeoutError(f"no transaction in {PATIENCE_SECONDS} s")


async def _transaction(bootstrap: str) -> bool:
    options = {"bootstrap_servers": bootstrap, "transactional_id": "benchmark"}
    try:
        async with AIOKafkaProducer(**options) as producer, producer.transaction():
            await producer.send_and_wait(ARTICLES.name, b"first", key=b"first")
    except KafkaError:  # the coordinator is not there yet
        return False
    return True


async def publish(bootstrap: str, posts: int, paragraphs: int) -> None:
    """Invented WordPress posts on a new `raw-posts`, keyed by their numbers."""
    await _new_topics(bootstrap, RAW_POSTS.name)
    async with AIOKafkaProducer(
        bootstrap_servers=bootstrap, linger_ms=10, max_batch_size=1 << 18
    ) as producer:
        for number in range(posts):
            value = wordpress_post(number, paragraphs)
            await producer.send(RAW_POSTS.name, value, key=b"%d" % number)


async def empty_outputs(bootstrap: str) -> None:
    """Makes the topics that are written anew."""
    await _new_topics(bootstrap, *(topic.name for topic in WRITTEN))


async def _new_topics(bootstrap: str, *names: str) -> None:
    client = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await client.start()
    try:
        standing = set(await client.list_topics())
        if gone := sorted(standing & set(names)):
            await client.delete_topics(gone)
        settings = {topic.name: topic.configs for topic in (RAW_POSTS, *WRITTEN)}
        topics = [NewTopic(name, PARTITIONS, 1, topic_configs=settings[name]) for name in names]
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not await _created(client, topics):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{', '.join(names)} could not be made anew")
            await asyncio.sleep(0.1)
    finally:
        await client.close()


async def _created(client: AIOKafkaAdminClient, topics: list[NewTopic]) -> bool:
    try:
        await client.create_topics(topics)
    except TopicAlreadyExistsError:  # a deletion takes a moment
        return False
    except KafkaError as error:
        if not error.retriable:
            raise
        return False
    return True


class Watch:
    """How many records `articles` shows to a reader of committed ones."""

    def __init__(self, consumer: AIOKafkaConsumer) -> None:
        self._consumer = consumer
        self._partitions = [TopicPartition(ARTICLES.name, each) for each in range(PARTITIONS)]

    async def visible(self) -> int:
        """Offsets of records and of markers; a transaction has one marker a partition."""
        return sum((await self._consumer.end_offsets(self._partitions)).values())


@asynccontextmanager
async def watching(bootstrap: str) -> AsyncIterator[Watch]:
    """A watch on what is written."""
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, isolation_level="read_committed")
    await consumer.start()
    try:
        yield Watch(consumer)
    finally:
        await consumer.stop()


def records_of_offsets(bootstrap: str, offsets: int) -> float:
    """The share of the visible offsets of `articles` that are records, and no markers."""
    return len(read_committed(bootstrap, [ARTICLES.name])) / offsets


def counted(bootstrap: str, posts: int) -> tuple[int, int]:
    """How many posts have no committed output, and how many outputs are one too many.

    By another client than the engines' own (librdkafka), read committed, key by key: every post of
    the benchmark is good and has an article of its own.
    """
    keys = Counter(seen.key for seen in read_committed(bootstrap, [ARTICLES.name]))
    return posts - len(keys), keys.total() - len(keys)
