"""`copydesk publish`: raw posts from files, folders or stdin onto `raw-posts`."""

import asyncio
import time
from collections.abc import AsyncIterator

import click

from schemas.topics import RAW_POSTS
from workers.adapters.kafka.publisher import Publisher
from workers.adapters.sources import SourceError, SourceRecord, read_source
from workers.cli.configuration import load_settings
from workers.cli.examples import examples
from workers.cli.failures import Failure, kafka_told_plainly
from workers.cli.output import say
from workers.cli.publishing import (
    Progress,
    as_they_come,
    known_bytes,
    progress_on_terminal,
    standard_input,
)
from workers.cli.wording import plural, size
from workers.settings import Settings

BATCH_OVERHEAD_BYTES = 1024
"""What a record batch adds to one value: 61 bytes of header, lengths, and room for headers."""


@click.command(
    epilog=examples(
        "copydesk publish post.json",
        "copydesk publish schemas/examples/raw-posts",
        "curl -s https://blog.example/wp-json/wp/v2/posts | copydesk publish -",
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
def command(files: tuple[str, ...]) -> None:
    """Raw posts from files, folders or stdin onto the topic raw-posts.

    FILE is a .json, .ndjson (one record a line), .xml, .html or .txt file, a folder of them, or -
    for stdin. Values go as they are: what they mean, normalize decides.
    """
    settings = load_settings()
    with kafka_told_plainly(settings, SourceError):
        asyncio.run(_publish(settings, files))


async def _publish(settings: Settings, files: tuple[str, ...]) -> None:
    began = time.monotonic()
    sent_bytes, left_out = 0, 0
    limit = RAW_POSTS.max_message_bytes - BATCH_OVERHEAD_BYTES
    async with Publisher(
        settings.kafka,
        max_record_bytes=RAW_POSTS.max_message_bytes,
        compression=settings.compression,
    ) as publisher:
        with progress_on_terminal(known_bytes(files)) as progress:
            async for source in _records(files, progress):
                if len(source.value) > limit:
                    left_out += 1
                    click.echo(_too_large(source, limit), err=True)
                    continue
                await publisher.send(RAW_POSTS.name, source.key, source.value)
                sent_bytes += len(source.value)
        await publisher.flush()
    seconds = time.monotonic() - began
    where = f"to {RAW_POSTS.name} at {settings.bootstrap_servers}"
    records = plural(publisher.published, "record")
    say(f"published {records} ({size(sent_bytes)}) {where} in {seconds:.1f} s")
    if left_out:
        raise Failure(f"{plural(left_out, 'record')} left out; the others were published")


async def _records(files: tuple[str, ...], progress: Progress) -> AsyncIterator[SourceRecord]:
    for name in files:
        if name == "-":
            async for source in as_they_come(standard_input()):
                progress(len(source.value))
                yield source
        else:
            for source in read_source(name):
                progress(len(source.value))
                yield source


def _too_large(source: SourceRecord, limit: int) -> str:
    return (
        f"copydesk: {source.name}, record {source.index}: got {size(len(source.value))}, "
        f"{RAW_POSTS.name} takes at most {size(limit)}; left out"
    )
