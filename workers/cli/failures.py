"""How a command ends when it cannot do what it was told: one line a fault, and never a traceback.

Failure          exit 1   the world is not as it must be: what was got, expected, what to do
click.UsageError exit 2   the call itself is wrong
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # help needs no settings
    from workers.settings import Settings

BROKEN_PIPE_EXIT = 0  # the reader has seen enough (`| head`): that is no failure
INTERRUPTED_EXIT = 130  # 128 + SIGINT, as shells count it


class Failure(click.ClickException):
    """The command failed; every line of the message says one thing that is wrong."""

    exit_code = 1


@contextmanager
def told_plainly(*expected: type[Exception]) -> Iterator[None]:
    """Turns errors whose text is already one clear line into a `Failure`."""
    try:
        yield
    except expected as error:
        raise Failure(str(error)) from error


@contextmanager
def kafka_told_plainly(settings: "Settings", *further: type[Exception]) -> Iterator[None]:
    """`told_plainly` for a command that needs a running broker; says how to get the embedded one.

    `further` are other errors whose text is one clear line.
    """
    from workers.adapters.kafka.errors import BrokerUnreachable, KafkaProblem

    with told_plainly(KafkaProblem, *further):
        try:
            yield
        except BrokerUnreachable as error:
            if not settings.embedded:
                raise
            where = settings.bootstrap_servers
            why = f"the embedded broker does not answer at {where}; start it with: copydesk up"
            raise Failure(why) from error


def lines_of(error: click.ClickException) -> list[str]:
    """What to print on stderr for this error."""
    lines = error.format_message().splitlines() or ["it failed without a word"]
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines[-1] += f" See: {error.ctx.command_path} --help"
    return [f"copydesk: {line}" for line in lines]
