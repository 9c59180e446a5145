"""`copydesk up`: everything on this machine, until Ctrl-C."""

import asyncio
from pathlib import Path

import click

from workers.adapters.kafka.errors import KafkaProblem
from workers.agents.supervisor import GaveUp
from workers.cli.configuration import load_settings
from workers.cli.embedded import broker_told_plainly, embedded_options
from workers.cli.examples import examples
from workers.cli.failures import Failure, told_plainly
from workers.cli.line import line_up
from workers.cli.logs import last_words, set_up_logging
from workers.cli.output import on_terminal, say
from workers.cli.places import places_of
from workers.cli.stopping import told_to_stop
from workers.cli.topics import topic_faults
from workers.cli.watching import Watch, lines_watch, live_watch
from workers.domain.rows import StoreError
from workers.settings import Settings


@click.command(
    epilog=examples(
        "copydesk up",
        "copydesk up --port 19092 --data /var/lib/copydesk",
        "COPYDESK_BROKER=kafka://kafka:9092 copydesk up",
    )
)
@click.option("--port", type=click.IntRange(0, 65535), help="The embedded broker's; 0 for any.")
@click.option("--data", type=click.Path(path_type=Path), help="The data folder.")
def command(port: int | None, data: Path | None) -> None:
    """Everything on this machine, until Ctrl-C.

    Starts the embedded broker (unless COPYDESK_BROKER names another), makes the topics, and keeps
    one worker a stage running. Ctrl-C finishes what was begun, then stops.
    """
    options = embedded_options(port, data)
    settings = load_settings(**options)
    if port is not None and not settings.embedded:
        raise click.UsageError("--port is the embedded broker's, and COPYDESK_BROKER is set.")
    logs = settings.data / "logs" if on_terminal() else None
    set_up_logging(settings, logs)
    with told_plainly(KafkaProblem, StoreError), broker_told_plainly():
        asyncio.run(_up(settings, logs, options))


async def _up(settings: Settings, logs: Path | None, options: dict[str, object]) -> None:
    stop = told_to_stop()
    watch: Watch = lines_watch() if logs is None else live_watch()
    try:
        async with line_up(settings, logs=logs, seen=watch.changed) as line:
            for fault in topic_faults(line.topics):
                click.echo(f"copydesk: warning: {fault}", err=True)
            async with watch.over(line, places_of(line.settings, logs, options)):
                await line.unless_it_ends(stop.wait())
                watch.stopping()
                await line.drained()
    except GaveUp as error:
        raise Failure(last_words(str(error), logs)) from error
    say("stopped; everything that was begun is finished")
