"""`copydesk worker`: one worker of one stage, in the foreground."""

import os
import socket
import sys
from pathlib import Path

import click

from workers.adapters.names.errors import ModelMissing
from workers.cli.configuration import load_settings
from workers.cli.embedded import embedded_options
from workers.cli.examples import examples
from workers.cli.failures import Failure, told_plainly
from workers.cli.stopping import end_with_parent
from workers.settings import STAGES, StageName


@click.command(
    epilog=examples(
        "copydesk worker normalize",
        "copydesk worker enrich --slot 2",
        "COPYDESK_BROKER=kafka://kafka:9092 copydesk worker sink",
    )
)
@click.argument("stage", type=click.Choice(STAGES), metavar="STAGE")
@click.option(
    "--slot",
    help="Its static membership in the stage's group: each worker of a stage has its own, and "
    "keeps it over restarts.  [default: the host's name]",
)
@click.option("--port", type=click.IntRange(1, 65535), help="The embedded broker's port.")
@click.option("--data", type=click.Path(path_type=Path), help="The data folder.")
@click.option("--metrics-port", type=click.IntRange(0, 65535), help="Serve metrics and health.")
@click.option("--log-file", type=click.Path(path_type=Path), help="Log there, not on stderr.")
@click.option("--parent", type=int, hidden=True)  # `up`: end when that process was killed
@click.option("--throw-away", is_flag=True, hidden=True)  # `demo`: touch nothing of the user's
@click.pass_context
def command(
    ctx: click.Context,
    stage: StageName,
    slot: str | None,
    port: int | None,
    data: Path | None,
    metrics_port: int | None,
    log_file: Path | None,
    parent: int | None,
    throw_away: bool,
) -> None:
    """One worker of one stage: normalize, enrich or sink.

    Any number of workers of a stage share its partitions. Stop it with Ctrl-C or SIGTERM: it
    finishes what it has begun. It exits with 70 when it must be started again; `copydesk up`, or
    the container's supervisor, does that.
    """
    if log_file is not None:
        _log_to(log_file)
    if parent is not None:
        end_with_parent(parent)
    from workers.app import run_worker  # Faust takes a second to import: not for `--help`

    settings = load_settings(
        **embedded_options(port, data, throw_away=throw_away),
        **({} if metrics_port is None else {"metrics_port": metrics_port}),
    )
    with told_plainly(ModelMissing):
        ctx.exit(run_worker(settings, stage, slot or socket.gethostname()))


def _log_to(file: Path) -> None:
    """Sends stdout and stderr, and so the last words of a crash, to the end of this file."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    except OSError as error:
        raise Failure(f"cannot log to {file}: {error.strerror}") from None
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        os.dup2(opened, stream.fileno())
