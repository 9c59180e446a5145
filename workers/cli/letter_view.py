"""A dead letter: what was buried, why, and what its headers say."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from schemas.dead_letter import (
    DETAIL_HEADER,
    REASON_HEADER,
    ROOT_RECORD_HEADER,
    SOURCE_RECORD_HEADER,
    STAGE_HEADER,
    VERSION_HEADER,
)
from workers.adapters.kafka.reader import LogRecord
from workers.cli.wording import printable, shortened, size

_SHOWN = (STAGE_HEADER, VERSION_HEADER, SOURCE_RECORD_HEADER, ROOT_RECORD_HEADER)


def header(record: LogRecord, name: str) -> str:
    """A header as text; the last of a name wins, for the record may have brought its own."""
    value = dict(record.headers).get(name)
    return "(none)" if value is None else printable(value.decode("utf-8", "replace"))


def letter_view(name: str, letter: LogRecord) -> RenderableType:
    """The record's first words, the reason, and where it all stands."""
    value = letter.value or b""
    words = shortened(value.decode("utf-8", "replace"), 120)
    kept = ", ".join(f"{each} {header(letter, each)}" for each in _SHOWN)
    return Group(
        Text.assemble(printable(name), (f"  {size(len(value))}  {words}", "dim")),
        Text.assemble(
            "  buried as ",
            (header(letter, REASON_HEADER), "bold yellow"),
            f": {header(letter, DETAIL_HEADER)}",
        ),
        Padding(Text(f"kept byte for byte, why in its headers: {kept}", "dim"), (0, 0, 0, 2)),
    )


def letters_table(named: Sequence[tuple[str, LogRecord]]) -> RenderableType:
    """Further letters, one a line: name, reason, detail."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(style="yellow", no_wrap=True)
    grid.add_column(style="dim", overflow="fold")
    for name, letter in named:
        reason, detail = header(letter, REASON_HEADER), header(letter, DETAIL_HEADER)
        grid.add_row(printable(name), reason, detail)
    return grid
