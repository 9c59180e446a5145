"""How `copydesk up` shows a running line: a calm live view, or plain lines for a log."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from workers.agents.supervisor import Change
from workers.cli.line import Line
from workers.cli.line_view import Places, counts_line, line_view
from workers.cli.output import console, say
from workers.cli.stage_states import reading

COUNTS_SECONDS = 10.0
"""How often plain lines tell the counts, where they have changed."""


@dataclass(frozen=True, slots=True)
class Watch:
    """One way to show a line."""

    changed: Callable[[Change], None]
    """Told what becomes of its processes."""
    over: Callable[[Line, Places], AbstractAsyncContextManager[None]]
    """Shows the line while the block runs."""
    stopping: Callable[[], None]
    """Told that the person has had enough, while the line is still shown."""


def lines_watch() -> Watch:
    """Plain lines on stdout: each change, and the counts every ten seconds."""

    def changed(change: Change) -> None:
        pid = "" if change.pid is None else f" (process {change.pid})"
        code = "" if change.exit_code is None else f" (exit code {change.exit_code})"
        say(f"{change.name}: {change.state.replace('_', ' ')}{pid}{code}")

    @asynccontextmanager
    async def over(line: Line, places: Places) -> AsyncIterator[None]:
        say(f"broker: {places.broker}")
        say(f"database: {places.database}")
        for word, command in places.hints:
            say(f"to {word}: {command}")
        told, last = counts_line(line.stages), time.monotonic()
        ready = False

        def seen() -> None:
            nonlocal told, last, ready
            if not ready and line.runs:
                ready = True
                say("up: every stage is running; Ctrl-C stops")
            counts = counts_line(line.stages)
            if counts != told and time.monotonic() - last >= COUNTS_SECONDS:
                told, last = counts, time.monotonic()
                say(f"posts: {counts}")

        async with reading(line.stages, seen):
            yield
        if counts_line(line.stages) != told:
            say(f"posts: {counts_line(line.stages)}")

    return Watch(changed, over, lambda: say("stopping: finishing what was begun"))


def live_watch() -> Watch:
    """One view that is drawn again where it stands."""

    @asynccontextmanager
    async def over(line: Line, places: Places) -> AsyncIterator[None]:
        from rich.live import Live

        def view() -> None:
            live.update(line_view(places, line.stages), refresh=True)

        with Live(console=console(), auto_refresh=False) as live:
            async with reading(line.stages, view):
                yield
            view()

    return Watch(lambda _: None, over, lambda: None)
