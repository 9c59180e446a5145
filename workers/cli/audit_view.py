"""The ledger as a small table, and its verdict in words."""

from collections.abc import Callable

from pydantic import JsonValue
from rich import box
from rich.table import Table
from rich.text import Text

from workers.cli.wording import plural
from workers.domain.ledger import Ledger, StageLedger, Tally

Column = tuple[str, Callable[[StageLedger], int]]

_ALWAYS: tuple[Column, ...] = (
    ("posts in", lambda stage: stage.posts_in),
    ("forwarded", lambda stage: stage.forwarded),
    ("buried", lambda stage: stage.buried),
    ("dropped", lambda stage: stage.dropped),
    ("waiting", lambda stage: stage.waiting),
    ("lost", lambda stage: stage.lost.count),
    ("doubled", lambda stage: stage.doubled.count),
)
_WHERE_ANY: tuple[Column, ...] = (
    ("unfounded", lambda stage: stage.unfounded.count),
    ("forgotten", lambda stage: stage.forgotten),
    ("orphaned", lambda stage: stage.orphaned),
    ("foreign", lambda stage: stage.foreign),
)
_FAULTS = frozenset({"lost", "doubled", "unfounded"})


def ledger_table(ledger: Ledger) -> Table:
    """A row a stage; rarer columns only where something is counted in them."""
    rare = tuple(column for column in _WHERE_ANY if any(map(column[1], ledger.stages)))
    columns = _ALWAYS + rare
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column("stage", no_wrap=True)
    for heading, _ in columns:
        table.add_column(heading, justify="right", no_wrap=True)
    for stage in ledger.stages:
        table.add_row(stage.stage, *(_cell(stage, column) for column in columns))
    return table


def _cell(stage: StageLedger, column: Column) -> Text:
    heading, count_of = column
    count = count_of(stage)
    if heading in _FAULTS:
        return Text(f"{count:,}", "bold red" if count else "green")
    return Text(f"{count:,}", "" if count else "dim")


def verdict(ledger: Ledger) -> str:
    """One sentence: whether the account holds, and whether it is closed."""
    if not ledger.holds:
        return "The account does NOT hold."
    if not any(stage.posts_in for stage in ledger.stages):
        return "Nothing to account for: there are no posts yet."
    if ledger.waiting:
        posts = plural(ledger.waiting, "post")
        return f"Nothing lost, nothing doubled so far; {posts} still on the way."
    return "Nothing lost, nothing doubled: every post has exactly one outcome at every stage."


def faults(ledger: Ledger) -> list[str]:
    """A line for each kind of fault at each stage, with the first posts by name."""
    return [
        f"{stage.stage}: {tally.count:,} {word}: {_names(tally)}"
        for stage in ledger.stages
        for word, tally in (
            ("lost", stage.lost),
            ("doubled", stage.doubled),
            ("unfounded", stage.unfounded),
        )
        if tally.count
    ]


def _names(tally: Tally) -> str:
    more = tally.count - len(tally.names)
    return ", ".join(tally.names) + (f" and {more:,} more" if more else "")


def ledger_json(ledger: Ledger) -> JsonValue:
    """The whole ledger for a program; `holds` is the verdict."""
    return {
        "holds": ledger.holds,
        "waiting": ledger.waiting,
        "notes": list(ledger.notes),
        "stages": [_stage_json(stage) for stage in ledger.stages],
    }


def _stage_json(stage: StageLedger) -> JsonValue:
    counts: dict[str, JsonValue] = {
        heading.replace(" ", "_"): count_of(stage) for heading, count_of in _ALWAYS + _WHERE_ANY
    }
    names: dict[str, JsonValue] = {
        "lost": list(stage.lost.names),
        "doubled": list(stage.doubled.names),
        "unfounded": list(stage.unfounded.names),
    }
    return {"stage": stage.stage, **counts, "names": names}
