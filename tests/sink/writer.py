"""A process that writes numbered chunks to a store from where it stands, until it is killed.

python -m tests.sink.writer URL CHUNKS
"""

import asyncio
import sys
from functools import partial

from tests.adapters.stores.rows import TOPIC, row
from workers.adapters.stores import open_store
from workers.agents.waiting import Waiting, patiently
from workers.domain.rows import StoreUnavailable
from workers.telemetry import Meters

CHUNK = 50
ARTICLES = 400
DOCUMENT = '{"text":"' + "x" * 2000 + '"}'


async def write(url: str, chunks: int) -> None:
    store = open_store(url)
    await store.open()
    waiting = Waiting(Meters("writer"), "store")
    start = await store.next_offset(TOPIC, 0)
    print("ready", flush=True)
    for first in range(start, chunks * CHUNK, CHUNK):
        # each article comes again and again, and each time it is newer
        rows = [
            row(f"a{offset % ARTICLES}", offset, day=offset // ARTICLES, document=DOCUMENT)
            for offset in range(first, first + CHUNK)
        ]
        write = partial(store.write, TOPIC, 0, first + CHUNK, rows, first)
        await patiently(write, waiting, StoreUnavailable)
        print(first + CHUNK, flush=True)
    await store.close()


if __name__ == "__main__":
    asyncio.run(write(sys.argv[1], int(sys.argv[2])))
