"""How many rows a second a PostgreSQL of this machine takes, and at what cost.

    python -m tests.postgres --rows 8000

Four partitions write side by side, 500 rows of about 3.7 KB a transaction, fsync on: first all new,
then all again in a newer version.
"""

import argparse
import asyncio
import random
import time

import psutil

from schemas import encode
from tests.adapters.stores.rows import TOPIC, row
from tests.domain.articles import enriched_article
from tests.postgres.server import PostgresServer
from workers.adapters.stores import open_store

PARTITIONS, CHUNK, WORDS, DOCUMENTS = 4, 500, 600, 200


def documents() -> list[str]:
    """Messages whose words are as frequent as those of a language are."""
    chance = random.Random(1)
    vocabulary = [f"w{number}" for number in range(30_000)]
    weights = [1 / (number + 3) for number in range(30_000)]
    made = []
    for _ in range(DOCUMENTS):
        text = " ".join(chance.choices(vocabulary, weights, k=WORDS))
        message = enriched_article("a")
        article = message.article.model_copy(update={"text": text})
        made.append(encode(message.model_copy(update={"article": article})).decode())
    return made


async def measure(rows: int) -> None:
    texts = documents()
    with PostgresServer(fsync=True) as server:
        store = open_store(server.new_database())
        await store.open()

        async def write(partition: int, version: int) -> None:
            each = rows // PARTITIONS
            made = [
                row(
                    f"a{partition}-{number}", version * each + number, partition=partition,
                    day=version, title=f"Title {number}", document=texts[number % DOCUMENTS],
                )
                for number in range(each)
            ]  # fmt: skip
            for start in range(0, each, CHUNK):
                end = version * each + start + CHUNK
                await store.write(TOPIC, partition, end, made[start : start + CHUNK])

        for version, word in enumerate(("new", "newer")):
            began, ours, theirs = time.perf_counter(), time.process_time(), server_cpu(server)
            await asyncio.gather(*(write(number, version) for number in range(PARTITIONS)))
            seconds = time.perf_counter() - began
            ours, theirs = time.process_time() - ours, server_cpu(server) - theirs
            print(
                f"{word}: {rows / seconds:,.0f} rows/s; CPU a row: {ours / rows * 1e6:.0f} µs ours,"
                f" {theirs / rows * 1e6:.0f} µs the server's"
            )
        await store.close()


def server_cpu(server: PostgresServer) -> float:
    """Seconds of CPU that the server and its children have taken."""
    root = psutil.Process(server.pid)
    return sum(sum(each.cpu_times()[:4]) for each in [root, *root.children()])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.postgres", description=__doc__)
    parser.add_argument("--rows", type=int, default=8_000)
    asyncio.run(measure(parser.parse_args().rows))
