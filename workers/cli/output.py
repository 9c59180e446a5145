"""Where words go: JSON lines for programs, a calm console for people."""

import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # drawing takes 100 ms to import, and JSON needs none of it
    from rich.console import Console

PIPED_COLUMNS = 120
"""How wide tables are where nobody's terminal tells."""


def json_line(data: bytes) -> None:
    """Writes one JSON value and a line feed on stdout."""
    sys.stdout.buffer.write(data + b"\n")


def on_terminal() -> bool:
    """Whether a person sees stdout directly."""
    return sys.stdout.isatty()


@cache
def console() -> "Console":
    """The console on stdout: colours on a terminal unless NO_COLOR is set, plain text elsewhere."""
    from rich.console import Console

    class QuietConsole(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    width = None if on_terminal() else PIPED_COLUMNS
    return QuietConsole(highlight=False, width=width, emoji=False)


def say(text: str = "") -> None:
    """One plain line on stdout, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
