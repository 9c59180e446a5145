"""`copydesk tail`: follow a topic, a line a record."""

import asyncio
import sys
from collections.abc import Callable

import click

from schemas.topics import TOPICS
from workers.adapters.kafka.reader import LogRecord, Unseen, read_topic
from workers.cli.configuration import load_settings
from workers.cli.examples import examples
from workers.cli.failures import kafka_told_plainly
from workers.cli.output import console, json_line, on_terminal
from workers.cli.record_line import record_json, record_line
from workers.cli.stopping import until_stopped
from workers.settings import Settings


@click.command(
    epilog=examples(
        "copydesk tail enriched-articles",
        "copydesk tail raw-posts-dlq --from-beginning",
        "copydesk tail articles --from-beginning --no-follow --json | jq .value.title",
    )
)
@click.argument("topic", type=click.Choice([topic.name for topic in TOPICS]), metavar="TOPIC")
@click.option("--from-beginning", is_flag=True, help="Start with the oldest record kept.")
@click.option("-n", "count", type=click.IntRange(min=1), help="End after so many records.")
@click.option("--no-follow", is_flag=True, help="End where the topic ends now.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a record.")
def command(
    topic: str, from_beginning: bool, count: int | None, no_follow: bool, as_json: bool
) -> None:
    """Follow a topic, a line a record, until Ctrl-C.

    Shows only what is committed, and leaves no trace in any consumer group. TOPIC is raw-posts,
    articles, enriched-articles, stories or another of `copydesk topics`.
    """
    settings = load_settings()
    show = _show_json if as_json else _show
    reading = _tail(settings, topic, from_beginning or no_follow, not no_follow, count, show)
    with kafka_told_plainly(settings):
        asyncio.run(until_stopped(reading))


async def _tail(
    settings: Settings,
    topic: str,
    from_beginning: bool,
    follow: bool,
    count: int | None,
    show: Callable[[LogRecord], None],
) -> None:
    shown = 0
    records = read_topic(
        settings.kafka, topic, from_beginning=from_beginning, follow=follow, on_unseen=_tell
    )
    async for record in records:
        show(record)
        sys.stdout.flush()
        shown += 1
        if shown == count:
            break


def _show(record: LogRecord) -> None:
    line = record_line(record)
    if on_terminal():
        console().print(line, no_wrap=True, overflow="ellipsis", crop=True)
    else:
        console().print(line, soft_wrap=True)


def _show_json(record: LogRecord) -> None:
    json_line(record_json(record))


def _tell(unseen: Unseen) -> None:
    click.echo(f"copydesk: warning: {unseen}", err=True)
