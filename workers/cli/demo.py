"""`copydesk demo`: the whole line on a throw-away folder, start to end."""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import click

from schemas.topics import ARTICLES, ENRICHED_ARTICLES, RAW_POSTS, dead_letters_of
from workers.adapters.kafka.audit import audit
from workers.adapters.kafka.errors import KafkaProblem
from workers.adapters.kafka.publisher import Publisher
from workers.adapters.kafka.reader import LogRecord, read_topic
from workers.adapters.sources import SourceRecord, read_source
from workers.agents.supervisor import GaveUp
from workers.cli.configuration import load_settings
from workers.cli.demo_view import Tour
from workers.cli.embedded import embedded_options
from workers.cli.examples import examples
from workers.cli.failures import Failure, told_plainly
from workers.cli.line import Line, line_up
from workers.cli.logs import last_words, set_up_logging
from workers.cli.output import console
from workers.cli.stage_states import reading
from workers.cli.stopping import until_stopped
from workers.cli.told_stories import stories_now, told
from workers.domain.ledger import Ledger
from workers.domain.rows import StoreError
from workers.embedded_broker import BrokerStartError
from workers.settings import Settings

SETTLE_SECONDS = 45.0
"""How long the posts may take; a dozen take one second, starting three workers two to four."""


@click.command(epilog=examples("copydesk demo"))
def command() -> None:
    """A minute's tour: the whole line on a throw-away folder.

    Starts an embedded broker on a free port and one worker a stage, publishes the examples that are
    shipped, and shows what became of them. Ends by itself and leaves nothing behind.
    """
    with (
        tempfile.TemporaryDirectory(prefix="copydesk-demo-") as folder,
        as_file(files("schemas") / "examples" / RAW_POSTS.name) as shipped,
        told_plainly(BrokerStartError, KafkaProblem, StoreError),
    ):
        data = Path(folder)
        settings = load_settings(**embedded_options(0, data, throw_away=True))
        set_up_logging(settings, data / "logs")
        if asyncio.run(until_stopped(_demo(settings, list(read_source(shipped))))):
            raise KeyboardInterrupt


async def _demo(settings: Settings, raw: Sequence[SourceRecord]) -> None:
    tour = Tour(console())
    tour.begin(settings)
    began = time.monotonic()
    logs = settings.data / "logs"
    try:
        async with line_up(settings, throw_away=True, logs=logs) as line:
            with console().status("starting …"):
                await line.unless_it_ends(_running(line))
            tour.line_is_up(line, time.monotonic() - began)
            await _publish(line.settings, raw)
            tour.published(raw)
            with console().status("waiting for the last row …"):
                ledger = await line.unless_it_ends(_settled(line.settings))
            if ledger is None:
                raise Failure("the line ended before the posts were through; run: copydesk doctor")
            topics = [RAW_POSTS, ARTICLES, ENRICHED_ARTICLES, dead_letters_of(RAW_POSTS.name)]
            written = {topic.name: await _all(line.settings, topic.name) for topic in topics}
            living = (await stories_now(line.settings.kafka)).living()
            largest = max(living, key=lambda story: len(story.article_ids))
            story = await told(line.settings.kafka, largest)
            tour.what_became_of_them(written, story, ledger)
    except GaveUp as error:
        raise Failure(last_words(str(error), logs)) from error
    if not ledger.holds or ledger.waiting:
        raise Failure("the account is not closed; run: copydesk doctor")
    tour.end(time.monotonic() - began)


async def _running(line: Line) -> None:
    up = asyncio.Event()

    def seen() -> None:
        if line.runs:
            up.set()

    try:
        async with asyncio.timeout(SETTLE_SECONDS), reading(line.stages, seen):
            await up.wait()
    except TimeoutError:
        states = ", ".join(f"{name} {stage.state}" for name, stage in line.stages.items())
        raise Failure(f"not up after {SETTLE_SECONDS:.0f} s: {states}; try again") from None


async def _publish(settings: Settings, raw: Sequence[SourceRecord]) -> None:
    async with Publisher(settings.kafka) as publisher:
        for record in raw:
            await publisher.send(RAW_POSTS.name, record.key, record.value)


async def _settled(settings: Settings) -> Ledger:
    """The account, once nothing is on its way any more, or after a while as it stands."""
    deadline = time.monotonic() + SETTLE_SECONDS
    while True:
        ledger = await audit(settings.kafka, settings.database_url)
        if not ledger.waiting or time.monotonic() > deadline:
            return ledger
        await asyncio.sleep(0.2)


async def _all(settings: Settings, topic: str) -> tuple[LogRecord, ...]:
    return tuple([record async for record in read_topic(settings.kafka, topic)])
