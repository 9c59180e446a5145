"""`copydesk broker`: the embedded broker alone, in the foreground."""

import asyncio
from pathlib import Path

import click

from workers.cli.configuration import load_settings
from workers.cli.embedded import LOOPBACK, broker_folder, broker_told_plainly, embedded_options
from workers.cli.examples import examples
from workers.cli.output import say
from workers.cli.stopping import told_to_stop
from workers.embedded_broker import SYNC_POLICIES, EmbeddedBroker, SyncPolicy
from workers.settings import Settings
from workers.telemetry import configure_logging


@click.command(
    epilog=examples("copydesk broker", "copydesk broker --data /var/lib/copydesk --port 19092")
)
@click.option("--data", type=click.Path(path_type=Path), help="The data folder.")
@click.option("--port", type=click.IntRange(0, 65535), help="Its port; 0 for any free one.")
@click.option(
    "--fsync",
    type=click.Choice(SYNC_POLICIES),
    is_flag=False,
    flag_value="always",
    help="When to force writes to the disk; alone it means always: survives a power cut, slower.",
)
def command(data: Path | None, port: int | None, fsync: SyncPolicy | None) -> None:
    """The embedded broker alone: Kafka's protocol on loopback, its logs on this disk.

    For one machine and for tests, as SQLite is. Any Kafka client can talk to it; stop it with
    Ctrl-C or SIGTERM.
    """
    options = embedded_options(port, data) | ({"embedded_fsync": fsync} if fsync else {})
    settings = load_settings(**options)
    configure_logging(settings.log_level, settings.log_format)
    with broker_told_plainly():
        asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    folder = broker_folder(settings)
    broker = EmbeddedBroker(
        folder, host=LOOPBACK, port=settings.embedded_port, sync=settings.embedded_fsync
    )
    stop = told_to_stop()
    await broker.start()
    try:
        say(f"broker on {broker.bootstrap}, data in {folder}; Ctrl-C stops it")
        await stop.wait()
    finally:
        await broker.stop()
