"""The embedded broker as the commands start it: where it keeps its data, how its faults read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workers.cli.failures import Failure
from workers.embedded_broker import BrokerStartError
from workers.settings import Settings

LOOPBACK = "127.0.0.1"


def embedded_options(
    port: int | None, data: Path | None, *, throw_away: bool = False
) -> dict[str, Any]:
    """The options of a call as settings.

    A throw-away line must touch nothing else, whatever the environment and the file say.
    """
    options: dict[str, Any] = {}
    if port is not None:
        options["embedded_port"] = port
    if data is not None:
        options["data"] = data
    if throw_away:
        options |= {"broker": None, "database": None, "security_protocol": "PLAINTEXT"}
    return options


def broker_folder(settings: Settings) -> Path:
    """Where the embedded broker keeps its logs."""
    return settings.data / "broker"


@contextmanager
def broker_told_plainly() -> Iterator[None]:
    """Turns the embedded broker's refusal to start into one line that names our options."""
    try:
        yield
    except BrokerStartError as error:
        raise Failure(f"{error} (options: --port, --data)") from error
