"""Follows `enriched-articles` and prints a line an article: when, language, who, title.

pip install aiokafka copydesk-schemas
python consumer.py [HOST:PORT] [--to-end]
"""

import argparse
import asyncio
from collections.abc import AsyncIterator, Mapping

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import KafkaError
from schemas import DecodeError, EnrichedArticle, decode

TOPIC = "enriched-articles"
WAIT_MS = 1_000


async def enriched_articles(
    consumer: AIOKafkaConsumer, to_end: bool
) -> AsyncIterator[EnrichedArticle]:
    """Every article in the order of its partition; a record that breaks the contract is named.

    To the end: to what stands there now, where nobody else of the group reads along.
    """
    ends = await consumer.end_offsets(consumer.assignment()) if to_end else {}
    while not to_end or await is_before(consumer, ends):
        batches = await consumer.getmany(timeout_ms=WAIT_MS)
        for partition, records in batches.items():
            for record in records:
                try:
                    yield decode(EnrichedArticle, record.value)
                except DecodeError as error:
                    print(f"{partition.topic}/{partition.partition}/{record.offset}: {error}")
        # what was yielded has been dealt with: only now may it count as read
        await consumer.commit()


async def is_before(consumer: AIOKafkaConsumer, ends: Mapping[TopicPartition, int]) -> bool:
    """Whether any partition is still to be read up to its end."""
    return any([await consumer.position(partition) < end for partition, end in ends.items()])


def line(enriched: EnrichedArticle) -> str:
    """One line for a person."""
    article, language = enriched.article, enriched.detected_language
    first = article.origin or article.publisher
    return "  ".join(
        (
            f"{article.published_at or article.ingested_at:%Y-%m-%d %H:%M}",
            language.code if language else "--",
            (first.name or first.domain if first else None) or "(nobody)",
            article.title or "(no title)",
        )
    )


async def follow(broker: str, to_end: bool) -> None:
    """Prints articles until there are no more, or until Ctrl-C."""
    consumer = AIOKafkaConsumer(
        TOPIC,
        bootstrap_servers=broker,
        group_id="example-consumer",
        isolation_level="read_committed",  # else records of aborted transactions are read too
        auto_offset_reset="earliest",
        enable_auto_commit=False,
    )
    try:
        await consumer.start()
        async for enriched in enriched_articles(consumer, to_end):
            print(line(enriched), flush=True)
    finally:
        await consumer.stop()


def main() -> None:
    """Runs the program."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("broker", nargs="?", default="localhost:9092", metavar="HOST:PORT")
    parser.add_argument("--to-end", action="store_true", help="stop at today's end of the topic")
    arguments = parser.parse_args()
    try:
        asyncio.run(follow(arguments.broker, arguments.to_end))
    except KeyboardInterrupt:
        pass
    except KafkaError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
