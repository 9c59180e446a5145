"""`python -m workers.embedded_broker --data DIR`: the broker as a process of its own."""

import asyncio
import gc
import logging
import signal
import sys
from pathlib import Path

import click
import structlog

from . import SYNC_POLICIES, BrokerStartError, EmbeddedBroker, SyncPolicy
from .broker import UPKEEP_SECONDS


@click.command()
@click.option("--data", type=click.Path(path_type=Path), required=True, help="Folder for its data.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=9092, show_default=True, help="0 is any free port.")
@click.option(
    "--fsync",
    type=click.Choice(SYNC_POLICIES),
    default="never",
    show_default=True,
    help="When to force writes to the disk: only `always` survives a power cut.",
)
@click.option(
    "--upkeep-seconds",
    default=UPKEEP_SECONDS,
    show_default=True,
    help="How often to look for what retention and compaction may remove.",
)
@click.option("--listen-anywhere", is_flag=True, help="Allow hosts that others can reach.")
def main(
    data: Path,
    host: str,
    port: int,
    fsync: SyncPolicy,
    upkeep_seconds: float,
    listen_anywhere: bool,
) -> None:
    """Runs the embedded broker until SIGTERM or Ctrl-C."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=("timestamp", "level", "event")),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    broker = EmbeddedBroker(
        data,
        host,
        port,
        sync=fsync,
        listen_anywhere=listen_anywhere,
        upkeep_seconds=upkeep_seconds,
    )
    try:
        asyncio.run(_run(broker))
    except BrokerStartError as error:
        raise click.ClickException(error.message) from error


async def _run(broker: EmbeddedBroker) -> None:
    await broker.start()
    loop = asyncio.get_running_loop()
    end = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, end.set)
    gc.freeze()  # what was recovered stays: no need to look at it at every collection
    await end.wait()
    await broker.stop()


if __name__ == "__main__":
    main()
