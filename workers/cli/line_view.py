"""What `copydesk up` shows: where things are, what runs, and what has been counted."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from workers.cli.stage_states import StageView
from workers.cli.wording import plural, printable

_STYLES = {"running": "green", "starting": "dim", "stopped": "dim"}


@dataclass(frozen=True, slots=True)
class Places:
    """Where a person finds what the line reads and writes."""

    broker: str
    database: str
    logs: str | None
    hints: tuple[tuple[str, str], ...]
    """What to do next: a word and a command line."""


def places_view(places: Places) -> RenderableType:
    """Where things are, and the commands to go on with."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row("broker", printable(places.broker))
    grid.add_row("database", printable(places.database))
    if places.logs is not None:
        grid.add_row("logs", printable(places.logs))
    grid.add_row()
    for word, line in places.hints:
        grid.add_row(word, Text(printable(line), "bold"))
    return grid


def stages_view(stages: Mapping[str, StageView]) -> RenderableType:
    """A row a stage: its state and its counts since the line came up."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("stage", no_wrap=True)
    table.add_column("state", no_wrap=True)
    for heading in ("posts", "forwarded", "buried", "posts/s"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name, stage in stages.items():
        restarts = f" ({plural(stage.restarts, 'restart')})" if stage.restarts else ""
        counts = stage.counts
        buried = counts.of("buried")
        table.add_row(
            name,
            Text(stage.state + restarts, _STYLES.get(stage.state, "yellow")),
            f"{counts.total:,}",
            f"{counts.of('forwarded') + counts.of('stored'):,}",
            Text(f"{buried:,}", "yellow" if buried else ""),
            f"{stage.posts_per_second:,.0f}" if stage.posts_per_second >= 0.5 else "",
        )
    return table


def line_view(places: Places, stages: Mapping[str, StageView]) -> RenderableType:
    """The whole view of a running line."""
    title = Text.assemble(("Copydesk is up", "bold"), ("  Ctrl-C stops it", "dim"))
    return Group(title, Text(), places_view(places), Text(), stages_view(stages))


def counts_line(stages: Mapping[str, StageView]) -> str:
    """The counts in one plain line, for a log: `normalize 120 (2 buried), enrich 118, sink 118`."""
    parts = []
    for name, stage in stages.items():
        buried = stage.counts.of("buried")
        parts.append(f"{name} {stage.counts.total:,}" + (f" ({buried:,} buried)" if buried else ""))
    return ", ".join(parts)
